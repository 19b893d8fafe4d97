"""The frame of the window: bar, rail, page, preview or sheet, and the line of facts at the foot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from psg_desktop.ui.appearance import Appearance, current
from psg_desktop.ui.desk import Desk
from psg_desktop.ui.frame_actions import FrameActions
from psg_desktop.ui.history import History, Visit
from psg_desktop.ui.pages import Page, Section
from psg_desktop.ui.rail import Rail
from psg_desktop.ui.side import Side
from psg_desktop.ui.status_fields import StatusFields
from psg_desktop.ui.top_bar import TopBar
from psg_desktop.ui.widgets.side_sheet import SideSheet

_NARROWEST_PAGE = 360


class Frame(QMainWindow):
    """The one window of an open vault.

    Its parts are public: `top` (search, new, worker's menu), `rail`, `desk` (banner, undo),
    `side` (preview, sheet), `status`. `closing` is emitted before the window goes.
    """

    closing = Signal()

    def __init__(self, sections: Sequence[Section], worker: str, appearance: Appearance) -> None:
        super().__init__()
        self._sections = {section.key: section for section in sections}
        self._pages: dict[str, Page] = {}
        self._views: dict[str, str] = {}
        self._history = History()
        self.top = TopBar(worker)
        self.rail = Rail(sections)
        self.desk = Desk()
        self.side = Side()
        self.status = StatusFields()
        self._build()
        self.rail.chosen.connect(self.go)
        self.desk.back_asked.connect(self.go_back)
        self.desk.retitled.connect(self._retitle)
        self.side.left.connect(self._return_focus)
        self.side.resized.connect(self._fit)
        appearance.changed.connect(self.rail.wear)
        appearance.changed.connect(self.top.wear)
        appearance.changed.connect(self._fit)
        self.actions_offered = FrameActions(self, appearance, tuple(self._sections))
        self._opener: QWidget | None = None

    def go(self, section: str, view: str = "") -> None:
        """Go to a section of the rail, and to one of its saved views."""
        if not self._may_leave():
            now = self._history.now
            if now is not None:
                self.rail.show_place(now.section, now.view)
            return
        if section not in self._pages:
            self._pages[section] = self._sections[section].make()
        page = self._pages[section]
        page.show_view(view)
        self._views[section] = view
        self._visit(Visit(page, section, view))

    def open_page(self, page: Page, section: str = "") -> None:
        """Show a page of its own, such as one case; Back returns to where it was opened from.

        The rail marks *section*, or where the window was.
        """
        if self._may_leave():
            now = self._history.now
            stays = now is not None and section in {"", now.section}
            place = (now.section, now.view) if now is not None and stays else (section, "")
            self._visit(Visit(page, *place))
            page.focus_start()

    def go_back(self) -> None:
        """Go to the page before this one."""
        if not self._history.can_go_back or not self._may_leave():
            return
        gone = self._history.back()
        self._recall()
        self._show()
        self._drop(gone)

    def open_sheet(self, sheet: SideSheet) -> bool:
        """Show a form beside the page; False when another still holds something unsaved."""
        # The window's own: after a dialog of the system the program has none yet.
        opener = self.focusWidget()
        if not self.side.open_sheet(sheet):
            return False
        self._opener = opener
        sheet.focus_first()
        return True

    def offer_undo(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done ("Case closed.") and offer to take it back."""
        self.desk.undo.offer(sentence, undo)

    @property
    def page(self) -> Page | None:
        """Give the page shown."""
        return self.desk.page

    @property
    def section(self) -> str:
        """Give the key of the section the window is in."""
        now = self._history.now
        return now.section if now is not None else ""

    def refresh(self) -> None:
        """Have the page shown read again what it shows."""
        if self.page is not None:
            self.page.refresh()

    def offer(self, words: str, keys: str, done: Callable[[], object]) -> QAction:
        """Add an action with its keys to the worker's menu."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_: done())
        self.addAction(action)
        self.top.worker_menu.addAction(action)
        return action

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_leave():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Every widget below would take the press of the button that means "back" for itself.
        self.windowHandle().installEventFilter(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and _goes_back(event):
            self.go_back()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.desk, 1)
        across.addWidget(self.side)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(across, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.resize(1280, 720)

    def _fit(self) -> None:
        """Share the width: where both cannot stand, a sheet covers the page, a preview waits."""
        room = self.width() - self.rail.width()
        wanted = self.side.wanted_width
        sheet = self.side.sheet is not None
        crowded = room - wanted < current().px(_NARROWEST_PAGE)
        self.desk.setHidden(sheet and crowded)
        self.side.setHidden(wanted == 0 or (crowded and not sheet))
        self.side.setFixedWidth(room if sheet and crowded else max(wanted, 1))

    def _visit(self, visit: Visit) -> None:
        gone = self._history.visit(visit)
        self._show()
        self._drop(gone)

    def _show(self) -> None:
        now = self._history.now
        if now is None:
            return
        # Asked first: a page that goes out of view hands the focus to the rail beside it.
        walking = self.rail.list.hasFocus()
        self.side.preview.clear()
        self.side.admit_preview(welcome=now.page.previews)
        self.desk.show_page(now.page, back=self._history.can_go_back)
        self.rail.show_place(now.section, now.view)
        now.page.refresh()
        if not walking:
            now.page.focus_start()

    def _recall(self) -> None:
        """Have a section show the view it had at this visit, unless it still does."""
        now = self._history.now
        if now is None or self._pages.get(now.section) is not now.page:
            return
        if self._views.get(now.section) != now.view:
            self._views[now.section] = now.view
            now.page.show_view(now.view)

    def _drop(self, gone: Sequence[Page]) -> None:
        for page in gone:
            if page not in self._pages.values():
                self.desk.drop(page)

    def _may_leave(self) -> bool:
        return self.side.close_sheet()

    def _return_focus(self) -> None:
        opener, self._opener = self._opener, None
        # What opened the form may have been drawn anew in the meantime, as after an undo.
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus()
        elif self.page is not None:
            self.page.focus_start()

    def _retitle(self) -> None:
        self.setWindowTitle(self.page.window_title if self.page is not None else "")


def _goes_back(event: QMouseEvent) -> bool:
    pressed = event.type() is QEvent.Type.MouseButtonPress
    return pressed and event.button() is Qt.MouseButton.BackButton

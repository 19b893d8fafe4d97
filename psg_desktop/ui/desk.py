"""The middle of the frame: heading of the page, the page, and the bar that offers undo."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui.pages import Page
from psg_desktop.ui.undo_bar import UndoBar
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import icon_button
from psg_desktop.ui.widgets.flowing import Flow
from psg_desktop.ui.widgets.labels import ShortLabel

_MARGINS = 64


class Desk(QWidget):
    """Shows one page with its heading; `back_asked` from the arrow beside it."""

    back_asked = Signal()
    retitled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setMinimumWidth(240)
        self.page: Page | None = None
        self.banner = Banner()
        self._stays = False
        self.undo = UndoBar()
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.undo)

    def show_page(self, page: Page, *, back: bool) -> None:
        """Show a page; *back* tells whether there is one to go back to."""
        if page is not self.page:
            self._leave()
        if self.page is not None:
            self.page.retitled.disconnect(self._retitle)
            for tool in self.page.tools():
                self._tools.removeWidget(tool)
                tool.hide()
        self.page = page
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for tool in page.tools():
            self._tools.addWidget(tool)
            tool.show()
        for before, after in pairwise((self._back, *page.tools())):
            QWidget.setTabOrder(before, after)
        page.retitled.connect(self._retitle)
        self._back.setVisible(back)
        self._retitle()

    def tell(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        """Say something above the page; it goes with the page, unless it *stays* until closed."""
        self._stays = stays
        self.banner.say(words, tone)

    def drop(self, page: Page) -> None:
        """Forget a page that nobody can go back to."""
        self._stack.removeWidget(page)
        for tool in page.tools():
            tool.deleteLater()
        page.deleteLater()

    def _leave(self) -> None:
        """Put away what was said of the page that goes."""
        if not self._stays:
            self.banner.hide()
        self.undo.leave()

    @override
    def event(self, event: QEvent) -> bool:
        # A page hides the tools it has no use for when it is read, after they were put here.
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Put the tools below the heading where they do not fit beside it."""
        needed = self._titles.sizeHint().width() + self._tools.sizeHint().width()
        narrow = needed + _MARGINS > self.width()
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _head(self) -> QBoxLayout:
        self._back = icon_button("chevron-left", "Back")
        self._back.setToolTip("Back (Alt+Left)")
        self._back.clicked.connect(self.back_asked)
        self._heading = ShortLabel("page")
        self._summary = ShortLabel("secondary")
        self._tools = Flow()
        self._titles = QHBoxLayout()
        self._titles.setSpacing(12)
        for part in (self._back, self._heading, self._summary):
            self._titles.addWidget(part)
        self._titles.addStretch()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._titles, 1)
        self._top.addLayout(self._tools)
        return self._top

    def _retitle(self) -> None:
        if self.page is not None:
            self._heading.setText(self.page.heading)
            self._summary.setText(self.page.summary)
            self._fold()
            self.retitled.emit()

"""A form beside the page, over the preview: head, body that scrolls, buttons at the foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui.widgets.buttons import button, icon_button, link, primary
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label


def _never() -> bool:
    return False


class SideSheet(QFrame):
    """Holds a body, usually a `Form`; `save_asked` on the button, Ctrl+S or Ctrl+Enter.

    `closed` follows `close_sheet()`, and Esc when nothing would be lost or the person has said
    that it may be. `changed()` tells whether anything would be.
    """

    save_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        title: str,
        body: QWidget,
        *,
        save: str = "Save",
        changed: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.title = title
        self.body = body
        self._changed = changed or (body.is_changed if isinstance(body, Form) else _never)
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._middle(), 1)
        layout.addWidget(self._leaving())
        layout.addWidget(self._foot(save))
        for keys in (QKeySequence("Ctrl+S"), QKeySequence("Ctrl+Return")):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    def dismiss(self) -> None:
        """Close, or ask first if something would be lost."""
        if self._changed():
            self._ask.show()
            self._keep.setFocus()
        else:
            self.close_sheet()

    def close_sheet(self) -> None:
        """Close without asking, as after a save."""
        self._ask.hide()
        self.closed.emit()

    def focus_first(self) -> None:
        """Go to the first field of the body."""
        if isinstance(self.body, Form):
            self.body.focus_first()
        else:
            self.body.setFocus()

    def add_button(self, words: str) -> QPushButton:
        """Add one more button at the foot, to the left, and give it back."""
        made = button(words)
        self._more.addWidget(made)
        return made

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._ask.isVisible():
            self._stay()  # a second Esc takes the question back; it never throws work away
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self._save_button.isEnabled():
            self.save_asked.emit()

    def _head(self) -> QWidget:
        head = QFrame()
        head.setObjectName("sheet_head")
        across = QHBoxLayout(head)
        across.setContentsMargins(20, 10, 12, 10)
        across.addWidget(label(self.title, "section"), 1)
        self._close = icon_button("close", f"Close {self.title}")
        self._close.clicked.connect(self.dismiss)
        across.addWidget(self._close)
        return head

    def _middle(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 20)
        column.addWidget(self.body)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _leaving(self) -> QWidget:
        self._ask = QFrame()
        self._ask.setProperty("role", "banner")
        self._ask.setProperty("tone", "care")
        self._keep = button("Go on editing")
        self._keep.clicked.connect(self._stay)
        drop = button("Close without saving")
        drop.clicked.connect(self.close_sheet)
        column = QVBoxLayout(self._ask)
        column.addWidget(label("What you typed here has not been saved.", "strong", wrap=True))
        across = QHBoxLayout()
        across.addWidget(self._keep)
        across.addWidget(drop)
        across.addStretch()
        column.addLayout(across)
        self._ask.hide()
        return self._ask

    def _stay(self) -> None:
        self._ask.hide()
        self.focus_first()

    def _foot(self, save: str) -> QWidget:
        foot = QFrame()
        foot.setObjectName("sheet_foot")
        across = QHBoxLayout(foot)
        across.setContentsMargins(20, 10, 20, 10)
        across.setSpacing(8)
        self._save_button = primary(save)
        self._save_button.setToolTip("Ctrl+S")
        self._save_button.clicked.connect(self._save)
        cancel = link("Cancel")
        cancel.setToolTip("Esc")
        cancel.clicked.connect(self.dismiss)
        self._more = QHBoxLayout()
        across.addWidget(self._save_button)
        across.addWidget(cancel)
        across.addLayout(self._more)
        across.addStretch()
        return foot

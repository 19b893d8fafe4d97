"""The box at the top that finds anything: results drop down below it while it is typed into."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.labels import label

_KEY = Qt.ItemDataRole.UserRole
_PAUSE = 80  # milliseconds without a key before a search starts
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: what to open, its words, a second line, its icon."""

    key: object
    words: str
    detail: str = ""
    icon: str = "search"


class SearchBox(QLineEdit):
    """Emits `searched(words)` after a short pause, `chosen(key)` for a result that was picked."""

    searched = Signal(str)
    chosen = Signal(object)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName("Find")
        self.setAccessibleDescription(placeholder)
        self.setClearButtonEnabled(False)
        self._results = _Results(self)
        self._results.list.itemClicked.connect(self._pick)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._pause.start())

    def show_found(self, found: Sequence[Found]) -> None:
        """Drop down what was found; a friendly sentence for nothing."""
        if not self.text().strip():
            self._results.hide()
            return
        self._results.show_found(found[:_MOST_SHOWN], self.text().strip())
        window = self.window()
        self._results.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        self._results.setGeometry(
            corner.x(), corner.y(), self.width(), self._results.sizeHint().height()
        )
        self._results.show()
        self._results.raise_()
        count = len(found)
        announce(self, f"{count} found" if count else "Nothing found")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._results.isVisible()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and shown:
            self._results.step(step)
            announce(self, self._results.words)
        elif event.key() == Qt.Key.Key_Escape and (shown or self.text()):
            self._results.hide()
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self._results.list.currentItem() if shown else None)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._results.hide()

    def _search(self) -> None:
        if self.text().strip():
            self.searched.emit(self.text().strip())
        else:
            self._results.hide()

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self._search()
            return
        found = item.data(_KEY)
        self._results.hide()
        self.clear()
        self.chosen.emit(found.key)


class _Results(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.list = QListWidget()
        self.list.setObjectName("found")
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self._nothing = label(role="secondary", wrap=True)
        self._nothing.setMargin(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        self.hide()

    @property
    def words(self) -> str:
        """Give the words of the line that is marked."""
        place = self.list.currentRow()
        return self.list.item(place).text() if place >= 0 else ""

    def show_found(self, found: Sequence[Found], words: str) -> None:
        """List what was found, the first marked."""
        look = appearance.current()
        side = look.px(18)
        self.list.clear()
        self.list.setIconSize(QSize(side, side))
        for each in found:
            text = f"{each.words}   {each.detail}" if each.detail else each.words
            item = QListWidgetItem(QIcon(appearance.pixmap(each.icon, "ink2", side)), text)
            item.setData(_KEY, each)
            item.setSizeHint(QSize(0, look.row_height))
            self.list.addItem(item)
        self.list.setFixedHeight(len(found) * look.row_height + 4)
        self.list.setVisible(bool(found))
        self._nothing.setText(f"Nothing holds “{words}”. Try fewer letters of it.")
        self._nothing.setVisible(not found)
        self.list.setCurrentRow(0)

    def step(self, by: int) -> None:
        """Mark the next or the previous line."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

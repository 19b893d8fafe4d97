"""The search box above a list: the list follows shortly after the last key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

PAUSE = 100  # milliseconds without a key before the list follows


class SearchLine(QLineEdit):
    """Emits `typed(words)` shortly after the last key; Down goes on to the list."""

    typed = Signal(str)
    left_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text().strip()))
        self.textEdited.connect(lambda _text: self._pause.start())

    def forget(self) -> None:
        """Empty the line without a word to anybody."""
        self._pause.stop()
        self.clear()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()  # the vault may be closed a moment later
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.forget()
            self.typed.emit("")
        else:
            super().keyPressEvent(event)

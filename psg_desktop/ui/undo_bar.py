"""The bar that appears after a change, says what was done and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label

SHOWN_FOR = 10_000  # milliseconds; Ctrl+Z keeps working afterwards
SETTLED_AFTER = 500  # milliseconds in which the page that belongs to a change comes


class UndoBar(QFrame):
    """Shows one offer at a time; it waits while the mouse or the focus is on it."""

    offered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("undo")
        self._words = label(wrap=True)
        self._button = button("Undo")
        self._button.setToolTip("Ctrl+Z")
        self._button.clicked.connect(self.take_back)
        self._offer: Callable[[], None] | None = None
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.timer.timeout.connect(self._fade)
        self.settling = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 4, 8, 4)
        across.addWidget(self._words, 1)
        across.addWidget(self._button)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Tell whether the last change can still be taken back."""
        return self._offer is not None

    def offer(self, sentence: str, undo: Callable[[], None] | None) -> None:
        """Say what was done; without *undo* the sentence only."""
        self._offer = undo
        self._words.setText(sentence)
        self._button.setVisible(undo is not None)
        self._button.setAccessibleName(f"Undo: {sentence}")
        self.show()
        self.timer.start()
        self.settling.start()
        announce(self, f"{sentence} Press Ctrl+Z to undo." if undo else sentence)
        self.offered.emit(sentence)

    def take_back(self) -> None:
        """Take the last change back, once."""
        undo, self._offer = self._offer, None
        self.hide()
        self.timer.stop()
        if undo is not None:
            undo()

    def leave(self) -> None:
        """Go with the page on which the thing was done; Ctrl+Z keeps working.

        What was done just now stays: opening a case, say, is offered while its page comes.
        """
        if not self.settling.isActive():
            self.hide()
            self.timer.stop()

    def withdraw(self) -> None:
        """Offer nothing any more, as after the vault was locked."""
        self._offer = None
        self.hide()
        self.timer.stop()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self.timer.start()
        super().leaveEvent(event)

    def _fade(self) -> None:
        if self._button.hasFocus():
            self.timer.start()
        else:
            self.hide()

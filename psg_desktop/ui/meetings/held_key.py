"""A key that works as long as it is held down, wherever in a window the focus is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_HELD = {QEvent.Type.KeyPress: True, QEvent.Type.KeyRelease: False}


class HeldKey(QObject):
    """Emits `held(bool)` as the key goes down and comes up."""

    held = Signal(bool)

    def __init__(self, key: Qt.Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key

    def watch(self, window: QWidget) -> None:
        """Hear the key in a window that is shown; whatever has the focus would take it."""
        window.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == self._key:
            if not event.isAutoRepeat() and event.type() in _HELD:
                self.held.emit(_HELD[event.type()])
            return True
        return super().eventFilter(watched, event)

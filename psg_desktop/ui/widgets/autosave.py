"""Saves what is being typed shortly after the last key, so that a crash loses two seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

PAUSE = 2_000  # milliseconds


class Autosave(QObject):
    """Calls `save(text)` two seconds after the last change, and when the editor goes away."""

    def __init__(
        self, editor: QPlainTextEdit, save: Callable[[str], None], *, pause: int = PAUSE
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._save = save
        self._saved = editor.toPlainText()
        self.timer = QTimer(self, singleShot=True, interval=pause)
        self.timer.timeout.connect(self.flush)
        editor.textChanged.connect(self.timer.start)
        editor.installEventFilter(self)

    def flush(self) -> None:
        """Save now what has not been saved."""
        self.timer.stop()
        text = self._editor.toPlainText()
        if text != self._saved:
            self._save(text)
            self._saved = text

    def restart(self) -> None:
        """Take what stands there now as saved, as after the form itself was."""
        self.timer.stop()
        self._saved = self._editor.toPlainText()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Hide, QEvent.Type.Close, QEvent.Type.FocusOut}:
            self.flush()
        return super().eventFilter(watched, event)

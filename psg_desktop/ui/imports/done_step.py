"""The last step: what was imported, and the way to take all of it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.importing.imports import Imported
from psg_desktop.ui.imports import sentences
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.labels import label


class DoneStep(QWidget):
    """Emits `undo_asked`."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = label(role="section", wrap=True)
        # What was done has the focus, so that a second Enter neither takes it back nor goes on.
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._hint = label(role="secondary", wrap=True)
        self.undo = button("Undo this import", "undo")
        self.undo.clicked.connect(self.undo_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.said)
        layout.addWidget(self._hint)
        layout.addLayout(row(self.undo))
        layout.addStretch()

    def show_busy(self) -> None:
        """Show that the import is going on."""
        self._say("Importing. Everything is kept as one batch, or nothing is.", "")

    def show_done(self, done: Imported) -> None:
        """Show what was done."""
        hint = (
            "It can be taken back as a whole while none of its records has been changed."
            if done.batch
            else ""
        )
        self._say(sentences.summary(done), hint, undo=done.batch is not None)

    def show_undone(self) -> None:
        """Show that it was taken back."""
        self._say("The import was taken back. The vault is as it was before.", "")

    def _say(self, words: str, hint: str, *, undo: bool = False) -> None:
        self.said.setText(words)
        self._hint.setText(hint)
        self.undo.setVisible(undo)
        announce(self, words)

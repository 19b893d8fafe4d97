"""The offer of a note that was being typed and never saved, as after a crash."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from psg_desktop.domain.today import Draft
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


class DraftOffer(QFrame):
    """Says that there is an unsaved note, and from when; `restored` or `discarded` answers it."""

    restored = Signal()
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "care")
        self._words = label(wrap=True)
        self.restore = button("Restore the note")
        self.restore.clicked.connect(self.restored)
        self.discard = link("Discard it")
        self.discard.clicked.connect(self.discarded)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 8, 8, 8)
        across.addWidget(self._words, 1)
        across.addWidget(self.restore)
        across.addWidget(self.discard)
        self.hide()

    def offer(self, draft: Draft | None) -> None:
        """Offer a draft, or nothing where there is none."""
        if draft is None:
            self.hide()
            return
        words = f"Unsaved note from {dates.moment_words(draft.saved_at)}."
        if self.isHidden() or self._words.text() != words:
            self._words.setText(words)
            self.show()
            announce(self, words)

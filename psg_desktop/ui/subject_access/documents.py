"""The documents that a copy lists but does not hold: what is to be done with them, and a way."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.information_law import copy_documents
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AccessRequestId, AttachmentId
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import subject_access as words

SAVE = "Save the documents to redact them"


class DocumentsToAdd(QWidget):
    """Names the documents to be added by hand; emits `save_asked`."""

    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = label("", wrap=True)
        self.save = button(SAVE, "export")
        self.save.clicked.connect(self.save_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.said)
        layout.addLayout(row(self.save))

    def show_titles(self, titles: Sequence[str]) -> None:
        """Name them; nothing is shown where there is none."""
        self.said.setText(words.documents_to_add(titles))
        self.setVisible(bool(titles))


class DocumentsSheet(RecordSheet):
    """Warns, asks for a folder and saves them; emits `told(sentence)` of where they went."""

    told = Signal(str)

    def __init__(
        self,
        office: Office,
        id_: AccessRequestId,
        wanted: Sequence[AttachmentId],
        choose_folder: Callable[[], Path | None],
    ) -> None:
        form = Form()
        form.add_widget(label(words.NOT_REDACTED, wrap=True))
        super().__init__(SAVE, form, self._save_in, save="Choose a folder and save")
        self._office, self._id, self._wanted = office, id_, tuple(wanted)
        self._choose = choose_folder

    def _save_in(self, _given: dict[str, Any]) -> None:
        folder = self._choose()
        if folder is not None:
            place = copy_documents.save_for_redaction(self._office, self._id, self._wanted, folder)
            self.told.emit(words.saved_for_redaction(len(self._wanted), place.name))

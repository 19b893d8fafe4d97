"""The documents of a case and of the referrals it came from."""

from pathlib import Path

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.attaching import attachments, kinds
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts.document_entries import NONE, choose_files, document_entries
from psg_desktop.ui.widgets.buttons import button


class DocumentsCard(CaseCard):
    """Lists documents, the newest first; emits what is to be added and which is to be shown.

    `attach_asked(Owner, files)`, `document_chosen(AttachmentId)`.
    """

    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def __init__(self, office: Office) -> None:
        self.attach = button("Add a document", "plus")
        super().__init__(office, "Documents", self.attach)
        self.attach.clicked.connect(lambda: self.take(choose_files(self)))

    def take(self, files: tuple[Path, ...]) -> None:
        """Ask for what files are, and add them."""
        if files and not self.page.case.closed:
            self.attach_asked.emit(Owner(case=self.page.case.id), files)

    @override
    def concern(self, page: CasePage) -> object:
        return attachments.of_case(self.office, page.case.id), kinds.names(self.office)

    @override
    def count(self, page: CasePage) -> int:
        return len(attachments.of_case(self.office, page.case.id))

    @override
    def draw(self, page: CasePage) -> None:
        found = attachments.of_case(self.office, page.case.id)
        closed = page.case.closed
        if not found:
            self.say("No document is kept with this case." if closed else NONE)
        opens = self.document_chosen.emit
        self.add_entries(document_entries(self.office, found, opens, closed=closed))

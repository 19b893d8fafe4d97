"""The page of one document: what it looks like, what is known of it, its copies, its history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework.attaching import attachments, kinds
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment, CopyOut
from psg_desktop.domain.ids import AttachmentId
from psg_desktop.ui.attachments.copy_sheet import copy_sheet
from psg_desktop.ui.attachments.describing import change_sheet
from psg_desktop.ui.attachments.preview_card import PreviewCard
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.record_cards import EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import attachments as words
from psg_desktop.words import dates, names


class DocumentPage(RecordPage):
    """Shows one document; emits `said(sentence)` after a copy was saved outside the vault.

    `owner_asked(Attachment)` is for the case, referral or meeting it belongs to.
    """

    said = Signal(str)
    owner_asked = Signal(object)

    def __init__(
        self, office: Office, notifier: Notifier, runner: Runner, id_: AttachmentId
    ) -> None:
        self.copy = button("Save a copy outside the vault", "export")
        self.remove = button("Remove")
        super().__init__(notifier, "Document")
        self._office, self.id = office, id_
        self.preview = PreviewCard(office, runner)
        self.facts = LiveCard("Document")
        self.copies = EntryCard("Copies saved outside the vault")
        self.history = HistoryCard(office, lambda: kinds.names(office))
        self._seen: object = None
        self.copy.clicked.connect(self._ask_copy)
        self.remove.clicked.connect(lambda: attachments.remove(office, id_))
        self.add_cards(main=(self.preview,), side=(self.facts, self.copies, self.history))
        self.preview.show_document(attachments.get(office, id_))

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.copy, self.remove)

    @override
    def read(self) -> None:
        known = attachments.get(self._office, self.id)
        self.retitle(heading=known.title, outside="Document")
        seen = (known, kinds.names(self._office))
        if seen != self._seen:
            self._seen = seen
            self._show_facts(known)
        told = [self._copy(place, one) for place, one in enumerate(known.copies)]
        self.copies.show_entries(known.copies, told, "None was saved.")
        self.history.show_record(self.id)

    @override
    def ask_change(self) -> None:
        known = attachments.get(self._office, self.id)
        self.sheet_asked.emit(change_sheet(self._office, known))

    def _ask_copy(self) -> None:
        known = attachments.get(self._office, self.id)
        self.sheet_asked.emit(copy_sheet(self._office, known, self, self.said.emit))

    def _show_facts(self, known: Attachment) -> None:
        kind = kinds.names(self._office).get(known.document_kind, known.document_kind)
        added = f"{dates.prose(known.added_on)}, by {known.added_by}"
        self.facts.clear()
        belongs = link(f"Open {attachments.owner_words(self._office, known)}")
        belongs.clicked.connect(lambda: self.owner_asked.emit(known))
        self.facts.add(belongs)
        self.facts.add(
            Facts(
                [
                    ("Kind", kind),
                    ("Date on it", dates.prose(known.dated) if known.dated else "none"),
                    ("Added", added),
                    ("Recognised as", names.name(known.sort)),
                    ("Size", words.size(known.size)),
                    ("File", breakable(known.file_name)),
                ]
            )
        )

    def _copy(self, place: int, one: CopyOut) -> Entry:
        return Entry(
            key=place,
            title=f"{dates.grid(one.on)}, by {one.by}",
            facts=f"for {one.for_whom}" if one.for_whom else "",
            text=one.why,
            about="What it was for",
        )

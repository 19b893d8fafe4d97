"""Documents as entries of a list, and the card that lists those of a referral or a meeting."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.attaching import attachments, kinds
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment
from psg_desktop.domain.ids import AttachmentId
from psg_desktop.paths import documents_folder
from psg_desktop.ui.parts.dropping import dropped_files
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.open_place import ask_files
from psg_desktop.words import attachments as words
from psg_desktop.words import dates, names

NONE = "No document is kept here yet. Add one, or drop files on this page."
Opens = Callable[[AttachmentId], object]


def choose_files(parent: QWidget) -> tuple[Path, ...]:
    """Let the worker choose the files to add; none when they change their mind."""
    return ask_files(parent, "Add documents", documents_folder(), "All files (*)")


def document_entries(
    office: Office, found: Sequence[Attachment], opens: Opens, *, closed: bool = False
) -> list[Entry]:
    """Give an entry for each document; those of a closed case cannot be removed."""
    known = kinds.names(office)
    return [_entry(office, one, known, opens, closed=closed) for one in found]


def _entry(
    office: Office, one: Attachment, known: dict[str, str], opens: Opens, *, closed: bool
) -> Entry:
    facts = (
        f"dated {dates.grid(one.dated)}" if one.dated else "",
        f"{names.name(one.sort)}, {words.size(one.size)}",
        f"added {dates.grid(one.added_on)} by {one.added_by}",
        "from the referral" if one.referral else "",
        _copies(one),
    )
    removing = Step(words="Remove", done=partial(attachments.remove, office, one.id))
    return Entry(
        key=one.id,
        title=one.title,
        marks=(known.get(one.document_kind, one.document_kind),),
        facts="  ·  ".join(part for part in facts if part),
        opens=partial(opens, one.id),
        steps=() if closed else (removing,),
    )


def _copies(one: Attachment) -> str:
    made = len(one.copies)
    return f"{made} {'copy' if made == 1 else 'copies'} saved outside" if made else ""


class DocumentsOf(EntryCard):
    """The documents of a referral or a meeting; files may be dropped on it.

    Emits `attach_asked(Owner, files)` and `document_chosen(AttachmentId)`.
    """

    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def __init__(self, office: Office, owner: Owner) -> None:
        self.attach = button("Add a document", "plus")
        super().__init__("Documents", self.attach)
        self._office, self._owner = office, owner
        self.setAcceptDrops(True)
        self.attach.clicked.connect(self._choose)

    def show_now(self) -> None:
        """Show what is kept now."""
        found = attachments.of_owner(self._office, self._owner)
        entries = document_entries(self._office, found, self.document_chosen.emit)
        self.show_entries(found, entries, NONE)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.attach_asked.emit(self._owner, files)

    def _choose(self) -> None:
        files = choose_files(self)
        if files:
            self.attach_asked.emit(self._owner, files)

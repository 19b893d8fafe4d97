"""Documents kept with a case, a referral or a meeting: what is known of each beside its bytes.

The bytes lie apart from the record, so that lists, the audit trail and undo never carry them; a
record names them by size and digest.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import AttachmentId, CaseId, MeetingId, ReferralId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers

MEGABYTE = 1024 * 1024
FILE_LIMIT = 25 * MEGABYTE
VAULT_LIMIT = 2048 * MEGABYTE
# How long the bytes of a removed document stay, so that its removal can be taken back.
KEPT_AFTER_REMOVAL_DAYS = 30
_DIGEST_LENGTH = 64


class FileSort(StrEnum):
    """What a file was recognised as by what it holds; its name is never believed."""

    TEXT = "text"
    PICTURE = "picture"
    PDF = "pdf"
    OTHER_PICTURE = "other_picture"
    DRAWING = "drawing"
    WEB_PAGE = "web_page"
    OFFICE = "office"
    MESSAGE = "message"
    ARCHIVE = "archive"
    RECORDING = "recording"
    PROGRAM = "program"
    OTHER = "other"

    @property
    def previewed(self) -> bool:
        """Whether this program can show it."""
        return self in {FileSort.TEXT, FileSort.PICTURE, FileSort.PDF}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """What a document may be, such as a letter or an agreement, in force between two dates."""

    id: UUID
    code: str
    name: str
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a kind nobody could choose."""
        found = Findings()
        found.when(not self.code.strip(), "code", Problem.REFERENCE_MISSING)
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it can be chosen on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOut:
    """One copy of a document that was saved outside the vault, where nothing protects it.

    Attributes:
        why: What the copy is for; `for_whom` who is to have it, "" for nobody else.
        by: The public label of the key slot that was opened.

    Raises:
        Refused: Nobody said what it is for, or a text is too long.
    """

    on: date
    by: str = field(repr=False)
    why: str = field(repr=False)
    for_whom: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a copy nobody could account for."""
        found = Findings()
        found.when(not self.why.strip(), "why", Problem.REASON_MISSING)
        found.when(len(self.why) > text.TEXT_LIMIT, "why", Problem.TEXT_TOO_LONG)
        found.when(len(self.for_whom) > text.LINE_LIMIT, "for_whom", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One document in the vault; it belongs to one case, one referral or one meeting.

    Attributes:
        document_kind: Code of a kind of document.
        dated: The day the document itself bears, None where it bears none.
        added_by: The public label of the key slot that was opened.
        file_name: What the file was called, tidied; never a path.
        size: Bytes; `digest` their SHA-256 in 64 hexadecimal digits.
        copies: The copies saved outside the vault, the first one first.

    Raises:
        Refused: It belongs to nothing or to several things, has no title or kind, is empty or
            larger than a document may be, or a text is too long.
    """

    id: AttachmentId
    case: CaseId | None = None
    referral: ReferralId | None = None
    meeting: MeetingId | None = None
    title: str = field(repr=False)
    document_kind: str
    dated: date | None = None
    added_on: date
    added_by: str = field(repr=False)
    file_name: str = field(repr=False)
    sort: FileSort
    size: int
    digest: str
    copies: tuple[CopyOut, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Refuse a document nobody could find again."""
        owners = sum(one is not None for one in (self.case, self.referral, self.meeting))
        found = Findings()
        found.when(owners != 1, "", Problem.NOTHING_CHOSEN)
        found.when(not self.title.strip(), "title", Problem.DOCUMENT_TITLE_MISSING)
        found.when(len(self.title) > text.LINE_LIMIT, "title", Problem.LINE_TOO_LONG)
        found.when(len(self.file_name) > text.LINE_LIMIT, "file", Problem.LINE_TOO_LONG)
        found.when(not self.document_kind, "document_kind", Problem.NOTHING_CHOSEN)
        found.when(self.size < 1, "file", Problem.FILE_EMPTY)
        found.when(self.size > FILE_LIMIT, "file", Problem.FILE_TOO_LARGE)
        found.when(len(self.digest) != _DIGEST_LENGTH, "file", Problem.FILE_EMPTY)
        found.settle()

    @property
    def owner(self) -> UUID | None:
        """The case, referral or meeting it belongs to."""
        return self.case or self.referral or self.meeting

    def copied(self, copy: CopyOut) -> "Attachment":
        """Give it with one more copy saved outside the vault."""
        return replace(self, copies=(*self.copies, copy))

"""What is left of records that were disposed of: a certificate that can be counted, and nobody.

A disposal cannot be taken back. It names no one and holds no identifier of what is gone; for the
audit trail it keeps a seal of each entry that was reduced (see `psg_desktop.store.reductions`).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import DisposalId
from psg_desktop.domain.retention import DueKind, RetentionTrigger

# Stands wherever an identifier of something disposed of stood, so that counts stay right.
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What can still be counted of one case, referral, person or place.

    Attributes:
        groups: The wider headings of its focus areas, never the areas themselves.
        opened, ended: Quarters such as "2020 Q3", "" where there is none.
        reason: The code of the closing reason, or the outcome of the referral.
    """

    about: DueKind
    case_kind: CaseKind | None = None
    groups: tuple[str, ...] = ()
    opened: str = ""
    ended: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many records of a kind were removed."""

    kind: RecordKind
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReducedEntry:
    """One entry of the audit trail that was reduced, by its number, and the seal of what is left.

    Attributes:
        seal: SHA-256 over its number, the digest it had, and what is left; 64 hexadecimal digits.
    """

    sequence: int
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """The certificate of one disposal.

    Attributes:
        number: Such as "D-2026-003".
        by: The public label of the key slot that was opened.
        months, source: The row of the schedule it followed.
        elsewhere: Drafts, imported rows and entries of the search index that went with them.
    """

    id: DisposalId
    number: str
    at: datetime
    by: str = field(repr=False)
    trigger: RetentionTrigger
    months: int
    source: str
    tombstone: Tombstone
    removed: tuple[KindCount, ...]
    elsewhere: int = 0
    entries: tuple[ReducedEntry, ...] = ()

    @property
    def records(self) -> int:
        """How many records were removed in all."""
        return sum(one.count for one in self.removed)


def quarter(day: date) -> str:
    """Give the quarter of a day, such as "2020 Q3"."""
    return f"{day.year} Q{(day.month - 1) // 3 + 1}"

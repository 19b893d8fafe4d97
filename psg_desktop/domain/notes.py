"""Notes: the chronology of a case, each line saying what kind of knowledge it is."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, NoteId
from psg_desktop.domain.refusals import Findings, Problem


class NoteBasis(StrEnum):
    """How it is known."""

    FACT = "fact"
    REPORTED = "reported"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One entry of a chronology.

    Attributes:
        happened_on: The day it happened, and `happened_at` the time where it is known.
        source: The agency it comes from.
        written_at: When it was written, in UTC.

    Raises:
        Refused: The text is missing or too long.
    """

    id: NoteId
    case: CaseId
    happened_on: date
    text: str = field(repr=False)
    written_at: datetime
    happened_at: time | None = None
    source: AgencyId | None = None
    basis: NoteBasis = NoteBasis.FACT

    def __post_init__(self) -> None:
        """Refuse a note that says nothing."""
        found = Findings()
        found.when(not self.text.strip(), "text", Problem.TEXT_MISSING)
        found.when(len(self.text) > text.TEXT_LIMIT, "text", Problem.TEXT_TOO_LONG)
        found.settle()

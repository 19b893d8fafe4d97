"""People connected with a place: who lives there, owns it or runs it, and from when to when."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import PersonId, PlaceId, PlaceTieId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards


class TieRole(StrEnum):
    """What somebody is to a place."""

    RESIDENT = "resident"
    OWNER = "owner"
    LANDLORD = "landlord"
    MANAGER = "manager"
    LICENSEE = "licensee"
    PREMISES_SUPERVISOR = "premises_supervisor"
    KEY_HOLDER = "key_holder"
    EMPLOYEE = "employee"
    REGULAR = "regular"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTie:
    """What a person is to a place between two dates, either of which may be unknown.

    Raises:
        Refused: It ends before it starts, or the remark is too long.
    """

    id: PlaceTieId
    place: PlaceId
    person: PersonId
    role: TieRole
    since: date | None = None
    until: date | None = None
    remark: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a tie that ends before it starts."""
        found = Findings()
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.when(len(self.remark) > text.LINE_LIMIT, "remark", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """A tie and the name of who or what stands at its other end."""

    tie: PlaceTie
    label: str = field(repr=False)

"""Who and what is around a case, in which role and from when to when; and related cases.

Roles are events, not unique pairs: the same person may hold a role, leave it and take it again.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import CaseId, CaseLinkId, InvolvementId
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.spans import backwards


class PartyKind(StrEnum):
    """What is involved in a case."""

    PERSON = "person"
    PLACE = "place"


class RoleKind(StrEnum):
    """The part somebody or somewhere plays in a case."""

    SUBJECT = "subject"
    COMPLAINANT = "complainant"
    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    WITNESS = "witness"
    HOUSEHOLD = "household"
    FAMILY = "family"
    ASSOCIATE = "associate"
    LANDLORD = "landlord"
    HOME = "home"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """A person's or place's role in a case between two dates.

    Raises:
        Refused: It ends before it starts, or the remark is too long.
    """

    id: InvolvementId
    case: CaseId
    party_kind: PartyKind
    party: UUID
    role: RoleKind
    since: date | None = None
    until: date | None = None
    remark: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a role that ends before it starts."""
        found = Findings()
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.when(len(self.remark) > text.LINE_LIMIT, "remark", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """Two cases that belong together, and why.

    Raises:
        Refused: A case is linked with itself.
    """

    id: CaseLinkId
    case: CaseId
    other: CaseId
    nature: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a case linked with itself."""
        if self.case == self.other:
            raise refuse("other", Problem.SAME_CASE)

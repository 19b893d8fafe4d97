"""What was released: when, by whom, which cases, with which digest; and texts for the group."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import CaseId, ReleaseId
from psg_desktop.domain.refusals import Findings, Problem

# A mask is longer than what it hides: "Bo" becomes "[person A]", maybe in every other word.
_LONGEST_MASKED = 20 * text.TEXT_LIMIT


class ReleaseKind(StrEnum):
    """What kind of document left the vault."""

    DELIVERY_GROUP_PACK = "delivery_group_pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedCase:
    """One case of a release, and the reference it had on the page."""

    case: CaseId
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A document that left: no content, only what is needed to answer for it.

    Attributes:
        digest: SHA-256 of the document's bytes as 64 hexadecimal digits.
        version: The short mark printed on its pages.
    """

    id: ReleaseId
    kind: ReleaseKind
    meeting_on: date
    released_at: datetime
    released_by: str = field(repr=False)
    cases: tuple[ReleasedCase, ...]
    digest: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupText:
    """The words for the group that a worker accepted for one passage of a case.

    Attributes:
        part: Which passage of the case: "text", "blocked" or "action/<identifier>".
        text: The accepted words; they hold nobody.
        source: Digest of the text it was made from; a changed source asks for a new decision.

    Raises:
        Refused: The text is too long.
    """

    id: UUID
    case: CaseId
    part: str
    text: str = field(repr=False)
    source: str
    accepted_at: datetime
    accepted_by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a text no page could hold."""
        found = Findings()
        found.when(len(self.text) > _LONGEST_MASKED, "text", Problem.TEXT_TOO_LONG)
        found.settle()

"""What a person decided about the copy of a record before it is given to whom it is about.

Third parties are masked until somebody decides otherwise and says why; more may be masked, and
a record held back, under an exemption. Sources: Data Protection Act 2018, schedule 2 paragraphs
2, 16, 17 and 19, schedule 3 parts 2 to 5, schedule 4, and section 45(4) for law enforcement.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AccessMarkId, AccessRequestId
from psg_desktop.domain.refusals import Findings, Problem


class MarkHow(StrEnum):
    """What becomes of a passage, or of a whole entry."""

    SHOWN = "shown"
    MASKED = "masked"
    HELD_BACK = "held_back"
    LOOKED_AT = "looked_at"


class Exemption(StrEnum):
    """Why something may be kept from the person it is about."""

    THIRD_PARTY = "third_party"
    CRIME = "crime"
    LEGAL_PRIVILEGE = "legal_privilege"
    HARM_HEALTH = "harm_health"
    HARM_SOCIAL_WORK = "harm_social_work"
    HARM_EDUCATION = "harm_education"
    CHILD_ABUSE = "child_abuse"
    BARRED_BY_LAW = "barred_by_law"
    LAW_ENFORCEMENT = "law_enforcement"
    NOT_ABOUT_THEM = "not_about_them"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessMark:
    """What was decided about one spot of one copy.

    Attributes:
        spot: SHA-256 over what the spot is and the words around it, so that a decision no longer
            counts once the words have changed; it points at nothing that could be disposed of.
        passage: The words that are masked beside those that were found, "" otherwise.

    Raises:
        Refused: The reason is missing where something is shown or held back, or the exemption
            where more is kept from the person.
    """

    id: AccessMarkId
    request: AccessRequestId
    spot: str
    how: MarkHow
    exemption: Exemption | None = None
    reason: str = field(default="", repr=False)
    passage: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a decision nobody could account for."""
        found = Findings()
        keeps = self.how in {MarkHow.MASKED, MarkHow.HELD_BACK}
        found.when(keeps and self.exemption is None, "exemption", Problem.EXEMPTION_MISSING)
        owed = self.how in {MarkHow.SHOWN, MarkHow.HELD_BACK} and not self.reason.strip()
        found.when(owed, "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.when(len(self.passage) > text.TEXT_LIMIT, "passage", Problem.TEXT_TOO_LONG)
        found.settle()

"""What a row says otherwise than the record it belongs to, to be taken or left line by line."""

from dataclasses import dataclass, field
from enum import StrEnum


class Differing(StrEnum):
    """What of a record a row says otherwise."""

    TITLE = "title"
    FOCUS_AREAS = "focus_areas"
    STATE = "state"
    RISK = "risk"
    REVIEW = "review"
    LEAD_AGENCY = "lead_agency"
    LEAD_PRACTITIONER = "lead_practitioner"
    PERSON = "person"
    PLACE = "place"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing a row says otherwise; what is there stays unless the difference is taken.

    Attributes:
        key: What it is known by while the rows are checked again.
        about: The record it belongs to, as a person calls it.
        detail: More closely what differs, "" where `what` says it.
        before: What is there, in words; `after` what the row says.
        locked: Why it cannot be taken, in a sentence, or "".
        taken: None while nobody has decided.
    """

    key: str = field(repr=False)
    row: int
    what: Differing
    about: str = field(repr=False)
    detail: str = ""
    before: str = field(repr=False)
    after: str = field(repr=False)
    locked: str = ""
    taken: bool | None = None

    @property
    def unsettled(self) -> bool:
        """Whether somebody has to decide about it."""
        return self.taken is None and not self.locked

"""Lists the partnership can change: dated rows, never recomputed backwards."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusArea:
    """One of the partnership's focus areas, in force between two dates.

    Attributes:
        group: The wider heading a depersonalised page prints where the area is sensitive.
    """

    id: UUID
    code: str
    name: str
    group: str = ""
    sensitive: bool = False
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a focus area nobody could choose."""
        _check_row(self.code, self.name, self.since, self.until)

    def in_force(self, day: date) -> bool:
        """Say whether it can be chosen on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureReason:
    """A reason a case may be closed for, in force between two dates.

    Attributes:
        needs_group: Whether the receiving group or authority must be named.
        review_after_days: When to ask whether it held, None where there is nothing to ask.
        prompt: What the closing summary should say.
    """

    id: UUID
    code: str
    name: str
    needs_group: bool = False
    review_after_days: int | None = None
    prompt: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a reason nobody could choose."""
        _check_row(self.code, self.name, self.since, self.until)

    def in_force(self, day: date) -> bool:
        """Say whether it can be chosen on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInterval:
    """How many days may pass between reviews of cases of one risk level."""

    id: UUID
    risk: RiskLevel
    days: int
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse an interval of no days."""
        found = Findings()
        found.when(self.days < 1, "days", Problem.INTERVAL_NOT_POSITIVE)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it counts on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdLimb:
    """One part of the test a referral must meet, in force between two dates.

    Attributes:
        name: The part in a few words, such as "Significant harm or risk".
        prompt: What is asked about a referral.
    """

    id: UUID
    code: str
    name: str
    prompt: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a part nobody could answer."""
        _check_row(self.code, self.name, self.since, self.until)

    def in_force(self, day: date) -> bool:
        """Say whether it is asked on *day*."""
        return covers(self.since, self.until, day)


def _check_row(code: str, name: str, since: date | None, until: date | None) -> None:
    found = Findings()
    found.when(not code.strip(), "code", Problem.REFERENCE_MISSING)
    found.when(not name.strip(), "name", Problem.NAME_MISSING)
    found.when(backwards(since, until), "until", Problem.ENDS_BEFORE_START)
    found.settle()

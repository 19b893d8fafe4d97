"""Reviews: when a case was looked at, what was decided and when it is looked at next."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from psg_desktop.domain import text
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId, ReviewId
from psg_desktop.domain.refusals import Findings, Problem

# A force's published flow reviews high risk every 14 days and medium every 28 (domain notes b.5).
DEFAULT_INTERVALS = {RiskLevel.HIGH: 14, RiskLevel.MEDIUM: 28, RiskLevel.STANDARD: 56}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review of a case.

    Raises:
        Refused: The decision is missing or too long, or the next review is not after this one.
    """

    id: ReviewId
    case: CaseId
    held_on: date
    decision: str = field(repr=False)
    meeting: str = ""
    next_due: date | None = None
    risk: RiskLevel | None = None

    def __post_init__(self) -> None:
        """Refuse a review without a decision."""
        found = Findings()
        found.when(not self.decision.strip(), "decision", Problem.DECISION_MISSING)
        found.when(len(self.decision) > text.TEXT_LIMIT, "decision", Problem.TEXT_TOO_LONG)
        found.when(len(self.meeting) > text.LINE_LIMIT, "meeting", Problem.LINE_TOO_LONG)
        backwards = self.next_due is not None and self.next_due <= self.held_on
        found.when(backwards, "next_due", Problem.ENDS_BEFORE_START)
        found.settle()


def next_review(held_on: date, every_days: int, meetings: tuple[date, ...] = ()) -> date:
    """Propose the next review: after the interval, but never later than the next PSG meeting.

    Args:
        held_on: The day the interval starts.
        every_days: The interval in days.
        meetings: Dates of coming meetings.
    """
    due = held_on + timedelta(days=every_days)
    coming = [day for day in meetings if day > held_on]
    return min([due, *coming])

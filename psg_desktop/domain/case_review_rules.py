"""What the partnership publishes about ASB case reviews: its threshold and its times.

Dated rows, never recomputed backwards: an application is tested and timed by the rows in force on
the day it was received. Source of the limits: Anti-social Behaviour, Crime and Policing Act 2014,
section 104(4) and (11), and its explanatory notes; local times differ widely and are examples.
"""

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers

MOST_COMPLAINTS = 3  # section 104(4): a local number may be lower, never higher
LONGEST = 365
_YEAR = 12
AddDays = Callable[[date, int], date]


class ReviewStep(StrEnum):
    """A step of a review that has its time, in the order of work."""

    ACKNOWLEDGE = "acknowledge"
    DECIDE = "decide"
    HOLD = "hold"
    TELL = "tell"
    DECIDE_APPEAL = "decide_appeal"


class CountedFrom(StrEnum):
    """What a time is counted from."""

    RECEIVED = "received"
    STEP_BEFORE = "step_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewThreshold:
    """When a review must be held, in force between two dates.

    Attributes:
        complaints: So many qualifying complaints meet the threshold; the law allows at most three.
        months: The application comes within so many months of the report.
        report_months: The report came within so many months of the behaviour.
        people: Or reports by so many different people; None where that is no part of the test.
        source: Where it was agreed and published.

    Raises:
        Refused: More complaints are asked for than the law allows, or a number is not possible.
    """

    id: UUID
    complaints: int = MOST_COMPLAINTS
    months: int = 6
    report_months: int = 1
    people: int | None = None
    source: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a threshold above the one the law sets."""
        found = Findings()
        found.when(self.complaints < 1, "complaints", Problem.INTERVAL_NOT_POSITIVE)
        found.when(self.complaints > MOST_COMPLAINTS, "complaints", Problem.ABOVE_THE_LAW)
        for name in ("months", "report_months"):
            possible = 1 <= getattr(self, name) <= _YEAR * 10
            found.when(not possible, name, Problem.LENGTH_NOT_POSSIBLE)
        few = self.people is not None and self.people < 1
        found.when(few, "people", Problem.INTERVAL_NOT_POSITIVE)
        found.when(len(self.source) > text.TEXT_LIMIT, "source", Problem.TEXT_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it counts for an application of *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTime:
    """Within how many working days a step is taken, in force between two dates.

    Raises:
        Refused: The number of days is not possible, or the row ends before it starts.
    """

    id: UUID
    step: ReviewStep
    days: int
    counted_from: CountedFrom = CountedFrom.STEP_BEFORE
    source: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a time nobody could keep to."""
        found = Findings()
        found.when(not 1 <= self.days <= LONGEST, "days", Problem.LENGTH_NOT_POSSIBLE)
        found.when(len(self.source) > text.TEXT_LIMIT, "source", Problem.TEXT_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it counts for an application of *day*."""
        return covers(self.since, self.until, day)


Dated = TypeVar("Dated", ReviewThreshold, ReviewTime)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRules:
    """The threshold and the times that count for one application.

    Attributes:
        add: Gives the day so many working days after a day.
    """

    threshold: ReviewThreshold
    times: dict[ReviewStep, ReviewTime]
    add: AddDays


def rules_on(
    thresholds: Iterable[ReviewThreshold],
    times: Iterable[ReviewTime],
    day: date,
    add: AddDays,
) -> ReviewRules:
    """Give what counts for an application of *day*; the law's own threshold where none is set."""
    law = ReviewThreshold(id=UUID(int=0))
    kept = [one for one in thresholds if one.in_force(day)]
    return ReviewRules(
        threshold=kept[-1] if kept else law,
        times={one.step: one for one in times if one.in_force(day)},
        add=add,
    )


def last_day_of(start: date, months: int) -> date:
    """Give the last day of a time of so many months that begins with *start*.

    One month that begins with 5 March ends with 4 April; where the last month has no such day, as
    after 31 January, it ends with the last of that month.
    """
    years, month = divmod(start.month - 1 + months, _YEAR)
    year = start.year + years
    longest = calendar.monthrange(year, month + 1)[1]
    if start.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, start.day) - timedelta(days=1)

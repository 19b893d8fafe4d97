"""What counts of demand say: high demand, and what changed between two windows of months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from psg_desktop.domain.demand import (
    DemandCount,
    DemandTrigger,
    month_of,
    shifted,
)

# Counts of one measure by the first day of their month; a month that is not there is not known.
Series = Mapping[date, int]


class WindowLength(Enum):
    """How many months are compared on each side of the month a case was opened in."""

    THREE = 3
    SIX = 6
    TWELVE = 12


class LeftOut(StrEnum):
    """Why a case is not in the figure of the caseload."""

    NOT_COUNTED = "not_counted"
    NOT_OVER = "not_over"
    MONTHS_UNKNOWN = "months_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMet:
    """A trigger that is met: so many contacts from the first day of one month to another's end."""

    trigger: DemandTrigger
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Months in a row, and what is known of them.

    Attributes:
        total: Contacts in the known months.
        known: How many months are known, of `months`.
    """

    first: date
    last: date
    months: int
    known: int = 0
    total: int = 0

    @property
    def whole(self) -> bool:
        """Whether every month is known."""
        return self.known == self.months


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRatio:
    """The rate after as a multiple of the rate before.

    Attributes:
        ratio: None where there were none before.
        low: Lower end of the 95 % interval, None where there were none after.
        high: Upper end of the 95 % interval, None where there were none before. With none on one
            side the other end is of a one-sided 95 % interval.
    """

    ratio: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandChange:
    """What changed between the months before a case was opened and those after.

    Attributes:
        ratio: None where a side has no known month, or nothing was counted on either side.
        over: Whether the months after are all past.
    """

    opened: date
    before: Window
    after: Window
    ratio: RateRatio | None
    over: bool


def trigger_met(trigger: DemandTrigger, counts: Iterable[DemandCount]) -> TriggerMet | None:
    """Give the latest months in a row whose known counts meet a trigger, None where none do.

    Counts of all its measures and of all agencies are added up. Months that are not known add
    nothing, so that the sum is the least there were. A trigger counts in the months it is in
    force in.
    """
    summed: dict[date, int] = {}
    for one in counts:
        if one.measure in trigger.measures:
            summed[one.month] = summed.get(one.month, 0) + one.count
    for last in sorted(summed, reverse=True):
        first = shifted(last, 1 - trigger.months)
        total = sum(count for month, count in summed.items() if first <= month <= last)
        if total >= trigger.at_least and trigger.in_force_during(last):
            return TriggerMet(trigger=trigger, count=total, first=first, last=last)
    return None


def before_window(series: Series, opened: date, length: WindowLength) -> Window:
    """Give the months up to the one before the case was opened."""
    return _window(series, shifted(month_of(opened), -length.value), length)


def after_window(series: Series, opened: date, length: WindowLength, today: date) -> Window:
    """Give the months from the one after the case was opened; a month not over is not known."""
    past = {month: count for month, count in series.items() if month < month_of(today)}
    return _window(past, shifted(month_of(opened), 1), length)


def is_over(window: Window, today: date) -> bool:
    """Say whether every month of a window is past."""
    return window.last < month_of(today)


def merged(every: Iterable[Series]) -> dict[date, int]:
    """Add up counts of several agencies; a month is known where it is known of each of them."""
    series = tuple(every)
    shared = set(series[0]).intersection(*series[1:]) if series else set()
    return {month: sum(one[month] for one in series) for month in sorted(shared)}


def _window(series: Series, first: date, length: WindowLength) -> Window:
    months = [shifted(first, by) for by in range(length.value)]
    known = [series[month] for month in months if month in series]
    return Window(
        first=first, last=months[-1], months=length.value, known=len(known), total=sum(known)
    )

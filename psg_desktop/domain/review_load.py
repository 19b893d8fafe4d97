"""How many reviews each of the coming weeks holds, and how they could be spread."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId

# What one person can look at between other work; "5 a day".
REVIEWS_A_DAY = 5
WEEKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReview:
    """A review to come.

    Attributes:
        latest: The last day its interval and the next meeting permit.
    """

    case: CaseId
    reference: str
    title: str = field(repr=False)
    risk: RiskLevel | None
    due: date
    latest: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of the load: its Monday, the days reviews can be planned on, and how many are due."""

    monday: date
    free: tuple[date, ...]
    due: int

    @property
    def capacity(self) -> int:
        """How many reviews it can hold."""
        return REVIEWS_A_DAY * len(self.free)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMove:
    """A review that is proposed for another day."""

    case: CaseId
    reference: str
    title: str = field(repr=False)
    before: date
    after: date


def monday_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_from(
    today: date, planned: Sequence[PlannedReview], free: Sequence[date]
) -> tuple[Week, ...]:
    """Give the coming weeks, this one first, with the free days after today in each."""
    first = monday_of(today)
    mondays = [first + timedelta(weeks=count) for count in range(WEEKS)]
    due = Counter(monday_of(one.due) for one in planned if one.due >= today)
    open_days = [day for day in free if day > today]
    return tuple(
        Week(
            monday=monday,
            free=tuple(day for day in open_days if monday_of(day) == monday),
            due=due[monday],
        )
        for monday in mondays
    )


def spread(planned: Sequence[PlannedReview], weeks: Sequence[Week]) -> tuple[ReviewMove, ...]:
    """Propose moves from the fullest weeks to lighter ones, the lowest risk first.

    High risk is never moved; nothing is moved past its latest day or onto a day that is not free.
    What is due on a day off goes to the nearest free day; everything else moves only to a week
    that stays lighter than the one it leaves. Each review moves once at most.
    """
    spreading = _Spreading(planned, weeks)
    moves = []
    for week in sorted(weeks, key=lambda one: (-_fullness(one.due, one), one.monday)):
        here = [one for one in planned if monday_of(one.due) == week.monday]
        for one in sorted(here, key=_least_pressing):
            move = spreading.move(one, week)
            if move is not None:
                moves.append(move)
    return tuple(sorted(moves, key=lambda one: (one.before, one.reference)))


class _Spreading:
    """Keeps count of days and weeks while reviews move."""

    def __init__(self, planned: Sequence[PlannedReview], weeks: Sequence[Week]) -> None:
        self._weeks = weeks
        self._of_day = Counter(one.due for one in planned)
        self._of_week = {week.monday: week.due for week in weeks}

    def move(self, one: PlannedReview, week: Week) -> ReviewMove | None:
        """Move a review to the lightest week that may take it, None where none may."""
        if one.risk is RiskLevel.HIGH:
            return None
        day_off = one.due not in week.free
        found = [
            (0.0 if day_off else self._full_with(to), abs((day - one.due).days), day)
            for to in self._weeks
            if (self._room(to) if day_off else self._lighter(to, week))
            for day in self._days(to, one)
        ]
        if not found:
            return None
        day = min(found)[2]
        self._of_day[one.due] -= 1
        self._of_day[day] += 1
        self._of_week[week.monday] -= 1
        self._of_week[monday_of(day)] += 1
        return ReviewMove(
            case=one.case, reference=one.reference, title=one.title, before=one.due, after=day
        )

    def _room(self, to: Week) -> bool:
        return self._of_week[to.monday] < to.capacity

    def _full_with(self, to: Week) -> float:
        return _fullness(self._of_week[to.monday] + 1, to)

    def _lighter(self, to: Week, week: Week) -> bool:
        """Say whether a week is lighter with one more than the other is now."""
        now = self._of_week[week.monday]
        fewer = self._of_week[to.monday] + 1 < now
        return self._room(to) and fewer and self._full_with(to) < _fullness(now, week)

    def _days(self, to: Week, one: PlannedReview) -> list[date]:
        """Give the days of a week with the fewest reviews among those that one may move to."""
        days = [day for day in to.free if day <= one.latest and self._of_day[day] < REVIEWS_A_DAY]
        fewest = min((self._of_day[day] for day in days), default=0)
        return [day for day in days if self._of_day[day] == fewest]


def _fullness(due: int, week: Week) -> float:
    if not week.free:
        return float("inf") if due else 0.0
    return due / len(week.free)


_PRESSING = {RiskLevel.STANDARD: 0, None: 1, RiskLevel.MEDIUM: 2, RiskLevel.HIGH: 3}


def _least_pressing(one: PlannedReview) -> tuple[int, date, str]:
    return _PRESSING[one.risk], one.due, one.reference

"""The review load of the coming weeks, the coordinator's leave, and spreading reviews."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import LeaveId
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.review_load import (
    WEEKS,
    PlannedReview,
    ReviewMove,
    Week,
    monday_of,
    spread,
    weeks_from,
)
from psg_desktop.domain.reviews import DEFAULT_INTERVALS
from psg_desktop.reference import workdays
from psg_desktop.store.queries import meetings, review_dates
from psg_desktop.store.queries.review_dates import ReviewDate
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLoad:
    """The coming weeks, the reviews that are overdue or due today, and the moves that would help.

    Attributes:
        overdue: How many reviews are overdue; they are to be done, not moved.
    """

    weeks: tuple[Week, ...]
    overdue: int
    moves: tuple[ReviewMove, ...]


def load(office: Office) -> ReviewLoad:
    """Read the load of the next eight weeks, and how it could be spread."""
    with office.reading() as unit:
        planned = _planned(office, unit)
        free = _free_days(unit, office.today())
    ahead = [one for one in planned if one.due >= office.today()]
    weeks = weeks_from(office.today(), ahead, free)
    shown = {week.monday for week in weeks}
    coming = [one for one in ahead if one.due > office.today() and monday_of(one.due) in shown]
    return ReviewLoad(weeks=weeks, overdue=len(planned) - len(ahead), moves=spread(coming, weeks))


def move_reviews(office: Office, moves: Sequence[ReviewMove]) -> None:
    """Move reviews to the days proposed, all in one step.

    Raises:
        Refused: One of them is no longer due on the day it was, or may not be moved there now.
    """
    with office.working(Act.SPREAD_REVIEWS) as unit:
        known = {one.case: one for one in _planned(office, unit)}
        free = frozenset(_free_days(unit, office.today()))
        for move in moves:
            now = known.get(move.case)
            if now is None or now.due != move.before or not _may_move(now, move.after, free):
                raise refuse("", Problem.CHANGED_MEANWHILE)
            unit.cases.put(replace(unit.cases.get(move.case), review_due=move.after))


def leaves(office: Office) -> tuple[Leave, ...]:
    """Read the leave that is not over yet, the earliest first."""
    with office.reading() as unit:
        found = (one for one in unit.leaves.all() if one.until >= office.today())
        return tuple(sorted(found, key=lambda one: (one.since, one.id)))


def add_leave(office: Office, leave: Leave) -> None:
    """Keep days on which no review is planned."""
    with office.working(Act.SAVE_LEAVE) as unit:
        unit.leaves.put(leave)


def remove_leave(office: Office, id_: LeaveId) -> None:
    """Take leave away.

    Raises:
        Refused: There is none of this identifier.
    """
    with office.working(Act.SAVE_LEAVE) as unit:
        unit.leaves.remove(id_)


def _may_move(one: PlannedReview, day: date, free: frozenset[date]) -> bool:
    return one.risk is not RiskLevel.HIGH and day in free and day <= one.latest


def _free_days(unit: Unit, today: date) -> list[date]:
    away = frozenset(day for leave in unit.leaves.all() for day in leave.days())
    last = monday_of(today) + timedelta(weeks=WEEKS)
    days = (today + timedelta(days=count) for count in range(1, (last - today).days))
    return [day for day in days if workdays.is_working_day(day, away)]


def _planned(office: Office, unit: Unit) -> list[PlannedReview]:
    today = office.today()
    rows = [one for one in unit.review_intervals.all() if one.in_force(today)]
    intervals = {**DEFAULT_INTERVALS, **{one.risk: one.days for one in rows}}
    meeting = meetings.next_day(unit.reading, MeetingGroup.PSG, today)
    found = review_dates.open_cases(unit.reading)
    return [_planned_of(one, intervals, meeting) for one in found]


def _planned_of(
    one: ReviewDate, intervals: dict[RiskLevel, int], meeting: date | None
) -> PlannedReview:
    every = one.every or intervals[one.risk or RiskLevel.MEDIUM]
    latest = one.since + timedelta(days=every)
    return PlannedReview(
        case=one.case,
        reference=one.reference,
        title=one.title,
        risk=one.risk,
        due=one.due,
        latest=latest if meeting is None else min(latest, meeting),
    )

"""Meetings: planning, moving and cancelling them, sending papers, approving minutes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from psg_desktop.casework.office import Office
from psg_desktop.domain import meetings as domain
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.reference import workdays
from psg_desktop.store.queries import meetings
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffs:
    """The last days for what goes before a meeting, both working days."""

    papers: date
    referrals: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One line of the calendar of meetings: the meeting and how many items its agenda has."""

    meeting: Meeting
    items: int
    cut_offs: CutOffs


def plan(office: Office, *planned: Meeting) -> None:
    """Plan meetings, all of them or none.

    Raises:
        Refused: One lies in the past, or its group meets on that day already.
    """
    with office.working(Act.PLAN_MEETING) as unit:
        for meeting in planned:
            if meeting.on < office.today():
                raise refuse("on", Problem.DATE_IN_PAST)
            _check_free(unit, meeting)
            unit.meetings.put(meeting)


def plan_days(office: Office, group: MeetingGroup, days: Iterable[date]) -> None:
    """Plan a meeting of a group on each day it does not meet yet, with its usual facts.

    Raises:
        Refused: It meets on all of these days already.
    """
    with office.reading() as unit:
        taken = set(meetings.days(unit.reading, group))
    free = [day for day in days if day not in taken]
    if not free:
        raise refuse("first", Problem.ALREADY_THERE)
    plan(office, *(usual(office, group, day) for day in free))


def usual(office: Office, group: MeetingGroup, on: date) -> Meeting:
    """Propose a meeting of a group on a day, with the facts of the group's latest meeting."""
    with office.reading() as unit:
        known = meetings.of_group(unit.reading, group)
    new = Meeting(id=MeetingId(office.new_id()), group=group, on=on)
    if not known:
        return new
    last = known[-1]
    return replace(
        new,
        starts=last.starts,
        length=last.length,
        place=last.place,
        chair=last.chair,
        papers_days=last.papers_days,
        referral_days=last.referral_days,
    )


def amend(office: Office, meeting: Meeting) -> None:
    """Keep changed facts of a meeting; its state is changed by the moves below.

    Raises:
        Refused: Its state differs from the one kept, or its group meets on that day already.
    """
    with office.working(Act.CHANGE_MEETING) as unit:
        kept = unit.meetings.get(meeting.id)
        found = Findings()
        found.when(kept.state is not meeting.state, "state", Problem.CHANGED_MEANWHILE)
        moved = kept.on != meeting.on
        found.when(moved and not kept.coming, "on", Problem.MOVE_NOT_POSSIBLE)
        found.when(moved and meeting.on < office.today(), "on", Problem.DATE_IN_PAST)
        found.settle()
        _check_free(unit, meeting)
        unit.meetings.put(meeting)


def move(office: Office, id_: MeetingId, on: date, starts: time | None = None) -> None:
    """Hold a meeting on another day.

    Raises:
        Refused: It was held or cancelled, the day has passed, or its group meets then already.
    """
    if on < office.today():
        raise refuse("on", Problem.DATE_IN_PAST)

    def elsewhere(meeting: Meeting) -> Meeting:
        return meeting.move(on, starts or meeting.starts)

    _change(office, Act.CHANGE_MEETING, id_, elsewhere)


def cancel(office: Office, id_: MeetingId, reason: str) -> None:
    """Call a meeting off, saying why.

    Raises:
        Refused: Without a reason, or it was held already.
    """
    _change(office, Act.CANCEL_MEETING, id_, lambda meeting: meeting.cancel(reason))


def send_papers(office: Office, id_: MeetingId) -> None:
    """Say that the papers of a meeting went out.

    Raises:
        Refused: They went out already, or it was held or cancelled.
    """
    _change(office, Act.SEND_PAPERS, id_, lambda meeting: meeting.send_papers())


def approve_minutes(office: Office, id_: MeetingId, on: date) -> None:
    """Say that the minutes of a meeting were approved.

    Raises:
        Refused: It was not held, or the day lies before it or in the future.
    """
    if on > office.today():
        raise refuse("approved_on", Problem.DATE_IN_FUTURE)
    _change(office, Act.APPROVE_MINUTES, id_, lambda meeting: meeting.approve(on))


def get(office: Office, id_: MeetingId) -> Meeting:
    """Read one meeting.

    Raises:
        Refused: There is no such meeting.
    """
    with office.reading() as unit:
        return unit.meetings.get(id_)


def calendar(office: Office, group: MeetingGroup) -> tuple[MeetingLine, ...]:
    """Read every meeting of a group in order of date."""
    with office.reading() as unit:
        counts = meetings.item_counts(unit.reading)
        return tuple(
            MeetingLine(meeting=one, items=counts.get(one.id, 0), cut_offs=cut_offs(one))
            for one in meetings.of_group(unit.reading, group)
        )


def last_held(office: Office, meeting: Meeting) -> Meeting | None:
    """Read the meeting of the same group that was held last before another."""
    with office.reading() as unit:
        return before(unit, meeting)


def before(unit: Unit, meeting: Meeting) -> Meeting | None:
    """Read the meeting of the same group that was held last before another, in a unit."""
    known = meetings.of_group(unit.reading, meeting.group)
    return domain.last_held(known, meeting.group, meeting.on)


def cut_offs(meeting: Meeting) -> CutOffs:
    """Give the last working days for papers and for referrals before a meeting."""
    return CutOffs(
        papers=workdays.add_working_days(meeting.on, -meeting.papers_days),
        referrals=workdays.add_working_days(meeting.on, -meeting.referral_days),
    )


def _check_free(unit: Unit, meeting: Meeting) -> None:
    same_day = unit.meetings.where(group=meeting.group, on=meeting.on)
    others = [one for one in same_day if one.id != meeting.id]
    if any(one.state is not MeetingState.CANCELLED for one in others):
        raise refuse("on", Problem.ALREADY_THERE)


def _change(
    office: Office, act: Act, id_: MeetingId, changed: Callable[[Meeting], Meeting]
) -> None:
    with office.working(act) as unit:
        meeting = changed(unit.meetings.get(id_))
        if meeting.coming:
            _check_free(unit, meeting)
        unit.meetings.put(meeting)

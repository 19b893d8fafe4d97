"""Meetings, their agendas with what each item is about, and who has something to answer for."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from psg_desktop.domain.actions import OPEN_STATES, ActionState
from psg_desktop.domain.agendas import AgendaItem
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import CaseId, MeetingId
from psg_desktop.domain.lists import ActionRow, CaseRow
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState
from psg_desktop.store import schema, shelves
from psg_desktop.store.queries import actions_list, caseload
from psg_desktop.store.units import Reading

_M, _I, _C, _A = schema.meetings.c, schema.agenda_items.c, schema.cases.c, schema.actions.c
_N, _R = schema.notes.c, schema.reviews.c


def days(reading: Reading, group: MeetingGroup) -> tuple[date, ...]:
    """Read the days of a group's meetings that were not cancelled, past and to come, in order."""
    wanted = (
        select(_M.on)
        .where(_M.group == group.value, _M.state != MeetingState.CANCELLED.value)
        .distinct()
        .order_by(_M.on)
    )
    return tuple(map(date.fromisoformat, reading.connection.execute(wanted).scalars()))


def next_day(reading: Reading, group: MeetingGroup, after: date) -> date | None:
    """Read the day of a group's next meeting on or after a day, None where none is planned.

    One that was held on that very day is over.
    """
    wanted = select(func.min(_M.on)).where(
        _M.group == group.value,
        _M.state.in_((MeetingState.PLANNED.value, MeetingState.PAPERS_SENT.value)),
        _M.on >= after.isoformat(),
    )
    found = reading.connection.execute(wanted).scalar()
    return date.fromisoformat(found) if found else None


def of_group(reading: Reading, group: MeetingGroup) -> tuple[Meeting, ...]:
    """Read every meeting of a group in order of date."""
    wanted = select(schema.meetings).where(_M.group == group.value).order_by(_M.on, _M.id)
    return tuple(map(shelves.MEETINGS.to_value, reading.connection.execute(wanted).mappings()))


def items(reading: Reading, meeting: MeetingId) -> tuple[AgendaItem, ...]:
    """Read the agenda of a meeting in its order."""
    wanted = (
        select(schema.agenda_items)
        .where(_I.meeting == str(meeting))
        .order_by(_I.position, _I.id)
    )  # fmt: skip
    rows = reading.connection.execute(wanted).mappings()
    return tuple(map(shelves.AGENDA_ITEMS.to_value, rows))


def item_counts(reading: Reading) -> dict[UUID, int]:
    """Read how many items the agenda of each meeting has."""
    counted = select(_I.meeting, func.count()).group_by(_I.meeting)
    return {UUID(row[0]): row[1] for row in reading.connection.execute(counted)}


def cases_due(reading: Reading, by: date, day: date) -> tuple[CaseRow, ...]:
    """Read the open cases whose review is due *by* a meeting, or that were escalated.

    What is overdue among their actions is reckoned on *day*.
    """
    due = (_C.state != CaseState.CLOSED.value) & (
        (_C.review_due <= by.isoformat()) | (_C.state == CaseState.ESCALATED.value)
    )
    ids = list(reading.connection.execute(select(_C.id).where(due)).scalars())
    return caseload.rows(reading, ids, day)


def case_rows(reading: Reading, ids: set[CaseId], day: date) -> dict[UUID, CaseRow]:
    """Read the caseload rows of some cases, by identifier."""
    found = caseload.rows(reading, sorted(map(str, ids)), day)
    return {row.id: row for row in found}


def open_actions(reading: Reading, day: date) -> tuple[ActionRow, ...]:
    """Read every agreed action that is not finished, overdue and earliest ones first."""
    return actions_list.those(reading, day, _A.state.in_([state.value for state in OPEN_STATES]))


def live_actions_of(reading: Reading, cases: set[CaseId], day: date) -> tuple[ActionRow, ...]:
    """Read the proposed and open actions of some cases, overdue and earliest ones first."""
    states = [*(state.value for state in OPEN_STATES), ActionState.PROPOSED.value]
    return actions_list.those(
        reading, day, _A.state.in_(states), _A.case.in_(sorted(map(str, cases)))
    )


def actions_by_id(reading: Reading, ids: set[UUID], day: date) -> dict[UUID, ActionRow]:
    """Read some actions, by identifier."""
    found = actions_list.those(reading, day, _A.id.in_(sorted(map(str, ids))))
    return {row.id: row for row in found}


def agreed_at(reading: Reading, group_meeting: str) -> set[UUID]:
    """Read the actions agreed at the meetings of a group, such as "Delivery Group meeting"."""
    wanted = select(_A.id).where(_A.meeting.startswith(group_meeting, autoescape=True))
    return {UUID(key) for key in reading.connection.execute(wanted).scalars()}


def agreed_on(reading: Reading) -> dict[UUID, date]:
    """Read the day each open action was agreed, where it is known."""
    wanted = select(_A.id, _A.agreed_on).where(
        _A.state.in_([state.value for state in OPEN_STATES]), _A.agreed_on.is_not(None)
    )
    return {
        UUID(row.id): date.fromisoformat(row.agreed_on)
        for row in reading.connection.execute(wanted)
    }


def last_entries(reading: Reading, cases: set[CaseId]) -> dict[UUID, date]:
    """Read the day of the last note or review of some cases, none where nothing was written."""
    found: dict[UUID, date] = {}
    for column, of in ((_N.happened_on, _N.case), (_R.held_on, _R.case)):
        wanted = (
            select(of, func.max(column)).where(of.in_(sorted(map(str, cases)))).group_by(of)
        )  # fmt: skip
        for key, latest in reading.connection.execute(wanted):
            day = date.fromisoformat(latest)
            found[UUID(key)] = max(day, found.get(UUID(key), day))
    return found


def touched_after(reading: Reading, records: set[UUID], day: date) -> set[UUID]:
    """Read which records were changed on or after a day, by the audit trail."""
    u = schema.audit.c
    wanted = (
        select(u.record)
        .where(u.record.in_(sorted(map(str, records))), u.at >= day.isoformat())
        .distinct()
    )
    return set(map(UUID, reading.connection.execute(wanted).scalars()))

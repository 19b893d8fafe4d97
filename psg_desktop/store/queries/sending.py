"""What goes out to agencies and calendars: open actions by owner, dates to come, row codes."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from psg_desktop.domain.action_sheets import action_mark
from psg_desktop.domain.actions import OPEN_STATES, Action
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import ActionId, AgencyId
from psg_desktop.domain.meetings import MeetingGroup, MeetingState
from psg_desktop.store import schema, shelves
from psg_desktop.store.units import Reading

_A, _C, _M = schema.actions.c, schema.cases.c, schema.meetings.c
_OPEN = tuple(sorted(state.value for state in OPEN_STATES))


class DueDay(NamedTuple):
    """A day by which something is due in a case."""

    id: str
    reference: str
    on: date


class MeetingDay(NamedTuple):
    """A day on which a group meets, or was to meet."""

    id: str
    group: MeetingGroup
    on: date
    cancelled: bool


def owners(reading: Reading) -> tuple[AgencyId, ...]:
    """Read which agencies own an open action."""
    wanted = select(_A.owner).where(_A.state.in_(_OPEN)).distinct().order_by(_A.owner)
    return tuple(AgencyId(UUID(one)) for one in reading.connection.execute(wanted).scalars())


def open_actions(reading: Reading, owner: AgencyId) -> tuple[tuple[Action, str], ...]:
    """Read the open actions of an agency by due date, each with the reference of its case."""
    wanted = (
        select(schema.actions, _C.reference)
        .join(schema.cases, _C.id == _A.case)
        .where(_A.owner == str(owner), _A.state.in_(_OPEN))
        .order_by(_A.due, _C.reference, _A.id)
    )
    found = reading.connection.execute(wanted).mappings()
    return tuple((shelves.ACTIONS.to_value(row), str(row["reference"])) for row in found)


def marked(reading: Reading, marks: Collection[str]) -> dict[str, ActionId]:
    """Find the actions that the first halves of some row codes stand for."""
    wanted = set(marks)
    keys = reading.connection.execute(select(_A.id)).scalars()
    found = ((action_mark(one), one) for one in keys)
    return {mark: ActionId(UUID(one)) for mark, one in found if mark in wanted}


def reviews_due(reading: Reading) -> tuple[DueDay, ...]:
    """Read the day of the next review of every open case that has one."""
    wanted = (
        select(_C.id, _C.reference, _C.review_due)
        .where(_C.state != CaseState.CLOSED.value, _C.review_due.is_not(None))
        .order_by(_C.review_due, _C.reference)
    )
    return tuple(_due(row) for row in reading.connection.execute(wanted))


def actions_due(reading: Reading) -> tuple[DueDay, ...]:
    """Read the due day of every open action."""
    wanted = (
        select(_A.id, _C.reference, _A.due)
        .join(schema.cases, _C.id == _A.case)
        .where(_A.state.in_(_OPEN), _A.due.is_not(None))
        .order_by(_A.due, _C.reference, _A.id)
    )
    return tuple(_due(row) for row in reading.connection.execute(wanted))


def meetings_from(reading: Reading, day: date) -> tuple[MeetingDay, ...]:
    """Read the meetings on a day or after it, with those that were called off."""
    wanted = (
        select(_M.id, _M.group, _M.on, _M.state)
        .where(_M.on >= day.isoformat())
        .order_by(_M.on, _M.id)
    )
    return tuple(
        MeetingDay(
            id=id_,
            group=MeetingGroup(group),
            on=date.fromisoformat(on),
            cancelled=state == MeetingState.CANCELLED.value,
        )
        for id_, group, on, state in reading.connection.execute(wanted)
    )


def _due(row: tuple[str, str, str]) -> DueDay:
    id_, reference, on = row
    return DueDay(id=id_, reference=reference, on=date.fromisoformat(on))

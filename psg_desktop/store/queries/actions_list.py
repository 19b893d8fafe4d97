"""The actions of the whole caseload, filtered and paged in the store."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, func, select

from psg_desktop.domain.actions import OPEN_STATES, ActionState
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId
from psg_desktop.domain.lists import ActionFilter, ActionRow, ActionView, Page
from psg_desktop.domain.orders import ActionColumn, ActionOrder
from psg_desktop.store import schema
from psg_desktop.store.queries.matching import actions_with
from psg_desktop.store.queries.ordering import Sorting, in_order, words
from psg_desktop.store.units import Reading

SOON = timedelta(days=7)
_A, _C, _G = schema.actions.c, schema.cases.c, schema.agencies.c
_OPEN = tuple(state.value for state in OPEN_STATES)


_NEXT_DUE = ActionOrder()


def page(
    reading: Reading, asked: ActionFilter, day: date, part: slice, order: ActionOrder = _NEXT_DUE
) -> Page[ActionRow]:
    """Read one page of actions, and how many there are in all."""
    conditions = _narrowing(asked, day)
    total = reading.connection.execute(
        select(func.count()).select_from(schema.actions).where(*conditions)
    ).scalar_one()
    wanted = (
        _select()
        .where(*conditions)
        .order_by(*in_order(order, _sortings(day), _A.due.is_(None), _A.due, _A.id))
        .offset(part.start or 0)
    )
    if part.stop is not None:
        wanted = wanted.limit(part.stop - (part.start or 0))
    found = reading.connection.execute(wanted).mappings()
    return Page(rows=tuple(_row(row, day) for row in found), total=total)


def those(reading: Reading, day: date, *conditions: ColumnElement[bool]) -> tuple[ActionRow, ...]:
    """Read the actions that meet some conditions, by due date."""
    wanted = _select().where(*conditions).order_by(_A.due.is_(None), _A.due, _A.id)
    return tuple(_row(row, day) for row in reading.connection.execute(wanted).mappings())


def _narrowing(asked: ActionFilter, day: date) -> tuple[ColumnElement[bool], ...]:
    found = list(_view(asked.view, day))
    if asked.owners:
        found.append(_A.owner.in_(sorted(map(str, asked.owners))))
    if asked.states:
        found.append(_A.state.in_(sorted(state.value for state in asked.states)))
    return (*found, *actions_with(asked.words))


def _view(view: ActionView, day: date) -> tuple[ColumnElement[bool], ...]:
    still_open = _A.state.in_(_OPEN)
    match view:
        case ActionView.ALL:
            return ()
        case ActionView.OPEN:
            return (_A.state.in_((*_OPEN, ActionState.PROPOSED.value)),)
        case ActionView.OVERDUE:
            return (still_open, _A.due < day.isoformat())
        case ActionView.DUE_SOON:
            until = (day + SOON).isoformat()
            return (still_open, _A.due >= day.isoformat(), _A.due <= until)


_STATES = {state.value: place for place, state in enumerate(ActionState, start=2)}
_OWNER = case((_G.short_name != "", _G.short_name), else_=_G.name)


def _sortings(day: date) -> dict[ActionColumn, Sorting]:
    still_open = _A.state.in_(_OPEN)
    # As the state is shown: overdue and due soon stand before what was agreed.
    standing = case(
        (and_(still_open, _A.due < day.isoformat()), 0),
        (and_(still_open, _A.due <= (day + SOON).isoformat()), 1),
        else_=case(_STATES, value=_A.state),
    )
    return {
        ActionColumn.STATE: Sorting(standing),
        ActionColumn.DUE: Sorting(_A.due, gaps=True),
        ActionColumn.WHAT: words(_A.what),
        ActionColumn.OWNER: words(_OWNER),
        ActionColumn.OFFICER: words(_A.officer),
        ActionColumn.CASE: Sorting(_C.reference),
        ActionColumn.CASE_TITLE: Sorting(_C.title_key),
    }


def _select() -> Select[Any]:
    joined = schema.actions.join(schema.cases, _C.id == _A.case)
    return select(
        _A.id, _A.case, _A.what, _A.officer, _A.due, _A.state, _A.owner.label("owner_id"),
        _C.reference, _C.title, func.coalesce(_OWNER, "").label("owner"),
    ).select_from(joined.outerjoin(schema.agencies, _G.id == _A.owner))  # fmt: skip


def _row(row: RowMapping, day: date) -> ActionRow:
    due = date.fromisoformat(row["due"]) if row["due"] else None
    return ActionRow(
        id=ActionId(UUID(row["id"])),
        case=CaseId(UUID(row["case"])),
        reference=row["reference"],
        case_title=row["title"],
        what=row["what"],
        owner=row["owner"],
        owner_id=AgencyId(UUID(row["owner_id"])) if row["owner_id"] else None,
        officer=row["officer"],
        due=due,
        state=ActionState(row["state"]),
        overdue=row["state"] in _OPEN and due is not None and due < day,
    )

"""The caseload: filtered, ordered and paged in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)

from psg_desktop.domain.actions import OPEN_STATES
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.closing import LIVE_PROPOSALS
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CaseFilter, CaseRow, CaseView, Page
from psg_desktop.domain.orders import CaseColumn, CaseOrder
from psg_desktop.store import schema
from psg_desktop.store.queries.matching import cases_with
from psg_desktop.store.queries.ordering import Sorting, in_order
from psg_desktop.store.units import Reading

_C = schema.cases.c
_A = schema.actions.c
_OPEN_ACTIONS = tuple(state.value for state in OPEN_STATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The day a list is read on, and after how many days without an entry a case is quiet."""

    day: date
    quiet_after: int = 30


def page(
    reading: Reading, asked: CaseFilter, order: CaseOrder, horizon: Horizon, part: slice
) -> Page[CaseRow]:
    """Read one page of the caseload, and how many cases there are in all.

    The page is a slice of rows, such as `slice(0, 200)`.
    """
    conditions = narrowing(asked, horizon)
    sorting = _sortings(horizon.day)[order.column]
    # Searched once, kept, then counted and put in order: asked apart, a search would be made twice,
    # and counted over a window every row found would be copied.
    kept = (
        select(_C.id, _C.reference, sorting.by.label("sorted_by"))
        .where(*conditions)
        .cte("kept")
        .prefix_with("MATERIALIZED")
    )
    sortings = {order.column: Sorting(kept.c.sorted_by, gaps=sorting.gaps)}
    wanted = (
        select(kept.c.id, select(func.count()).select_from(kept).scalar_subquery())
        .order_by(*in_order(order, sortings, kept.c.reference))
        .offset(part.start or 0)
    )
    if part.stop is not None:
        wanted = wanted.limit(part.stop - (part.start or 0))
    found = reading.connection.execute(wanted).all() if part.stop != part.start else []
    if not found:
        count = select(func.count()).select_from(schema.cases).where(*conditions)
        return Page(rows=(), total=reading.connection.execute(count).scalar_one())
    return Page(rows=rows(reading, [row[0] for row in found], horizon.day), total=found[0][1])


def rows(reading: Reading, ids: Sequence[str], day: date) -> tuple[CaseRow, ...]:
    """Read the caseload rows of these cases, in the order of their identifiers as given."""
    found = {row["id"]: _row(row) for row in reading.connection.execute(_rows(ids, day)).mappings()}
    return tuple(found[id_] for id_ in ids if id_ in found)


def all_references(reading: Reading) -> tuple[str, ...]:
    """Read every case reference."""
    return tuple(reading.connection.execute(select(_C.reference)).scalars())


def narrowing(asked: CaseFilter, horizon: Horizon) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions a filter stands for."""
    found = list(_view(asked.view, horizon))
    found += _among(_C.kind, [kind.value for kind in asked.kinds])
    found += _among(_C.state, [state.value for state in asked.states])
    if asked.risks:
        known = [risk.value for risk in asked.risks if risk is not None]
        unknown = [_C.risk.is_(None)] if None in asked.risks else []
        found.append(or_(_C.risk.in_(known), *unknown))
    leads: list[ColumnElement[bool]] = _among(_C.lead_agency, list(map(str, asked.lead_agencies)))
    if asked.unassigned:
        leads.append(_C.lead_agency.is_(None))
    if leads:
        found.append(or_(*leads))
    if asked.focus_areas:
        # The plain form is a JSON list of codes; a code is found with its quotation marks.
        codes = [_C.focus_areas.like(f'%"{code}"%') for code in sorted(asked.focus_areas)]
        found.append(or_(*codes))
    if asked.review_from is not None:
        found.append(_C.review_due >= asked.review_from.isoformat())
    if asked.review_to is not None:
        found.append(_C.review_due <= asked.review_to.isoformat())
    return (*found, *cases_with(asked.words))


def _among(column: ColumnElement[str], values: list[str]) -> list[ColumnElement[bool]]:
    return [column.in_(sorted(values))] if values else []


def _view(view: CaseView, horizon: Horizon) -> tuple[ColumnElement[bool], ...]:
    still_open = _C.state != CaseState.CLOSED.value
    day = horizon.day
    quarter = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    conditions: dict[CaseView, tuple[ColumnElement[bool], ...]] = {
        CaseView.ALL: (),
        CaseView.OPEN: (still_open,),
        CaseView.REVIEWS_DUE: (still_open, _C.review_due <= day.isoformat()),
        CaseView.OVERDUE_ACTIONS: (_C.id.in_(select(_A.case).where(*overdue_on(day))),),
        CaseView.QUIET: (still_open, quiet_since(day - timedelta(days=horizon.quiet_after))),
        CaseView.CLOSURES_PROPOSED: (still_open, _C.id.in_(_proposed())),
        CaseView.CLOSED_THIS_QUARTER: (_C.closed_on >= quarter.isoformat(),),
    }
    return conditions[view]


def _proposed() -> Select[Any]:
    p = schema.closure_proposals.c
    return select(p.case).where(p.state.in_(sorted(state.value for state in LIVE_PROPOSALS)))


def overdue_on(day: date) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of an overdue action."""
    return (_A.state.in_(_OPEN_ACTIONS), _A.due < day.isoformat())


def quiet_since(day: date) -> ColumnElement[bool]:
    """Give the condition that nothing was written about a case from *day* on."""
    first = day.isoformat()
    n, r = schema.notes.c, schema.reviews.c
    return and_(
        _C.opened < first,
        not_(exists().where(n.case == _C.id, n.happened_on >= first)),
        not_(exists().where(r.case == _C.id, r.held_on >= first)),
        not_(exists().where(_A.case == _C.id, or_(_A.agreed_on >= first, _A.ended >= first))),
    )


def _count_of_actions(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(schema.actions)
        .where(_A.case == _C.id, _A.state.in_(_OPEN_ACTIONS), *conditions)
        .correlate(schema.cases)
        .scalar_subquery()
    )


def _rows(ids: Sequence[str], day: date) -> Select[Any]:
    g = schema.agencies.c
    lead = case((g.short_name != "", g.short_name), else_=g.name)
    return (
        select(
            _C.id, _C.reference, _C.kind, _C.title, _C.state, _C.risk, _C.review_due, _C.opened,
            _C.closed_on, func.coalesce(lead, literal("")).label("lead"),
            _count_of_actions().label("open_actions"),
            _count_of_actions(_A.due < day.isoformat()).label("overdue_actions"),
        )
        .select_from(schema.cases.outerjoin(schema.agencies, g.id == _C.lead_agency))
        .where(_C.id.in_(ids))
    )  # fmt: skip


def _row(row: RowMapping) -> CaseRow:
    return CaseRow(
        id=CaseId(UUID(row["id"])),
        reference=row["reference"],
        kind=CaseKind(row["kind"]),
        title=row["title"],
        state=CaseState(row["state"]),
        risk=RiskLevel(row["risk"]) if row["risk"] else None,
        lead_agency=row["lead"],
        review_due=date.fromisoformat(row["review_due"]) if row["review_due"] else None,
        open_actions=row["open_actions"],
        overdue_actions=row["overdue_actions"],
        opened=date.fromisoformat(row["opened"]),
        closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
    )


_RISK_ORDER = {"high": 0, "medium": 1, "standard": 2}
_STATE_ORDER = {state.value: place for place, state in enumerate(CaseState)}


def _sortings(day: date) -> dict[CaseColumn, Sorting]:
    g = schema.agencies.c
    lead = select(g.name_key).where(g.id == _C.lead_agency).correlate(schema.cases)
    return {
        CaseColumn.REFERENCE: Sorting(_C.reference),
        CaseColumn.KIND: Sorting(_C.kind),
        CaseColumn.TITLE: Sorting(_C.title_key),
        CaseColumn.STATE: Sorting(case(_STATE_ORDER, value=_C.state)),
        CaseColumn.RISK: Sorting(case(_RISK_ORDER, value=_C.risk, else_=3)),
        CaseColumn.LEAD: Sorting(lead.scalar_subquery(), gaps=True),
        CaseColumn.REVIEW: Sorting(_C.review_due, gaps=True),
        CaseColumn.OPEN_ACTIONS: Sorting(_count_of_actions()),
        CaseColumn.OVERDUE_ACTIONS: Sorting(_count_of_actions(_A.due < day.isoformat())),
        CaseColumn.OPENED: Sorting(_C.opened),
    }

"""The register of interventions: narrowed, ordered and paged in the store; clocks and counts."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    RowMapping,
    Select,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
)

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import CaseId, InterventionId
from psg_desktop.domain.intervention_clocks import EXPIRING, REVIEW_SOON, running
from psg_desktop.domain.intervention_facts import InterventionState, Standing, TargetKind
from psg_desktop.domain.intervention_kinds import LASTING, Family
from psg_desktop.domain.intervention_lists import (
    ClockLine,
    HeldIntervention,
    InterventionRow,
    RegisterColumn,
    RegisterFilter,
    RegisterOrder,
    RegisterView,
)
from psg_desktop.domain.interventions import standing_on
from psg_desktop.domain.lists import Page
from psg_desktop.store import schema, shelves
from psg_desktop.store.queries.matching import interventions_with
from psg_desktop.store.units import Reading

_I, _C, _G = schema.interventions.c, schema.cases.c, schema.agencies.c
_P, _Q = schema.people.c, schema.places.c
_IN_FORCE = _I.state == InterventionState.IN_FORCE.value
_AGENCY = func.coalesce(case((_G.short_name != "", _G.short_name), else_=_G.name), "")
_FAMILIES = sorted(one.value for one in LASTING)
_TARGET = case(
    (_I.target_kind == TargetKind.PERSON.value, func.coalesce(_P.full_name, "")),
    (_I.target_kind == TargetKind.PLACE.value, func.coalesce(_Q.name, "")),
    else_=_I.area,
)
_AREA = case((_I.target_kind == TargetKind.AREA.value, _I.area), else_=func.coalesce(_Q.ward, ""))
_AFTER = schema.interventions.alias("after")
_RENEWED = exists().where(_AFTER.c.renews == _I.id)


def page(
    reading: Reading, asked: RegisterFilter, order: RegisterOrder, day: date, part: slice
) -> Page[InterventionRow]:
    """Read one page of the register, and how many interventions there are in all."""
    conditions = _narrowing(asked, day)
    counted = select(func.count()).select_from(_joined()).where(*conditions)
    total = reading.connection.execute(counted).scalar_one()
    wanted = _select().where(*conditions).order_by(*_ordering(order, day)).offset(part.start or 0)
    if part.stop is not None:
        wanted = wanted.limit(part.stop - (part.start or 0))
    found = reading.connection.execute(wanted).mappings()
    return Page(rows=tuple(_row(row, day) for row in found), total=total)


def areas(reading: Reading) -> tuple[str, ...]:
    """Read every area interventions were made for: wards by code, and described areas."""
    wanted = select(_AREA.label("area")).select_from(_joined()).distinct()
    found = reading.connection.execute(wanted).scalars()
    return tuple(sorted(area for area in found if area))


def kinds(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Read code and short name of every kind in the register, by name."""
    wanted = select(_I.kind, func.max(_I.short_name).label("name")).group_by(_I.kind)
    found = reading.connection.execute(wanted).all()
    return tuple(sorted(((row.kind, row.name) for row in found), key=lambda one: one[1]))


def of_case(reading: Reading, id_: CaseId) -> tuple[HeldIntervention, ...]:
    """Read the interventions of a case in the order they were made."""
    wanted = (
        select(schema.interventions, _TARGET.label("label"), _AGENCY.label("agency_name"),
               _RENEWED.label("renewed"))
        .select_from(_joined()).where(_I.case == str(id_)).order_by(_I.id)
    )  # fmt: skip
    return tuple(
        HeldIntervention(
            intervention=shelves.INTERVENTIONS.to_value(row),
            target=row["label"],
            agency=row["agency_name"],
            renewed=bool(row["renewed"]),
        )
        for row in reading.connection.execute(wanted).mappings()
    )


def clock_lines(
    reading: Reading,
    day: date,
    cases: Iterable[CaseId] | None = None,
    *,
    lasting: bool = False,
) -> tuple[ClockLine, ...]:
    """Read the clocks that run on interventions of open cases, the earliest day of each first.

    Args:
        reading: A look at the vault.
        day: Today.
        cases: Only of these cases, where given.
        lasting: Also those in force in closed cases that go on by law, such as an injunction.
    """
    watched = _C.state != CaseState.CLOSED.value
    if lasting:
        watched = or_(watched, and_(_I.family.in_(_FAMILIES), _live(day)))
    wanted = (
        select(schema.interventions, _C.reference.label("case_reference"), _C.title,
               _C.state.label("case_state"), _TARGET.label("label"), _RENEWED.label("renewed"))
        .select_from(_joined())
        .where(watched, _ticking(day))
    )  # fmt: skip
    if cases is not None:
        wanted = wanted.where(_I.case.in_([str(one) for one in cases]))
    found = reading.connection.execute(wanted).mappings()
    lines = [line for row in found for line in _clocks(row, day)]
    return tuple(sorted(lines, key=lambda line: (line.running.day, line.reference)))


def _clocks(row: RowMapping, day: date) -> Iterator[ClockLine]:
    one = shelves.INTERVENTIONS.to_value(row)
    for clock in running(one, day, renewed=bool(row["renewed"])):
        yield ClockLine(
            running=clock,
            intervention=one.id,
            case=one.case,
            reference=row["case_reference"],
            case_title=row["title"],
            short_name=one.facts.short_name,
            target=row["label"],
            case_closed=row["case_state"] == CaseState.CLOSED.value,
        )


def _ticking(day: date) -> ColumnElement[bool]:
    """Give the condition that a clock runs, as `intervention_clocks.running` says it in full."""
    today = day.isoformat()
    review, expiry = (day + REVIEW_SOON).isoformat(), (day + EXPIRING).isoformat()
    return or_(
        _I.unanswered_since.is_not(None),
        and_(_live(day), _I.next_review <= review),
        and_(_live(day), _I.expires <= expiry),
        _I.appealed_on.is_not(None),
        _I.appeal_until >= today,
    )


def _live(day: date) -> ColumnElement[bool]:
    unended = or_(_I.expires.is_(None), _I.expires >= day.isoformat())
    return and_(_IN_FORCE, _I.one_off == 0, unended)


def _narrowing(asked: RegisterFilter, day: date) -> tuple[ColumnElement[bool], ...]:
    found = list(_view(asked.view, day))
    if asked.kinds:
        found.append(_I.kind.in_(sorted(asked.kinds)))
    if asked.agencies:
        found.append(_I.agency.in_(sorted(map(str, asked.agencies))))
    if asked.areas:
        found.append(_AREA.in_(sorted(asked.areas)))
    if asked.target is not None:
        found.append(_I.target == str(asked.target))
    if asked.case is not None:
        found.append(_I.case == str(asked.case))
    return (*found, *interventions_with(asked.words))


def _view(view: RegisterView, day: date) -> tuple[ColumnElement[bool], ...]:
    match view:
        case RegisterView.ALL:
            return ()
        case RegisterView.LIVE:
            return (_live(day),)
        case RegisterView.PLANNED:
            return (_I.state == InterventionState.PLANNED.value,)
        case RegisterView.EXPIRING:
            return (_live(day), _I.expires <= (day + EXPIRING).isoformat(), not_(_RENEWED))
        case RegisterView.BREACHED:
            return (_I.breach_count > 0,)
        case RegisterView.OVER:
            return (not_(_live(day)), _I.state != InterventionState.PLANNED.value)


def _joined() -> FromClause:
    return (
        schema.interventions.join(schema.cases, _C.id == _I.case)
        .outerjoin(schema.agencies, _G.id == _I.agency)
        .outerjoin(schema.people, _P.id == _I.target)
        .outerjoin(schema.places, _Q.id == _I.target)
    )


def _select() -> Select[Any]:
    return select(
        _I.id, _I.case, _C.reference, _C.title, _I.kind, _I.name, _I.short_name, _I.family,
        _I.target_kind, _I.target, _TARGET.label("label"), _AGENCY.label("agency"), _I.served_on,
        _I.starts, _I.expires, _I.state, _I.one_off, _I.next_review, _I.breach_count,
        _I.unanswered_count, _RENEWED.label("renewed"),
    ).select_from(_joined())  # fmt: skip


def _ordering(order: RegisterOrder, day: date) -> tuple[ColumnElement[Any], ...]:
    columns: dict[RegisterColumn, ColumnElement[Any]] = {
        RegisterColumn.STATUS: _place(day),
        RegisterColumn.NAME: _I.name,
        RegisterColumn.TARGET: func.lower(_TARGET),
        RegisterColumn.AGENCY: func.lower(_AGENCY),
        RegisterColumn.SERVED: _I.served_on,
        RegisterColumn.EXPIRES: _I.expires,
        RegisterColumn.BREACHES: _I.breach_count,
        RegisterColumn.CASE: _C.reference,
    }
    column = columns[order.column]
    turned = column.desc() if order.descending else column.asc()
    # What has no such date stands last either way.
    return (column.is_(None), turned, _I.id)


def _place(day: date) -> ColumnElement[int]:
    """Give the place of where it stands: in force, planned, given, expired, ended, and so on."""
    states = {state.value: place for place, state in enumerate(InterventionState, 1)}
    return case(
        (_live(day), 0), (and_(_IN_FORCE, _I.one_off == 0), 3), else_=case(states, value=_I.state)
    )


def _row(row: RowMapping, day: date) -> InterventionRow:
    expires = _day(row["expires"])
    state = InterventionState(row["state"])
    standing = standing_on(state, expires, day, one_off=bool(row["one_off"]))
    live = standing is Standing.IN_FORCE
    return InterventionRow(
        id=InterventionId(UUID(row["id"])),
        case=CaseId(UUID(row["case"])),
        reference=row["reference"],
        case_title=row["title"],
        code=row["kind"],
        name=row["name"],
        short_name=row["short_name"],
        family=Family(row["family"]),
        target_kind=TargetKind(row["target_kind"]),
        target_id=UUID(row["target"]) if row["target"] else None,
        target=row["label"],
        agency=row["agency"],
        served_on=_day(row["served_on"]),
        starts=_day(row["starts"]),
        expires=expires,
        standing=standing,
        next_review=_day(row["next_review"]) if live else None,
        breaches=row["breach_count"],
        unanswered=row["unanswered_count"],
        renewed=bool(row["renewed"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

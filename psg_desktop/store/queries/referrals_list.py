"""Referrals, filtered, ordered, paged and counted in the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, func, literal, or_, select

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.lists import Page
from psg_desktop.domain.referral_lists import (
    ReferralColumn,
    ReferralFilter,
    ReferralOrder,
    ReferralRow,
    ReferralView,
)
from psg_desktop.domain.referrals import ReferralOutcome, ReferralState, Urgency
from psg_desktop.store import schema
from psg_desktop.store.queries.matching import records_with
from psg_desktop.store.queries.ordering import Sorting, in_order, named, words
from psg_desktop.store.units import Reading

_R, _C, _G = schema.referrals.c, schema.cases.c, schema.agencies.c
_P, _L, _J = schema.people.c, schema.places.c, schema.projects.c
_MONTHS = 3
_DECIDED = ReferralState.DECIDED.value
_URGENT_FIRST = {urgency.value: place for place, urgency in enumerate(Urgency)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The day a list is read on, and the last day of receipt that is decided too late by then."""

    day: date
    late_from: date


def page(
    reading: Reading, asked: ReferralFilter, order: ReferralOrder, waiting: Waiting, part: slice
) -> Page[ReferralRow]:
    """Read one page of referrals, and how many there are in all under the same filter."""
    conditions = _narrowing(asked, waiting.day)
    total = reading.connection.execute(
        select(func.count()).select_from(schema.referrals).where(*conditions)
    ).scalar_one()
    ordered = in_order(order, _sortings(), _R.received_on, _R.reference)
    wanted = _select().where(*conditions).order_by(*ordered).offset(part.start or 0)
    if part.stop is not None:
        wanted = wanted.limit(part.stop - (part.start or 0))
    found = reading.connection.execute(wanted).mappings()
    return Page(rows=tuple(_row(row, waiting) for row in found), total=total)


def waiting_longest(reading: Reading, waiting: Waiting, most: int) -> Page[ReferralRow]:
    """Read the undecided referrals: those that wait too long first, then the urgent ones."""
    undecided = _R.state != _DECIDED
    total = reading.connection.execute(
        select(func.count()).select_from(schema.referrals).where(undecided)
    ).scalar_one()
    late = _R.received_on <= waiting.late_from.isoformat()
    urgent = case(_URGENT_FIRST, value=_R.urgency, else_=len(_URGENT_FIRST))
    wanted = _select().where(undecided).order_by(late.desc(), urgent, _R.received_on, _R.reference)
    found = reading.connection.execute(wanted.limit(most)).mappings()
    return Page(rows=tuple(_row(row, waiting) for row in found), total=total)


def of_case(reading: Reading, case_id: UUID, waiting: Waiting) -> tuple[ReferralRow, ...]:
    """Read the referrals that opened or joined a case, in the order they came."""
    return _some(reading, _R.case == str(case_id), waiting)


def of_subject(reading: Reading, subject: UUID, waiting: Waiting) -> tuple[ReferralRow, ...]:
    """Read the referrals of one person, place or project, in the order they came."""
    return _some(reading, _R.subject == str(subject), waiting)


def some(reading: Reading, ids: Iterable[UUID], waiting: Waiting) -> tuple[ReferralRow, ...]:
    """Read referrals by their identifiers, in the order they came."""
    return _some(reading, _R.id.in_(sorted(map(str, ids))), waiting)


def related(
    reading: Reading,
    id_: UUID,
    subject: UUID | None,
    earlier: UUID | None,
    waiting: Waiting,
) -> tuple[ReferralRow, ...]:
    """Read the other referrals of a subject, and those that one is linked with."""
    linked = [_R.earlier == str(id_)]
    if subject is not None:
        linked.append(_R.subject == str(subject))
    if earlier is not None:
        linked.append(_R.id == str(earlier))
    return _some(reading, and_(or_(*linked), _R.id != str(id_)), waiting)


def counted(reading: Reading, since: date, until: date) -> dict[ReferralOutcome, int]:
    """Count the referrals decided from one day to another, by outcome."""
    query = (
        select(_R.outcome, func.count())
        .where(_R.decided_on >= since.isoformat(), _R.decided_on <= until.isoformat())
        .group_by(_R.outcome)
    )
    found = {
        ReferralOutcome(code): count for code, count in reading.connection.execute(query) if code
    }
    return {outcome: found.get(outcome, 0) for outcome in ReferralOutcome}


def references(reading: Reading) -> frozenset[str]:
    """Read every reference given to a referral."""
    return frozenset(reading.connection.execute(select(_R.reference)).scalars())


def _some(
    reading: Reading, condition: ColumnElement[bool], waiting: Waiting
) -> tuple[ReferralRow, ...]:
    query = _select().where(condition).order_by(_R.received_on, _R.reference)
    return tuple(_row(row, waiting) for row in reading.connection.execute(query).mappings())


def _narrowing(asked: ReferralFilter, day: date) -> tuple[ColumnElement[bool], ...]:
    found = list(_view(asked.view, day))
    narrowed: tuple[tuple[ColumnElement[str], Iterable[StrEnum | None]], ...] = (
        (_R.kind, asked.kinds),
        (_R.state, asked.states),
        (_R.urgency, asked.urgencies),
        (_R.outcome, asked.outcomes),
    )
    for column, wanted in narrowed:
        if wanted:
            codes = sorted(one.value for one in wanted if one is not None)
            missing = (column.is_(None),) if None in wanted else ()
            found.append(or_(column.in_(codes), *missing))
    if asked.words.strip():
        found.append(records_with(asked.words, _R.id, _R.name_key))
    return tuple(found)


def _view(view: ReferralView, day: date) -> tuple[ColumnElement[bool], ...]:
    match view:
        case ReferralView.ALL:
            return ()
        case ReferralView.WAITING:
            return (_R.state != _DECIDED,)
        case ReferralView.INCOMPLETE:
            return (_R.state == ReferralState.INCOMPLETE.value,)
        case ReferralView.DECIDED_THIS_QUARTER:
            first = day.replace(month=day.month - (day.month - 1) % _MONTHS, day=1)
            return (_R.decided_on >= first.isoformat(),)


def _sortings() -> dict[ReferralColumn, Sorting]:
    urgent = case(_URGENT_FIRST, value=_R.urgency)
    return {
        ReferralColumn.REFERENCE: Sorting(_R.reference),
        ReferralColumn.RECEIVED: Sorting(_R.received_on),
        ReferralColumn.KIND: named(_R.kind, CaseKind),
        ReferralColumn.NAME: words(_about()),
        ReferralColumn.URGENCY: Sorting(urgent, gaps=True),
        ReferralColumn.REFERRED_BY: words(_sender()),
        ReferralColumn.STATE: named(_R.state, ReferralState),
        ReferralColumn.OUTCOME: Sorting(named(_R.outcome, ReferralOutcome).by, gaps=True),
    }


def _about() -> ColumnElement[str]:
    """Give who or where: as told, else the record on file, else the address."""
    told = (func.nullif(one, "") for one in (_R.name,))
    filed = (_P.full_name, _L.name, _J.name)
    where = (func.nullif(_R.address, ""), _R.postcode)
    return func.coalesce(*told, *filed, *where)


def _sender() -> ColumnElement[str]:
    short = case((_G.short_name != "", _G.short_name), else_=_G.name)
    return func.coalesce(short, _R.referrer, literal(""))


def _select() -> Select[Any]:
    return select(
        _R.id, _R.reference, _R.received_on, _R.kind, _about().label("about"), _R.problem,
        _R.urgency, _sender().label("sender"), _R.state, _R.outcome, _R.decided_on, _R.chase_on,
        _R.case, func.coalesce(_C.reference, "").label("case_reference"),
    ).select_from(
        schema.referrals.outerjoin(schema.cases, _C.id == _R.case)
        .outerjoin(schema.agencies, _G.id == _R.referred_by)
        .outerjoin(schema.people, _P.id == _R.subject)
        .outerjoin(schema.places, _L.id == _R.subject)
        .outerjoin(schema.projects, _J.id == _R.subject)
    )  # fmt: skip


def _row(row: RowMapping, waiting: Waiting) -> ReferralRow:
    received = date.fromisoformat(row["received_on"])
    end = date.fromisoformat(row["decided_on"]) if row["decided_on"] else waiting.day
    return ReferralRow(
        id=ReferralId(UUID(row["id"])),
        reference=row["reference"],
        received_on=received,
        kind=CaseKind(row["kind"]),
        name=row["about"],
        problem=row["problem"],
        urgency=Urgency(row["urgency"]) if row["urgency"] else None,
        referred_by=row["sender"],
        state=ReferralState(row["state"]),
        outcome=ReferralOutcome(row["outcome"]) if row["outcome"] else None,
        days=max((end - received).days, 0),
        late=row["decided_on"] is None and received <= waiting.late_from,
        chase_on=date.fromisoformat(row["chase_on"]) if row["chase_on"] else None,
        case=CaseId(UUID(row["case"])) if row["case"] else None,
        case_reference=row["case_reference"],
    )

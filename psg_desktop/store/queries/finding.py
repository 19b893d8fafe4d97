"""The search of the top bar: records of every kind that have words of their own, at once."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, Text, cast, func, literal, select

from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.queries.matching import (
    actions_with,
    cases_with,
    documents_with,
    records_with,
    wholes_with,
)
from psg_desktop.store.search import words
from psg_desktop.store.units import Reading

_C, _P, _L, _J, _G, _A = (
    table.c
    for table in (
        schema.cases, schema.people, schema.places, schema.projects, schema.agencies,
        schema.actions,
    )
)  # fmt: skip
_R = schema.referrals.c
_D = schema.attachments.c
_V = schema.case_reviews.c
_Y = schema.plan_priorities.c
_W = schema.death_reviews.c
_N = schema.recommendations.c
EACH = 6
_OF_PROJECTS = tuple(
    (table.c.id, table.c.project)
    for table in (
        schema.objectives, schema.reportings, schema.project_reports, schema.project_ratings,
        schema.clawbacks,
    )
)  # fmt: skip
_OF_PRIORITIES = tuple(
    (table.c.id, table.c.priority) for table in (schema.plan_actions, schema.plan_measures)
)


def find(reading: Reading, typed: str, each: int = EACH) -> tuple[Found, ...]:
    """Find up to *each* records of every kind that hold every word typed.

    What is called exactly as typed comes first: a whole name means the person, not their case.
    """
    if not words(typed):
        return ()
    found: list[Found] = []
    for kind, query in _queries(typed):
        rows = reading.connection.execute(query.limit(each)).mappings()
        found += [_found(kind, row) for row in rows]
    wanted = fold(typed)
    return tuple(sorted(found, key=lambda one: fold(one.label) != wanted))


def _queries(typed: str) -> tuple[tuple[FoundKind, Select[Any]], ...]:
    return (
        (FoundKind.CASE, _cases(typed)),
        (FoundKind.PERSON, _named(schema.people, typed, _P.full_name, _P.born)),
        (FoundKind.PLACE, _named(schema.places, typed, _L.name, _L.address)),
        (FoundKind.PROJECT, _projects(typed)),
        (FoundKind.AGENCY, _named(schema.agencies, typed, _G.name, _G.kind)),
        (FoundKind.ACTION, _actions(typed)),
        (FoundKind.REFERRAL, _referrals(typed)),
        (FoundKind.DOCUMENT, _documents(typed)),
        (FoundKind.CASE_REVIEW, _case_reviews(typed)),
        (FoundKind.PRIORITY, _priorities(typed)),
        (FoundKind.RECOMMENDATION, _recommendations(typed)),
        (FoundKind.DEATH_REVIEW, _death_reviews(typed)),
    )


def _cases(typed: str) -> Select[Any]:
    return (
        select(_C.id, _C.reference.label("label"), _C.title.label("detail"), _C.id.label("case"))
        .where(*cases_with(typed))
        .order_by(_C.state == "closed", _C.reference.desc())
    )


def _named(
    table: Table, typed: str, label: ColumnElement[str], detail: ColumnElement[str]
) -> Select[Any]:
    return (
        select(
            table.c.id, label.label("label"), detail.label("detail"), literal(None).label("case")
        )
        .where(records_with(typed, table.c.id, table.c.name_key))
        .order_by(table.c.name_key != fold(typed), table.c.name_key)
    )


def _projects(typed: str) -> Select[Any]:
    """Choose projects by what is said of them, in their objectives, reports and money as well."""
    return (
        select(
            _J.id, _J.name.label("label"), _J.commissioner.label("detail"),
            literal(None).label("case"),
        )
        .where(wholes_with(typed, _J.id, _J.name_key, _OF_PROJECTS))
        .order_by(_J.name_key)
    )  # fmt: skip


def _actions(typed: str) -> Select[Any]:
    return (
        select(_A.id, _A.what.label("label"), _C.reference.label("detail"), _A.case)
        .select_from(schema.actions.join(schema.cases, _C.id == _A.case))
        .where(*actions_with(typed))
        .order_by(_A.due.is_(None), _A.due.desc())
    )


def _referrals(typed: str) -> Select[Any]:
    return (
        select(
            _R.id, _R.reference.label("label"), _R.name.label("detail"), literal(None).label("case")
        )
        .where(records_with(typed, _R.id, _R.name_key))
        .order_by(_R.received_on.desc())
    )


def _case_reviews(typed: str) -> Select[Any]:
    return (
        select(
            _V.id, _V.reference.label("label"), _V.behaviour.label("detail"),
            literal(None).label("case"),
        )
        .where(records_with(typed, _V.id, _V.name_key))
        .order_by(_V.received_on.desc())
    )  # fmt: skip


def _priorities(typed: str) -> Select[Any]:
    """Choose priorities of the plans, those of the latest plan first; the detail is its year."""
    plans = schema.plans
    return (
        select(
            _Y.id, _Y.name.label("label"), cast(plans.c.year, Text).label("detail"),
            literal(None).label("case"),
        )
        .select_from(schema.plan_priorities.join(plans, plans.c.id == _Y.plan))
        .where(wholes_with(typed, _Y.id, func.fold(_Y.name), _OF_PRIORITIES))
        .order_by(plans.c.year.desc(), _Y.position)
    )  # fmt: skip


def _recommendations(typed: str) -> Select[Any]:
    """Choose recommendations of death reviews, those not done first."""
    called = _W.reference + ", " + _N.number
    return (
        select(_N.id, _N.text.label("label"), called.label("detail"), literal(None).label("case"))
        .select_from(schema.recommendations.join(schema.death_reviews, _W.id == _N.review))
        .where(records_with(typed, _N.id, func.fold(_N.text)))
        .order_by(_N.done.is_not(None), _N.due)
    )


def _death_reviews(typed: str) -> Select[Any]:
    return (
        select(
            _W.id, _W.reference.label("label"), _W.title.label("detail"),
            literal(None).label("case"),
        )
        .where(records_with(typed, _W.id, func.fold(_W.reference)))
        .order_by(_W.id.desc())
    )  # fmt: skip


def _documents(typed: str) -> Select[Any]:
    return (
        select(
            _D.id, _D.title.label("label"), func.coalesce(_C.reference, "").label("detail"), _D.case
        )
        .select_from(schema.attachments.outerjoin(schema.cases, _C.id == _D.case))
        .where(*documents_with(typed))
        .order_by(_D.added_on.desc())
    )


def _found(kind: FoundKind, row: RowMapping) -> Found:
    return Found(
        kind=kind,
        id=UUID(row["id"]),
        label=row["label"],
        detail=row["detail"] or "",
        case=CaseId(UUID(row["case"])) if row["case"] else None,
    )

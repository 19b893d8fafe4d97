"""One case with everything around it, and the cases around a person, place or project."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, union

from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.involvements import Involvement, PartyKind
from psg_desktop.domain.lists import CasePage, InvolvementRow, LinkedCase, PartyCase
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import schema, shelves
from psg_desktop.store.queries import caseload
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Reading

V = TypeVar("V")
_I, _C = schema.involvements.c, schema.cases.c
_NAMED = {
    CaseKind.PERSON: (schema.people.c.full_name, schema.people.c.id),
    CaseKind.PLACE: (schema.places.c.name, schema.places.c.id),
    CaseKind.PROJECT: (schema.projects.c.name, schema.projects.c.id),
}


def case_page(reading: Reading, id_: CaseId) -> CasePage:
    """Read a case and everything around it.

    Raises:
        Refused: There is no such case.
    """
    key = str(id_)
    row = _first(reading, shelves.CASES, _C.id == key)
    if row is None:
        raise refuse("", Problem.NOT_FOUND)
    n, r, a = schema.notes.c, schema.reviews.c, schema.actions.c
    involvements = _many(reading, shelves.INVOLVEMENTS, _I.case == key, _I.id)
    labels = _labels(reading, involvements)
    return CasePage(
        case=row,
        subject_label=subject_label(reading, row),
        agencies=agency_names(reading),
        involvements=tuple(
            InvolvementRow(involvement=one, label=labels.get(one.party, ""))
            for one in involvements
        ),
        actions=_many(reading, shelves.ACTIONS, a.case == key, a.due.is_(None), a.due, a.id),
        reviews=_many(reading, shelves.REVIEWS, r.case == key, r.held_on.desc(), r.id.desc()),
        notes=_many(
            reading, shelves.NOTES, n.case == key, n.happened_on.desc(), n.happened_at.desc(),
            n.written_at.desc(),
        ),
        links=_links(reading, key),
    )  # fmt: skip


def subject_label(reading: Reading, case: Case) -> str:
    """Read the name of the person, place or project a case is about."""
    name, id_ = _NAMED[case.kind]
    found = reading.connection.execute(select(name).where(id_ == str(case.subject))).scalar()
    return found or ""


def agency_names(reading: Reading) -> dict[UUID, str]:
    """Read the name used in grids of every agency."""
    g = schema.agencies.c
    rows = reading.connection.execute(select(g.id, g.name, g.short_name))
    return {UUID(row.id): row.short_name or row.name for row in rows}


def cases_of(reading: Reading, party: UUID, day: date) -> tuple[PartyCase, ...]:
    """Read the cases somebody or somewhere is the subject of or involved in, with the roles."""
    key = str(party)
    ids = reading.connection.execute(
        union(select(_C.id).where(_C.subject == key), select(_I.case).where(_I.party == key))
    ).scalars()
    roles = _many(reading, shelves.INVOLVEMENTS, _I.party == key, _I.id)
    rows = caseload.rows(reading, list(ids), day)
    return tuple(
        PartyCase(case=row, roles=tuple(role for role in roles if role.case == row.id))
        for row in sorted(rows, key=lambda row: row.reference, reverse=True)
    )


def _labels(reading: Reading, involvements: Iterable[Involvement]) -> dict[UUID, str]:
    people = [str(one.party) for one in involvements if one.party_kind is PartyKind.PERSON]
    places = [str(one.party) for one in involvements if one.party_kind is PartyKind.PLACE]
    p, q = schema.people.c, schema.places.c
    query = union(
        select(p.id, p.full_name.label("name")).where(p.id.in_(people)),
        select(q.id, q.name.label("name")).where(q.id.in_(places)),
    )
    return {UUID(row.id): row.name for row in reading.connection.execute(query)}


def _links(reading: Reading, key: str) -> tuple[LinkedCase, ...]:
    k = schema.case_links.c
    links = _many(reading, shelves.CASE_LINKS, or_(k.case == key, k.other == key), k.id)
    found = []
    for link in links:
        other = link.other if str(link.case) == key else link.case
        query = select(_C.reference, _C.title).where(_C.id == str(other))
        row = reading.connection.execute(query).one()
        found.append(
            LinkedCase(
                link=link.id, case=other, reference=row.reference, title=row.title,
                nature=link.nature,
            )
        )  # fmt: skip
    return tuple(found)


def _first(reading: Reading, shelf: Shelf[V], condition: ColumnElement[bool]) -> V | None:
    row = reading.connection.execute(select(shelf.table).where(condition)).mappings().first()
    return shelf.to_value(row) if row is not None else None


def _many(
    reading: Reading, shelf: Shelf[V], condition: ColumnElement[bool], *order: ColumnElement[Any]
) -> tuple[V, ...]:
    query = select(shelf.table).where(condition).order_by(*order)
    return shelf.values(reading.connection.execute(query))

"""One case with everything around it, and the cases around a person, place or project."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Text, bindparam, case, or_, select, union

from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId, CaseLinkId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import CasePage, InvolvementRow, LinkedCase, PartyCase
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import schema, shelves
from psg_desktop.store.prepared import Prepared
from psg_desktop.store.queries import caseload
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Reading

V = TypeVar("V")
_I, _C = schema.involvements.c, schema.cases.c
_N, _R, _A, _K = schema.notes.c, schema.reviews.c, schema.actions.c, schema.case_links.c
_G, _P, _Q, _J = schema.agencies.c, schema.people.c, schema.places.c, schema.projects.c
_KEY = bindparam("key", type_=Text)
# Said of one case after another: put together once, for that took as long as the answer.
_CASE = Prepared(select(schema.cases).where(_C.id == _KEY))
_INVOLVEMENTS = Prepared(select(schema.involvements).where(_I.case == _KEY).order_by(_I.id))
_ACTIONS = Prepared(
    select(schema.actions).where(_A.case == _KEY).order_by(_A.due.is_(None), _A.due, _A.id)
)
_REVIEWS = Prepared(
    select(schema.reviews).where(_R.case == _KEY).order_by(_R.held_on.desc(), _R.id.desc())
)
_NOTES = Prepared(
    select(schema.notes)
    .where(_N.case == _KEY)
    .order_by(_N.happened_on.desc(), _N.happened_at.desc(), _N.written_at.desc())
)
_AGENCIES = Prepared(select(_G.id, _G.name, _G.short_name))
_SUBJECT = {
    CaseKind.PERSON: Prepared(select(_P.full_name).where(_P.id == _KEY)),
    CaseKind.PLACE: Prepared(select(_Q.name).where(_Q.id == _KEY)),
    CaseKind.PROJECT: Prepared(select(_J.name).where(_J.id == _KEY)),
}
_PARTIES = select(_I.party).where(_I.case == _KEY)
_LABELS = Prepared(
    union(
        select(_P.id, _P.full_name).where(
            _P.id.in_(_PARTIES.where(_I.party_kind == PartyKind.PERSON.value))
        ),
        select(_Q.id, _Q.name).where(
            _Q.id.in_(_PARTIES.where(_I.party_kind == PartyKind.PLACE.value))
        ),
    )
)
_OTHER = case((_K.case == _KEY, _K.other), else_=_K.case)
_LINKS = Prepared(
    select(_K.id, _OTHER.label("other"), _C.reference, _C.title, _K.nature)
    .join_from(schema.case_links, schema.cases, _C.id == _OTHER)
    .where(or_(_K.case == _KEY, _K.other == _KEY))
    .order_by(_K.id)
)


def case_page(reading: Reading, id_: CaseId) -> CasePage:
    """Read a case and everything around it.

    Raises:
        Refused: There is no such case.
    """
    key = str(id_)
    found = _read(reading, shelves.CASES, _CASE, key)
    if not found:
        raise refuse("", Problem.NOT_FOUND)
    involvements = _read(reading, shelves.INVOLVEMENTS, _INVOLVEMENTS, key)
    labels = _labels(reading, key) if involvements else {}
    return CasePage(
        case=found[0],
        subject_label=subject_label(reading, found[0]),
        agencies=agency_names(reading),
        involvements=tuple(
            InvolvementRow(involvement=one, label=labels.get(one.party, "")) for one in involvements
        ),
        actions=_read(reading, shelves.ACTIONS, _ACTIONS, key),
        reviews=_read(reading, shelves.REVIEWS, _REVIEWS, key),
        notes=_read(reading, shelves.NOTES, _NOTES, key),
        links=_links(reading, key),
    )


def subject_label(reading: Reading, case: Case) -> str:
    """Read the name of the person, place or project a case is about."""
    rows = _SUBJECT[case.kind].rows(reading.connection, key=str(case.subject))
    return rows[0][0] if rows else ""


def agency_names(reading: Reading) -> dict[UUID, str]:
    """Read the name used in grids of every agency."""
    rows = _AGENCIES.rows(reading.connection)
    return {UUID(id_): short_name or name for id_, name, short_name in rows}


def cases_of(reading: Reading, party: UUID, day: date) -> tuple[PartyCase, ...]:
    """Read the cases somebody or somewhere is the subject of or involved in, with the roles."""
    key = str(party)
    ids = reading.connection.execute(
        union(select(_C.id).where(_C.subject == key), select(_I.case).where(_I.party == key))
    ).scalars()
    mine = select(schema.involvements).where(_I.party == key).order_by(_I.id)
    roles = shelves.INVOLVEMENTS.values(reading.connection.execute(mine))
    rows = caseload.rows(reading, list(ids), day)
    return tuple(
        PartyCase(case=row, roles=tuple(role for role in roles if role.case == row.id))
        for row in sorted(rows, key=lambda row: row.reference, reverse=True)
    )


def _labels(reading: Reading, key: str) -> dict[UUID, str]:
    return {UUID(id_): name for id_, name in _LABELS.rows(reading.connection, key=key)}


def _links(reading: Reading, key: str) -> tuple[LinkedCase, ...]:
    return tuple(
        LinkedCase(
            link=CaseLinkId(UUID(link)),
            case=CaseId(UUID(other)),
            reference=reference,
            title=title,
            nature=nature,
        )
        for link, other, reference, title, nature in _LINKS.rows(reading.connection, key=key)
    )


def _read(reading: Reading, shelf: Shelf[V], question: Prepared, key: str) -> tuple[V, ...]:
    return shelf.made_of(question.names, question.rows(reading.connection, key=key))

"""Which records may be the one that is typed: few of many, found through the indexes.

A wrong letter leaves one half of a word whole, so each word is asked for by its halves; two words
of a name must be found together, in any order. What is found here is scored by casework.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, bindparam, select, text

from psg_desktop.domain.alike import Known, NamedCase, Sought, Whereabout
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

HITS, MOST = 500, 250
_SHORTEST, _HALVED = 3, 6
_MOST_WORDS = 5
_PHONE_DIGITS, _FEWEST_DIGITS = 9, 6
_WORD = re.compile(r"\w+")
_NONE = "[]"
_KINDS = ("person", "place", "project", "case", "referral")
_HITS = text(
    "SELECT e.kind, e.record FROM search_names n JOIN search_entries e ON e.id = n.rowid "
    "WHERE n.body MATCH :question AND e.kind IN ('person', 'place', 'project', 'case', 'referral') "
    "LIMIT :most"
)
_P, _L, _J = schema.people.c, schema.places.c, schema.projects.c
_C, _R, _I = schema.cases.c, schema.referrals.c, schema.involvements.c
Nicknames = Mapping[str, frozenset[str]]


def candidates(reading: Reading, sought: Sought, nicknames: Nicknames) -> tuple[Known, ...]:
    """Read the records that may be the one sought, a few hundred at most."""
    hits: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}
    for question in _questions(sought, nicknames):
        asked = {"question": question, "most": HITS}
        for kind, record in reading.connection.execute(_HITS, asked):
            hits[kind][record] += 1
    if sought.born is not None:
        births = [day.isoformat() for day in near_births(sought.born)]
        born = select(_P.id).where(_P.born.in_(births)).limit(MOST)
        hits["person"].update(reading.connection.execute(born).scalars())
    if sought.leave_out is not None:
        for found in hits.values():
            found.pop(str(sought.leave_out), None)
    return tuple(one for kind in _KINDS if hits[kind] for one in _load(reading, kind, hits[kind]))


def cases_of(reading: Reading, parties: Iterable[UUID]) -> dict[UUID, tuple[NamedCase, ...]]:
    """Read the cases that people, places and projects have a part in, open ones first."""
    ids = sorted(map(str, parties))
    part_in = select(_I.party, _I.case).where(_I.party.in_(ids))
    about = select(_C.subject.label("party"), _C.id.label("case")).where(_C.subject.in_(ids))
    pairs = part_in.union(about).subquery()
    query = (
        select(pairs.c.party, _C.id, _C.reference, _C.title, _C.state)
        .join(schema.cases, _C.id == pairs.c.case)
        .order_by(_C.state == "closed", _C.reference.desc())
    )
    found: dict[UUID, list[NamedCase]] = {}
    for row in reading.connection.execute(query).mappings():
        found.setdefault(UUID(row["party"]), []).append(_named_case(row))
    return {party: tuple(cases) for party, cases in found.items()}


def near_births(born: date) -> tuple[date, ...]:
    """Give a date of birth, and the one with its day and month the other way round."""
    try:
        return (born, born.replace(month=born.day, day=born.month))
    except ValueError:
        return (born,)


def _questions(sought: Sought, nicknames: Nicknames) -> list[str]:
    """Give what the index of names is asked, each question on its own."""
    asked = [one for name in sought.names if (one := _name_question(name, nicknames))]
    for phone in sought.phones:
        digits = "".join(re.findall(r"\d", phone))
        if len(digits) >= _FEWEST_DIGITS:
            asked.append(f'"{digits[-_PHONE_DIGITS:]}"')
    asked += [f'"{_quoted(fold(email))}"' for email in sought.emails if len(email) >= _SHORTEST]
    if sought.postcode:
        asked.append(f'"{fold(sought.postcode).replace(" ", "")}"')
    street = [word for word in _words(sought.address) if len(word) >= _SHORTEST]
    if street:
        asked.append(" AND ".join(f'"{word}"' for word in street[:_MOST_WORDS]))
    return asked


def _name_question(name: str, nicknames: Nicknames) -> str:
    words = [word for word in _words(name) if len(word) >= _SHORTEST][:_MOST_WORDS]
    if not words:
        return ""
    if len(words) == 1:
        return _spellings(words[0], nicknames) if len(words[0]) > _SHORTEST else ""
    pairs = combinations([_spellings(word, nicknames) for word in words], 2)
    return " OR ".join(f"({one} AND {other})" for one, other in pairs)


def _spellings(word: str, nicknames: Nicknames) -> str:
    parts = [word]
    if len(word) >= _HALVED:
        parts = [word[: len(word) // 2], word[len(word) // 2 :]]
    elif len(word) > _SHORTEST:
        parts = [word[:_SHORTEST], word[-_SHORTEST:]]
    parts += sorted(one for one in nicknames.get(word, ()) if len(one) >= _SHORTEST)
    return "(" + " OR ".join(f'"{part}"' for part in dict.fromkeys(parts)) + ")"


def _words(typed: str) -> list[str]:
    return _WORD.findall(fold(typed))


def _quoted(part: str) -> str:
    return part.replace('"', '""')


def _load(reading: Reading, kind: str, hits: Counter[str]) -> list[Known]:
    """Read those that most facts speak for."""
    ids = [record for record, _ in hits.most_common(MOST)]
    rows = reading.connection.execute(_COLUMNS[kind], {"ids": ids}).mappings()
    return [_known(FoundKind(kind), dict(row)) for row in rows]


def _chosen(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(table.c.id, *columns).where(table.c.id.in_(bindparam("ids", expanding=True)))


_COLUMNS: dict[str, Select[Any]] = {
    "person": _chosen(
        schema.people, _P.full_name.label("name"), _P.aliases, _P.born, _P.addresses, _P.phones,
        _P.emails,
    ),
    "place": _chosen(schema.places, _L.name, _L.address.label("lines"), _L.postcode),
    "project": _chosen(schema.projects, _J.name),
    "case": _chosen(schema.cases, _C.title.label("name")),
    "referral": _chosen(
        schema.referrals, _R.name, _R.aliases, _R.born, _R.address.label("lines"), _R.postcode,
        _R.phones,
    ),
}  # fmt: skip


def _known(kind: FoundKind, row: dict[str, Any]) -> Known:
    def listed(name: str) -> list[Any]:
        held = row.get(name, _NONE)
        return [] if held == _NONE else json.loads(held)

    stays = [
        Whereabout(lines=one["lines"], postcode=one["postcode"]) for one in listed("addresses")
    ]
    if row.get("lines") or row.get("postcode"):
        stays.append(Whereabout(lines=row["lines"], postcode=row["postcode"]))
    born = row.get("born")
    return Known(
        kind=kind,
        id=UUID(row["id"]),
        names=(row["name"], *listed("aliases")),
        born=date.fromisoformat(born) if born else None,
        addresses=tuple(stays),
        phones=tuple(listed("phones")),
        emails=tuple(listed("emails")),
    )


def _named_case(row: RowMapping) -> NamedCase:
    return NamedCase(
        id=CaseId(UUID(row["id"])),
        reference=row["reference"],
        title=row["title"],
        closed=row["state"] == "closed",
    )


def cases_by_id(reading: Reading, ids: Iterable[UUID]) -> dict[UUID, NamedCase]:
    """Read cases by their identifiers."""
    wanted = _C.id.in_(sorted(map(str, ids)))
    query = select(_C.id, _C.reference, _C.title, _C.state).where(wanted)
    return {
        UUID(row["id"]): _named_case(row) for row in reading.connection.execute(query).mappings()
    }

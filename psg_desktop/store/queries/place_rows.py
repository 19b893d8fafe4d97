"""What belongs to a place: the places within it, its people, and where it stands."""

from uuid import UUID

from sqlalchemy import Select, select

from psg_desktop.domain.ids import PersonId, PlaceId
from psg_desktop.domain.place_ties import TieRow
from psg_desktop.domain.places import Place
from psg_desktop.store import schema, shelves
from psg_desktop.store.units import Reading

_T, _P, _L = schema.place_ties.c, schema.people.c, schema.places.c


def people_of(reading: Reading, place: PlaceId) -> tuple[TieRow, ...]:
    """Read the people connected with a place, those who still are first."""
    named = select(schema.place_ties, _P.full_name.label("label")).join(
        schema.people, _P.id == _T.person
    )
    return _ties(reading, named.where(_T.place == str(place)))


def places_of(reading: Reading, person: PersonId) -> tuple[TieRow, ...]:
    """Read the places a person is connected with, those that still are first."""
    named = select(schema.place_ties, _L.name.label("label")).join(schema.places, _L.id == _T.place)
    return _ties(reading, named.where(_T.person == str(person)))


def within(reading: Reading, place: PlaceId) -> tuple[Place, ...]:
    """Read the places that lie directly within a place, by name."""
    query = select(schema.places).where(_L.part_of == str(place)).order_by(_L.name_key)
    return shelves.PLACES.values(reading.connection.execute(query))


def above(reading: Reading, place: PlaceId | None) -> tuple[PlaceId, ...]:
    """Read a place, what it is part of, what that is part of, and so on."""
    found: list[PlaceId] = []
    while place is not None and place not in found:
        found.append(place)
        outer = reading.connection.execute(select(_L.part_of).where(_L.id == str(place))).scalar()
        place = PlaceId(UUID(outer)) if outer else None
    return tuple(found)


def _ties(reading: Reading, query: Select[tuple[object, ...]]) -> tuple[TieRow, ...]:
    ordered = query.order_by(_T.until.is_not(None), _T.until.desc(), _T.since.desc(), _T.id)
    rows = reading.connection.execute(ordered).mappings().all()
    return tuple(TieRow(tie=shelves.PLACE_TIES.to_value(row), label=row["label"]) for row in rows)

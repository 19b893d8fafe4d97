"""Places within places, the people connected with a place, and priority areas."""

from dataclasses import replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.places import with_ward
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PersonId, PlaceId, PlaceTieId
from psg_desktop.domain.people import Person, check_birth
from psg_desktop.domain.place_ties import PlaceTie, TieRow
from psg_desktop.domain.places import Place
from psg_desktop.domain.priority_areas import (
    PriorityStatus,
    StageMove,
    in_order,
    moves_between,
)
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.queries import place_rows
from psg_desktop.store.units import Unit


def put_within(
    office: Office, inner: PlaceId, outer: PlaceId | None, new: Place | None = None
) -> None:
    """Say that a place lies within another, or in none; *new* is the inner one if it is new.

    Raises:
        Refused: One is not there, or the outer one lies within the inner one.
    """
    with office.working(Act.SET_PREMISES) as unit:
        if new is not None:
            unit.places.put(with_ward(unit, new))
        place = unit.places.get(inner)
        if outer is not None:
            unit.places.get(outer)
            if inner in place_rows.above(unit.reading, outer):
                raise refuse("party", Problem.PART_OF_ITSELF)
        unit.places.put(replace(place, part_of=outer))


def within(office: Office, place: PlaceId) -> tuple[Place, ...]:
    """Read the places that lie directly within a place."""
    with office.reading() as unit:
        return place_rows.within(unit.reading, place)


def tie(office: Office, made: PlaceTie, new: Person | Place | None = None) -> None:
    """Keep what a person is to a place, new or changed, with the record that is new to the file.

    Raises:
        Refused: The person or the place is not there, or the date of birth cannot be.
    """
    if isinstance(new, Person):
        check_birth(new.born, office.today())
    with office.working(Act.TIE_TO_PLACE) as unit:
        _put_new(unit, new)
        unit.people.get(made.person)
        unit.places.get(made.place)
        unit.place_ties.put(made)


def end_tie(office: Office, id_: PlaceTieId, on: date) -> None:
    """Say that it ended on a day; it stays in the history.

    Raises:
        Refused: It ended before it began, or is not there.
    """
    with office.working(Act.END_PLACE_TIE) as unit:
        unit.place_ties.put(replace(unit.place_ties.get(id_), until=on))


def people_of(office: Office, place: PlaceId) -> tuple[TieRow, ...]:
    """Read the people connected with a place, those who still are first."""
    with office.reading() as unit:
        return place_rows.people_of(unit.reading, place)


def places_of(office: Office, person: PersonId) -> tuple[TieRow, ...]:
    """Read the places a person is connected with, those that still are first."""
    with office.reading() as unit:
        return place_rows.places_of(unit.reading, person)


def set_priority(office: Office, status: PriorityStatus, new: Place | None = None) -> None:
    """Keep a decision on a place as a priority area; *new* is the place if it is new.

    Raises:
        Refused: It lies in the future, or there is no such place.
    """
    if status.since > office.today():
        raise refuse("since", Problem.DATE_IN_FUTURE)
    with office.working(Act.SET_PRIORITY) as unit:
        _put_new(unit, new)
        unit.places.get(status.place)
        unit.priority_statuses.put(status)


def priorities_of(office: Office, place: PlaceId) -> tuple[PriorityStatus, ...]:
    """Read the decisions on a place, the newest first."""
    with office.reading() as unit:
        return tuple(reversed(in_order(unit.priority_statuses.where(place=place))))


def priority_moves(office: Office, first: date, last: date) -> tuple[StageMove, ...]:
    """Count the moves between stages from *first* to *last*, both included, over all places."""
    with office.reading() as unit:
        return moves_between(unit.priority_statuses.all(), first, last)


def _put_new(unit: Unit, new: Person | Place | None) -> None:
    if isinstance(new, Person):
        unit.people.put(new)
    elif new is not None:
        unit.places.put(with_ward(unit, new))

"""People: adding and changing them, and seeing who may be the same."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.lists import Page, PartyCase, PersonRow
from psg_desktop.domain.orders import PersonOrder
from psg_desktop.domain.people import Person, check_birth
from psg_desktop.domain.text import fold
from psg_desktop.store.queries import case_pages, parties
from psg_desktop.store.queries.parties import Wanted

_BY_NAME = PersonOrder()


def save(office: Office, person: Person) -> None:
    """Keep a new or changed person.

    Raises:
        Refused: The date of birth cannot be.
    """
    check_birth(person.born, office.today())
    with office.working(Act.SAVE_PERSON) as unit:
        unit.people.put(person)


def get(office: Office, id_: PersonId) -> Person:
    """Read one person.

    Raises:
        Refused: There is no such person.
    """
    with office.reading() as unit:
        return unit.people.get(id_)


def listed(
    office: Office, typed: str, part: slice, order: PersonOrder = _BY_NAME
) -> Page[PersonRow]:
    """Read one page of people whose names, addresses or numbers hold every word typed."""
    with office.reading() as unit:
        wanted = Wanted(typed=typed, order=order, part=part)
        return parties.people(unit.reading, wanted, office.today())


def cases_of(office: Office, id_: PersonId) -> tuple[PartyCase, ...]:
    """Read the cases a person is the subject of or involved in."""
    with office.reading() as unit:
        return case_pages.cases_of(unit.reading, id_, office.today())


def named(office: Office, words: str) -> tuple[Person, ...]:
    """Find the people who are called exactly so, by any of their names or their identifier."""
    wanted = fold(words)
    with office.reading() as unit:
        everybody = unit.people.all()
    return tuple(
        one
        for one in everybody
        if wanted in {str(one.id), *map(fold, (one.full_name, *one.aliases))}
    )

"""People, places and projects as a picker offers them: found by typing, or made new."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike, people, places
from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.alike import Alike
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId, PlaceId, ProjectId
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.projects import Project
from psg_desktop.ui.widgets.controls import Option
from psg_desktop.words import dates, names

OFFERED = 6
Record = Person | Place | Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Who or what was picked; `new` is the record to make, None where it is on file."""

    id: UUID
    name: str = field(repr=False)
    new: Record | None = None


def offered(office: Office, kind: CaseKind, typed: str) -> tuple[Option, ...]:
    """Give the records on file that hold every word typed."""
    part = slice(0, OFFERED)
    match kind:
        case CaseKind.PERSON:
            return tuple(
                Option(row.id, row.full_name, _joined(born_words(row.born), row.address))
                for row in people.listed(office, typed, part).rows
            )
        case CaseKind.PLACE:
            return tuple(
                Option(row.id, row.name, _joined(names.name(row.kind), row.address, row.postcode))
                for row in places.listed(office, typed, part).rows
            )
        case CaseKind.PROJECT:
            return tuple(
                Option(row.id, row.name, row.commissioner)
                for row in projects.listed(office, typed, part).rows
            )


def name_of(office: Office, kind: CaseKind, id_: UUID) -> str:
    """Read the name of a record on file.

    Raises:
        Refused: There is no such record.
    """
    match kind:
        case CaseKind.PERSON:
            return people.get(office, PersonId(id_)).full_name
        case CaseKind.PLACE:
            return places.get(office, PlaceId(id_)).name
        case CaseKind.PROJECT:
            return projects.get(office, ProjectId(id_)).name


def likely(office: Office, person: Person) -> Iterator[tuple[Person, str]]:
    """Give people on file that a new person may be, each with what is the same."""
    for one in alike.find(office, alike.of_person(person)):
        if one.known.kind is FoundKind.PERSON:
            yield people.get(office, PersonId(one.known.id)), why(one)


def why(found: Alike) -> str:
    """Give what a record and what is typed have in common: "same name and same phone"."""
    said = [names.name(one).casefold() for one in found.why]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def new_place(id_: UUID, name: str, kind: PlaceKind | None, address: str, postcode: str) -> Place:
    """Make a place from what was typed, its postcode in its usual form.

    Raises:
        Refused: The name is missing, or the postcode has no such shape.
    """
    return Place(
        id=PlaceId(id_),
        name=name,
        kind=kind or PlaceKind.OTHER,
        address=address,
        postcode=tidy_postcode(postcode) or postcode,
    )


def born_words(born: date | None) -> str:
    """Give "born 3 December 1980", or nothing."""
    return f"born {dates.prose(born)}" if born else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)

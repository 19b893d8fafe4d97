"""Places: adding and changing them; the ward comes from the postcode where it is known."""

from dataclasses import replace

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.lists import Page, PartyCase, PlaceRow
from psg_desktop.domain.orders import PlaceOrder
from psg_desktop.domain.places import Place
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.store.queries import case_pages, parties
from psg_desktop.store.queries.parties import Wanted
from psg_desktop.store.units import Unit

_BY_NAME = PlaceOrder()


def save(office: Office, place: Place) -> None:
    """Keep a new or changed place."""
    with office.working(Act.SAVE_PLACE) as unit:
        unit.places.put(with_ward(unit, place))


def with_ward(unit: Unit, place: Place) -> Place:
    """Give the place with the ward of its postcode, where it names none itself."""
    if place.ward or not place.postcode:
        return place
    ward = local_wards.of_unit(unit).of_postcode(place.postcode)
    return replace(place, ward=ward) if ward else place


def get(office: Office, id_: PlaceId) -> Place:
    """Read one place.

    Raises:
        Refused: There is no such place.
    """
    with office.reading() as unit:
        return unit.places.get(id_)


def listed(
    office: Office,
    typed: str,
    part: slice,
    order: PlaceOrder = _BY_NAME,
    stages: frozenset[PriorityStage] = frozenset(),
) -> Page[PlaceRow]:
    """Read one page of places whose names or addresses hold every word typed.

    Where *stages* are given, only the places that stand at one of them today.
    """
    with office.reading() as unit:
        wanted = Wanted(typed=typed, order=order, part=part)
        return parties.places(unit.reading, wanted, office.today(), stages)


def cases_of(office: Office, id_: PlaceId) -> tuple[PartyCase, ...]:
    """Read the cases a place is the subject of or involved in."""
    with office.reading() as unit:
        return case_pages.cases_of(unit.reading, id_, office.today())

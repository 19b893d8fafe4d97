"""Stories around the places of the sample: premises, people connected, and priority areas."""

from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.domain.ids import PlaceTieId, PriorityStatusId
from psg_desktop.domain.place_ties import PlaceTie, TieRole
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus

_DECIDED = "Nadia Fernhill"
# Days before today, the stage, and what it rested on.
_COURSE = (
    (610, PriorityStage.EMERGING, "Calls about disorder in the top fifth for two quarters."),
    (430, PriorityStage.SUSTAINING, "A lead agency and a plan; calls level, not yet falling."),
    (70, PriorityStage.DISCHARGED, "Calls below the median for three quarters in a row."),
)
_LATER = (
    (200, PriorityStage.PREVENTING, "A new estate of 240 homes opens beside it next spring."),
    (40, PriorityStage.EMERGING, "Rough sleeping and bin fires reported on most weekends."),
)
_OUTER = frozenset({PlaceKind.TOWN_CENTRE, PlaceKind.ESTATE, PlaceKind.STREET, PlaceKind.BLOCK})
_INNER = frozenset({PlaceKind.SHOP, PlaceKind.LICENSED_PREMISES, PlaceKind.PREMISES})


def tell(office: Office, today: date) -> None:
    """Keep the stories in a vault that has its people and places."""
    with office.reading() as unit:
        held, people = unit.places.all(), unit.people.all()
    around = next((one for one in held if one.kind in _OUTER), None)
    inside = [one for one in held if one.kind in _INNER]
    if around is not None:
        for one in inside[:2]:
            premises.put_within(office, one.id, around.id)
        _decide(office, around, _COURSE, today)
    roles = (TieRole.LICENSEE, TieRole.MANAGER, TieRole.REGULAR)
    for place in inside[:2]:
        for person, role in zip(people[:3], roles, strict=False):
            made = PlaceTie(
                id=PlaceTieId(office.new_id()),
                place=place.id,
                person=person.id,
                role=role,
                since=today - timedelta(days=500),
            )
            premises.tie(office, made)
        people = people[3:]
    for place, row in zip(held[1:], _LATER, strict=False):
        _decide(office, place, (row,), today)


def _decide(
    office: Office, place: Place, course: tuple[tuple[int, PriorityStage, str], ...], today: date
) -> None:
    for days, stage, evidence in course:
        premises.set_priority(
            office,
            PriorityStatus(
                id=PriorityStatusId(office.new_id()), place=place.id, stage=stage,
                since=today - timedelta(days=days), evidence=evidence, decided_by=_DECIDED,
            ),
        )  # fmt: skip

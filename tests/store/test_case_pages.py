"""One case is read whole, in a number of queries that does not grow with what there is."""

from datetime import date
from uuid import UUID

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseLinkId, InvolvementId, PlaceId
from psg_desktop.domain.involvements import CaseLink, Involvement, PartyKind, RoleKind
from psg_desktop.domain.places import Place, PlaceKind
from tests.builders import a_case, a_note, a_person, new_id
from tests.store.heard import queries_of

MOST_QUERIES = 9
CASE = a_case(id=new_id(), reference="PSG-1")
OTHERS = tuple(a_case(id=new_id(), reference=f"PSG-{number}") for number in (2, 3))


def test_that_a_case_with_much_in_it_takes_no_more_queries_than_any(desk: Office) -> None:
    _fill(desk)
    said = queries_of(desk, lambda: lists.case_page(desk, CASE.id))
    assert 0 < len(said) <= MOST_QUERIES, "\n".join(said)


def test_that_a_page_knows_names_of_both_kinds_and_links_of_both_sides(desk: Office) -> None:
    _fill(desk)
    page = lists.case_page(desk, CASE.id)
    assert sorted(one.label for one in page.involvements) == ["Fen Court", "Wren Marrowby"]
    assert [(one.case, one.reference, one.nature) for one in page.links] == [
        (OTHERS[0].id, "PSG-2", "Same block"),
        (OTHERS[1].id, "PSG-3", "Same people"),
    ]
    assert [note.happened_on.day for note in page.notes] == list(range(20, 0, -1))


def _fill(office: Office) -> None:
    person = a_person(id=new_id(), full_name="Wren Marrowby")
    place = Place(id=PlaceId(new_id()), name="Fen Court", kind=PlaceKind.OTHER)
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.people.put(person)
        unit.places.put(place)
        unit.cases.put(CASE, *OTHERS)
        unit.involvements.put(_role(PartyKind.PERSON, person.id), _role(PartyKind.PLACE, place.id))
        unit.case_links.put(
            CaseLink(id=CaseLinkId(new_id()), case=CASE.id, other=OTHERS[0].id, nature="Same block")
        )
        unit.case_links.put(
            CaseLink(
                id=CaseLinkId(new_id()), case=OTHERS[1].id, other=CASE.id, nature="Same people"
            )
        )
        unit.notes.put_all(
            a_note(id=new_id(), case=CASE.id, happened_on=date(2026, 10, day))
            for day in range(1, 21)
        )


def _role(kind: PartyKind, party: UUID) -> Involvement:
    return Involvement(
        id=InvolvementId(new_id()),
        case=CASE.id,
        party_kind=kind,
        party=party,
        role=RoleKind.SUBJECT,
    )

"""Who is found to be like the one that is typed, and who is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike, people, places
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.alike import Known, Likeness, Sought
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from tests.builders import a_case, a_person, new_id

BORN = date(1980, 4, 3)


@pytest.fixture
def wilf(desk: Office) -> Person:
    """Somebody on file, among others who are quite different."""
    person = a_person(
        full_name="Wilfred Marrowby",
        aliases=("Żuk",),
        born=BORN,
        addresses=(AddressStay(lines="12 Thatchers Yard", postcode="CB7 4EE"),),
        phones=("07700 900123",),
        emails=("wilf@example.org",),
    )
    for one in (person, a_person(full_name="Edna Quillfeather"), a_person(full_name="Ann Osier")):
        people.save(desk, one)
    return person


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"names": ("Wilfred Marrowby",)}, Likeness.SAME_NAME),
        ({"names": ("marrowby, WILFRED",)}, Likeness.SAME_NAME),
        ({"names": ("Wílfred  Marröwby",)}, Likeness.SAME_NAME),
        ({"names": ("Zuk",)}, None),
        ({"names": ("Zuk", "Wilf")}, Likeness.SAME_ALIAS),
        ({"names": ("Wilf Marrowby",)}, Likeness.SIMILAR_NAME),
        ({"names": ("Wilfred Marowby",)}, Likeness.SIMILAR_NAME),
        ({"names": ("Wilfrid Marrowbie",)}, Likeness.SIMILAR_NAME),
        ({"names": ("Wilfred James Marrowby",)}, Likeness.SIMILAR_NAME),
        ({"names": ("W Marrowby",), "born": BORN}, Likeness.SAME_BIRTH),
        ({"born": BORN}, Likeness.SAME_BIRTH),
        ({"names": ("Wilf Marrowby",), "born": date(1980, 3, 4)}, Likeness.NEAR_BIRTH),
        ({"names": ("Wilf Marrowby",), "born": date(1980, 1, 1)}, Likeness.SIMILAR_NAME),
        ({"names": ("Wilf Marrowby",), "born": date(1981, 4, 3)}, Likeness.SIMILAR_NAME),
        ({"names": ("Wilfred Marrowby",), "born": date(2001, 1, 1)}, Likeness.SAME_NAME),
        ({"phones": ("+44 7700 900 123",)}, Likeness.SAME_PHONE),
        ({"emails": ("WILF@example.org",)}, Likeness.SAME_EMAIL),
        ({"address": "12, thatchers yard"}, Likeness.SAME_ADDRESS),
        ({"address": "12 Thatchers Yard", "postcode": "CB7 4EE"}, Likeness.SAME_ADDRESS),
    ],
)
def test_that_somebody_is_found_by_what_is_the_same_or_nearly(
    desk: Office, wilf: Person, typed: dict[str, Any], why: Likeness | None
) -> None:
    found = alike.find(desk, Sought(**typed))
    if why is None:
        assert found == ()  # three letters are too few to look for
        return
    assert [one.known.id for one in found] == [wilf.id]
    assert why in found[0].why


@pytest.mark.parametrize(
    "typed",
    [
        {"names": ("Edmund Marrow",)},
        {"names": ("Wilfred",)},
        {"address": "14 Thatchers Yard", "postcode": "CB7 4EE"},
        {"postcode": "CB7 4EE"},
        {"phones": ("0770",)},
        {"names": ("Wilfrid Marowby",), "born": date(2001, 1, 1)},
        {},
    ],
)
def test_that_nobody_is_named_for_too_little(
    desk: Office, wilf: Person, typed: dict[str, Any]
) -> None:
    assert alike.find(desk, Sought(**typed)) == ()


def test_that_a_record_is_not_like_itself(desk: Office, wilf: Person) -> None:
    assert alike.find(desk, alike.of_person(wilf)) == ()


def test_that_the_likest_comes_first_with_its_cases(desk: Office, wilf: Person) -> None:
    people.save(desk, a_person(full_name="Wilf Marrowby"))
    case = a_case(subject=wilf.id)
    cases.open_case(desk, Opening(case=case))
    found = alike.find(desk, Sought(names=("Wilfred Marrowby",), born=BORN))
    people_found = [one for one in found if one.known.kind is FoundKind.PERSON]
    assert [one.known.names[0] for one in people_found] == ["Wilfred Marrowby", "Wilf Marrowby"]
    assert [one.reference for one in found[0].cases] == [case.reference]


def test_that_places_are_found_by_name_and_address(desk: Office) -> None:
    place = Place(id=PlaceId(new_id()), name="Bell Tower car park", address="3 Bell Street")
    places.save(desk, place)
    for typed in ({"names": ("Bell Tower Car-Park",)}, {"address": "3 Bell Street"}):
        assert [one.known.id for one in alike.find(desk, Sought(**typed))] == [place.id]
    assert alike.find(desk, alike.of_place(place)) == ()
    twin = replace(place, id=PlaceId(new_id()))
    assert [one.known.id for one in alike.find(desk, alike.of_place(twin))] == [place.id]


def test_that_a_case_is_found_by_its_title(desk: Office, wilf: Person) -> None:
    case = a_case(subject=wilf.id, title="Bins set alight at Osier Fen")
    cases.open_case(desk, Opening(case=case))
    (found,) = alike.find(desk, Sought(names=("bins set alight at osier fen",)))
    assert (found.known.kind, found.cases[0].id) == (FoundKind.CASE, case.id)


NAMES = st.lists(
    st.sampled_from(["Anna", "Bo", "Cy", "Dora", "Eve", "Fay", "Guy", "O'Neil", "Żuk"]), min_size=2
)


@settings(deadline=None)
@given(NAMES, st.randoms())
def test_that_order_capitals_and_accents_make_no_difference(words: list[str], turn: Any) -> None:
    turned = list(words)
    turn.shuffle(turned)
    known = Known(kind=FoundKind.PERSON, id=new_id(), names=(" ".join(words),))
    sought = Sought(names=(" ".join(turned).upper(),))
    found = alike.score(sought, known)
    assert found is not None
    assert found.why == (Likeness.SAME_NAME,)


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_that_closeness_is_between_nothing_and_the_same(one: str, other: str) -> None:
    assert 0.0 <= alike.closeness(one.split(), other.split()) <= 1.0
    assert alike.closeness(one.split(), one.split()) in {0.0, 1.0}

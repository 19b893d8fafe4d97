"""Merging in a real vault: everything moves, nothing is dropped, and all of it comes back."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities, involvements, merging, people, places, premises
from psg_desktop.casework.parties.merging import Merging
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import InvolvementId, PlaceId, PlaceTieId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.place_ties import PlaceTie, TieRole
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_case, a_note, a_person, new_id
from tests.effort import examples
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.store.random_work import contents, work


def a_place(**facts: Any) -> Place:
    return Place(id=PlaceId(new_id()), **{"name": "Cobweb Yard", **facts})


def opened(office: Office, number: int, person: Person) -> Case:
    case = a_case(reference=f"PSG-2026-{number:03}", subject=person.id)
    cases.open_case(office, Opening(case=case, new_subject=person))
    return case


def of_people(kept: Person, other: Person, **how: Any) -> Merging:
    return Merging(
        kind=PartyKind.PERSON, kept=kept.id, other=other.id, **{"reason": "Same card.", **how}
    )


def of_places(kept: Place, other: Place, **how: Any) -> Merging:
    return Merging(
        kind=PartyKind.PLACE, kept=kept.id, other=other.id, **{"reason": "One yard.", **how}
    )


def role(case: Case, party: UUID, kind: PartyKind = PartyKind.PERSON) -> Involvement:
    return Involvement(
        id=InvolvementId(new_id()), case=case.id, party_kind=kind, party=party,
        role=RoleKind.WITNESS, since=date(2026, 10, 1),
    )  # fmt: skip


def test_that_everything_moves_and_two_equal_roles_both_stay(desk: Office) -> None:
    kept, other = a_person(), a_person(full_name="Wilfred Marrowby", aliases=("Wozzer",))
    third = a_person(
        full_name="Ilse Sedgeway", household=(HouseholdMember(name="Wilfred", person=other.id),)
    )
    case = opened(desk, 1, third)
    theirs = opened(desk, 2, other)
    people.save(desk, kept)
    involvements.involve(desk, role(case, kept.id))
    involvements.involve(desk, role(case, other.id))
    merging.merge(desk, of_people(kept, other))
    with desk.reading() as unit:
        assert unit.people.find(other.id) is None
        assert unit.cases.get(theirs.id).subject == kept.id
        assert len(unit.involvements.where(case=case.id, party=kept.id)) == 2
        assert unit.people.get(third.id).household[0].person == kept.id
        assert unit.people.get(kept.id).aliases == ("Wilfred Marrowby", "Wozzer")
        (kept_record,) = unit.merges.all()
    assert (kept_record.merged, kept_record.name) == (other.id, "Wilfred Marrowby")
    assert "Wozzer" in kept_record.was
    assert kept.id in {one.id for one in lists.find(desk, "wilfred")}


def test_that_the_chosen_values_stand_and_lists_are_joined_without_repeats(desk: Office) -> None:
    stay = AddressStay(lines="1 Reedling Bridge")
    kept = a_person(phones=("01234",), addresses=(stay,), remarks="Deaf in one ear.")
    other = a_person(
        full_name="Wilf Marowby", born=date(1980, 3, 31), phones=("01234", "05678"),
        addresses=(stay,), remarks="Prefers mornings.",
        household=(HouseholdMember(name="Himself", person=kept.id), HouseholdMember(name="Ada")),
    )  # fmt: skip
    people.save(desk, kept)
    people.save(desk, other)
    merging.merge(desk, of_people(kept, other, theirs=frozenset({"full_name", "born"})))
    made = people.get(desk, kept.id)
    assert (made.full_name, made.born) == ("Wilf Marowby", date(1980, 3, 31))
    assert made.aliases == ("Wilf Marrowby",)
    assert (made.phones, made.addresses) == (("01234", "05678"), (stay,))
    assert [one.name for one in made.household] == ["Ada"]
    assert made.remarks == "Deaf in one ear.\n\nPrefers mornings."


def test_that_the_preview_counts_what_moves_and_names_open_cases_of_both(desk: Office) -> None:
    kept, other = a_person(), a_person(full_name="Wilfred Marrowby")
    mine, theirs = opened(desk, 1, kept), opened(desk, 2, other)
    involvements.involve(desk, role(mine, other.id))
    seen = merging.preview(desk, PartyKind.PERSON, kept.id, other.id)
    assert dict(seen.moves) == {RecordKind.CASE: 1, RecordKind.INVOLVEMENT: 2}
    assert seen.open_cases == (mine.reference, theirs.reference)
    merging.merge(desk, of_people(kept, other, link_cases=True))
    with desk.reading() as unit:
        (link,) = unit.case_links.all()
    assert {link.case, link.other} == {mine.id, theirs.id}


def test_that_a_record_is_not_merged_with_itself_nor_without_a_reason(desk: Office) -> None:
    person = a_person()
    people.save(desk, person)
    with pytest.raises(Refused) as refused:
        merging.merge(desk, of_people(person, person, reason=" "))
    found = {(one.field, one.problem) for one in refused.value.problems}
    assert found == {
        ("other", Problem.SAME_RECORD), ("merge_reason", Problem.REASON_MISSING),
    }  # fmt: skip


def test_that_a_merge_is_not_taken_back_over_a_later_change(desk: Office) -> None:
    kept, other = a_person(), a_person(aliases=("Wozzer",))
    people.save(desk, kept)
    people.save(desk, other)
    made = merging.merge(desk, of_people(kept, other))
    people.save(desk, replace(people.get(desk, kept.id), remarks="Moved away."))
    with pytest.raises(Refused, match="changed_meanwhile"):
        merging.take_back(desk, made)


def test_that_what_went_is_still_known_to_the_finder(desk: Office) -> None:
    kept = a_person(born=date(1980, 3, 31))
    other = a_person(full_name="Ansel Quorbleton", born=date(1981, 4, 1))
    people.save(desk, kept)
    people.save(desk, other)
    merging.merge(desk, of_people(kept, other))
    with desk.reading() as unit:
        known = {one.text for one in identities.everyone(unit)}
    assert {"Ansel Quorbleton", "1981-04-01"} <= known


def test_that_a_place_merged_with_one_inside_it_is_not_part_of_itself(desk: Office) -> None:
    outer, parade = a_place(name="Fenmarket"), a_place(name="Parade")
    shop, stall = a_place(name="Shop"), a_place(name="Stall")
    for one in (outer, parade, shop, stall):
        places.save(desk, one)
    for inner, around in ((parade, outer), (shop, parade), (stall, shop)):
        premises.put_within(desk, inner.id, around.id)
    merging.merge(desk, of_places(stall, parade))
    with desk.reading() as unit:
        assert unit.places.get(stall.id).part_of == outer.id
        assert unit.places.get(shop.id).part_of == stall.id
        assert unit.places.get(stall.id).aliases == ("Parade",)


def test_that_connections_move_with_a_place(desk: Office) -> None:
    kept, other, person = a_place(), a_place(name="Cobweb Mews"), a_person()
    places.save(desk, kept)
    places.save(desk, other)
    made = PlaceTie(id=PlaceTieId(new_id()), place=other.id, person=person.id, role=TieRole.OWNER)
    premises.tie(desk, made, person)
    merging.merge(desk, of_places(kept, other))
    (row,) = premises.people_of(desk, kept.id)
    assert (row.tie.id, row.label) == (made.id, "Wilf Marrowby")
    undoing.undo_last(desk)
    assert premises.people_of(desk, other.id)[0].tie == made


@pytest.fixture(scope="module")
def worked(empty_vault: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(empty_vault, Path(folder) / "worked.psgstore"))


@settings(
    max_examples=examples(4, soak=80),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6))
def test_that_undo_takes_a_merge_back_exactly(worked: Path, seed: int) -> None:
    """The law: random work, any two people or places, merge, undo: the same export as before."""
    rng = random.Random(seed)
    office = vaults.unlock(worked, PASSPHRASE, FixedClock())
    try:
        for _ in range(6):
            work(office, rng)
        _connect(office)
        before = contents(office)
        for kind in PartyKind:
            merged = _merge_any(office, kind, rng)
            assert contents(office) != before
            merging.take_back(office, merged)
            assert contents(office) == before
    finally:
        office.close()


def _connect(office: Office) -> None:
    """Give places, people within them, and cases about and around them."""
    first, second, person = a_place(), a_place(name="Cobweb Mews"), a_person()
    for one in (first, second):
        places.save(office, one)
    premises.put_within(office, second.id, first.id)
    made = PlaceTie(
        id=PlaceTieId(new_id()), place=second.id, person=person.id, role=TieRole.MANAGER
    )
    premises.tie(office, made, person)
    case = a_case(reference=f"PSG-{new_id()}", kind=CaseKind.PLACE, subject=second.id)
    cases.open_case(office, Opening(case=case))
    involvements.involve(office, role(case, first.id, PartyKind.PLACE))
    involvements.involve(office, role(case, person.id))
    with office.working(Act.ADD_NOTE) as unit:
        unit.notes.put(a_note(case=case.id))


def test_that_a_merge_is_not_taken_back_into_a_place_within_itself(desk: Office) -> None:
    one, other, inner, outer = (Place(id=PlaceId(new_id()), name=name) for name in "ABCD")
    for place in (one, other, inner, outer):
        places.save(desk, place)
    premises.put_within(desk, other.id, outer.id)
    premises.put_within(desk, inner.id, other.id)
    merge = merging.merge(
        desk, Merging(kind=PartyKind.PLACE, kept=one.id, other=other.id, reason="The same.")
    )
    premises.put_within(desk, outer.id, inner.id)
    with pytest.raises(Refused) as refusal:
        merging.take_back(desk, merge)
    assert refusal.value.problems[0].problem is Problem.CHANGED_MEANWHILE
    undoing.undo_last(desk)
    merging.take_back(desk, merge)
    assert places.get(desk, inner.id).part_of == other.id


def _merge_any(office: Office, kind: PartyKind, rng: random.Random) -> Any:
    with office.reading() as unit:
        held: tuple[Person | Place, ...] = (
            unit.people.all() if kind is PartyKind.PERSON else unit.places.all()
        )
    while len(held) < 2:
        people.save(office, a_person())
        with office.reading() as unit:
            held = unit.people.all()
    kept, other = rng.sample(list(held), 2)
    fields = ("full_name", "born", "name", "kind", "address", "postcode", "part_of")
    return merging.merge(
        office,
        Merging(
            kind=kind, kept=kept.id, other=other.id, reason="One and the same.",
            theirs=frozenset(one for one in fields if rng.random() < 0.5),
            link_cases=rng.random() < 0.5,
        ),
    )  # fmt: skip

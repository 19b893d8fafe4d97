"""The search of the caseload finds what reading every record word by word finds, page by page."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import involvements, people
from psg_desktop.domain.ids import CaseId, InvolvementId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.orders import CaseColumn, CaseOrder
from tests.builders import a_case, a_person, new_id

CASES = 30
PART = 8
ALL = slice(0, CASES)
TYPED = st.lists(st.text("abc", min_size=3, max_size=4), min_size=1, max_size=2).map(" ".join)
Held = dict[CaseId, tuple[str, str]]
"""By case: the names in it, found by any three letters, and its text, by beginnings of words."""


def some_words(random: Random, count: int) -> str:
    return " ".join("".join(random.choices("abc", k=5)) for _ in range(count))


@pytest.fixture
def held(desk: Office) -> Held:
    """Cases of people with made-up letters for names, every third with somebody else involved."""
    random = Random(2026)
    found: Held = {}
    for number in range(CASES):
        person = a_person(full_name=some_words(random, 2), aliases=(some_words(random, 1),))
        case = a_case(
            subject=person.id,
            reference=f"PSG-2026-{number:03}",
            title=some_words(random, 1),
            problem=some_words(random, 2),
        )
        cases.open_case(desk, cases.Opening(case=case, new_subject=person))
        names = f"{person.full_name}\n{person.aliases[0]}\n{case.title}"
        if number % 3 == 0:
            other = a_person(full_name=some_words(random, 2), aliases=())
            joined = Involvement(
                id=InvolvementId(new_id()), case=case.id, party_kind=PartyKind.PERSON,
                party=other.id, role=RoleKind.ASSOCIATE,
            )  # fmt: skip
            involvements.involve(desk, joined, new=other)
            names += f"\n{other.full_name}"
        found[case.id] = (names, case.problem)
    return found


def holds(names: str, text: str, typed: str) -> bool:
    return all(
        word in names or any(one.startswith(word) for one in text.split()) for word in typed.split()
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=TYPED, column=st.sampled_from(CaseColumn), descending=st.booleans())
def test_that_a_search_finds_what_reading_every_record_finds(
    desk: Office, held: Held, typed: str, column: CaseColumn, descending: bool
) -> None:
    asked, order = CaseFilter(words=typed), CaseOrder(column=column, descending=descending)
    whole = lists.cases(desk, asked, order, ALL)
    expected = {id_ for id_, parts in held.items() if holds(*parts, typed)}
    assert {row.id for row in whole.rows} == expected
    assert whole.total == len(whole.rows) == len(expected)
    parts = [lists.cases(desk, asked, order, slice(at, at + PART)) for at in range(0, CASES, PART)]
    assert [row for part in parts for row in part.rows] == list(whole.rows)
    assert {part.total for part in parts} == {len(expected)}


def test_that_what_is_called_as_typed_comes_before_what_only_holds_it(desk: Office) -> None:
    person = a_person(full_name="Wren Osier", aliases=())
    case = a_case(subject=person.id, title="Callers at Wren Osier's door")
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    assert [one.id for one in lists.find(desk, "wren  OSIER")][:2] == [person.id, case.id]
    assert lists.find(desk, "osier")[0].id == case.id
    assert lists.find(desk, case.reference)[0].id == case.id


def test_that_a_whole_name_is_among_the_few_that_are_shown(desk: Office) -> None:
    names = ["Ann Marie Osier", "Ann Marrow Osier", "Ann Mary Osier", "Ann Maud Osier"]
    for name in (*names, "Ann May Osier", "Ann Meg Osier", "Ann Mia Osier", "Mia Ann Osier"):
        people.save(desk, a_person(full_name=name, aliases=()))
    assert lists.find(desk, "Mia Ann Osier")[0].label == "Mia Ann Osier"

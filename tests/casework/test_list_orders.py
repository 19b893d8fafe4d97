"""Every list is ordered by any of its columns, folded, the same each time, and gaps last."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from psg_desktop.casework.caseload import actions, cases, projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, people, places
from psg_desktop.casework.projects import progress
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency, AgencyKind
from psg_desktop.domain.ids import AgencyId, PlaceId, ProjectId, ProjectRatingId
from psg_desktop.domain.lists import ActionFilter, ActionView
from psg_desktop.domain.orders import (
    ActionColumn,
    ActionOrder,
    AgencyColumn,
    AgencyOrder,
    PersonColumn,
    PersonOrder,
    PlaceColumn,
    PlaceOrder,
    ProjectColumn,
    ProjectOrder,
)
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.projects import BudgetLine, Milestone, Project
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.text import fold
from psg_desktop.words import names
from tests.builders import TODAY, a_case, a_person, an_action, new_id

ALL = slice(0, 100)
WORDS = ("Łukasz", "zeta", "Élan", "lazy", "Eton", "ėg", "", "Marsh", "élan vital", "LUX")
Keys = dict[Any, Callable[[Any], Any]]


def day(number: int) -> date | None:
    return TODAY + timedelta(days=37 * number % 11) if number % 4 else None


def checked(rows: Iterable[Any], key: Callable[[Any], Any], *, descending: bool) -> None:
    """Expect rows in the order of a key, those without one last either way."""
    found = [key(row) for row in rows]
    held = [one for one in found if one not in {None, ""}]
    assert held == sorted(held, reverse=descending)
    assert found[: len(held)] == held
    assert len(set(held)) > 1, "a column of one value proves nothing"


@pytest.fixture
def office(desk: Office) -> Office:
    """A vault with a little of everything, made in no order."""
    owners = [one.id for one in agencies.listed(desk)]
    for number, word in enumerate(WORDS):
        person = a_person(
            full_name=word or "Nobody",
            aliases=(word, "Tail") if word else (),
            born=TODAY - timedelta(days=9000 + 13 * number * number % 97) if number % 3 else None,
            addresses=_stays(number, word),
        )
        place = Place(
            id=PlaceId(new_id()),
            name=word or "Nowhere",
            kind=tuple(PlaceKind)[number * 5 % len(PlaceKind)],
            address=WORDS[number * 3 % 10],
            postcode=("CB7 4EE", "CB6 1AA", "", "PE15 8NE")[number % 4],
        )
        places.save(desk, place)
        project = _project(number, word)
        projects.save(desk, project)
        if number % 3:
            _reported_and_rated(desk, project, number)
        case = a_case(subject=person.id, reference=f"PSG-2026-{900 - number}", title=word or "-")
        opening = cases.Opening(case=case, new_subject=person)
        cases.open_case(desk, opening)
        for more in range(number % 3):
            again = a_case(subject=place.id, kind="place", reference=f"PSG-2025-{number}{more}")
            cases.open_case(desk, cases.Opening(case=again))
        action = an_action(
            case=case.id, what=word or "-", officer=WORDS[number * 7 % 10] or "Quill",
            owner=owners[number % len(owners)], due=TODAY + timedelta(days=number * 23 % 50 - 9),
        )  # fmt: skip
        actions.add(desk, action)
        proposed = an_action(
            case=case.id, what=f"{word} too", state=ActionState.PROPOSED, owner=None, officer="",
            due=None,
        )  # fmt: skip
        actions.add(desk, proposed)
    agencies.save(desk, Agency(id=AgencyId(new_id()), name="Ödön", short_name="Ö", active=False))
    agencies.save(desk, Agency(id=AgencyId(new_id()), name="oat", kind=AgencyKind.POLICE))
    return desk


def _reported_and_rated(office: Office, project: Project, number: int) -> None:
    terms = progress.terms_of(office, project.id)
    progress.set_terms(office, replace(terms, first_quarter=date(2026, 7, 1), days=number))
    rating = ProjectRating(
        id=ProjectRatingId(new_id()), project=project.id, aspect=Aspect.SPEND,
        rag=list(Rag)[number * 7 % 3], on=TODAY, reason="Late.", rated_by="Quill",
    )  # fmt: skip
    progress.rate(office, [rating])


def _stays(number: int, word: str) -> tuple[AddressStay, ...]:
    if number % 4 == 0:
        return ()
    past = AddressStay(lines="Aardvark Row", until=TODAY - timedelta(days=1))
    older = AddressStay(lines="Aardvark Row", since=date(2019, 1, 1))
    now = AddressStay(lines=f"{word or 'Fen'} Way", postcode="CB7 4EE", since=date(2020, 1, 1))
    return (past, older, now)


def _project(number: int, word: str) -> Project:
    reached = Milestone(what="Aardvark", due=date(2026, 1, 1), reached=date(2026, 1, 1))
    later = Milestone(what="Zebra", due=date(2039, 1, 1))
    ahead = (Milestone(what=word, due=day(number)),) if word else ()
    return Project(
        id=ProjectId(new_id()),
        name=word or "Nothing",
        commissioner=WORDS[number * 3 % 10],
        ends=day(number),
        budget=(BudgetLine(source="Fund", pence=number * 700 % 1100),),
        milestones=(reached, *((later, *ahead) if number % 2 else ahead)),
    )


def words(name: str) -> Callable[[Any], str]:
    return lambda row: fold(getattr(row, name))


def value(name: str) -> Callable[[Any], Any]:
    return lambda row: getattr(row, name)


PEOPLE: Keys = {
    PersonColumn.NAME: words("full_name"),
    PersonColumn.ALIASES: lambda row: fold(row.aliases[0]) if row.aliases else "",
    PersonColumn.BORN: value("born"),
    PersonColumn.ADDRESS: lambda row: fold(row.address.replace(",", "")),
    PersonColumn.CASES: value("cases"),
    PersonColumn.OPEN_CASES: value("open_cases"),
}
PLACES: Keys = {
    PlaceColumn.NAME: words("name"),
    PlaceColumn.KIND: lambda row: fold(names.name(row.kind)),
    PlaceColumn.ADDRESS: words("address"),
    PlaceColumn.POSTCODE: words("postcode"),
    PlaceColumn.WARD: words("ward_name"),
    PlaceColumn.CASES: value("cases"),
    PlaceColumn.OPEN_CASES: value("open_cases"),
}
PROJECTS: Keys = {
    ProjectColumn.NAME: words("name"),
    ProjectColumn.COMMISSIONER: words("commissioner"),
    ProjectColumn.ENDS: value("ends"),
    ProjectColumn.BUDGET: value("budget_pence"),
    ProjectColumn.MILESTONE: words("next_milestone"),
    ProjectColumn.DUE: value("next_due"),
    ProjectColumn.REPORT: lambda row: row.next_report.due if row.next_report else None,
    ProjectColumn.STANDING: lambda row: (
        min(list(Rag).index(one.rag) for one in row.ratings) if row.ratings else None
    ),
}
AGENCIES: Keys = {
    AgencyColumn.NAME: words("name"),
    AgencyColumn.SHORT_NAME: words("short_name"),
    AgencyColumn.KIND: lambda row: fold(names.name(row.kind)),
    AgencyColumn.STANDING: lambda row: fold(names.name(row.standing)),
    AgencyColumn.IN_USE: lambda row: not row.active,
    AgencyColumn.OPEN_ACTIONS: value("open_actions"),
    AgencyColumn.OVERDUE_ACTIONS: value("overdue_actions"),
}


ACTIONS: Keys = {
    ActionColumn.DUE: value("due"),
    ActionColumn.WHAT: words("what"),
    ActionColumn.OWNER: words("owner"),
    ActionColumn.OFFICER: words("officer"),
    ActionColumn.CASE: value("reference"),
    ActionColumn.CASE_TITLE: words("case_title"),
}


@pytest.mark.parametrize("descending", [False, True])
def test_that_every_list_is_ordered_by_every_column(office: Office, descending: bool) -> None:
    for person_column, key in PEOPLE.items():
        person_order = PersonOrder(column=person_column, descending=descending)
        if person_column not in {PersonColumn.CASES, PersonColumn.OPEN_CASES}:
            checked(people.listed(office, "", ALL, person_order).rows, key, descending=descending)
    for place_column, key in PLACES.items():
        place_order = PlaceOrder(column=place_column, descending=descending)
        checked(places.listed(office, "", ALL, place_order).rows, key, descending=descending)
    for project_column, key in PROJECTS.items():
        project_order = ProjectOrder(column=project_column, descending=descending)
        checked(projects.listed(office, "", ALL, project_order).rows, key, descending=descending)
    for agency_column, key in AGENCIES.items():
        agency_order = AgencyOrder(column=agency_column, descending=descending)
        checked(agencies.listed(office, agency_order), key, descending=descending)
    for action_column, key in ACTIONS.items():
        action_order = ActionOrder(column=action_column, descending=descending)
        asked = ActionFilter(view=ActionView.ALL)
        checked(actions.listed(office, asked, ALL, action_order).rows, key, descending=descending)


def test_that_states_of_actions_stand_as_urgent_as_they_are(office: Office) -> None:
    asked, order = ActionFilter(view=ActionView.ALL), ActionOrder(column=ActionColumn.STATE)
    rows = actions.listed(office, asked, ALL, order).rows
    soon = office.today() + timedelta(days=7)
    ranks = [
        0 if row.overdue
        else 1 if row.state is ActionState.AGREED and row.due and row.due <= soon
        else 2 + list(ActionState).index(row.state)
        for row in rows
    ]  # fmt: skip
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2, 3}


def test_that_pages_of_rows_that_are_alike_leave_nobody_out(office: Office) -> None:
    order = PersonOrder(column=PersonColumn.CASES, descending=True)
    whole = people.listed(office, "", ALL, order).rows
    parts = [people.listed(office, "", slice(at, at + 3), order).rows for at in range(0, 12, 3)]
    assert [row.id for part in parts for row in part] == [row.id for row in whole]
    alike = [fold(row.full_name) for row in whole if row.cases == whole[0].cases]
    assert alike == sorted(alike)


def test_that_a_search_keeps_the_order_asked_for(office: Office) -> None:
    order = PlaceOrder(column=PlaceColumn.NAME, descending=True)
    found = [row.name for row in places.listed(office, "ela", ALL, order).rows]
    assert {"Élan", "élan vital"} < set(found)
    assert found == sorted(found, key=fold, reverse=True)

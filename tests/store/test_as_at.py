"""A vault can be read as it stood on any day that has passed."""

import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, people
from psg_desktop.casework.trail import as_at, undoing
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import end_of
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import CaseFilter, CaseRow
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.store.queries import as_at as query
from psg_desktop.store.shelves import ALL
from tests.builders import a_case, a_closure, a_person, an_action
from tests.effort import examples
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.store.random_work import work

EXAMPLES = examples(6, soak=200)
DAY = timedelta(days=1)


def records(office: Office) -> dict[RecordKind, list[Any]]:
    with office.reading() as unit:
        return {
            shelf.kind: sorted((to_plain(one) for one in unit.shelf(shelf).all()), key=_id)
            for shelf in ALL
        }


def _id(plain: dict[str, Any]) -> str:
    return str(plain["id"])


def shown(office: Office) -> tuple[CaseRow, ...]:
    rows = lists.cases(office, CaseFilter(), CaseOrder(), slice(0, 999)).rows
    return tuple(sorted(rows, key=lambda row: row.reference))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), days=st.integers(2, 10))
def test_that_every_day_that_has_passed_can_be_read_again(
    empty_vault: Path, seed: int, days: int
) -> None:
    rng, clock = random.Random(seed), FixedClock()
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(empty_vault, Path(folder) / "desk.psgstore"))
        office = vaults.unlock(place, PASSPHRASE, clock)
        try:
            kept: dict[date, tuple[dict[RecordKind, list[Any]], tuple[CaseRow, ...]]] = {}
            for _ in range(days):
                for _ in range(rng.randint(0, 3)):
                    work(office, rng)
                if rng.random() < 0.2:
                    _undo(office)
                kept[office.today()] = records(office), shown(office)
                clock.forward(days=1)
            for day, (then, rows) in kept.items():
                with office.reading() as unit:
                    assert then == {
                        shelf.kind: list(query.plains(unit.reading, shelf, end_of(day)))
                        for shelf in ALL
                    }
                assert as_at.caseload_as_at(office, day) == rows
        finally:
            office.close()


def _undo(office: Office) -> None:
    try:
        undoing.undo_last(office)
    except Refused:
        return


def test_that_a_case_is_read_with_the_names_and_words_of_the_day(
    desk: Office, clock: FixedClock
) -> None:
    person = a_person(full_name="Wilf Marrowby")
    agency = agencies.choices(desk)[0]
    case = a_case(subject=person.id, lead_agency=agency.id)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    proposed = an_action(case=case.id, state=ActionState.PROPOSED, owner=None, due=None)
    actions.add(desk, proposed)
    then = desk.today()
    clock.forward(days=400)
    people.save(desk, replace(person, full_name="Wilfred Marrowby-Stile"))
    agencies.save(desk, replace(agency, name="Renamed", short_name="Renamed"))
    actions.cancel(desk, proposed.id, desk.today(), "No longer needed.")
    cases.close(desk, case.id, a_closure(on=desk.today()))
    found = as_at.case_as_at(desk, case.id, then)
    assert found.case == lists.case_page(desk, case.id).case or not found.case.closed
    assert found.names[person.id] == "Wilf Marrowby"
    assert found.names[agency.id] == agency.short_name or agency.name
    (action,) = found.records[RecordKind.ACTION]
    assert action["state"] == "proposed"
    assert as_at.case_as_at(desk, case.id, desk.today()).case.closed


def test_that_a_day_before_the_case_or_to_come_is_refused(desk: Office) -> None:
    person = a_person()
    case = a_case(subject=person.id)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    for day, problem in (
        (desk.today() - DAY, Problem.NOT_YET_OPENED),
        (desk.today() + DAY, Problem.DATE_IN_FUTURE),
    ):
        with pytest.raises(Refused) as refusal:
            as_at.case_as_at(desk, case.id, day)
        assert [one.problem for one in refusal.value.problems] == [problem]

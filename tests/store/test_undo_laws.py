"""Undoing any sequence of work leads back, step by step, to what the vault held before."""

import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.store.queries import history
from tests.builders import a_person
from tests.effort import examples
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.store.random_work import contents, work

EXAMPLES = examples(5, soak=200)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), steps=st.integers(3, 14))
def test_that_undo_leads_back_through_every_state(empty_vault: Path, seed: int, steps: int) -> None:
    rng = random.Random(seed)
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(empty_vault, Path(folder) / "desk.psgstore"))
        office = vaults.unlock(place, PASSPHRASE, FixedClock())
        try:
            states, start = [contents(office)], last(office)
            for _ in range(steps):
                if not work(office, rng):
                    assert contents(office) == states[-1]
                    continue
                if contents(office) != states[-1]:
                    states.append(contents(office))
            walk_back(office, states)
            assert last(office) == start
        finally:
            office.close()


def walk_back(office: Office, states: list[dict[str, Any]]) -> None:
    for before in reversed(states[:-1]):
        undoing.undo_last(office)
        assert contents(office) == before
    assert upkeep.check_trail(office).sound


def last(office: Office) -> object:
    """Give what could be undone next."""
    with office.reading() as unit:
        return history.last_undoable(unit.reading)


def test_that_the_comparison_sees_a_single_letter(desk: Office) -> None:
    person = a_person()
    people.save(desk, person)
    before = contents(desk)
    people.save(desk, a_person(id=person.id, full_name="Wilf Marrowbx"))
    assert contents(desk) != before

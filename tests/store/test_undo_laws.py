"""Undoing any sequence of work leads back, step by step, to what the vault held before."""

import os
import random
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework import (
    actions,
    cases,
    lists,
    notes,
    people,
    reviews,
    undoing,
    upkeep,
    vaults,
)
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import Case, CaseMove, ExternalLead
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.plain import to_plain
from psg_desktop.domain.refusals import Refused
from psg_desktop.store.queries import history
from tests.builders import a_case, a_closure, a_note, a_person, a_review, an_action
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

EXAMPLES = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 6


def contents(office: Office) -> dict[str, Any]:
    """Give all that an export would write of the records, and what search finds."""
    with office.reading() as unit:
        held = {kind: [to_plain(one) for one in unit.collection(kind).all()] for kind in RecordKind}
    found = [(one.kind, one.id, one.label) for one in lists.find(office, "marrowby")]
    return {**held, "found": found}


def some_case(office: Office, rng: random.Random) -> Case | None:
    with office.reading() as unit:
        held = unit.cases.all()
    return rng.choice(held) if held else None


def open_one(office: Office, _case: Case | None, rng: random.Random) -> None:
    person = a_person()
    reference = f"PSG-2026-{rng.randrange(10**6)}"
    case = a_case(subject=person.id, reference=reference)
    cases.open_case(office, cases.Opening(case=case, new_subject=person))


def work_on(office: Office, case: Case, rng: random.Random) -> None:
    """Do one thing a worker does to a case; what is not permitted is refused."""
    id_: CaseId = case.id
    acts = (
        lambda: notes.add(office, a_note(case=id_)),
        lambda: reviews.record(office, a_review(case=id_)),
        lambda: actions.add(
            office, an_action(case=id_, state=ActionState.PROPOSED, owner=None, due=None)
        ),
        lambda: cases.move(office, id_, rng.choice((CaseMove.START_PLAN, CaseMove.STEP_DOWN))),
        lambda: cases.hold(office, id_, "Waiting for a bed.", None),
        lambda: cases.hand_over(office, id_, ExternalLead(group="MARAC", since=date(2026, 11, 1))),
        lambda: cases.close(office, id_, a_closure()),
        lambda: cases.reopen(office, id_, "It began again."),
        lambda: people.save(office, a_person(aliases=("Wozzer",))),
        lambda: cases.set_review(office, id_, date(2026, 12, rng.randint(1, 28))),
    )
    rng.choice(acts)()


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
            states = [contents(office)]
            for _ in range(steps):
                case = some_case(office, rng)
                act = work_on if case and rng.random() < 0.75 else open_one
                try:
                    act(office, case, rng)  # type: ignore[arg-type]  # a case is there
                except Refused:
                    assert contents(office) == states[-1]
                    continue
                if contents(office) != states[-1]:
                    states.append(contents(office))
            walk_back(office, states)
        finally:
            office.close()


def walk_back(office: Office, states: list[dict[str, Any]]) -> None:
    for before in reversed(states[:-1]):
        undoing.undo_last(office)
        assert contents(office) == before
    assert upkeep.check_trail(office).sound
    with office.reading() as unit:
        assert history.last_undoable(unit.reading) is None


def test_that_the_comparison_sees_a_single_letter(desk: Office) -> None:
    person = a_person()
    people.save(desk, person)
    before = contents(desk)
    people.save(desk, a_person(id=person.id, full_name="Wilf Marrowbx"))
    assert contents(desk) != before

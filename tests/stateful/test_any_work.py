"""Any sequence of work, with undo, merges, closed cases and disposal, keeps what must hold."""

import os
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from psg_desktop.casework.vault import vaults
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.stateful import laws, opening, recount
from tests.stateful.beginnings import begin
from tests.stateful.choosing import Choose
from tests.stateful.moves import MOVES
from tests.stateful.world import World

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
RUNS = int(os.environ.get("PSG_STATEFUL_RUNS", "400")) if SOAK else 8
STEPS = 80 if SOAK else 50
LOOKS = 10  # after so many moves everything is looked at; pointers after each
TALLY: dict[str, list[int]] = {}
# What would hardly come about if every move came as often.
OFTEN = {"undo": 8, "time_passes": 5, "take_a_merge_back": 2, "close_a_case": 4, "dispose": 4}
NAMES = [name for name in sorted(MOVES) for _ in range(OFTEN.get(name, 1))]


class AnyWork(RuleBasedStateMachine):
    """A worker who may do anything at all, one thing after the other."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        place = Path(shutil.copytree(self.template, Path(self.folder.name) / "desk.psgstore"))
        clock = FixedClock()
        office = vaults.unlock(place, PASSPHRASE, clock)
        self.world = World(office, clock, Path(self.folder.name), tally=TALLY)
        self.moves = 0

    @rule(seed=st.integers(0, 2**64))
    def work(self, seed: int) -> None:
        # Drawn one by one, Hypothesis would choose what stands first far too often.
        rng = random.Random(seed)
        name = rng.choice(NAMES)
        note(f"{name} at {self.world.today}")
        self.world.attempt(MOVES[name], Choose(rng.randint))
        laws.every_pointer_points(self.world)
        self.moves += 1
        if self.moves % LOOKS == 0:
            recount.counts_are_right(self.world)
            recount.what_is_overdue_is_seen(self.world)
            laws.search_finds_what_is_there(self.world)

    def teardown(self) -> None:
        try:
            laws.the_trail_verifies(self.world)
            laws.now_is_as_at_now(self.world)
            laws.search_finds_what_is_there(self.world)
            opening.every_record_is_listed(self.world)
            recount.counts_are_right(self.world)
            recount.what_is_overdue_is_seen(self.world)
        finally:
            self.world.office.close()
            self.folder.cleanup()


@pytest.mark.timeout(0 if SOAK else 120)
def test_that_any_sequence_of_work_keeps_what_must_hold(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    AnyWork.template = begin(tmp_path_factory.mktemp("made"))
    run_state_machine_as_test(
        AnyWork,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    if SOAK:
        never = sorted(name for name in MOVES if not TALLY.get(name, [0])[0])
        assert not never, f"These moves never came about: {never}"

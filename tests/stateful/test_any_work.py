"""Any sequence of work, with undo, merges, closed cases and disposal, keeps what must hold."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from psg_desktop.casework.vault import vaults
from psg_desktop.domain.changes import RecordKind
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.stateful import laws, opening, recount
from tests.stateful.beginnings import begin
from tests.stateful.choosing import Choose
from tests.stateful.moves import MOVES
from tests.stateful.world import World

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
RUNS = int(os.environ.get("PSG_STATEFUL_RUNS", "400"))
LOOKS = 20  # after so many moves everything is looked at; pointers after each
TALLY: dict[str, list[int]] = {}
# What would hardly come about if every move came as often.
OFTEN = {"undo": 12, "time_passes": 6, "take_a_merge_back": 2, "close_a_case": 4, "dispose": 4}
NAMES = [name for name in sorted(MOVES) for _ in range(OFTEN.get(name, 1))]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vault that every run begins with a copy of."""
    return begin(tmp_path_factory.mktemp("made"))


@contextmanager
def a_world(template: Path) -> Iterator[World]:
    """Open a copy of a vault to work in."""
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(template, Path(folder) / "desk.psgstore"))
        clock = FixedClock()
        office = vaults.unlock(place, PASSPHRASE, clock)
        try:
            yield World(office, clock, Path(folder), tally=TALLY)
        finally:
            office.close()


def one_move(world: World, seed: str, tell: Callable[[str], object]) -> None:
    """Make one move, chosen with its particulars by a seed."""
    rng = random.Random(seed)
    name = rng.choice(NAMES)
    tell(f"{name} at {world.today}")
    world.attempt(MOVES[name], Choose(rng.randint))
    laws.every_pointer_points(world)
    laws.no_place_lies_in_itself(world)


def look_at_everything(world: World) -> None:
    """Hold the whole vault to what must hold in any."""
    laws.search_finds_what_is_there(world)
    opening.every_record_is_listed(world)
    recount.counts_are_right(world)
    recount.what_is_overdue_is_seen(world)


class AnyWork(RuleBasedStateMachine):
    """A worker who may do anything at all, one thing after the other."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.opened = a_world(self.template)
        self.world = self.opened.__enter__()
        self.run = 0
        self.moves = 0

    @initialize(run=st.integers(0, 2**64))
    def begin(self, run: int) -> None:
        self.run = run

    @rule(seed=st.integers(0, 2**64))
    def work(self, seed: int) -> None:
        # The number of the move is in it: Hypothesis draws the same few numbers very often.
        one_move(self.world, f"{self.run}/{self.moves}/{seed}", note)
        self.moves += 1
        if self.moves % LOOKS == 0:
            look_at_everything(self.world)

    def teardown(self) -> None:
        try:
            laws.the_trail_verifies(self.world)
            laws.now_is_as_at_now(self.world)
            look_at_everything(self.world)
        finally:
            self.opened.__exit__(None, None, None)


@pytest.mark.skipif(SOAK, reason="The soak walks further, and at random.")
def test_that_any_sequence_of_work_keeps_what_must_hold(template: Path) -> None:
    AnyWork.template = template
    run_state_machine_as_test(
        AnyWork,
        settings=settings(
            max_examples=3,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.skipif(not SOAK, reason="Hours of random work: HYPOTHESIS_PROFILE=soak.")
@pytest.mark.timeout(0)
def test_that_long_work_keeps_what_must_hold(template: Path) -> None:
    first = int(os.environ.get("PSG_STATEFUL_SEED", random.SystemRandom().randrange(10**9)))
    for run in range(first, first + RUNS):
        print(f"PSG_STATEFUL_SEED={run}")
        with a_world(template) as world:
            for count in range(1, 120):
                one_move(world, f"{run}/{count}", print)
                if count % LOOKS == 0:
                    look_at_everything(world)
            laws.the_trail_verifies(world)
            laws.now_is_as_at_now(world)
    never = sorted(name for name in MOVES if not TALLY.get(name, [0])[0])
    assert RUNS < 100 or not never, f"These moves never came about: {never}"


def test_that_each_kind_of_record_has_its_list_or_the_reason_for_none() -> None:
    assert opening.LISTS.keys() | opening.UNLISTED.keys() == set(RecordKind)
    assert not opening.LISTS.keys() & opening.UNLISTED.keys()

"""The vault that every run of random work begins with: a little of everything, made by moves."""

import random
from pathlib import Path

from psg_desktop.casework.vault import vaults
from psg_desktop.domain.partnership import Partnership
from psg_desktop.store.vault import FLOOR_COST
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.stateful.choosing import Choose
from tests.stateful.moves import MOVES
from tests.stateful.world import World

TRIES = 60
FIRST = {
    "save_a_person": 2, "save_a_place": 3, "save_a_project": 1, "open_a_case": 5,
    "add_an_action": 5, "add_a_note": 2, "give_a_role": 2, "receive": 4, "register": 5,
    "plan_a_meeting": 3, "put_together_an_agenda": 2, "invite": 1, "assess_the_risk": 2,
    "review_a_case": 2, "count_demand": 2, "tie_to_a_place": 1, "set_a_priority": 1,
    "analyse_the_problem": 1, "link_cases": 1, "propose_to_close": 1, "disclose": 1,
}  # fmt: skip


def begin(folder: Path) -> Path:
    """Make a vault with its lists and agencies, some cases, and what stands around them."""
    place, clock = folder / "fenmarket.psgstore", FixedClock()
    partnership = Partnership(name="Fenmarket CSP", district="E07000009", sample=True)
    office = vaults.create(place, PASSPHRASE, partnership, clock, cost=FLOOR_COST)
    world = World(office, clock, folder)
    choose = Choose(random.Random(41).randint)
    for name, count in FIRST.items():
        for _ in range(TRIES):
            if world.tally.get(name, [0])[0] < count:
                world.attempt(MOVES[name], choose)
        assert world.tally[name][0] == count, f"No {name} came about."
    office.close()
    return place

"""Gathering everything held on a person, in vaults of 1,000 and 10,000 cases.

The yardstick is one full reading of every row of every kind of record into its value: the law asks
that nothing be missed, so no search can read less. What it costs beyond that is to know everybody
else in the vault, so that they can be masked, and to look at every text.
"""

from functools import partial

from psg_desktop.casework.information_law import copies, gathering
from psg_desktop.casework.office import Office
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, best_in_turn, peak_mb

SIZES = (1_000, 10_000)
GOAL = 10.0
ROUNDS = 2


def figures() -> list[Figure]:
    """Gather for the first person of each vault."""
    return [_gathered(size) for size in SIZES]


def _gathered(size: int) -> Figure:
    with filled(size) as office:
        with office.reading() as unit:
            person = unit.people.all()[0].id
        ours, bare = best_in_turn(
            partial(copies.gather, office, person), partial(_read, office), ROUNDS
        )
    return Figure(
        name=f"subject access, {size:,} cases",
        ours=ours,
        yardstick="reading every row once",
        bare=bare,
        goal=GOAL,
        peak_mb=peak_mb(),
    )


def _read(office: Office) -> object:
    with office.reading() as unit:
        return gathering.everything(unit)

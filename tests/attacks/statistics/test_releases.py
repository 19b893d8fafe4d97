"""Random caseloads published quarter after quarter, and attacked by someone who reads only that."""

import os
from collections.abc import Sequence
from random import Random

import pytest

from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.choosing import NoSafeRelease, Policy, choose
from psg_desktop.privacy.tables.scene import Published
from tests.attacks.statistics.caseload import PUBLISHED, Caseload, catalogue
from tests.attacks.statistics.releases import (
    Hands,
    Unit,
    failures,
    floor_of_four,
    laws,
    tables_of,
    targets,
)
from tests.attacks.statistics.verdicts import attacked, exact
from tests.counted_by_hand import number

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
CASELOADS = range(200) if SOAK else range(2)
QUARTERS = PUBLISHED if SOAK else PUBLISHED[:2]
INSIDERS = 12 if SOAK else 2
# Those that tell of the same cases in several ways; all of the board's take minutes.
CODES = ("flow", "open_by_ward_group", "open_by_risk")


def published(hands: Hands, tables: Sequence[Table], population: Population) -> bool:
    """Publish tables as the program chooses to; say whether it found a safe way."""
    standing = [
        Published(cell=cell, shown=one, beside_exact=cell in hands.beside_exact)
        for cell, one in hands.shown.items()
    ]
    try:
        choice = choose(population, tables, standing, Policy())
    except NoSafeRelease:
        return False
    hands.given(tables, choice.shown, choice.rules)
    return True


@pytest.mark.timeout(3600 if SOAK else 300)
@pytest.mark.parametrize("seed", CASELOADS)
def test_that_nothing_published_can_be_worked_out(seed: int) -> None:
    dice = Random(seed)
    caseload, hands = Caseload.made(seed, dice.randint(30, 300 if SOAK else 60)), Hands()
    last = None
    for quarter in QUARTERS:
        population = caseload.counted(quarter)
        if published(hands, tables_of(quarter, CODES), population):
            caseload.published()
            last = population
        caseload.corrected()
    if last is not None:

        def some(units: Sequence[Unit]) -> Sequence[Unit]:
            return dice.sample(units, min(INSIDERS, len(units)))

        assert failures(hands, last, some) == []


def test_that_most_caseloads_can_be_published() -> None:
    done = 0
    for seed in range(2, 6):
        quarter = PUBLISHED[0]
        population = Caseload.made(seed, 60).counted(quarter)
        done += published(Hands(), tables_of(quarter, CODES), population)
    assert done >= 3


def test_that_what_is_worked_out_holds_the_truth() -> None:
    hands, population = _hidden_one_to_four(seed=5, size=60)
    intruder = hands.intruder(laws([], population))
    for target in targets(hands, population, intruder)[::40]:
        least, greatest = intruder.least(target.expression), intruder.greatest(target.expression)
        assert least is not None
        assert greatest is not None
        assert least <= target.value <= greatest, target.name


def test_that_hiding_one_to_four_gives_numbers_away() -> None:
    hands, population = _hidden_one_to_four(seed=5, size=120)
    intruder = hands.intruder()
    small = [
        one for one in targets(hands, population, intruder) if not one.change and 0 < one.value < 5
    ]
    found = exact(intruder, small)
    assert len(small) > 30
    assert len(found) >= 0.15 * len(small), (len(found), len(small))


def test_that_changes_leak_where_earlier_releases_are_forgotten() -> None:
    caseload, together, chosen = Caseload.made(3, 300), Hands(), Hands()
    population = caseload.counted(PUBLISHED[0])
    for quarter in PUBLISHED[:2]:
        population = caseload.counted(quarter)
        table = made_table(catalogue(), quarter_period(quarter), "open_at_end", ["kind"])
        cells = {cell: number(cell, population) for cell in table.every_cell}
        exactly = {cell: shown(count, DisplayRule.EXACT) for cell, count in cells.items()}
        alone = Hands()
        alone.given([table], exactly, {table.code: DisplayRule.EXACT})
        assert _leaks(alone, population) == 0
        together.given([table], exactly, {table.code: DisplayRule.EXACT})
        assert published(chosen, [table], population)
        caseload.published()
    assert _leaks(together, population) > 0
    assert _leaks(chosen, population) == 0


def _leaks(hands: Hands, population: Population) -> int:
    intruder = hands.intruder()
    return len(attacked(intruder, targets(hands, population, intruder)))


def _hidden_one_to_four(seed: int, size: int) -> tuple[Hands, Population]:
    population = Caseload.made(seed, size).counted(PUBLISHED[0])
    hands, tables = Hands(), tables_of(PUBLISHED[0], (*CODES, "flow_by_kind", "closed_by_reason"))
    cells = {cell for table in tables for cell in table.every_cell}
    hidden = {cell: floor_of_four(number(cell, population)) for cell in cells}
    hands.given(tables, hidden, {})
    return hands, population

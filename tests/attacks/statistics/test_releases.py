"""Random caseloads published quarter after quarter, and attacked by someone who reads only that."""

import os
from random import Random

import pytest

from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Table
from tests.attacks.statistics import layouts
from tests.attacks.statistics.caseload import PUBLISHED, Caseload, catalogue
from tests.attacks.statistics.intruder import Seen
from tests.attacks.statistics.releases import Hands, attack, laws, targets
from tests.attacks.statistics.soak import FLOOR, controlled, hiding_one_to_four, publish, told
from tests.attacks.statistics.verdicts import attacked
from tests.counted_by_hand import number

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
CASELOADS = range(200) if SOAK else range(2)
QUARTERS = PUBLISHED if SOAK else PUBLISHED[:2]
INSIDERS = 12 if SOAK else 2


@pytest.mark.timeout(3600 if SOAK else 300)
@pytest.mark.parametrize("seed", CASELOADS)
def test_that_nothing_published_can_be_worked_out(seed: int) -> None:
    size = Random(seed).randint(30, 300) if SOAK else 40
    story = told(seed, size, QUARTERS)
    assert story.population is not None
    found = attack(story.hands, story.population, Random(seed), INSIDERS)
    assert found.sensitive > 0
    assert found.failures == ()


def test_that_files_say_what_was_chosen() -> None:
    """The attacker's bands are read from the files; together they must be those proven safe."""
    hands = told(2, 60, PUBLISHED[:1]).hands
    printed: dict[object, list[Seen]] = {}
    for one in hands.seen:
        printed.setdefault((one.measure, one.quarters, one.where), []).append(one)
    assert len(printed) == len(hands.numbers)
    for cell, given in hands.numbers.items():
        bands = printed[cell.measure, tuple(map(str, cell.quarters)), cell.where]
        assert max(one.low for one in bands) == given.low
        highs = [one.high for one in bands if one.high is not None]
        assert min(highs, default=None) == given.high


def test_that_what_is_worked_out_holds_the_truth() -> None:
    population = Caseload.made(5, 60).counted(PUBLISHED[0])
    hands = Hands()
    tables = layouts.report(Random(5), PUBLISHED[0], 3)
    hands.shown(hiding_one_to_four(one, population) for one in tables)
    intruder = hands.intruder(laws([], population))
    for target in targets(hands, population, intruder)[::20]:
        least, greatest = intruder.least(target.expression), intruder.greatest(target.expression)
        assert least is not None
        assert greatest is not None
        assert least <= target.value <= greatest, target.name


def test_that_rules_known_to_fail_do() -> None:
    """Were the attacker blind, it would find as little in these as in what the program prints."""
    control = controlled(2, 60)
    assert control.numbers.of > 30
    assert control.numbers.found >= 0.15 * control.numbers.of
    assert control.changes.found >= 0.15 * control.changes.of


def test_that_changes_leak_where_earlier_releases_are_forgotten() -> None:
    caseload, together, chosen = Caseload.made(3, 300), Hands(), Hands()
    population = caseload.counted(PUBLISHED[0])
    for quarter in PUBLISHED[:2]:
        population = caseload.counted(quarter)
        table = made_table(catalogue(), quarter_period(quarter), "open_at_end", ["kind"])
        alone = Hands()
        alone.shown([_exactly(table, population)])
        assert _leaks(alone, population) == 0
        together.shown(alone.tables)
        assert publish(chosen, [table], population, FLOOR)
        caseload.published()
    assert _leaks(together, population) > 0
    assert _leaks(chosen, population) == 0


def _exactly(table: Table, population: Population) -> PublishedTable:
    exact = DisplayRule.EXACT
    bands = tuple(
        tuple(shown(number(cell, population), exact) for cell in row) for row in table.cells
    )
    return PublishedTable(table=table, shown=bands, rule=exact, totals_rule=exact)


def _leaks(hands: Hands, population: Population) -> int:
    intruder = hands.intruder()
    return len(attacked(intruder, targets(hands, population, intruder)))

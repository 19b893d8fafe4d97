"""The whole story of one caseload, quarter after quarter, published, attacked, and controlled.

Each quarter a report is chosen and published by the program, with what it published before; time
passes, records are corrected, reopened and deleted, and at the end everything printed is attacked
from the files alone. The controls publish the same caseloads by rules that are known to fail.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from typing_extensions import override

from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.blocks import TooFine
from psg_desktop.privacy.tables.choosing import NoSafeRelease, Policy, choose
from psg_desktop.privacy.tables.scene import Published
from tests.attacks.statistics import layouts
from tests.attacks.statistics.caseload import PUBLISHED, Caseload
from tests.attacks.statistics.printed import published_table
from tests.attacks.statistics.releases import Hands, among_exact, attack, targets
from tests.attacks.statistics.verdicts import SMALL, exact
from tests.counted_by_hand import number

FLOOR = Policy()
FINER = Policy(finer=(DisplayRule.NEAREST_THREE, DisplayRule.EXACT))
EXACT = Policy(finer=(DisplayRule.EXACT,))
SOMETIMES = 0.3


@dataclass
class Story:
    """What became of one caseload.

    Attributes:
        population: The matters as they were counted for the last release.
        refused: Releases that there was no safe way of making.
        left_out: Tables that were left out of releases.
    """

    seed: int
    size: int
    hands: Hands = field(default_factory=Hands)
    population: Population | None = None
    releases: int = 0
    refused: int = 0
    left_out: int = 0


def told(seed: int, size: int, quarters: Sequence[date] = PUBLISHED, parts: int = 2) -> Story:
    """Publish a caseload quarter after quarter: a report, and sometimes a table asked for.

    In every other caseload what is asked for may be shown more finely than by the floor.
    """
    dice = Random(seed)
    caseload, story = Caseload.made(seed, size), Story(seed=seed, size=size)
    for quarter in quarters:
        population = caseload.counted(quarter)
        wanted = [(layouts.report(dice, quarter, parts), FLOOR)]
        if dice.random() < SOMETIMES:
            wanted.append(((layouts.asked(dice, quarter),), FINER if seed % 2 else FLOOR))
        for tables, policy in wanted:
            given = publish(story.hands, tables, population, policy)
            story.left_out += len(tables) - len(given)
            story.releases += bool(given)
            story.refused += not given
            if given:
                story.population = population
                caseload.published()
        caseload.corrected()
    return story


def publish(
    hands: Hands, tables: Sequence[Table], population: Population, policy: Policy
) -> list[PublishedTable]:
    """Choose how tables are shown, with all that hands hold, and give them into these hands."""
    try:
        choice = choose(population, tables, standing(hands), policy)
    except (NoSafeRelease, TooFine):
        return []
    given = [published_table(one, choice) for one in tables if one.code not in choice.left_out]
    hands.given(tables[0].period, given)
    return given


def standing(hands: Hands) -> list[Published]:
    """Give what hands hold, as the program's ledger does."""
    return [
        Published(
            cell=cell, shown=one, beside_exact=one.number is None and among_exact(table, cell)
        )
        for table in hands.tables
        for cells, row in zip(table.table.cells, table.shown, strict=True)
        for cell, one in zip(cells, row, strict=True)
    ]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    found: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.found + other.found, self.of + other.of)

    @override
    def __str__(self) -> str:
        return f"{self.found} of {self.of}" + (f" ({self.found / self.of:.0%})" if self.of else "")


@dataclass(frozen=True)
class Control:
    """What the same attack finds where the rule is known to fail.

    Attributes:
        numbers: Numbers from 1 to 4 worked out exactly under "hide 1 to 4", of all of them.
        changes: The same of changes between the quarters.
        forgotten: Failures of the tests where each release was proven safe without the ledger.
    """

    numbers: Share
    changes: Share
    forgotten: int


def controlled(seed: int, size: int, parts: int = 2) -> Control:
    """Publish two quarters of the same caseload by rules that are known to fail, and attack."""
    dice = Random(seed)
    caseload = Caseload.made(seed, size)
    hidden, alone = Hands(), Hands()
    population = caseload.counted(PUBLISHED[0])
    for quarter in PUBLISHED[:2]:
        population = caseload.counted(quarter)
        every = layouts.linked(quarter)
        hidden.shown(hiding_one_to_four(one, population) for one in every)
        forgetful = Hands()
        publish(forgetful, layouts.report(dice, quarter, parts), population, EXACT)
        alone.shown(forgetful.tables)
        caseload.published()
        caseload.corrected()
    intruder = hidden.intruder()
    small = [one for one in targets(hidden, population, intruder) if 0 < abs(one.value) < SMALL]
    known = {one.name for one in exact(intruder, small)}
    forgotten = attack(alone, population, dice, insiders=0) if alone.tables else None
    return Control(
        numbers=_share([one.name in known for one in small if not one.change]),
        changes=_share([one.name in known for one in small if one.change]),
        forgotten=len(forgotten.failures) if forgotten else 0,
    )


def hiding_one_to_four(table: Table, population: Population) -> PublishedTable:
    """Show a table by the rule that hides 1 to 4 and shows the rest, none included."""
    return PublishedTable(
        table=table,
        shown=tuple(
            tuple(_hidden(number(cell, population)) for cell in row) for row in table.cells
        ),
        rule=DisplayRule.EXACT,
        totals_rule=DisplayRule.EXACT,
    )


def _hidden(count: int) -> Shown:
    if 0 < count < SMALL:
        return Shown(number=None, low=1, high=SMALL - 1)
    return Shown(number=count, low=count, high=count)


def _share(answers: Sequence[bool]) -> Share:
    return Share(sum(answers), len(answers))

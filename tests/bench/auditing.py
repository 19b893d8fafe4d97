"""The attack on whole releases of 300 matters: seconds and memory as releases add up.

Each release has every table there is, fine and coarse, and all that people ask for besides, by
the plain floor, as it stands before the program's own audit: more than is ever published.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from psg_desktop.attack.attacking import attack
from psg_desktop.attack.gathering import gather
from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Table
from tests.attacks.statistics import layouts
from tests.attacks.statistics.caseload import PUBLISHED, Caseload, catalogue
from tests.attacks.statistics.printed import files
from tests.bench.measuring import Figure, alone, peak_mb, seconds
from tests.counted_by_hand import number

MATTERS_THERE = 300
RELEASES = (1, 2, 4)
GOAL = 120.0  # seconds for all of them together on two cores
RULE = DisplayRule.NEAREST_FIVE


def figures() -> list[Figure]:
    """Attack one release, two and four of the same matters, each in a process of its own."""
    return [alone(_attacked, many) for many in RELEASES]


def _attacked(many: int) -> Figure:
    with TemporaryDirectory() as folder:
        _publish(Path(folder), many)
        published = gather([Path(folder)])
        ours = seconds(partial(attack, published))
    cells = sum(len(table.cells) for table in published.tables)
    return Figure(
        name=f"attack on {cells:,} numbers, releases: {many}",
        ours=ours,
        yardstick=f"{GOAL:.0f} seconds",
        bare=GOAL,
        goal=1.0,
        peak_mb=peak_mb(),
    )


def _publish(folder: Path, many: int) -> None:
    """Write the tables of successive quarters, of matters that are not corrected."""
    population = Caseload.made(1, MATTERS_THERE).counted(PUBLISHED[-1])
    first = quarters.shifted(PUBLISHED[-1], 1 - many)
    for quarter in quarters.between(first, PUBLISHED[-1]):
        tables = [_shown(one, population) for one in _tables(quarter)]
        release = folder / f"{quarter}"
        release.mkdir()
        for name, content in files(quarter_period(quarter), tables).items():
            (release / name).write_bytes(content)


def _tables(quarter: date) -> Iterator[Table]:
    yield layouts.flow(quarter)
    yield layouts.flow_by_kind(quarter)
    for measure, ways in layouts.ONE_WAY:
        yield from (layouts.one_way(measure, by, quarter) for by in ways)
    for measure, by in layouts.ASKED:
        yield made_table(catalogue(), quarter_period(quarter), measure, by)


def _shown(table: Table, population: Population) -> PublishedTable:
    rows = tuple(tuple(shown(number(one, population), RULE) for one in row) for row in table.cells)
    return PublishedTable(table=table, shown=rows, rule=RULE, totals_rule=RULE)

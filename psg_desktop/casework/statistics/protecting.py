"""Tables counted, and protected together with everything that was published before."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, facts, freezing
from psg_desktop.casework.statistics.board import Design
from psg_desktop.casework.statistics.designing import Coarser, designed
from psg_desktop.casework.statistics.ledger import Ledger
from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule
from psg_desktop.domain.statistics.histories import History, Population, Standing
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.summing import counts
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.faults import Fault
from psg_desktop.privacy.tables.auditing import Audit
from psg_desktop.privacy.tables.blocks import TooFine
from psg_desktop.privacy.tables.choosing import TOTALS, Choice, NoSafeRelease, Policy, choose
from psg_desktop.privacy.tables.scene import Published
from psg_desktop.words import statistics_choices as words

# Called with the population, how many of its numbers are done, and how many there are.
Watch = Callable[[str, int, int], None]


class NoSafeTables(Fault):
    """No way of showing some tables was found that protects everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked for: the parts of a release, and what counts as safe."""

    designs: Sequence[Design]
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Tables as they can be published.

    Attributes:
        units: What was counted behind them and is to be frozen.
        audits: The audit of each population.
        held: Numbers of 10 or more that are withheld, so that others cannot be worked out.
        left_out: Titles of tables that earlier releases do not leave room for.
        coarser: The parts that are published coarser than they could be asked for.
    """

    tables: tuple[PublishedTable, ...]
    units: dict[tuple[str, date], dict[str, Standing]] = field(repr=False)
    audits: tuple[Audit, ...]
    held: frozenset[Cell]
    left_out: tuple[str, ...]
    coarser: tuple[Coarser, ...]


def protected(
    office: Office, asking: Asking, known: Ledger, watch: Watch | None = None
) -> Protected:
    """Count what is asked for, choose how fine it is, and protect it with all that is known.

    Raises:
        NoSafeTables: The tables cannot be shown without showing too much, or combine more
            categories than can be audited.
    """
    every = [table for design in asking.designs for one in design for table in one.tables]
    living = _living(office, every, known)
    chosen = designed(asking.designs, _counted(living, every), _before(known))
    # Of a population that none of the tables counts, nothing new becomes known.
    counted_in = {table.population for table in chosen.tables}
    asked = [one for one in living if one.population.code in counted_in]
    parts = [_part(one, chosen.tables, known, asking.policy, watch) for one in asked]
    shown = {code: table for part in parts for code, table in part.tables.items()}
    tables = tuple(shown[one.code] for one in chosen.tables if one.code in shown)
    return Protected(
        tables=tables,
        units={key: units for part in parts for key, units in part.units.items()},
        audits=tuple(part.choice.audit for part in parts),
        held=frozenset().union(*(part.choice.withheld for part in parts)),
        left_out=tuple(one.title for one in chosen.tables if one.code not in shown),
        coarser=chosen.coarser,
    )


def counted(office: Office, tables: Sequence[Table], known: Ledger) -> Counter[Cell]:
    """Give the true number of every cell; nothing of this may be shown as it is."""
    return _counted(_living(office, tables, known), tables)


def _before(known: Ledger) -> frozenset[str]:
    """Give the codes of the tables of the board's latest release."""
    ours = [
        tables for entry, tables in zip(known.entries, known.tables, strict=True) if not entry.about
    ]
    return frozenset(one.table.code for one in ours[-1]) if ours else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Living:
    """A population with the histories that count: those of published quarters as they were."""

    population: Population
    histories: dict[str, History]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What is published of one population."""

    choice: Choice
    tables: dict[str, PublishedTable]
    units: dict[tuple[str, date], dict[str, Standing]]


def _living(office: Office, tables: Sequence[Table], known: Ledger) -> list[_Living]:
    earlier = [one.table for found in known.tables for one in found]
    found = []
    for counted in facts.populations(office, board.quarters_of([*tables, *earlier])):
        histories = freezing.overlaid(counted, known.frozen)
        population = freezing.population_of(counted.population, histories)
        found.append(_Living(population=population, histories=histories))
    return found


def _counted(living: Sequence[_Living], tables: Sequence[Table]) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for one in living:
        mine = [table for table in tables if table.population == one.population.code]
        cells = (cell for table in mine for cell in table.every_cell)
        found.update(counts(one.population, cells))
    return found


def _part(
    living: _Living, tables: Sequence[Table], known: Ledger, policy: Policy, watch: Watch | None
) -> _Part:
    population = living.population
    mine = [table for table in tables if table.population == population.code]
    standing = _standing(known, population.code)
    try:
        choice = choose(population, mine, standing, policy, _told(watch, population.code))
    except NoSafeRelease as found:
        raise NoSafeTables(words.unsafe(_titles(mine, found.cells))) from found
    except TooFine as found:
        raise NoSafeTables(words.TOO_FINE) from found
    seen = [table for table in mine if table.code not in choice.left_out]
    fresh = [
        quarter
        for quarter in board.quarters_of(seen)
        if (population.code, quarter) not in known.frozen
    ]
    return _Part(
        choice=choice,
        tables={table.code: _shown(table, choice) for table in seen},
        units=freezing.standings(population, living.histories, fresh),
    )


def _titles(tables: Sequence[Table], cells: Sequence[Cell]) -> list[str]:
    return [one.title for one in tables if not set(cells).isdisjoint(one.every_cell)]


def _standing(known: Ledger, population: str) -> list[Published]:
    """Give what people hold of a population; also of withdrawn releases."""
    return [
        Published(
            cell=cell,
            shown=one,
            beside_exact=one.number is None
            and (published.totals_rule if not cell.where else published.rule) is DisplayRule.EXACT,
        )
        for tables in known.tables
        for published in tables
        if published.table.population == population
        for cells, row in zip(published.table.cells, published.shown, strict=True)
        for cell, one in zip(cells, row, strict=True)
    ]


def _shown(table: Table, choice: Choice) -> PublishedTable:
    shown = tuple(tuple(choice.shown[cell] for cell in row) for row in table.cells)
    withheld = [one for row in shown for one in row if one.number is None]
    return PublishedTable(
        table=table,
        shown=shown,
        rule=choice.rules.get(table.code, DisplayRule.NEAREST_FIVE),
        totals_rule=choice.rules.get(TOTALS, DisplayRule.NEAREST_FIVE),
        mixed=any(one.high is None or one.high >= FLOOR for one in withheld),
    )


def _told(watch: Watch | None, population: str) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if watch is not None:
            watch(population, done, total)

    return tell

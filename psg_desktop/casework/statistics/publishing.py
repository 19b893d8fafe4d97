"""Publishing statistics: what a release would show, that it is safe, and putting it in the ledger.

A release is planned first: its tables are counted, protected together with every earlier release
and proven. What was planned is what is published. A period that was published is published again
as it was; nothing that people hold already is counted anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import highspy

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, catalogue, facts, freezing, ledger
from psg_desktop.casework.statistics.ledger import Ledger
from psg_desktop.domain import quarters
from psg_desktop.domain.changes import Act
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule
from psg_desktop.domain.statistics.histories import Standing
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.domain.statistics.published import (
    Certificate,
    PublishedTable,
    StatisticsId,
    StatisticsRelease,
)
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.choosing import TOTALS, Choice, Policy, choose
from psg_desktop.privacy.tables.scene import Published

# The definition of safe: tests S1 to S6 of `docs/statistics.md`, in this version.
RULE = "S1-S6, version 1"
# Every later audit counts all quarters since the first that was published: forty are ten years.
_REACH = 40
# Called with the population, how many of its numbers are done, and how many there are.
Watch = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A release as it would be published; or as it was, where the period was published before.

    Attributes:
        entry: What goes into the ledger.
        published: Whether it stands in the ledger already.
        held: How many numbers of 10 or more are withheld, so that others cannot be worked out.
        left_out: Titles of tables that earlier releases do not leave room for.
    """

    entry: LedgerEntry = field(repr=False)
    tables: tuple[PublishedTable, ...]
    published: bool
    held: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def release(self) -> StatisticsRelease:
        """The release that the files are drawn from."""
        return released(self.entry, self.tables)


def plan(office: Office, period: Period, watch: Watch | None = None) -> Plan:
    """Plan the board's release of a period.

    Args:
        office: The open vault.
        period: What is reported; it must be over.
        watch: Is told how far the audit is; what it raises ends it, and nothing is kept.

    Raises:
        Refused: The period is not over, or is more than ten years past.
        NoSafeRelease: The tables cannot be shown without showing too much.
        TooFine: The tables combine more categories than can be audited.
        LedgerDamaged: What was published before cannot be read.
    """
    if not period.over(office.today()):
        raise refuse("period", Problem.PERIOD_NOT_OVER)
    if quarters.shifted(period.last_quarter, _REACH) < quarters.quarter_of(office.today()):
        raise refuse("period", Problem.PERIOD_TOO_LONG_AGO)
    known = ledger.read(office)
    for entry, tables in zip(known.entries, known.tables, strict=True):
        if entry.period == period.code and entry.withdrawn_on is None:
            return Plan(entry=entry, tables=tables, published=True)
    return _planned(office, period, known, watch)


def publish(office: Office, planned: Plan) -> StatisticsRelease:
    """Put a planned release into the ledger; one that stands there stays as it is.

    Raises:
        Refused: Something was published since it was planned.
        LedgerDamaged: What was published before cannot be read.
    """
    if not planned.published:
        with office.working(Act.PUBLISH_STATISTICS) as unit:
            if len(unit.statistics.all()) != planned.entry.earlier:
                raise refuse("period", Problem.PUBLISHED_MEANWHILE)
            unit.statistics.put(planned.entry)
    return planned.release


def withdraw(office: Office, release: StatisticsId, because: str) -> None:
    """Withdraw a release; people may hold it, so later ones are still audited with it.

    Raises:
        Refused: No reason is given, or it was withdrawn already.
    """
    with office.working(Act.WITHDRAW_STATISTICS) as unit:
        entry = unit.statistics.get(release)
        if entry.withdrawn_on is not None:
            raise refuse("", Problem.ALREADY_WITHDRAWN)
        unit.statistics.put(
            replace(entry, withdrawn_on=office.today(), withdrawn_because=because.strip())
        )


def releases(office: Office) -> tuple[StatisticsRelease, ...]:
    """Read every release, the latest first.

    Raises:
        LedgerDamaged: One of them is not what was written.
    """
    known = ledger.read(office)
    found = [
        released(entry, tables) for entry, tables in zip(known.entries, known.tables, strict=True)
    ]
    return tuple(reversed(found))


def released(entry: LedgerEntry, tables: tuple[PublishedTable, ...]) -> StatisticsRelease:
    """Give a release from its entry in the ledger and its tables."""
    period = read_period(entry.period)
    if period is None:
        raise ledger.LedgerDamaged(ledger.DAMAGED)
    return StatisticsRelease(
        id=entry.id,
        period=period,
        published_at=entry.published_at,
        published_by=entry.published_by,
        data_on=entry.data_on,
        tables=tables,
        certificate=Certificate(
            rule=entry.rule,
            solver=entry.solver,
            examined=entry.examined,
            narrowest=entry.narrowest,
            ledger=entry.earlier,
            digest=entry.digest,
        ),
        withdrawn_on=entry.withdrawn_on,
        withdrawn_because=entry.withdrawn_because,
    )


def _planned(office: Office, period: Period, known: Ledger, watch: Watch | None) -> Plan:
    tables = board.board_tables(period, catalogue.of_vault(office, period.last_day))
    units: dict[tuple[str, date], dict[str, Standing]] = {}
    shown: dict[str, PublishedTable] = {}
    choices: list[Choice] = []
    for counted in facts.populations(office, _quarters(tables, known)):
        population = counted.population
        mine = [table for table in tables if table.population == population.code]
        histories = freezing.overlaid(counted, known.frozen)
        choice = choose(
            freezing.population_of(population, histories),
            mine,
            _standing(known, population.code),
            Policy(),
            _told(watch, population.code),
        )
        choices.append(choice)
        seen = [table for table in mine if table.code not in choice.left_out]
        shown |= {table.code: _shown(table, choice) for table in seen}
        fresh = [
            quarter
            for quarter in board.quarters_of(seen)
            if (population.code, quarter) not in known.frozen
        ]
        units |= freezing.standings(population, histories, fresh)
    published = tuple(shown[table.code] for table in tables if table.code in shown)
    entry = _entry(
        office, period, choices, (ledger.written(published), ledger.written_units(units))
    )
    return Plan(
        entry=replace(entry, earlier=len(known.entries)),
        tables=published,
        published=False,
        held=sum(len(one.withheld) for one in choices),
        left_out=tuple(table.title for table in tables if table.code not in shown),
    )


def _entry(
    office: Office, period: Period, choices: Sequence[Choice], written: tuple[str, str]
) -> LedgerEntry:
    content, units = written
    narrowest = [one.audit.narrowest for one in choices if one.audit.narrowest is not None]
    solver = highspy.Highs().version()  # type: ignore[no-untyped-call]  # its stub lacks it
    return LedgerEntry(
        id=StatisticsId(office.new_id()),
        period=period.code,
        published_at=office.now(),
        published_by=office.who,
        data_on=office.today(),
        content=content,
        units=units,
        digest=ledger.digest(content, units),
        rule=RULE,
        solver=f"HiGHS {solver}",
        examined=sum(one.audit.examined for one in choices),
        narrowest=min(narrowest, default=None),
    )


def _quarters(tables: Sequence[Table], known: Ledger) -> tuple[date, ...]:
    """Give every quarter that these tables or an earlier release count over."""
    earlier = [one.table for found in known.tables for one in found]
    return board.quarters_of([*tables, *earlier])


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

"""Publishing statistics: what a release would show, that it is safe, and putting it in the ledger.

A release is planned first: its tables are counted, protected together with every earlier release
and proven. What was planned is what is published. A period that was published is published again
as it was; nothing that people hold already is counted anew.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

import highspy

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, catalogue, ledger, ledger_demand
from psg_desktop.casework.statistics.board import Candidate
from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.casework.statistics.demand import cohorts
from psg_desktop.casework.statistics.designing import Coarser
from psg_desktop.casework.statistics.ledger import Ledger
from psg_desktop.casework.statistics.protecting import Asking, Protected, Watch, protected
from psg_desktop.casework.statistics.releasing import released
from psg_desktop.domain import quarters
from psg_desktop.domain.changes import Act
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.published import (
    PublishedTable,
    StatisticsId,
    StatisticsRelease,
)
from psg_desktop.privacy.tables.choosing import Policy

# The definition of safe: tests S1 to S6 of `docs/statistics.md`, in this version.
RULE = "S1-S6, version 1"
# Every later audit counts all quarters since the first that was published: forty are ten years.
_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A release as it would be published; or as it was, where the period was published before.

    Attributes:
        entry: What goes into the ledger.
        published: Whether it stands in the ledger already.
        held: Numbers of 10 or more that are withheld, so that others cannot be worked out.
        left_out: Titles of tables that earlier releases do not leave room for.
        coarser: The parts that are published coarser than they could be asked for.
    """

    entry: LedgerEntry = field(repr=False)
    tables: tuple[PublishedTable, ...]
    published: bool
    held: frozenset[Cell] = frozenset()
    left_out: tuple[str, ...] = ()
    coarser: tuple[Coarser, ...] = ()

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
        NoSafeTables: The tables cannot be shown without showing too much.
        LedgerDamaged: What was published before cannot be read.
    """
    _check(office, period)
    known = ledger.read(office)
    designs = board.board_designs(period, catalogue.of_vault(office, period.last_day))
    return _again(known, period, "") or _planned(
        office,
        _Release(period=period),
        known,
        protected(office, Asking(designs=designs), known, watch),
    )


def plan_table(
    office: Office, asked: Asked, watch: Watch | None = None, policy: Policy | None = None
) -> Plan:
    """Plan a release of one table that somebody asked for; *policy* says how fine it may be.

    Raises:
        Refused: There can be no such table, or its period is not over or more than ten years past.
        NoSafeTables: It cannot be shown without showing too much.
        LedgerDamaged: What was published before cannot be read.
    """
    _check(office, asked.period)
    known = ledger.read(office)
    lists = catalogue.of_vault(office, asked.period.last_day)
    table = made_table(lists, asked.period, asked.measure, asked.breakdowns)
    asking = Asking(designs=((Candidate(tables=(table,)),),), policy=policy or Policy())
    release = _Release(period=asked.period, about=asked.code)
    return _again(known, asked.period, asked.code) or _planned(
        office, release, known, protected(office, asking, known, watch)
    )


def publish(office: Office, planned: Plan) -> StatisticsRelease:
    """Put a planned release into the ledger; one that stands there stays as it is.

    Raises:
        Refused: Something was published since it was planned.
        LedgerDamaged: What was published before cannot be read.
    """
    if not planned.published:
        ledger.read(office)
        with office.working(Act.PUBLISH_STATISTICS) as unit:
            if len(unit.statistics.all()) != planned.entry.earlier:
                raise refuse("period", Problem.PUBLISHED_MEANWHILE)
            unit.statistics.put(planned.entry)
    return planned.release


def withdraw(office: Office, release: StatisticsId, because: str) -> None:
    """Withdraw a release; people may hold it, so later ones are still audited with it.

    Raises:
        Refused: No reason is given, or it was withdrawn already.
        LedgerDamaged: What was published before cannot be read.
    """
    ledger.read(office)
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


class _Release(NamedTuple):
    """What a release is about: a period, and the code of the table or "" for the board's."""

    period: Period
    about: str = ""


def _check(office: Office, period: Period) -> None:
    if not period.over(office.today()):
        raise refuse("period", Problem.PERIOD_NOT_OVER)
    if quarters.shifted(period.last_quarter, _REACH) < quarters.quarter_of(office.today()):
        raise refuse("period", Problem.PERIOD_TOO_LONG_AGO)


def _again(known: Ledger, period: Period, about: str) -> Plan | None:
    """Give what was published of a period, None where nothing was or it was withdrawn."""
    for entry, tables in zip(known.entries, known.tables, strict=True):
        if (entry.period, entry.about) == (period.code, about) and entry.withdrawn_on is None:
            return Plan(entry=entry, tables=tables, published=True)
    return None


def _demand(office: Office, release: _Release, known: Ledger) -> str:
    """Give what is kept of demand before and after: only the board's release shows it."""
    return "" if release.about else ledger_demand.written(cohorts(office, release.period, known))


def _planned(office: Office, release: _Release, known: Ledger, safe: Protected) -> Plan:
    content, units = ledger.written(safe.tables), ledger.written_units(safe.units)
    demand = _demand(office, release, known)
    narrowest = [one.narrowest for one in safe.audits if one.narrowest is not None]
    solver = highspy.Highs().version()  # type: ignore[no-untyped-call]  # its stub lacks it
    entry = LedgerEntry(
        id=StatisticsId(office.new_id()),
        period=release.period.code,
        about=release.about,
        published_at=office.now(),
        published_by=office.who,
        data_on=office.today(),
        content=content,
        units=units,
        demand=demand,
        digest=ledger.digest(content, units, release.about, demand),
        rule=RULE,
        solver=f"HiGHS {solver}",
        examined=sum(one.examined for one in safe.audits),
        narrowest=min(narrowest, default=None),
        earlier=len(known.entries),
    )
    return Plan(
        entry=entry,
        tables=safe.tables,
        published=False,
        held=safe.held,
        left_out=safe.left_out,
        coarser=safe.coarser,
    )

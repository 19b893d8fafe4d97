"""A statistical release: tables as they were published, by which rule, and what was proven.

Releases are frozen. One that is withdrawn stays in people's hands, so it is never forgotten.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.magnitudes import PublishedCohort
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.tables import Table

StatisticsId = NewType("StatisticsId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTable:
    """A table as readers have it.

    Attributes:
        shown: One entry for each of its cells, row by row.
        rule: How its own numbers are shown.
        totals_rule: How the totals of all units in it are shown.
        mixed: Whether a withheld number need not be under 10.
    """

    table: Table
    shown: tuple[tuple[Shown, ...], ...]
    rule: DisplayRule
    totals_rule: DisplayRule
    mixed: bool = False

    @property
    def withheld(self) -> int:
        """How many of its numbers are withheld."""
        return sum(one.number is None for row in self.shown for one in row)

    @property
    def silent(self) -> bool:
        """Whether no part of any total is shown, so that it divides nothing for its readers."""
        shown = {
            cell
            for cells, row in zip(self.table.cells, self.shown, strict=True)
            for cell, one in zip(cells, row, strict=True)
            if one.number is not None
        }
        lines = self.table.lines
        return not any(shown.intersection(one.cells) for one in lines) if lines else not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What the audit of a release proved, for those who ask later.

    Attributes:
        rule: The definition of safe that was applied, by its version.
        solver: Name and version of the solver.
        examined: How many sensitive quantities there were.
        narrowest: The least distance between the ends of what a reader can work out of one.
        ledger: How many earlier releases were part of the audit.
        digest: SHA-256 of the published tables as 64 hexadecimal digits.
    """

    rule: str
    solver: str
    examined: int
    narrowest: int | None
    ledger: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsRelease:
    """What was published of one period.

    Attributes:
        data_on: The day the figures were taken from the vault.
        withdrawn_on: When it was withdrawn, and `withdrawn_because` why.
        about: "" for the board's release, else the code of the table somebody asked for.
        cohorts: Demand before and after, as far as it could be published by then.
    """

    id: StatisticsId
    period: Period
    published_at: datetime
    published_by: str = field(repr=False)
    data_on: date
    tables: tuple[PublishedTable, ...]
    certificate: Certificate
    withdrawn_on: date | None = None
    withdrawn_because: str = ""
    about: str = ""
    cohorts: tuple[PublishedCohort, ...] = ()

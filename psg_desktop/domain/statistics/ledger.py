"""The ledger of releases: what was published, what stood behind it, and what was proven.

An entry is frozen when it is made. What readers got and the units counted behind it are kept as
written then, with their digest, so that a later release can be audited together with it and a
closed period is never counted again. Units stand by a digest of their record's identifier; once
the record is disposed of, that digest points at nobody.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.statistics.published import StatisticsId


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One release of statistics.

    Attributes:
        period: Its period as written on a command line, such as "2026Q3".
        data_on: The day the figures were taken from the vault.
        content: The tables as published, as JSON.
        units: The histories of units first published by it, as JSON.
        digest: SHA-256 of `content`, `units`, `about` and `demand` as 64 hexadecimal digits.
        rule: The definition of safe that was applied, by its version.
        solver: Name and version of the solver.
        examined: How many sensitive quantities the audit examined.
        narrowest: The least distance between the ends of what a reader can work out of one.
        earlier: How many earlier releases were part of the audit.
        about: "" for the board's release, else the code of the table somebody asked for.
        demand: Demand before and after of the cohorts first published by it, as JSON; "" where
            there are none.
        withdrawn_on: When it was withdrawn; people may still hold it, so it still counts.

    Raises:
        Refused: It is withdrawn without a reason, or the reason is too long.
    """

    id: StatisticsId
    period: str
    published_at: datetime
    published_by: str = field(repr=False)
    data_on: date
    content: str = field(repr=False)
    units: str = field(repr=False)
    digest: str
    rule: str
    solver: str
    examined: int
    narrowest: int | None = None
    earlier: int = 0
    withdrawn_on: date | None = None
    withdrawn_because: str = field(default="", repr=False)
    about: str = ""
    demand: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a withdrawal nobody could explain."""
        found = Findings()
        unexplained = self.withdrawn_on is not None and not self.withdrawn_because.strip()
        found.when(unexplained, "withdrawn_because", Problem.REASON_MISSING)
        long = len(self.withdrawn_because) > text.TEXT_LIMIT
        found.when(long, "withdrawn_because", Problem.TEXT_TOO_LONG)
        found.settle()

"""A project's money added up: what is planned and spent, by quarter and up to a day; in pence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.projects import BudgetLine, QuarterMoney
from psg_desktop.domain.quarters import last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What was planned and what was spent over the same quarters, in pence.

    Attributes:
        unknown: Quarters and lines whose spending is not known; their plan is not counted.
    """

    planned: int = 0
    actual: int = 0
    unknown: int = 0

    @property
    def variance(self) -> int:
        """What was spent above the plan, below it if negative."""
        return self.actual - self.planned


def added(rows: Iterable[QuarterMoney]) -> Spending:
    """Add up planned and spent of the rows whose spending is known, so that like meets like."""
    rows = tuple(rows)
    known = [row for row in rows if row.actual is not None]
    return Spending(
        planned=sum(row.planned for row in known),
        actual=sum(row.actual or 0 for row in known),
        unknown=len(rows) - len(known),
    )


def to_date(lines: Iterable[BudgetLine], day: date) -> Spending:
    """Add up every line over the quarters that have begun by a day."""
    return added(row for line in lines for row in line.quarters if row.quarter <= day)


def of_quarter(lines: Iterable[BudgetLine], quarter: date) -> Spending:
    """Add up every line for one quarter."""
    return added(row for line in lines for row in line.quarters if row.quarter == quarter)


def quarters_of(lines: Iterable[BudgetLine]) -> tuple[date, ...]:
    """Give every quarter that has money planned or spent, in order."""
    return tuple(sorted({row.quarter for line in lines for row in line.quarters}))


def unreported(lines: Iterable[BudgetLine], day: date) -> tuple[date, ...]:
    """Give the quarters over by a day for which spending of some line is not known."""
    rows = (row for line in lines for row in line.quarters)
    open_ones = {row.quarter for row in rows if row.actual is None}
    return tuple(sorted(one for one in open_ones if last_day(one) < day))

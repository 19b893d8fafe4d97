"""Periods that are reported: a quarter, a financial year, or the twelve months up to a quarter.

Quarters are those of the calendar, which are those of the public sector's year as well; a period
is given by its last quarter. On the command line a quarter is written 2026Q3 (July to September),
a financial year 2025-26 (April to March) and twelve months 2026Q3-12m.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psg_desktop.domain import quarters

_QUARTERS_OF_A_YEAR = 4
_MONTHS_OF_A_QUARTER = 3
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])(-12M)?")
_YEAR = re.compile(r"(\d{4})[-/](\d{2})")


class PeriodKind(StrEnum):
    """How long a period is."""

    QUARTER = "quarter"
    YEAR = "year"
    ROLLING_YEAR = "rolling_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period, by its last quarter (the quarter's first day)."""

    kind: PeriodKind
    last_quarter: date

    @property
    def quarters(self) -> tuple[date, ...]:
        """The quarters it is made of, the earliest first."""
        count = 1 if self.kind is PeriodKind.QUARTER else _QUARTERS_OF_A_YEAR
        return tuple(quarters.shifted(self.last_quarter, -back) for back in range(count))[::-1]

    @property
    def first_day(self) -> date:
        """Its first day."""
        return self.quarters[0]

    @property
    def last_day(self) -> date:
        """Its last day."""
        return quarters.last_day(self.last_quarter)

    @property
    def code(self) -> str:
        """How it is written on a command line and in file names."""
        if self.kind is PeriodKind.YEAR:
            begun = quarters.year_of(self.last_quarter)
            return f"{begun}-{(begun + 1) % 100:02}"
        number = (self.last_quarter.month - 1) // _MONTHS_OF_A_QUARTER + 1
        tail = "-12m" if self.kind is PeriodKind.ROLLING_YEAR else ""
        return f"{self.last_quarter.year}Q{number}{tail}"

    def shifted(self, count: int) -> "Period":
        """Give the same length of time *count* quarters later, earlier if negative."""
        return Period(kind=self.kind, last_quarter=quarters.shifted(self.last_quarter, count))

    def over(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.last_day < today


def quarter_period(day: date) -> Period:
    """Give the quarter a day lies in."""
    return Period(kind=PeriodKind.QUARTER, last_quarter=quarters.quarter_of(day))


def financial_year(day: date) -> Period:
    """Give the financial year, April to March, that a day lies in."""
    begun = quarters.year_of(quarters.quarter_of(day))
    return Period(kind=PeriodKind.YEAR, last_quarter=date(begun + 1, 1, 1))


def read_period(code: str) -> Period | None:
    """Read a period as written on a command line; None where it is not one."""
    tidy = code.strip().upper()
    if found := _QUARTER.fullmatch(tidy):
        month = (int(found[2]) - 1) * _MONTHS_OF_A_QUARTER + 1
        kind = PeriodKind.ROLLING_YEAR if found[3] else PeriodKind.QUARTER
        return _period(kind, int(found[1]), month)
    if (found := _YEAR.fullmatch(tidy)) and (int(found[1]) + 1) % 100 == int(found[2]):
        return _period(PeriodKind.YEAR, int(found[1]) + 1, 1)
    return None


def _period(kind: PeriodKind, year: int, month: int) -> Period | None:
    if not 1 < year < date.max.year:
        return None
    return Period(kind=kind, last_quarter=date(year, month, 1))

"""Periods as a person writes them."""

from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.words import dates

_CENTURY = 100


def period(one: Period) -> str:
    """Give "July to September 2026", "April 2025 to March 2026" or "12 months to June 2026"."""
    if one.kind is PeriodKind.ROLLING_YEAR:
        return f"12 months to {dates.month_year(one.last_day)}"
    if one.kind is PeriodKind.YEAR:
        return f"{dates.month_year(one.first_day)} to {dates.month_year(one.last_day)}"
    return f"{dates.MONTHS[one.first_day.month - 1]} to {dates.month_year(one.last_day)}"


def end(one: Period) -> str:
    """Give "30 September 2026", the day on which states are counted."""
    return dates.prose(one.last_day)


def short(one: Period) -> str:
    """Give "Q2 2026-27", "2025-26" or "12 months to Q2 2026-27", for narrow headings."""
    year = quarters.year_of(one.last_quarter)
    financial = f"{year}-{(year + 1) % _CENTURY:02}"
    quarter = f"Q{quarters.number(one.last_quarter)} {financial}"
    if one.kind is PeriodKind.YEAR:
        return financial
    return f"12 months to {quarter}" if one.kind is PeriodKind.ROLLING_YEAR else quarter

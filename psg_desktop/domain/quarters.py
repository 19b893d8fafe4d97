"""Financial quarters of the public sector in the United Kingdom: April to March.

A quarter is given by its first day: 1 April, 1 July, 1 October or 1 January.
"""

from datetime import date, timedelta

_MONTHS = 3
_MONTHS_OF_A_YEAR = 12
_APRIL = 4


def quarter_of(day: date) -> date:
    """Give the first day of the financial quarter a day lies in."""
    return date(day.year, (day.month - 1) // _MONTHS * _MONTHS + 1, 1)


def shifted(quarter: date, count: int) -> date:
    """Give the quarter that comes *count* quarters after this one, before it if negative."""
    months = quarter.year * _MONTHS_OF_A_YEAR + quarter.month - 1 + count * _MONTHS
    return date(months // _MONTHS_OF_A_YEAR, months % _MONTHS_OF_A_YEAR + 1, 1)


def last_day(quarter: date) -> date:
    """Give the last day of a quarter."""
    return shifted(quarter, 1) - timedelta(days=1)


def between(first: date, last: date) -> tuple[date, ...]:
    """Give the quarters from the one *first* lies in to the one *last* lies in."""
    found, one = [], quarter_of(first)
    while one <= quarter_of(last):
        found.append(one)
        one = shifted(one, 1)
    return tuple(found)


def number(quarter: date) -> int:
    """Give 1 for April to June, 2, 3, and 4 for January to March."""
    return (quarter.month - _APRIL) % _MONTHS_OF_A_YEAR // _MONTHS + 1


def year_of(quarter: date) -> int:
    """Give the calendar year in which the financial year of a quarter began."""
    return quarter.year if quarter.month >= _APRIL else quarter.year - 1

"""The date nearest to today when a year or a month is left out."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

# 29 February comes back within eight years, a 31st within two months.
_YEARS_BETWEEN_LEAPS = 8
_MONTHS_BETWEEN_LONG = 2


class Looking(StrEnum):
    """Which way a date box looks."""

    AHEAD = "ahead"
    BACK = "back"


def nearest_in_year(month: int, day: int, today: date, looking: Looking) -> date | None:
    """Give the nearest such day and month, today counting, or None where no year has it."""
    step = 1 if looking is Looking.AHEAD else -1
    years = range(today.year, today.year + step * (_YEARS_BETWEEN_LEAPS + 1), step)
    return _first_in_direction([(year, month) for year in years], day, today, looking)


def nearest_day(day: int, today: date, looking: Looking) -> date | None:
    """Give the nearest such day of a month, today counting, or None where no month has it."""
    step = 1 if looking is Looking.AHEAD else -1
    shifts = range(0, step * (_MONTHS_BETWEEN_LONG + 1), step)
    firsts = [plus_months(today.replace(day=1), shift) for shift in shifts]
    months = [(first.year, first.month) for first in firsts]
    return _first_in_direction(months, day, today, looking)


def plus_months(day: date, count: int) -> date:
    """Give the day so many months on, the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def month_end(day: date) -> date:
    """Give the last day of a day's month."""
    return plus_months(day.replace(day=1), 1) - timedelta(days=1)


def _first_in_direction(
    months: list[tuple[int, int]], day: int, today: date, looking: Looking
) -> date | None:
    for year, month in months:
        exists = month in range(1, 13) and 1 <= day <= calendar.monthrange(year, month)[1]
        found = date(year, month, day) if exists else None
        if found and (found >= today if looking is Looking.AHEAD else found <= today):
            return found
    return None

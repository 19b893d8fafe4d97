"""Bank holidays of England and Wales, and working days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from psg_desktop.reference import tables

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BankHoliday:
    """A bank holiday; `published` is False where only the usual rules foretell it."""

    on: date
    name: str
    published: bool


def bank_holidays() -> tuple[BankHoliday, ...]:
    """Give the known bank holidays in order of date, 2012 to 2040."""
    return tuple(_holidays().values())


def bank_holiday(day: date) -> BankHoliday | None:
    """Give the bank holiday on a day, or None."""
    return _holidays().get(day)


def is_working_day(day: date, extra: Collection[date] = ()) -> bool:
    """Say whether a day is neither weekend nor bank holiday nor one of `extra` days off."""
    return day.weekday() < _SATURDAY and day not in _holidays() and day not in extra


def next_working_day(day: date, extra: Collection[date] = ()) -> date:
    """Give the day itself if it is a working day, else the first one after it.

    Raises:
        OverflowError: There is no such day before the end of the calendar.
    """
    while not is_working_day(day, extra):
        day += _DAY
    return day


def add_working_days(day: date, count: int, extra: Collection[date] = ()) -> date:
    """Give the working day `count` working days after a day, or before it where negative.

    The day itself is not counted, whatever it is; zero gives the day itself.

    Raises:
        OverflowError: The result lies outside the calendar.
    """
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, extra):
            day += step
    return day


@cache
def _holidays() -> dict[date, BankHoliday]:
    found = {}
    for row in tables.rows("bank_holidays.csv"):
        on = date.fromisoformat(row["date"])
        found[on] = BankHoliday(on=on, name=row["name"], published=row["published"] == "yes")
    return found

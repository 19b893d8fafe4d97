"""Dates of meetings to come: single ones, and series that keep off bank holidays."""

from dataclasses import dataclass
from datetime import date, timedelta

from psg_desktop.reference import workdays

_WEEK = timedelta(weeks=1)
# More meetings than this are a slip of the finger, not a plan.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One meeting of a series; `instead_of` is the bank holiday it was moved from."""

    on: date
    instead_of: date | None = None


def series(first: date, weeks: int, last: date) -> tuple[Planned, ...]:
    """Give meetings every so many weeks from *first* to *last*, on the same weekday.

    One that would fall on a bank holiday is held a week later on the same weekday, unless the
    next one of the series is held then; the others keep their days. At most 200 are given.
    """
    held: dict[date, Planned] = {}
    day = first
    while day <= last and len(held) < MOST:
        on = _off_holidays(day)
        if on <= last:
            held.setdefault(on, Planned(on=on, instead_of=None if on == day else day))
        day += weeks * _WEEK
    return tuple(held[on] for on in sorted(held))


def _off_holidays(day: date) -> date:
    while workdays.bank_holiday(day) is not None:
        day += _WEEK
    return day

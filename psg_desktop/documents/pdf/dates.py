"""Dates as the printed page writes them, in English whatever the machine's language."""

from datetime import date
from typing import Final

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Write a date for prose, such as "3 December 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Write a date for a cover, such as "Thursday 3 December 2026"."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"

"""Financial quarters as a person writes them."""

from datetime import date

from psg_desktop.domain import quarters
from psg_desktop.words.dates import MONTHS

_SHORT = 3
_CENTURY = 100


def quarter(first: date) -> str:
    """Give "Q3 2026-27" of the financial quarter that begins on a day."""
    year = quarters.year_of(first)
    return f"Q{quarters.number(first)} {year}-{(year + 1) % _CENTURY:02}"


def months(first: date) -> str:
    """Give "Oct to Dec 2026" of the financial quarter that begins on a day."""
    last = quarters.last_day(first)
    return f"{MONTHS[first.month - 1][:_SHORT]} to {MONTHS[last.month - 1][:_SHORT]} {last.year}"

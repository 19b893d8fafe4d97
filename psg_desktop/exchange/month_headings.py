"""Headings that name months, as where counts stand in one column for each month."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from psg_desktop.exchange.date_shapes import MONTHS, date_parts
from psg_desktop.exchange.dates import DateReader
from psg_desktop.exchange.sheets import Cell

_FEWEST = 2
_FEWEST_DAYS = 3
# "2026: April", as where the year stands in a row of its own above the months.
_YEAR_ABOVE = re.compile(r"((?:19|20)[0-9]{2})\D{1,3}([A-Za-z]{3,9})\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_ALONE = re.compile(r"[A-Za-z]{3,9}\Z")


def month_of(heading: str, today: date) -> date | None:
    """Give the first day of the month a heading names; None where it names none."""
    written = _YEAR_ABOVE.sub(r"\2 \1", heading.strip())
    parts = date_parts(written)
    if parts is None:
        return None
    read = DateReader(today=today).read(written).value
    if read is None or not (parts.month_only or read.day == 1):
        return None
    return read.replace(day=1)


def names_month(heading: str) -> bool:
    """Say whether a heading is nothing but a month, with its year or without."""
    written = _YEAR_ABOVE.sub(r"\2 \1", heading.strip())
    parts = date_parts(written)
    return (parts is not None and parts.month_only) or _is_month_word(written)


def is_month_of_year(group: str, name: str) -> bool:
    """Say whether a heading names a month alone, under a heading that names the year."""
    return bool(_YEAR.match(group)) and _is_month_word(name)


def _is_month_word(written: str) -> bool:
    word = written.casefold().removesuffix(".")
    return bool(_ALONE.match(word)) and any(month.casefold().startswith(word) for month in MONTHS)


def months_across(cells: Iterable[Cell]) -> int:
    """Count the months that stand side by side in a row; 0 where they are no row of headings.

    Days count only where each is the first of the month after the one before.
    """
    texts, days = 0, []
    for cell in cells:
        if isinstance(cell, date):
            days.append(cell)
        elif isinstance(cell, str) and names_month(cell):
            texts += 1
    steps = {
        abs((one.year - other.year) * 12 + one.month - other.month) for one, other in pairwise(days)
    }
    in_a_row = len(days) >= _FEWEST_DAYS and steps == {1} and all(one.day == 1 for one in days)
    return len(days) if in_a_row else texts if texts >= _FEWEST else 0

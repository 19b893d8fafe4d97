"""Find dates in every way people write them, and read which day they may mean."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from psg_desktop.privacy.identities.listed import listed

_MONTHS: Final = listed(
    "january february march april may june july august september october november december"
)
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ONES: Final = listed("first second third fourth fifth sixth seventh eighth ninth")
_TENS: Final = listed(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth"
)
_ORDINALS: Final = (
    list(_ONES) + list(_TENS) + [f"twenty {one}" for one in _ONES] + ["thirtieth", "thirty first"]
)
_SAID_LETTERS: Final = [word.replace(" ", "") for word in _ORDINALS]
_SAID_DAY: Final = "|".join(word.replace(" ", "[ -]?") for word in reversed(_ORDINALS))
_DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_ORDINAL: Final = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR: Final = (
    r"(?:[\s,.\-/]{0,3}(?P<year>'\s?\d\d|(?:1[89]|2[01])\d\d|(?<=[-/.\s])\d\d(?!\s?[:\d])))?"
)
_EDGE: Final = r"(?<![\d/])"
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_EDGE}(?P<year>(?:1[89]|2[01])\d\d)\s?[-/.]\s?(?P<month>\d{{1,2}})\s?[-/.]\s?{_DAY}(?!\d)",
        rf"{_EDGE}{_DAY}\s?[-/.\\]\s?(?P<month>\d{{1,2}})\s?[-/.\\]\s?(?P<year>\d{{4}}|'?\d\d)(?!\d)",
        rf"{_EDGE}(?P<month>1[0-2]|0?[1-9])\s?[-/.]\s?{_DAY}\s?[-/.]\s?(?P<year>\d{{4}}|\d\d)(?!\d)",
        rf"{_EDGE}{_DAY}\s(?P<month>1[0-2]|0?[1-9])\s(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\w){_DAY}{_ORDINAL}(?:\s{{1,3}}day)?(?:\s{{1,3}}of)?[\s,.\-/]{{0,3}}{_MONTH}\b{_YEAR}(?!\w)",
        rf"(?<!\w){_MONTH}[\s.,\-/]{{1,3}}(?:the\s)?{_DAY}{_ORDINAL}(?!\d){_YEAR}(?!\w)",
        rf"\b(?P<said>{_SAID_DAY})\s(?:day\s)?(?:of\s)?{_MONTH}\b{_YEAR}(?!\w)",
        rf"\b{_MONTH}\s(?:the\s)?(?P<said>{_SAID_DAY})\b{_YEAR}(?!\w)",
    )
)
_CENTURY: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date found at letters `start` to `end`, and every day it may mean (none without a year)."""

    start: int
    end: int
    days: frozenset[date]


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(written[:3].lower()))


def _years(written: str | None) -> tuple[int, ...]:
    digits = "".join(c for c in written or "" if c.isdigit())
    if not digits:
        return ()
    year = int(digits)
    return (year,) if year >= _CENTURY else (1900 + year, 2000 + year)


def _day(parts: dict[str, str | None]) -> int:
    said = parts.get("said")
    if said:
        return _SAID_LETTERS.index(re.sub("[ -]", "", said.lower())) + 1
    return int(parts["day"] or 0)


def _meanings(match: re.Match[str]) -> frozenset[date]:
    parts = match.groupdict()
    written = parts["month"] or "0"
    day, month = _day(parts), _month(written)
    orders = ((day, month), (month, day)) if written.isdigit() else ((day, month),)
    days: set[date] = set()
    for year in _years(parts.get("year")):
        for a, b in orders:
            with suppress(ValueError):
                days.add(date(year, b, a))
    return frozenset(days)


def written_dates(folded: str) -> Iterator[WrittenDate]:
    """Find every date with a day in it; a month with its year alone is no date here."""
    for form in _FORMS:
        for match in form.finditer(folded):
            yield WrittenDate(start=match.start(), end=match.end(), days=_meanings(match))


def days_of(written: str) -> frozenset[date]:
    """Give the days that a date held in the vault may mean; none if it cannot be read."""
    with suppress(ValueError):
        return frozenset({date.fromisoformat(written)})
    return frozenset(day for found in written_dates(written) for day in found.days)

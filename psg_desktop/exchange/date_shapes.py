"""The shapes dates are written in, taken apart into numbers without judging them."""

import re
from dataclasses import dataclass

_TIME = (
    r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_BETWEEN = r"\s*[-/.\s]\s*"
_YEAR = r"'?(\d{4}|\d{2})"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}\Z", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})\Z")
_NUMBERS = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}{_YEAR}{_TIME}\Z", re.IGNORECASE)
_DAY_AND_WORD = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[-/.\s]*(?:of\s+)?([a-z]{{3,9}})[-/.,\s]*{_YEAR}{_TIME}\Z",
    re.IGNORECASE,
)
_WORD_AND_DAY = re.compile(
    rf"([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}\Z", re.IGNORECASE
)
_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})\Z")
_WORD_AND_YEAR = re.compile(rf"([a-z]{{3,9}})[-/.,\s]+{_YEAR}\Z", re.IGNORECASE)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORTEST_MONTH = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
    """The numbers of a written date; in `numbers` day and month stand as written, order unknown.

    Attributes:
        year: As written, two or four digits, as text.
        weekday: 0 for Monday, where one was written.
        swappable: Whether day and month are both plain numbers beside each other.
    """

    day: int
    month: int
    year: str
    weekday: int | None = None
    swappable: bool = False
    month_only: bool = False


def date_parts(text: str) -> DateParts | None:
    """Take a written date apart, or give None when it has the shape of no date."""
    if len(text) > _LONGEST:
        return None
    found = _WEEKDAY.match(text)
    if found is None:
        return _parts(text, None)
    return _parts(text[found.end() :], _WEEKDAYS.index(found[1].casefold()))


def _parts(text: str, weekday: int | None) -> DateParts | None:
    if found := _ISO.match(text) or _COMPACT.match(text):
        return DateParts(day=int(found[3]), month=int(found[2]), year=found[1], weekday=weekday)
    if found := _NUMBERS.match(text):
        day, month, year = found.groups()
        return DateParts(day=int(day), month=int(month), year=year, weekday=weekday, swappable=True)
    return _with_word(text, weekday) or _month_alone(text)


def _with_word(text: str, weekday: int | None) -> DateParts | None:
    if found := _DAY_AND_WORD.match(text):
        day, word, year = found.groups()
    elif found := _WORD_AND_DAY.match(text):
        word, day, year = found.groups()
    else:
        return None
    month = _month(word)
    if not month:
        return None
    return DateParts(day=int(day), month=month, year=year, weekday=weekday)


def _month_alone(text: str) -> DateParts | None:
    if found := _ISO_MONTH.match(text):
        return DateParts(day=1, month=int(found[2]), year=found[1], month_only=True)
    if (found := _WORD_AND_YEAR.match(text)) and (month := _month(found[1])):
        return DateParts(day=1, month=month, year=found[2], month_only=True)
    return None


def _month(word: str) -> int:
    """Give the number of a month from its name or its beginning; `sept` too; 0 for no month."""
    start = word.casefold()
    if len(start) < _SHORTEST_MONTH:
        return 0
    return next(
        (n for n, name in enumerate(MONTHS, start=1) if name.casefold().startswith(start)), 0
    )

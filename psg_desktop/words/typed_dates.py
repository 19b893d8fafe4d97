"""The one-line date box: a closed grammar that never guesses.

today  tomorrow  tom  yesterday
+3d  +2w  +1m  +1y  +10wd  in 3 weeks  -2w  3 days ago     wd is working days
fri  friday  this fri  next fri  last fri
3/12  3/12/26  3.12.2026  3-12-26                          the day comes first
3 dec  3rd of December  dec 3  3 dec 2026  Thu 3 Dec 2026
27th  eom  end of month
psg  psg+1  psg-1                                          meetings of the group
2026-12-03

Without a year or a month the date nearest in the direction of the box is meant: from today on
for a due date, up to today for something that happened. Nothing is moved off a weekend or a bank
holiday: that is for the echo (`date_echo`) to say.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from psg_desktop.reference import workdays
from psg_desktop.words import dates
from psg_desktop.words.nearest import Looking, month_end, nearest_day, nearest_in_year, plus_months

_EARLIEST = date(1900, 1, 1)
_YEARS_AHEAD = 50
_CENTURY = 100
_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)


class DateProblem(StrEnum):
    """Why a text is not taken as a date."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_DAY = "no_such_day"
    OTHER_WEEKDAY = "other_weekday"
    NO_MEETING = "no_meeting"
    TOO_FAR = "too_far"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotADate:
    """A text that is not taken as a date, and the sentence to show beside it."""

    problem: DateProblem
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a typed date is reckoned by.

    Attributes:
        today: The day the worker sits at.
        looking: Ahead for due dates, back for what happened.
        meetings: Dates of the group's meetings, past and planned, in any order.
        days_off: The partnership's own days off beside bank holidays.
    """

    today: date
    looking: Looking = Looking.AHEAD
    meetings: tuple[date, ...] = ()
    days_off: frozenset[date] = frozenset()


_Rule = Callable[[re.Match[str], Reckoning], date | NotADate]


def parse(typed: str, by: Reckoning) -> date | NotADate:
    """Give the date a text means, or why it is not taken as one; no text raises."""
    text = _tidy(typed)
    if not text:
        return NotADate(problem=DateProblem.EMPTY, sentence="Enter a date, such as 3 dec or +2w.")
    for pattern, rule in _RULES:
        if found := pattern.fullmatch(text):
            meant = rule(found, by)
            return meant if isinstance(meant, NotADate) else _in_reach(meant, by)
    return NotADate(
        problem=DateProblem.NOT_UNDERSTOOD,
        sentence="Write the date as 3 dec, 3/12/26, fri, +2w, 27th, eom or psg.",
    )


def _tidy(typed: str) -> str:
    text = unicodedata.normalize("NFKC", typed).casefold().replace(",", " ").replace("\u2212", "-")
    return " ".join(text.split()).rstrip(".")


def _in_reach(day: date, by: Reckoning) -> date | NotADate:
    if day >= _EARLIEST and day.year <= by.today.year + _YEARS_AHEAD:
        return day
    return NotADate(
        problem=DateProblem.TOO_FAR,
        sentence=f"That would be {dates.prose(day)}. Check the year.",
    )


def _named_day(found: re.Match[str], by: Reckoning) -> date:
    word = found["word"]
    return by.today + _DAY * {"tod": 0, "tom": 1, "yes": -1}[word[:3]]


def _ahead(found: re.Match[str], by: Reckoning) -> date:
    return _shifted(int(found["count"]), found["unit"], by)


def _ago(found: re.Match[str], by: Reckoning) -> date:
    return _shifted(-int(found["count"]), found["unit"], by)


def _shifted(count: int, unit: str, by: Reckoning) -> date:
    if unit.startswith(("wd", "wo")):
        return workdays.add_working_days(by.today, count, by.days_off)
    if unit[0] in "my":
        return plus_months(by.today, count * (12 if unit[0] == "y" else 1))
    return by.today + count * (_WEEK if unit[0] == "w" else _DAY)


def _on_weekday(found: re.Match[str], by: Reckoning) -> date:
    wanted = _index(dates.DAYS, found["weekday"])
    which = found["which"]
    back = which == "last" or (which is None and by.looking is Looking.BACK)
    if which in ("this", "next"):
        monday = by.today - _DAY * by.today.weekday()
        return monday + _DAY * wanted + _WEEK * (which == "next")
    if back:
        return by.today - _DAY * ((by.today.weekday() - wanted - 1) % 7 + 1)
    return by.today + _DAY * ((wanted - by.today.weekday() - 1) % 7 + 1)


def _numbered(found: re.Match[str], by: Reckoning) -> date | NotADate:
    return _calendar_day(found["year"], int(found["month"]), int(found["day"]), by)


def _named(found: re.Match[str], by: Reckoning) -> date | NotADate:
    month = _index(dates.MONTHS, found["month"]) + 1
    day = _calendar_day(found["year"], month, int(found["day"]), by)
    named = found["weekday"]
    if isinstance(day, NotADate) or named is None:
        return day
    wanted = dates.DAYS[_index(dates.DAYS, named)]
    if wanted == dates.weekday(day):
        return day
    sentence = f"{dates.prose(day)} is a {dates.weekday(day)}, not a {wanted}."
    return NotADate(problem=DateProblem.OTHER_WEEKDAY, sentence=sentence)


def _calendar_day(year: str | None, month: int, day: int, by: Reckoning) -> date | NotADate:
    if year is None:
        found = nearest_in_year(month, day, by.today, by.looking)
    else:
        found = _exact(_full_year(year, by), month, day)
    return found or _no_such_day(month)


def _full_year(year: str, by: Reckoning) -> int:
    if len(year) > 2:  # noqa: PLR2004 (two digits leave the century open)
        return int(year)
    this_century = by.today.year - by.today.year % _CENTURY + int(year)
    later = by.looking is Looking.BACK and this_century > by.today.year
    return this_century - _CENTURY if later else this_century


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _no_such_day(month: int) -> NotADate:
    sentence = "There is no such day in the calendar. Check the day and the month."
    if month > len(dates.MONTHS):
        sentence = f"There is no month {month}. Write the day first, then the month: 3/12."
    return NotADate(problem=DateProblem.NO_SUCH_DAY, sentence=sentence)


def _day_of_month(found: re.Match[str], by: Reckoning) -> date | NotADate:
    day = int(found["day"])
    return nearest_day(day, by.today, by.looking) or _no_such_day(by.today.month)


def _end_of_month(_found: re.Match[str], by: Reckoning) -> date:
    if by.looking is Looking.BACK:
        return by.today.replace(day=1) - _DAY
    return month_end(by.today)


def _meeting(found: re.Match[str], by: Reckoning) -> date | NotADate:
    meetings = sorted(set(by.meetings))
    if by.looking is Looking.AHEAD:
        base = sum(meeting < by.today for meeting in meetings)
    else:
        base = sum(meeting <= by.today for meeting in meetings) - 1
    place = base + int((found["shift"] or "0").replace(" ", ""))
    if 0 <= place < len(meetings):
        return meetings[place]
    sentence = "No such PSG meeting is planned. Write the date, or add the meeting first."
    return NotADate(problem=DateProblem.NO_MEETING, sentence=sentence)


def _index(names: tuple[str, ...], word: str) -> int:
    return next(place for place, name in enumerate(names) if name.casefold()[:3] == word[:3])


def _forms(names: tuple[str, ...], *more: str) -> str:
    short = (name[:3] for name in names)
    # Longest first, so that "sept" is not read as "sep" and a rest.
    words = sorted({*names, *short, *more}, key=len, reverse=True)
    return "|".join(word.casefold() for word in words)


_WEEKDAY = f"(?P<weekday>{_forms(dates.DAYS, 'tues', 'weds', 'thur', 'thurs')})"
_MONTH = f"(?P<month>{_forms(dates.MONTHS, 'sept')})"
_ORDINAL = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_UNIT = "(?P<unit>wd|working days?|workdays?|d|days?|w|weeks?|m|months?|y|years?)"
_NUMBERS = (
    r"(?P<day>[0-9]{1,2}) ?(?P<sep>[/.-]) ?(?P<month>[0-9]{1,2})"
    rf"(?: ?(?P=sep) ?{_YEAR})?"
)
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("(?P<word>today|tomorrow|tom|yesterday)", _named_day),
        (f"(?:[+]|in) ?(?P<count>[0-9]{{1,3}}) ?{_UNIT}", _ahead),
        (f"- ?(?P<count>[0-9]{{1,3}}) ?{_UNIT}", _ago),
        (f"(?P<count>[0-9]{{1,3}}) ?{_UNIT} ago", _ago),
        (f"(?:(?P<which>this|next|last) )?{_WEEKDAY}", _on_weekday),
        (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _numbered),
        (_NUMBERS, _numbered),
        (f"(?:{_WEEKDAY} )?{_ORDINAL} ?(?:of )?{_MONTH}(?: {_YEAR})?", _named),
        (f"(?:{_WEEKDAY} )?{_MONTH} {_ORDINAL}(?: {_YEAR})?", _named),
        ("(?P<day>[0-9]{1,2})(?:st|nd|rd|th)", _day_of_month),
        ("eom|end of (?:the )?month", _end_of_month),
        (r"psg(?: ?(?P<shift>[+-] ?[0-9]{1,2}))?", _meeting),
    )
)

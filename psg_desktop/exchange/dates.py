"""Reads dates as British offices write them: day first, in words, with dots, as Excel's numbers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from psg_desktop.exchange.date_shapes import MONTHS, WEEKDAYS, DateParts, date_parts
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.troubles import Remark, Trouble

# Day 1 of Excel's calendar is 1 January 1900; it counts a 29 February 1900 that never was, so
# from March 1900 on the count starts on 30 December 1899.
_EXCEL_START = date(1899, 12, 30)
_FIRST_SERIAL = 3_654
_LAST_SERIAL = 73_050
_MONTHS_IN_YEAR = 12
_CENTURY = 100
_WRITTEN_IN_FULL = 4
_EARLIEST_YEAR = 1890
YEARS_AHEAD = 20
"""Two digits are read as 20yy up to this many years after today, as 19yy beyond; in a date of
birth up to this year."""


class Order(StrEnum):
    """Which of the first two numbers of a date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date as read, or none, with what is doubtful about it."""

    value: date | None = None
    month_only: bool = False
    remarks: tuple[Remark, ...] = ()


def prose_date(day: date) -> str:
    """Write a date as in a sentence: 3 December 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def prose_month(day: date) -> str:
    """Write the month of a day as in a sentence: December 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def is_swapped(cell: Cell) -> bool:
    """Say whether a date can only be meant month first: 04/25/2026."""
    parts = date_parts(cell.strip()) if isinstance(cell, str) else None
    return (
        parts is not None
        and parts.swappable
        and parts.month > _MONTHS_IN_YEAR
        and 0 < parts.day <= _MONTHS_IN_YEAR
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReader:
    """Reads the dates of one column.

    Attributes:
        today: The day of the import, which the century of two-digit years hangs on.
        order: Which number comes first.
        births: Whether the column holds dates of birth, which lie in the past.
        mixed: Whether other dates of the column show that its order cannot be trusted.
    """

    today: date
    order: Order = Order.DAY_FIRST
    births: bool = False
    mixed: bool = False

    def read(self, cell: Cell) -> DateReading:
        """Read a cell as a date."""
        if isinstance(cell, datetime):
            return self._judged(cell.date())
        if isinstance(cell, date):
            return self._judged(cell)
        if says_nothing(cell):
            return DateReading()
        text = str(cell).strip()
        parts = date_parts(text)
        if parts is not None:
            return self._from_parts(parts, text)
        if text.replace(".", "", 1).isdecimal():
            return self._from_number(float(text))
        return _refused(
            Trouble.NOT_A_DATE,
            f"\u201c{_short(text)}\u201d is not a date.",
            "Write it like 21/11/2026, or leave it empty.",
        )

    def _from_number(self, number: float) -> DateReading:
        if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return _refused(
                Trouble.NOT_A_DATE,
                f"The number {number:g} is not a date.",
                "Write it like 21/11/2026, or leave it empty.",
            )
        day = _EXCEL_START + timedelta(days=int(number))
        return self._judged(
            day,
            Remark(
                trouble=Trouble.NUMBER_AS_DATE,
                sentence=f"The number {number:g} was read as {prose_date(day)}, as Excel counts.",
                advice="Change it if another date is meant.",
                suggestion=day.isoformat(),
            ),
        )

    def _from_parts(self, parts: DateParts, text: str) -> DateReading:
        year, guessed = self._year(parts.year)
        day, month = parts.day, parts.month
        if parts.swappable and self.order is Order.MONTH_FIRST:
            day, month = month, day
        try:
            value = date(year, month, day)
        except ValueError:
            return _impossible(year, day, month, text)
        if self.mixed and parts.swappable and day != month and day <= _MONTHS_IN_YEAR:
            return _ambiguous(value, text)
        remarks = [*_two_digits(value, text, guessed=guessed), *_weekday(parts, value, text)]
        if parts.month_only:
            remarks.append(_whole_month(value, text))
        return self._judged(value, *remarks, month_only=parts.month_only)

    def _year(self, written: str) -> tuple[int, bool]:
        if len(written) == _WRITTEN_IN_FULL:
            return int(written), False
        pivot = self.today.year if self.births else self.today.year + YEARS_AHEAD
        year = self.today.year // _CENTURY * _CENTURY + int(written)
        return (year if year <= pivot else year - _CENTURY), True

    def _judged(self, day: date, *remarks: Remark, month_only: bool = False) -> DateReading:
        if not _EARLIEST_YEAR <= day.year <= self.today.year + YEARS_AHEAD:
            return _refused(
                Trouble.UNLIKELY_YEAR,
                f"{prose_date(day)} has an unlikely year.",
                "Correct the year.",
            )
        return DateReading(value=day, month_only=month_only, remarks=remarks)


def _refused(trouble: Trouble, sentence: str, advice: str, suggestion: str = "") -> DateReading:
    remark = Remark(trouble=trouble, sentence=sentence, advice=advice, suggestion=suggestion)
    return DateReading(remarks=(remark,))


def _impossible(year: int, day: int, month: int, text: str) -> DateReading:
    try:
        swapped = date(year, day, month)
    except ValueError:
        return _refused(
            Trouble.IMPOSSIBLE_DATE,
            f"\u201c{text}\u201d is a date that does not exist.",
            "Correct it, or leave it empty.",
        )
    return _refused(
        Trouble.IMPOSSIBLE_DATE,
        f"\u201c{text}\u201d does not exist with the day first; with the month first it is "
        f"{prose_date(swapped)}.",
        "Accept that, or correct it.",
        swapped.isoformat(),
    )


def _ambiguous(value: date, text: str) -> DateReading:
    return _refused(
        Trouble.AMBIGUOUS_DATE,
        f"\u201c{text}\u201d could be {prose_date(value)} or "
        f"{prose_date(date(value.year, value.day, value.month))}: other dates of this column have "
        "the month first.",
        "Choose the order for the column, or write the date out.",
        value.isoformat(),
    )


def _two_digits(value: date, text: str, *, guessed: bool) -> list[Remark]:
    if not guessed:
        return []
    return [
        Remark(
            trouble=Trouble.TWO_DIGIT_YEAR,
            sentence=f"\u201c{text}\u201d was read as {prose_date(value)}.",
            advice="Change it if another century is meant.",
            suggestion=value.isoformat(),
        )
    ]


def _weekday(parts: DateParts, value: date, text: str) -> list[Remark]:
    if parts.weekday is None or parts.weekday == value.weekday():
        return []
    return [
        Remark(
            trouble=Trouble.WEEKDAY_DISAGREES,
            sentence=f"\u201c{text}\u201d: {prose_date(value)} is a {WEEKDAYS[value.weekday()]}.",
            advice="The date was kept. Change it if the weekday is right.",
            suggestion=value.isoformat(),
        )
    ]


def _whole_month(value: date, text: str) -> Remark:
    return Remark(
        trouble=Trouble.ONLY_A_MONTH,
        sentence=f"\u201c{text}\u201d names a month; the first of it, {prose_date(value)}, stands.",
        advice="Change it if the day is known.",
        suggestion=value.isoformat(),
    )


def _short(text: str) -> str:
    limit = 40
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"

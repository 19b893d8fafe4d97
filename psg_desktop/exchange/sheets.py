"""What a file from outside holds once it has been read: sheets of plain cells, and what was odd."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | None
Row: TypeAlias = tuple[Cell, ...]


class Oddity(StrEnum):
    """The kinds of thing worth telling a person about a sheet before its rows are read."""

    HIDDEN_SHEET = "hidden sheet"
    HIDDEN_ROWS = "hidden rows"
    HIDDEN_COLUMNS = "hidden columns"
    MERGED_CELLS = "merged cells"
    FORMULA_ERRORS = "formula errors"
    STALE_FORMULAS = "formulas without a result"
    BLANK_ROWS = "blank rows"
    COMMENTS = "comments on cells"
    COMMENTS_LEFT_OUT = "comments left out"
    OBJECTS = "pictures and charts"
    OTHER_SHEETS = "sheets without cells"
    TOTALS_ROWS = "totals rows"
    DITTO = "the same as above"
    TITLE_ROWS = "title rows"
    TWO_ROW_HEADER = "two-row header"
    NO_HEADER = "no header"
    REPEATED_HEADERS = "repeated headers"
    UNNAMED_COLUMNS = "columns without a name"
    INVISIBLE_CHARACTERS = "invisible characters"
    GARBLED_TEXT = "garbled text"
    UNREADABLE_CHARACTERS = "unreadable characters"
    LONE_QUOTE = "a quotation mark that never closes"
    CUT_OFF = "the end is missing"
    UNEVEN_ROWS = "rows of uneven length"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something odd about a sheet, in a sentence, with row numbers as a spreadsheet shows them."""

    oddity: Oddity
    sentence: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment on a cell; row and column count from 1."""

    row: int
    column: int
    text: str = field(repr=False)
    author: str = field(default="", repr=False)
    threaded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: rows all of one width; row number n of the spreadsheet is `rows[n - 1]`."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    notes: tuple[Finding, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file from outside: its own name and its sheets in their order.

    Attributes:
        without_cells: The names of sheets that hold no cells, such as charts.
    """

    name: str
    sheets: tuple[Sheet, ...]
    without_cells: tuple[str, ...] = ()


def is_blank(cell: Cell) -> bool:
    """Say whether a cell holds nothing, or only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def listed(items: Sequence[object], limit: int = 5) -> str:
    """Write a few things in a row for a sentence: `3, 5, 9 and 12 more`."""
    texts = [str(item) for item in items]
    if len(texts) > limit + 1:
        return f"{', '.join(texts[:limit])} and {len(texts) - limit:,} more"
    if len(texts) > 1:
        return f"{', '.join(texts[:-1])} and {texts[-1]}"
    return "".join(texts)


def counted(number: int, one: str, many: str = "") -> str:
    """Write a count with its noun: `1 row`, `1,204 rows`."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def column_letter(index: int) -> str:
    """Give the letters above column `index`, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

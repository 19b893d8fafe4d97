"""A quarter's return of projects as a workbook: what was reported, what was spent, what is due.

One sheet for each subject, one row for each line, so that a funder can add it to their own. Texts
stay texts: nothing typed by a worker becomes a formula or a link.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Final

from psg_desktop.papers import workbooks

_HEAD: Final = 3  # the row of the headings, counted from 0
_POUNDS: Final = "£#,##0.00;[Red]-£#,##0.00"
_PENCE: Final = 100
# Characters of a cell, by the format's own limit, which counts a sign beyond U+FFFF as two.
_LONGEST: Final = 32_767
Cell = str | int | float | date | None


class Sort(Enum):
    """What stands in a column: words, days, money in pence, or numbers."""

    WORDS = "words"
    DAY = "day"
    MONEY = "money"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnColumn:
    """A column: its heading, its width in characters, what stands in it, whether it is added up."""

    heading: str
    width: int = 16
    sort: Sort = Sort.WORDS
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheet:
    """One subject of a return; money is in pence, and None is an empty cell."""

    name: str
    columns: tuple[ReturnColumn, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPaper:
    """Everything a return says.

    Attributes:
        facts: One line below the title, such as the partnership and the day.
        marking: Printed on each page.
    """

    title: str
    facts: str
    marking: str
    made_on: date
    sheets: tuple[ReturnSheet, ...]


def draw_return(paper: ReturnPaper) -> bytes:
    """Draw the workbook: the same bytes for the same paper."""

    def draw(workbook: Any) -> None:
        for sheet in paper.sheets:
            page = workbook.add_worksheet(sheet.name)
            _write_head(workbook, page, paper, sheet)
            _write_rows(workbook, page, sheet)
            workbooks.set_up_print(page, paper.marking, _HEAD)

    return workbooks.drawn(paper.title, paper.made_on, draw)


def _write_head(workbook: Any, page: Any, paper: ReturnPaper, sheet: ReturnSheet) -> None:
    title = f"{paper.title}: {sheet.name.casefold()}"
    workbooks.write_title(workbook, page, title, (paper.facts, paper.marking))
    headings = tuple((one.heading, one.width) for one in sheet.columns)
    workbooks.write_headings(workbook, page, _HEAD, headings)
    page.freeze_panes(_HEAD + 1, 1)


def _write_rows(workbook: Any, page: Any, sheet: ReturnSheet) -> None:
    formats = _formats(workbook, bold=False)
    rows = [part for row in sheet.rows for part in _parts(row)]
    for number, row in enumerate(rows, start=_HEAD + 1):
        for place, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, (number, place), cell, column.sort, formats)
    totals = [place for place, column in enumerate(sheet.columns) if column.added]
    if totals and sheet.rows:
        _write_totals(workbook, (page, _HEAD + 1 + len(rows)), sheet, totals)


def _parts(row: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """Give a row, and below it what its cells could not hold of a long text."""
    cells = tuple(workbooks.whole(one) if isinstance(one, str) else one for one in row)
    texts = [one for one in cells if isinstance(one, str) and one]
    longest = max(map(len, texts), default=0)
    room = _LONGEST // 2 if any(max(one) > "\uffff" for one in texts) else _LONGEST
    yield tuple(one[:room] if isinstance(one, str) else one for one in cells)
    for start in range(room, longest, room):
        end = start + room
        yield tuple(one[start:end] if isinstance(one, str) else None for one in cells)


def _write_totals(
    workbook: Any, at: tuple[Any, int], sheet: ReturnSheet, places: Sequence[int]
) -> None:
    formats = _formats(workbook, bold=True)
    page, number = at
    _write(page, (number, 0), "Total", Sort.WORDS, formats)
    for place in places:
        known = [row[place] for row in sheet.rows if isinstance(row[place], int | float)]
        whole = sum(one for one in known if isinstance(one, int | float))
        _write(page, (number, place), whole, sheet.columns[place].sort, formats)


def _formats(workbook: Any, *, bold: bool) -> dict[Sort, Any]:
    cell = {**workbooks.CELL, "bold": bold}
    return {
        Sort.WORDS: workbook.add_format(cell),
        Sort.DAY: workbook.add_format({**cell, "num_format": workbooks.DAY, "align": "left"}),
        Sort.MONEY: workbook.add_format({**cell, "num_format": _POUNDS}),
        Sort.NUMBER: workbook.add_format(cell),
    }


def _write(
    page: Any, at: tuple[int, int], cell: Cell, sort: Sort, formats: dict[Sort, Any]
) -> None:
    said = formats[sort]
    if cell is None or cell == "":
        page.write_blank(*at, None, said)
    elif isinstance(cell, str):
        page.write_string(*at, cell, said)
    elif isinstance(cell, date):
        page.write_datetime(*at, datetime.combine(cell, time()), said)
    else:
        page.write_number(*at, cell / _PENCE if sort is Sort.MONEY else cell, said)

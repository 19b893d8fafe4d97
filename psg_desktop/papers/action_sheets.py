"""The action sheet of one agency: a workbook with its rows alone, to be filled in and sent back.

What is ours is locked, so that a slip cannot change it; the lock has no passphrase and is no
protection.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from psg_desktop.domain.action_sheets import SheetColumn
from psg_desktop.papers import workbooks

_WIDTHS: Final = {
    SheetColumn.CASE: 15,
    SheetColumn.WHAT: 46,
    SheetColumn.OFFICER: 19,
    SheetColumn.DUE: 13,
    SheetColumn.STATE: 13,
    SheetColumn.PROGRESS: 46,
    SheetColumn.DONE_ON: 13,
    SheetColumn.NEW_DUE: 13,
    SheetColumn.CODE: 15,
}
_FILLED: Final = (SheetColumn.PROGRESS, SheetColumn.DONE_ON, SheetColumn.NEW_DUE)
_HOW: Final = (
    "Fill in the three white columns and send this file back. Done: say what was done, and when. "
    "Not done yet: say how far it is, and ask for a new date if you need one. Leave the rest."
)
_HEAD: Final = 4  # the row of the headings, counted from 0
_EARLIEST: Final = date(2000, 1, 1)
_LATEST: Final = date(2100, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One action, as its owner reads it."""

    reference: str
    what: str = field(repr=False)
    officer: str = field(repr=False)
    due: date | None
    state: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """Everything an action sheet says.

    Attributes:
        facts: One line below the title, such as the partnership and the day.
        marking: Printed on each page.
    """

    title: str
    facts: str
    marking: str
    made_on: date
    rows: tuple[SheetRow, ...]


def draw_action_sheet(paper: SheetPaper) -> bytes:
    """Draw the workbook: the same bytes for the same paper."""

    def draw(workbook: Any) -> None:
        page = workbook.add_worksheet("Actions")
        _write_head(workbook, page, paper)
        _write_rows(workbook, page, paper.rows)
        workbooks.set_up_print(page, paper.marking, _HEAD)
        page.protect("", {"format_columns": True, "format_rows": True, "sort": True})

    return workbooks.drawn(paper.title, paper.made_on, draw)


def _write_head(workbook: Any, page: Any, paper: SheetPaper) -> None:
    workbooks.write_title(workbook, page, paper.title, (paper.facts, paper.marking))
    page.write_string(2, 0, _HOW)
    headings = tuple((column.value, width) for column, width in _WIDTHS.items())
    workbooks.write_headings(workbook, page, _HEAD, headings)
    page.freeze_panes(_HEAD + 1, 0)


def _write_rows(workbook: Any, page: Any, rows: tuple[SheetRow, ...]) -> None:
    day = {"num_format": workbooks.DAY, "align": "left"}
    shaded = {**workbooks.CELL, "bg_color": workbooks.SHADE}
    open_to = {**workbooks.CELL, "locked": False}
    ours = workbook.add_format(shaded)
    our_day = workbook.add_format({**shaded, **day})
    code = workbook.add_format({**shaded, "font_color": workbooks.QUIET, "font_size": 8})
    white = workbook.add_format(open_to)
    white_day = workbook.add_format({**open_to, **day})
    for number, row in enumerate(rows, start=_HEAD + 1):
        for place, words in enumerate((row.reference, row.what, row.officer)):
            page.write_string(number, place, workbooks.whole(words), ours)
        if row.due is None:
            page.write_blank(number, 3, None, ours)
        else:
            page.write_datetime(number, 3, row.due, our_day)
        page.write_string(number, 4, row.state, ours)
        page.write_blank(number, 5, None, white)
        page.write_blank(number, 6, None, white_day)
        page.write_blank(number, 7, None, white_day)
        page.write_string(number, 8, row.code, code)
    _check_days(page, len(rows))


def _check_days(page: Any, count: int) -> None:
    rule = {
        "validate": "date",
        "criteria": "between",
        "minimum": _EARLIEST,
        "maximum": _LATEST,
        "error_type": "warning",
        "error_title": "Not a date",
        "error_message": "Type a date such as 3/12/2026.",
    }
    places = [place for place, one in enumerate(_WIDTHS) if one in _FILLED[1:]]
    for place in places:
        page.data_validation(_HEAD + 1, place, _HEAD + max(count, 1), place, rule)

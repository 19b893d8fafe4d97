"""The action sheet of one agency: a workbook with its rows alone, to be filled in and sent back.

What is ours is locked, so that a slip cannot change it; the lock has no passphrase and is no
protection. Printed it is A4 across, one page wide.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from psg_desktop.domain.action_sheets import SheetColumn

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
_A4: Final = 9
# Twice as many signs, as each & is doubled, and the number of the page fit in a footer of 255;
# the marking stands whole in the second row of the sheet.
_LONGEST_MARKING: Final = 110
_HEAD: Final = 4  # the row of the headings, counted from 0
_DAY: Final = "ddd d mmm yyyy"
_INK, _QUIET, _SHADE, _LINE = "#1d2430", "#697386", "#eef1f5", "#b9c1cc"
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
    made = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(made, settings) as workbook:
        created = datetime.combine(paper.made_on, time())
        workbook.set_properties({"title": paper.title, "author": "", "created": created})
        page = workbook.add_worksheet("Actions")
        _write_head(workbook, page, paper)
        _write_rows(workbook, page, paper.rows)
        _set_up_print(page, paper)
        page.protect("", {"format_columns": True, "format_rows": True, "sort": True})
    return made.getvalue()


def _write_head(workbook: Any, page: Any, paper: SheetPaper) -> None:
    title = workbook.add_format({"bold": True, "font_size": 15, "font_color": _INK})
    quiet = workbook.add_format({"font_color": _QUIET})
    page.write_string(0, 0, _text(paper.title), title)
    page.write_string(1, 0, _text(" · ".join(filter(None, (paper.facts, paper.marking)))), quiet)
    page.write_string(2, 0, _HOW)
    heading = workbook.add_format(
        {"bold": True, "bg_color": _SHADE, "border": 1, "border_color": _LINE, "text_wrap": True}
    )
    for place, (column, width) in enumerate(_WIDTHS.items()):
        page.set_column(place, place, width)
        page.write_string(_HEAD, place, column.value, heading)
    page.freeze_panes(_HEAD + 1, 0)


def _write_rows(workbook: Any, page: Any, rows: tuple[SheetRow, ...]) -> None:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE}
    ours = workbook.add_format({**cell, "bg_color": _SHADE})
    our_day = workbook.add_format({**cell, "bg_color": _SHADE, "num_format": _DAY, "align": "left"})
    code = workbook.add_format({**cell, "bg_color": _SHADE, "font_color": _QUIET, "font_size": 8})
    white = workbook.add_format({**cell, "locked": False})
    white_day = workbook.add_format({**cell, "locked": False, "num_format": _DAY, "align": "left"})
    for number, row in enumerate(rows, start=_HEAD + 1):
        for place, words in enumerate((row.reference, row.what, row.officer)):
            page.write_string(number, place, _text(words), ours)
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


def _set_up_print(page: Any, paper: SheetPaper) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)
    marking = _text(paper.marking)[:_LONGEST_MARKING].replace("&", "&&")
    page.set_footer(f"&L{marking}&RPage &P of &N")


def _text(words: str) -> str:
    return words.encode("utf-8", errors="replace").decode("utf-8")

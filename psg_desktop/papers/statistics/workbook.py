"""A book as .xlsx, by the Government Analysis Function's rules for statistics in spreadsheets.

Source: "Releasing statistics in spreadsheets", Government Analysis Function: one table on each
sheet, marked up and named; no merged, empty, hidden or shaded cells; nothing said by colour alone.
"""

from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from psg_desktop.papers.statistics.books import Book, Grid, Line, Page
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.words import statistics as words

FONT: Final = "Arial"
BODY: Final = 12
TITLE: Final = 14
COVER_WIDTH: Final = 100  # characters
FIRST_WIDTH: Final = 38
WORDS_WIDTH: Final = 50
NUMBER_WIDTH: Final = 18
_LONG: Final = 40  # characters; a column with longer texts is a wide one
_A4: Final = 9
_LINK: Final = "#0b3d91"
_SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DEFAULT: Final = {"font_name": FONT, "font_size": BODY}


def draw_workbook(book: Book) -> bytes:
    """Draw a book: the same bytes for the same book."""
    made = BytesIO()
    # XlsxWriter writes into the default it is given, so that each workbook needs its own.
    settings = {**_SETTINGS, "default_format_properties": dict(_DEFAULT)}
    with xlsxwriter.Workbook(made, settings) as workbook:
        created = datetime.combine(datetime.fromisoformat(book.published_on), time())
        workbook.set_properties({"title": book.title, "author": book.publisher, "created": created})
        ink = _Ink(workbook)
        _draw_cover(workbook.add_worksheet(words.COVER), ink, book.cover)
        for page in book.pages:
            _draw_page(workbook.add_worksheet(page.tab), ink, page)
        workbook.get_worksheet_by_name(words.COVER).activate()
    return made.getvalue()


def widths(grid: Grid) -> tuple[int, ...]:
    """Give the width of each column in characters: the first and those of long texts are wide."""
    found = []
    for place, values in enumerate(zip(grid.headers, *grid.rows, strict=True)):
        long = any(isinstance(one, str) and len(one) > _LONG for one in values[1:])
        found.append(WORDS_WIDTH if long else NUMBER_WIDTH if place else FIRST_WIDTH)
    return tuple(found)


class _Ink:
    """The formats of a workbook."""

    def __init__(self, workbook: Any) -> None:
        wrapped = {"text_wrap": True, "valign": "top"}
        self.title = workbook.add_format({**wrapped, "bold": True, "font_size": TITLE})
        self.heading = workbook.add_format({**wrapped, "bold": True, "font_size": TITLE})
        self.head = workbook.add_format({**wrapped, "bold": True, "bottom": 1})
        self.body = workbook.add_format(wrapped)
        self.over = workbook.add_format({"valign": "top"})
        self.over_title = workbook.add_format({"valign": "top", "bold": True, "font_size": TITLE})
        self.sign = workbook.add_format({**wrapped, "align": "right"})
        self.number = workbook.add_format({**wrapped, "align": "right", "num_format": "#,##0"})
        self.money = workbook.add_format({**wrapped, "align": "right", "num_format": "#,##0.00"})
        self.link = workbook.add_format({**wrapped, "underline": 1, "font_color": _LINK})


def _draw_cover(sheet: Any, ink: _Ink, lines: tuple[Line, ...]) -> None:
    _set_up(sheet)
    sheet.set_column(0, 0, COVER_WIDTH)
    for row, line in enumerate(lines):
        if line.link:
            sheet.write_url(row, 0, f"internal:'{line.link}'!A1", ink.link, line.words)
        else:
            heading = ink.heading if line.heading else ink.body
            sheet.write_string(row, 0, line.words, heading if row else ink.title)


def _draw_page(sheet: Any, ink: _Ink, page: Page) -> None:
    _set_up(sheet)
    for place, width in enumerate(widths(page.grid)):
        sheet.set_column(place, place, width)
    # These run on over the empty cells beside them: wrapped, they would stand in the narrow first
    # column, as no cell may be merged.
    sheet.write_string(0, 0, page.title, ink.over_title)
    for row, line in enumerate(page.says, start=1):
        sheet.write_string(row, 0, line, ink.over)
    top = 1 + len(page.says)
    columns = [{"header": one, "header_format": ink.head} for one in page.grid.headers]
    area = (top, 0, top + len(page.grid.rows), len(columns) - 1)
    sheet.add_table(
        *area, {"name": page.name, "columns": columns, "style": None, "autofilter": False}
    )
    for row, values in enumerate(page.grid.rows, start=top + 1):
        for column, value in enumerate(values):
            _write(sheet, (row, column), value, ink)
    sheet.repeat_rows(top)


def _write(sheet: Any, at: tuple[int, int], value: Value, ink: _Ink) -> None:
    if isinstance(value, str):
        sign = value.startswith("[") and value.endswith("]")
        sheet.write_string(*at, value, ink.sign if sign else ink.body)
    else:
        money = isinstance(value, Decimal)
        sheet.write_number(*at, float(value), ink.money if money else ink.number)


def _set_up(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&RPage &P of &N")

"""What the workbooks of this layer share: the same bytes each time, texts that stay texts, print.

Printed they are A4 across, one page wide, with the marking and the number on each page.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import xlsxwriter

DAY: Final = "ddd d mmm yyyy"
QUIET: Final = "#697386"
SHADE: Final = "#eef1f5"
_INK, _LINE = "#1d2430", "#b9c1cc"
CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE}
_A4: Final = 9
# Twice as many signs, as each & is doubled, and the number of the page fit in a footer of 255;
# the marking stands whole in the second row of the sheet.
_LONGEST_MARKING: Final = 110
_SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def drawn(title: str, made_on: date, draw: Callable[[Any], None]) -> bytes:
    """Give the bytes of a workbook that *draw* fills: the same for the same drawing."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, _SETTINGS) as workbook:
        created = datetime.combine(made_on, time())
        workbook.set_properties({"title": title, "author": "", "created": created})
        draw(workbook)
    return made.getvalue()


def write_title(workbook: Any, page: Any, title: str, facts: tuple[str, ...]) -> None:
    """Write the title in the first row of a sheet and what belongs to it in the second."""
    large = workbook.add_format({"bold": True, "font_size": 15, "font_color": _INK})
    quiet = workbook.add_format({"font_color": QUIET})
    page.write_string(0, 0, whole(title), large)
    page.write_string(1, 0, whole(" · ".join(filter(None, facts))), quiet)


def write_headings(
    workbook: Any, page: Any, row: int, headings: tuple[tuple[str, int], ...]
) -> None:
    """Write the heading of each column with its width in characters; *row* counts from 0."""
    heading = workbook.add_format(
        {"bold": True, "bg_color": SHADE, "border": 1, "border_color": _LINE, "text_wrap": True}
    )
    for place, (words, width) in enumerate(headings):
        page.set_column(place, place, width)
        page.write_string(row, place, words, heading)


def set_up_print(page: Any, marking: str, row: int) -> None:
    """Let a sheet print well, with the headings of *row* on each page."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(row)
    short = whole(marking)[:_LONGEST_MARKING].replace("&", "&&")
    page.set_footer(f"&L{short}&RPage &P of &N")


def whole(words: str) -> str:
    """Give a text that the format can hold: half a sign, as a paste may leave, becomes "?"."""
    return words.encode("utf-8", errors="replace").decode("utf-8")

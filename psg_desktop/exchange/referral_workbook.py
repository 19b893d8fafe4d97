"""Makes the blank referral workbook: sent out, filled in, sent back and imported as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.formulas import escaped
from psg_desktop.exchange.opening import GUIDE_SHEET, LISTS_SHEET
from psg_desktop.exchange.referral_columns import COLUMNS, ReferralColumn

_ROWS_WITH_LISTS = 500
_EARLIEST = date(1900, 3, 1)
_TITLE_LIMIT = 32
_MADE = datetime(2026, 11, 1, tzinfo=UTC)
_GUIDE = (
    "One row is one referral: of a person, a place or a project.",
    "Two answers are enough: who or where it is about, and what the problem is.",
    "Choose a cell to see what goes in it. Some columns offer a list; you may write another word.",
    "Leave a cell empty when you do not know. Dates are day first.",
    "Leave the first row as it is. You may hide columns, and add others: those are told too.",
    "When it is filled in, this workbook is OFFICIAL-SENSITIVE, and it is not encrypted.",
    "Send it only the way your partnership has agreed, and delete your copy once it was received.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankWorkbook:
    """What stands in an empty workbook: whose it is, and the agencies to choose from."""

    partnership: str
    agencies: tuple[str, ...] = ()


def referral_workbook(blank: BlankWorkbook) -> bytes:
    """Make the workbook, the same bytes for the same partnership and agencies."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        title = f"Referrals to the Problem-Solving Group, {blank.partnership}"
        book.set_properties({"title": title, "author": "", "created": _MADE})
        formats = _formats(book)
        sheet = book.add_worksheet("Referrals")
        guide = book.add_worksheet(GUIDE_SHEET)
        choices = book.add_worksheet(LISTS_SHEET)
        ranges = _write_lists(choices, formats, blank.agencies)
        _write_sheet(sheet, formats, ranges)
        _write_guide(guide, formats, title)
    return target.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    plain = {"valign": "top", "text_wrap": True}
    return {
        "header": book.add_format({**plain, "bold": True, "bg_color": "#E8EDF3", "bottom": 1}),
        "text": book.add_format({**plain, "num_format": "@"}),
        "date": book.add_format({"valign": "top", "num_format": "dd/mm/yyyy", "align": "left"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "prose": book.add_format(plain),
    }


def _write_sheet(sheet: Worksheet, formats: dict[str, Format], ranges: dict[Field, str]) -> None:
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width, formats["date" if column.is_date else "text"])
        sheet.write_string(0, at, column.header, formats["header"])
        check = _check(column, ranges.get(column.field))
        sheet.data_validation(1, at, _ROWS_WITH_LISTS, at, check)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()


def _check(column: ReferralColumn, source: str | None) -> dict[str, object]:
    """Give the note of a column and its list or date; another word is let through."""
    noted: dict[str, object] = {
        "validate": "any",
        "input_title": column.header[:_TITLE_LIMIT],
        "input_message": column.note,
        "error_type": "warning",
    }
    if column.is_date:
        return {
            **noted,
            "validate": "date",
            "criteria": ">=",
            "value": _EARLIEST,
            "error_title": "Not a date",
            "error_message": "Write the date day first, like 21/11/2026.",
        }
    if source is None:
        return noted
    return {
        **noted,
        "validate": "list",
        "source": source,
        "error_title": "Not on the list",
        "error_message": "Choose from the list, or keep your word: it is looked at on arrival.",
    }


def _write_lists(
    sheet: Worksheet, formats: dict[str, Format], agencies: Sequence[str]
) -> dict[Field, str]:
    """Write the lists side by side, and give the range each column chooses from."""
    ranges = {}
    offered = {column.field: column.choices for column in COLUMNS if column.choices}
    if agencies:
        offered[Field.REFERRING_AGENCY] = tuple(map(escaped, agencies))
    headers = {column.field: column.header for column in COLUMNS}
    for at, (field, values) in enumerate(offered.items()):
        sheet.write_string(0, at, f"Choices: {headers[field]}", formats["header"])
        sheet.set_column(at, at, 34)
        for line, value in enumerate(values, start=1):
            sheet.write_string(line, at, value)
        letter = chr(ord("A") + at)
        ranges[field] = f"=Lists!${letter}$2:${letter}${len(values) + 1}"
    return ranges


def _write_guide(sheet: Worksheet, formats: dict[str, Format], title: str) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, escaped(title), formats["title"])
    for line, sentence in enumerate(_GUIDE, start=2):
        sheet.write_string(line, 0, sentence)
    start = len(_GUIDE) + 3
    sheet.write_string(start, 0, "Column", formats["header"])
    sheet.write_string(start, 1, "What goes in it", formats["header"])
    for line, column in enumerate(COLUMNS, start=start + 1):
        sheet.write_string(line, 0, column.header, formats["prose"])
        sheet.write_string(line, 1, column.note, formats["prose"])

"""Makes the caseload template: a workbook to fill in, with its explanation and examples."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.opening import EXAMPLES_SHEET, GUIDE_SHEET, LISTS_SHEET
from psg_desktop.exchange.template_columns import COLUMNS, TemplateColumn

TEMPLATE = "templates/caseload-template.xlsx"
"""Where the made workbook is shipped, under `resources/`."""

_ROWS_WITH_LISTS = 2_000
_EARLIEST = date(1900, 3, 1)
# The same bytes for the same template, whenever it is made.
_MADE = datetime(2026, 11, 1, tzinfo=UTC)
_FROM_LISTS = {Field.FOCUS_AREA: "focus_areas", Field.CLOSING_REASON: "closure_reasons"}

_GUIDE = (
    "One row is one case, or one further action of a case.",
    "Fill in the sheet \u201cCaseload\u201d. \u201cExamples\u201d shows three invented cases.",
    "Leave a cell empty when you do not know. Do not write \u201cn/a\u201d.",
    "Dates are day first. Do not merge cells, and leave the first row as it is.",
    "You may delete columns you do not need, and add others: those go into the notes.",
    "Nothing is saved until you have seen what the program makes of every row.",
    "This workbook is not encrypted. Delete it once it is imported.",
)

# An invented district and invented people: Fenmarket is nowhere.
_EXAMPLES: tuple[Mapping[Field, str | date], ...] = (
    {
        Field.REFERENCE: "FEN-EXAMPLE-1",
        Field.KIND: "Person",
        Field.TITLE: "Late noise, Sluice Row",
        Field.PERSON_NAME: "Example Personsson",
        Field.KNOWN_AS: "Exy; Mr Example",
        Field.BORN: date(1988, 2, 29),
        Field.ADDRESS: "1 Sluice Row, Fenmarket",
        Field.FOCUS_AREA: "Anti-social behaviour",
        Field.LEAD_AGENCY: "Fenmarket District Council",
        Field.LEAD_PRACTITIONER: "Officer One",
        Field.RISK: "Medium",
        Field.STATE: "Active plan",
        Field.OPENED: date(2026, 9, 1),
        Field.REVIEW: date(2026, 12, 3),
        Field.NOTE: "Neighbours report music after midnight on most weekends.",
        Field.ACTION: "Offer mediation to both households",
        Field.ACTION_AGENCY: "Fenmarket Homes",
        Field.ACTION_OFFICER: "Officer Two",
        Field.ACTION_DUE: date(2026, 12, 1),
        Field.ACTION_STATE: "Agreed",
    },
    {
        Field.REFERENCE: "FEN-EXAMPLE-1",
        Field.ACTION: "Fit a noise recorder",
        Field.PERSON_NAME: "Example Personsson",
        Field.BORN: date(1988, 2, 29),
        Field.ACTION_AGENCY: "Fenmarket District Council",
        Field.ACTION_OFFICER: "Officer One",
        Field.ACTION_DUE: date(2026, 12, 8),
        Field.ACTION_STATE: "In progress",
    },
    {
        Field.REFERENCE: "FEN-EXAMPLE-2",
        Field.KIND: "Place",
        Field.TITLE: "Damage at the play area",
        Field.PLACE_NAME: "Example Green play area",
        Field.PLACE_ADDRESS: "Example Green, Fenmarket",
        Field.PLACE_KIND: "Park",
        Field.WARD: "Fenmarket North",
        Field.LEAD_AGENCY: "Fenmarket Town Council",
        Field.RISK: "Standard",
        Field.STATE: "Monitoring",
        Field.OPENED: date(2026, 6, 15),
        Field.REVIEW: date(2027, 1, 14),
    },
    {
        Field.REFERENCE: "FEN-EXAMPLE-3",
        Field.KIND: "Project",
        Field.TITLE: "Safer station path",
        Field.PROJECT_NAME: "Safer station path",
        Field.OBJECTIVE: "Light the path and cut back the hedge before the clocks change.",
        Field.LEAD_AGENCY: "Fenmarket District Council",
        Field.STATE: "Active plan",
        Field.OPENED: date(2026, 5, 1),
        Field.REVIEW: date(2026, 12, 3),
    },
)


def shipped_lists(folder: Path) -> dict[str, tuple[str, ...]]:
    """Read the names of the lists shipped in `resources/reference/lists` for the drop-downs."""
    lists = {}
    for name in _FROM_LISTS.values():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as source:
            lists[name] = tuple(row["name"] for row in csv.DictReader(source))
    return lists


def template_workbook(lists: Mapping[str, Sequence[str]]) -> bytes:
    """Make the template, the same bytes each time, with *lists* as `shipped_lists` gives them."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties(
            {"title": "PSG Desktop caseload template", "author": "", "created": _MADE}
        )
        formats = _formats(book)
        caseload = book.add_worksheet("Caseload")
        examples = book.add_worksheet(EXAMPLES_SHEET)
        guide = book.add_worksheet(GUIDE_SHEET)
        choices = book.add_worksheet(LISTS_SHEET)
        ranges = _write_lists(choices, formats, lists)
        _write_headers(caseload, formats)
        _add_checks(caseload, ranges)
        _write_headers(examples, formats)
        _write_examples(examples, formats)
        _write_guide(guide, formats)
    return target.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    plain = {"valign": "top", "text_wrap": True}
    return {
        "header": book.add_format({**plain, "bold": True, "bg_color": "#E8EDF3", "bottom": 1}),
        "text": book.add_format(plain),
        "date": book.add_format({"valign": "top", "num_format": "dd/mm/yyyy", "align": "left"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
    }


def _write_headers(sheet: Worksheet, formats: dict[str, Format]) -> None:
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width, formats["date" if column.is_date else "text"])
        sheet.write_string(0, at, column.header, formats["header"])
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _write_lists(
    sheet: Worksheet, formats: dict[str, Format], lists: Mapping[str, Sequence[str]]
) -> dict[Field, str]:
    """Write the lists side by side, and give the range each column chooses from."""
    ranges = {}
    listed = [column for column in COLUMNS if column.choices or column.field in _FROM_LISTS]
    for at, column in enumerate(listed):
        values = column.choices or tuple(lists[_FROM_LISTS[column.field]])
        sheet.write_string(0, at, column.header, formats["header"])
        sheet.set_column(at, at, 30)
        for line, value in enumerate(values, start=1):
            sheet.write_string(line, at, value)
        letter = chr(ord("A") + at)
        ranges[column.field] = f"=Lists!${letter}$2:${letter}${len(values) + 1}"
    return ranges


def _add_checks(sheet: Worksheet, ranges: Mapping[Field, str]) -> None:
    for at, column in enumerate(COLUMNS):
        check = _check(column, ranges.get(column.field))
        if check:
            sheet.data_validation(1, at, _ROWS_WITH_LISTS, at, check)


def _check(column: TemplateColumn, source: str | None) -> dict[str, object]:
    if column.is_date:
        return {
            "validate": "date",
            "criteria": ">=",
            "value": _EARLIEST,
            "error_type": "warning",
            "error_title": "Not a date",
            "error_message": "Write the date day first, like 21/11/2026.",
        }
    if source is None:
        return {}
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": "Not on the list",
        "error_message": "Choose from the list, or keep your word and settle it when importing.",
    }


def _write_examples(sheet: Worksheet, formats: dict[str, Format]) -> None:
    for line, example in enumerate(_EXAMPLES, start=1):
        for at, column in enumerate(COLUMNS):
            value = example.get(column.field)
            if isinstance(value, date):
                sheet.write_datetime(line, at, value, formats["date"])
            elif value is not None:
                sheet.write_string(line, at, value, formats["text"])


def _write_guide(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, "How to fill this in", formats["title"])
    for line, sentence in enumerate(_GUIDE, start=2):
        sheet.write_string(line, 0, sentence)
    start = len(_GUIDE) + 3
    sheet.write_string(start, 0, "Column", formats["header"])
    sheet.write_string(start, 1, "What goes in it", formats["header"])
    for line, column in enumerate(COLUMNS, start=start + 1):
        sheet.write_string(line, 0, column.header, formats["text"])
        sheet.write_string(line, 1, column.help, formats["text"])

"""Tables that leave the program: CSV, JSON lines and Excel workbooks.

Words that a spreadsheet program would take for a formula are written with a leading single quote
and fields are quoted as RFC 4180 says (OWASP ASVS 5.0, 1.2.10). Numbers stay numbers.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

import xlsxwriter

from psg_desktop.documents.whole_files import replacing
from psg_desktop.faults import Unwritable

Value = str | int | float | date | None

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 the full-width forms are the point
# Characters, by the limits of Excel, which counts a sign beyond U+FFFF as two.
_LONGEST_CELL: Final = 32_767
_MOST_ROWS: Final = 1_048_575  # below the header
_CUT: Final = " [cut here: a cell of Excel holds no more; the CSV file has all of it]"
_WIDEST: Final = 60.0  # characters
_NARROWEST: Final = 9.0
_MEASURED: Final = 200  # rows looked at for the width of a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        name: At most 31 characters, without [ ] : * ? / and backslash.
        table: Name of the table object: small letters, digits and underscores.
        headers: One heading for each column, each used once.
        rows: One value for each column.
    """

    name: str
    table: str
    headers: Sequence[str]
    rows: Iterable[Sequence[Value]]


def harmless(value: Value) -> Value:
    """Give a value that no spreadsheet program takes for a formula."""
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table as CSV: UTF-8, comma, CR LF, dates as in 2026-12-03, nothing for None.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The file cannot be written here; nothing was changed.
    """
    with replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow([harmless(header) for header in headers])
        for row in rows:
            writer.writerow([_plain(harmless(value)) for value in row])
        text.flush()
        text.detach()  # the file is closed by the one that opened it


def _plain(value: Value) -> str | int | float:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value


def write_json_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object a line in UTF-8; words are written as they are, dates as ISO.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The file cannot be written here; nothing was changed.
    """
    with replacing(path) as file:
        for record in records:
            file.write(_json_line(record))


def _json_line(record: Mapping[str, Any]) -> bytes:
    line = json.dumps(record, ensure_ascii=False, default=str, allow_nan=False)
    return line.encode("utf-8", errors="backslashreplace") + b"\n"


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write an Excel workbook: a table object on each sheet, header frozen, widths fitted.

    It is put together in memory, because XlsxWriter would otherwise leave the words of cases in
    temporary files.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The file cannot be written here, or a table has more rows than Excel holds;
            nothing was changed.
    """
    made = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(made, settings) as workbook:
        workbook.set_properties({"author": "", "comments": "Made by PSG Desktop"})
        for sheet in sheets:
            _write_sheet(workbook, sheet)
    with replacing(path) as file:
        _copy(made, file)


def _copy(made: BytesIO, file: BinaryIO) -> None:
    file.write(made.getbuffer())


def _write_sheet(workbook: Any, sheet: Sheet) -> None:
    page = workbook.add_worksheet(sheet.name)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    dated = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    stamped = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
    widths = [_width(header) + 3 for header in sheet.headers]
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        if last > _MOST_ROWS:
            raise Unwritable(
                f"A sheet of Excel holds at most {_MOST_ROWS:,} rows. Save as CSV instead."
            )
        for column, value in enumerate(row):
            _write_cell(page, (last, column), value, (wrapped, dated, stamped))
            if last <= _MEASURED:
                widths[column] = max(widths[column], _width(value))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
    columns = [{"header": str(harmless(header))} for header in sheet.headers]
    place = (0, 0, max(last, 1), len(sheet.headers) - 1)
    page.add_table(
        *place, {"name": sheet.table, "columns": columns, "style": "Table Style Light 1"}
    )
    page.freeze_panes(1, 0)


def _write_cell(
    page: Any, at: tuple[int, int], value: Value, formats: tuple[Any, Any, Any]
) -> None:
    wrapped, dated, stamped = formats
    if value is None:
        return
    if isinstance(value, datetime):
        page.write_datetime(*at, value.replace(tzinfo=None), stamped)
    elif isinstance(value, date):
        page.write_datetime(*at, value, dated)
    elif isinstance(value, str):
        page.write_string(*at, _cell_text(value), wrapped)
    else:
        page.write_number(*at, value, wrapped)


def _cell_text(value: str) -> str:
    text = str(harmless(value)).encode("utf-8", errors="replace").decode("utf-8")
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * _LONGEST_CELL:
        return text
    kept = counted[: 2 * (_LONGEST_CELL - len(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT


def _width(value: Value) -> float:
    longest = max((len(line) for line in str(value or "").splitlines()), default=0)
    return longest * 1.05 + 1.5

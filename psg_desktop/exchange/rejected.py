"""Writes the rows that were not imported, each with the reason, to be corrected and read again."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.formulas import escaped
from psg_desktop.exchange.mapping import REASON_HEADER, ROW_HEADER
from psg_desktop.exchange.outcomes import RowOutcome, Status
from psg_desktop.exchange.sheets import Cell
from psg_desktop.faults import Unwritable

_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
_EPOCH = date(1900, 3, 1)
_UNDECIDED = "It looks like {label}, and was not decided."


def not_imported(run: DryRun) -> tuple[RowOutcome, ...]:
    """Give the rows of data an import leaves behind: wrong, undecided and skipped ones."""
    bare = {*run.table.blank_rows, *run.table.totals_rows}
    return tuple(
        row
        for row in run.rows
        if row.number not in bare
        and (row.status in {Status.WRONG, Status.SKIPPED} or row.undecided)
    )


def write_rejected(run: DryRun, path: Path) -> int:
    """Write the rows that are not imported as an .xlsx workbook, and give their number.

    Raises:
        Unwritable: The file cannot be written there.
    """
    rows = not_imported(run)
    content = _workbook(run, rows)
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise Unwritable(
            "The rejected rows cannot be saved here. Close the file if it is open, or choose "
            "another folder."
        ) from fault
    return len(rows)


def _workbook(run: DryRun, rows: Sequence[RowOutcome]) -> bytes:
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet("Not imported")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        formats = {
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
            time: book.add_format({"num_format": "hh:mm"}),
        }
        headers = (ROW_HEADER, REASON_HEADER, *run.table.headers)
        for at, header in enumerate(headers):
            sheet.write_string(0, at, escaped(header)[:_LONGEST], bold)
        held = {row.number: row.cells for row in run.table.rows}
        for line, outcome in enumerate(rows, start=1):
            sheet.write_number(line, 0, outcome.number)
            sheet.write_string(line, 1, escaped(reason(outcome))[:_LONGEST])
            for at, cell in enumerate(held.get(outcome.number, ()), start=2):
                _write(sheet, (line, at), cell, formats)
        sheet.freeze_panes(1, 2)
        sheet.set_column(1, 1, 60)
    return target.getvalue()


def reason(outcome: RowOutcome) -> str:
    """Say in sentences why a row is not imported."""
    if outcome.status is Status.SKIPPED:
        return outcome.reason
    return " ".join(_sentences(outcome))


def _sentences(outcome: RowOutcome) -> Iterator[str]:
    if outcome.undecided and outcome.twin is not None:
        yield _UNDECIDED.format(label=outcome.twin.label)
    for problem in outcome.problems:
        if problem.stops:
            where = f"{problem.header}: " if problem.header else ""
            yield f"{where}{problem.sentence} {problem.advice}".strip()


def _write(
    sheet: Worksheet, place: tuple[int, int], cell: Cell, formats: dict[type, Format]
) -> None:
    line, at = place
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, at, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(line, at, cell)
    elif isinstance(cell, str):
        sheet.write_string(line, at, escaped(cell)[:_LONGEST])
    elif isinstance(cell, time) or _in_calendar(cell):
        sheet.write_datetime(line, at, cell, formats[type(cell)])
    else:
        sheet.write_string(line, at, cell.isoformat())


def _in_calendar(cell: date) -> bool:
    """Say whether Excel's calendar, which starts in 1900, has the day."""
    return (cell.date() if isinstance(cell, datetime) else cell) >= _EPOCH

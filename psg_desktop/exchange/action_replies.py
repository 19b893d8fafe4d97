"""Reads a filled action sheet: the answers of an agency, row by row, found by the headings."""

from collections.abc import Mapping
from datetime import date

from psg_desktop.domain.action_replies import Answer
from psg_desktop.domain.action_sheets import SheetColumn
from psg_desktop.exchange.cells import as_text
from psg_desktop.exchange.dates import DateReader
from psg_desktop.exchange.sheets import Cell, Row, Workbook, is_blank
from psg_desktop.faults import Unreadable

# The rest is ours: what an agency changes there is not read.
_FILLED = (SheetColumn.PROGRESS, SheetColumn.DONE_ON, SheetColumn.NEW_DUE)
_READ = (SheetColumn.CODE, *_FILLED)


def read_answers(book: Workbook, today: date) -> tuple[Answer, ...]:
    """Read every row with a row code or an answer, from the first action sheet that is in sight.

    What stands on a hidden sheet was not seen by whoever sent it.

    Raises:
        Unreadable: No sheet has the headings of an action sheet, or none of its rows has a code.
    """
    for sheet in (one for one in book.sheets if not one.hidden):
        for number, row in enumerate(sheet.rows):
            columns = _columns(row)
            if all(one in columns for one in _READ):
                return _answers(sheet.rows[number + 1 :], number + 2, columns, today)
    raise Unreadable(
        "This is not an action sheet of this program: its headings are missing. Choose the sheet "
        "that the agency sent back, with its columns as they were."
    )


def _columns(row: Row) -> dict[SheetColumn, int]:
    named = {as_text(cell).strip().casefold(): place for place, cell in enumerate(row)}
    return {one: named[one.casefold()] for one in SheetColumn if one.casefold() in named}


def _answers(
    rows: tuple[Row, ...], first: int, columns: Mapping[SheetColumn, int], today: date
) -> tuple[Answer, ...]:
    coded = columns[SheetColumn.CODE]
    filled = [columns[one] for one in _READ]
    found = [
        (number, row)
        for number, row in enumerate(rows, start=first)
        if not all(is_blank(row[place]) for place in filled)
    ]
    if all(is_blank(row[coded]) for _, row in found):
        raise Unreadable(
            "The row codes of this action sheet are gone, so its rows cannot be found again. Ask "
            "for the sheet with its last column as it was."
        )
    return tuple(_answer(number, row, columns, DateReader(today=today)) for number, row in found)


def _answer(
    number: int, row: Row, columns: Mapping[SheetColumn, int], reader: DateReader
) -> Answer:
    cells = {column: row[place] for column, place in columns.items()}
    done_on, done_trouble = _day(cells[SheetColumn.DONE_ON], SheetColumn.DONE_ON, reader)
    new_due, due_trouble = _day(cells[SheetColumn.NEW_DUE], SheetColumn.NEW_DUE, reader)
    return Answer(
        row=number,
        code=as_text(cells[SheetColumn.CODE]).strip().casefold(),
        reference=as_text(cells.get(SheetColumn.CASE)).strip(),
        progress=as_text(cells[SheetColumn.PROGRESS]).strip(),
        done_on=done_on,
        new_due=new_due,
        unreadable=tuple(one for one in (done_trouble, due_trouble) if one),
    )


def _day(cell: Cell, column: SheetColumn, reader: DateReader) -> tuple[date | None, str]:
    if is_blank(cell):
        return None, ""
    read = reader.read(cell)
    if read.value is not None and not read.month_only:
        return read.value, ""
    said = read.remarks[0].sentence if read.remarks else "This is not a whole date."
    return None, f"{column}: {said}"

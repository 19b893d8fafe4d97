"""Reads the values of a workbook that has been looked into, through calamine."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TypeAlias

import python_calamine

from psg_desktop.exchange import limits
from psg_desktop.exchange.archives import DAMAGED, PROTECTED
from psg_desktop.exchange.invisible import Cleaner
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.shapes import Shape, refuse_if_vast
from psg_desktop.exchange.sheets import Cell, Finding, Oddity, Row, Sheet, Workbook
from psg_desktop.exchange.unheard import unheard
from psg_desktop.faults import Unreadable

_Raw: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
_WHOLE_UP_TO = 1e15
_TOO_LONG = (
    f"A cell holds more than {limits.CELL_LENGTH:,} characters, which no caseload needs. "
    "Shorten it and import again."
)


def read_values(
    content: bytes, name: str, shape_of: Callable[[str], Shape | None], patience: Patience
) -> Workbook:
    """Read every worksheet of a workbook whose shapes are known to be modest.

    Raises:
        Unreadable: The workbook is protected, damaged, or holds an overlong cell.
    """
    with _plain_sentences(), unheard():
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        with book:
            entries = [m for m in book.sheets_metadata if _holds_cells(m)]
            if len(entries) > limits.SHEETS:
                raise Unreadable(
                    f"The workbook has more than {limits.SHEETS} sheets. Copy the one you need to "
                    "a new workbook."
                )
            sheets = tuple(_sheet(book, entry, shape_of(entry.name), patience) for entry in entries)
            others = tuple(m.name for m in book.sheets_metadata if not _holds_cells(m))
    return Workbook(name=name, sheets=sheets, without_cells=others)


def _holds_cells(entry: python_calamine.SheetMetadata) -> bool:
    return entry.typ == python_calamine.SheetTypeEnum.WorkSheet


@contextmanager
def _plain_sentences() -> Iterator[None]:
    try:
        yield
    except python_calamine.PasswordError as protected:
        raise Unreadable(PROTECTED) from protected
    except (python_calamine.CalamineError, ValueError, OverflowError) as damage:
        raise Unreadable(DAMAGED) from damage
    except BaseException as panic:
        # The reader is Rust: a broken assumption there arrives as PanicException, which is no
        # Exception and cannot be imported by name.
        if type(panic).__name__ == "PanicException":
            raise Unreadable(DAMAGED) from panic
        raise


def _sheet(
    book: python_calamine.CalamineWorkbook,
    entry: python_calamine.SheetMetadata,
    shape: Shape | None,
    patience: Patience,
) -> Sheet:
    source = book.get_sheet_by_name(entry.name)
    refuse_if_vast(source.total_height, source.total_width)
    cleaner = Cleaner()
    raw_rows = patience.over(source.to_python(skip_empty_area=False))
    rows = [_row(raw, cleaner) for raw in raw_rows]
    _fill_merged(rows, source.merged_cell_ranges or ())
    hidden = entry.visible != python_calamine.SheetVisibleEnum.Visible
    notes = list(shape.findings()) if shape is not None else _merged(source)
    if hidden:
        sentence = f"The sheet \u201c{entry.name}\u201d is hidden in the workbook."
        notes.insert(0, Finding(oddity=Oddity.HIDDEN_SHEET, sentence=sentence))
    notes.extend(cleaner.findings())
    return Sheet(
        name=entry.name,
        hidden=hidden,
        rows=_trimmed(tuple(rows)),
        notes=tuple(notes),
        comments=tuple(shape.comments) if shape is not None else (),
    )


def _fill_merged(
    rows: list[Row], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """Repeat a text merged over several rows in each of them: a case with rows of actions."""
    for (top, left), (bottom, _right) in ranges:
        if bottom <= top or top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        for at in range(top + 1, min(bottom + 1, len(rows))) if text is not None else ():
            rows[at] = (*rows[at][:left], text, *rows[at][left + 1 :])


def _merged(source: python_calamine.CalamineSheet) -> list[Finding]:
    return list(Shape(merged=len(source.merged_cell_ranges or ())).findings())


def _row(raw: Sequence[_Raw], cleaner: Cleaner) -> Row:
    """Turn one row into plain cells; written for speed, since it sees every cell of a file."""
    cells: list[Cell] = []
    for value in raw:
        if isinstance(value, str):
            cells.append(_text(value, cleaner) if value else None)
        elif isinstance(value, float):
            whole = value.is_integer() and -_WHOLE_UP_TO < value < _WHOLE_UP_TO
            cells.append(int(value) if whole else value)
        elif isinstance(value, timedelta):
            cells.append(_duration(value))
        else:
            cells.append(value)
    return tuple(cells)


def _text(value: str, cleaner: Cleaner) -> str:
    if len(value) > limits.CELL_LENGTH:
        raise Unreadable(_TOO_LONG)
    if value.isascii() and value.isprintable() and not value.startswith("'"):
        return value
    return cleaner.clean(value)


def _duration(value: timedelta) -> Cell:
    """Write a length of time as `26:30:00`; Excel shows lengths and times of day alike."""
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def _trimmed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    last = len(rows)
    while last and all(cell is None or cell == "" for cell in rows[last - 1]):
        last -= 1
    return rows[:last]

"""Reads tables written as text: any delimiter, any encoding, any line ending."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Literal

from psg_desktop.exchange import limits
from psg_desktop.exchange.encodings import NOT_TEXT, decode
from psg_desktop.exchange.invisible import Cleaner
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.sheets import Cell, Finding, Oddity, Row, Sheet, Workbook, counted, listed
from psg_desktop.faults import Unreadable

_DELIMITERS = ",\t;|"
_SAMPLE_ROWS = 60
_SAMPLE_CHARACTERS = 200_000
_MARKUP = ("<?xml", "<!doctype", "<html", "<table", "{\\rtf")
_WEB_PAGE = (
    "The file is a web page or another kind of document saved under a table's name. Open it in a "
    "spreadsheet program and save it as .xlsx."
)
EMPTY = "The file is empty. Ask for it again."
_LONG_CELL = (
    "Line {line} holds a cell of more than {limit:,} characters, which is more than any caseload "
    "needs. A quotation mark may be missing near that line."
)
_CONTROL_SHARE = 0.01
_LINES_OF_ONE_RECORD = 3


def read_text_table(content: bytes, name: str, patience: Patience) -> Workbook:
    """Read a table of text as a workbook of one sheet.

    Raises:
        Unreadable: It is empty, no text, no table, or larger than the limits.
    """
    if len(content) > limits.TEXT_BYTES:
        raise Unreadable(
            f"The file is larger than {limits.TEXT_BYTES // limits.MEGABYTE} MB. Import a month or "
            "a year at a time."
        )
    decoded = decode(content)
    if not decoded.text.strip():
        raise Unreadable(EMPTY)
    _refuse_other_documents(decoded.text)
    notes = []
    if decoded.encoding != "utf-8":
        sentence = f"The text was read as {decoded.encoding.upper()}."
        notes.append(Finding(oddity=Oddity.ENCODING, sentence=sentence))
    quoting, lone = _quoting(decoded.text, patience)
    notes.extend(lone)
    ragged = _records(decoded.text, patience, quoting=quoting)
    rows, found = _squared(ragged, patience)
    return Workbook(name=name, sheets=(Sheet(name=name, rows=rows, notes=(*notes, *found)),))


def _refuse_other_documents(text: str) -> None:
    start = text[:200].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(_MARKUP):
        raise Unreadable(_WEB_PAGE)
    sample = text[:_SAMPLE_CHARACTERS]
    controls = sum(
        sample.count(chr(code)) for code in range(32) if chr(code) not in "\t\r\n\x0b\x0c"
    )
    if controls > max(3, _CONTROL_SHARE * len(sample)):
        raise Unreadable(NOT_TEXT)


def _quoting(text: str, patience: Patience) -> tuple[bool, list[Finding]]:
    """Say whether quotation marks can be trusted to come in pairs."""
    if '"' not in text:
        return True, []
    delimiter = _delimiter(text, quoting=True)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = line = 0
    try:
        for _ in patience.over(reader):
            row += 1
            line = reader.line_num
    except csv.Error as damage:
        if "unexpected end" not in str(damage) and "field limit" not in str(damage):
            return True, []
        if reader.line_num - line <= _LINES_OF_ONE_RECORD:
            return True, [_cut_off(row + 1)]
        return False, [_lone_quote(line + 1)]
    return True, []


def _cut_off(row: int) -> Finding:
    sentence = f"The file ends in the middle of row {row}, so it was probably cut off."
    return Finding(oddity=Oddity.CUT_OFF, sentence=sentence, rows=(row,))


def _lone_quote(line: int) -> Finding:
    sentence = (
        f"A quotation mark opens on or after line {line:,} and never closes, so all quotation "
        "marks were read as ordinary characters. Look at the columns before you go on."
    )
    return Finding(oddity=Oddity.LONE_QUOTE, sentence=sentence)


def _dialect(quoting: bool) -> Literal[0, 3]:  # noqa: FBT001 - a plain answer handed on
    return csv.QUOTE_MINIMAL if quoting else csv.QUOTE_NONE


def _delimiter(text: str, *, quoting: bool) -> str:
    """Choose the delimiter that cuts the first rows most evenly into most columns."""
    sample = text[:_SAMPLE_CHARACTERS]
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign, quoting=quoting))


def _evenness(sample: str, delimiter: str, *, quoting: bool) -> float:
    reader = csv.reader(
        StringIO(sample, newline=""), delimiter=delimiter, quoting=_dialect(quoting)
    )
    try:
        widths = [len(row) for row in islice(reader, _SAMPLE_ROWS) if row]
    except csv.Error:
        return 0.0
    if not widths or max(widths) < 2:  # noqa: PLR2004 - one column is no table
        return 0.0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    if usual == 1:
        return 0.5
    return widths.count(usual) / len(widths) + min(usual, 100) / 100


def _records(text: str, patience: Patience, *, quoting: bool) -> list[list[str]]:
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter=_delimiter(text, quoting=quoting),
        quoting=_dialect(quoting),
    )
    rows: list[list[str]] = []
    cells = 0
    for row in patience.over(_read_plainly(reader)):
        rows.append(row)
        cells += len(row)
        if len(rows) > limits.ROWS or len(row) > limits.COLUMNS or cells > limits.CELLS:
            raise Unreadable(
                f"The table is larger than {limits.ROWS:,} rows, {limits.COLUMNS:,} columns or "
                f"{limits.CELLS:,} cells. Import a part at a time."
            )
    return rows


def _read_plainly(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    line = 0
    try:
        for line, row in enumerate(reader, start=1):
            for cell in row:
                if len(cell) > limits.CELL_LENGTH:
                    raise Unreadable(_LONG_CELL.format(line=line, limit=limits.CELL_LENGTH))
            yield row
    except csv.Error as damage:
        raise Unreadable(_LONG_CELL.format(line=line + 1, limit=limits.CELL_LENGTH)) from damage


def _squared(ragged: list[list[str]], patience: Patience) -> tuple[tuple[Row, ...], list[Finding]]:
    while ragged and not any(cell.strip() for cell in ragged[-1]):
        ragged.pop()
    cleaner = Cleaner()
    width = max((_filled(row) for row in ragged), default=0)
    rows = tuple(_row(row, width, cleaner) for row in patience.over(ragged))
    notes = cleaner.findings()
    uneven = [n for n, row in enumerate(ragged, start=1) if row and _filled(row) > len(ragged[0])]
    if uneven:
        sentence = (
            f"{counted(len(uneven), 'row has', 'rows have')} more cells than the first row "
            f"({listed(uneven)}). A delimiter may stand inside a text there."
        )
        notes.append(Finding(oddity=Oddity.UNEVEN_ROWS, sentence=sentence, rows=tuple(uneven)))
    return rows, notes


def _filled(row: Sequence[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width


def _row(row: list[str], width: int, cleaner: Cleaner) -> Row:
    clean = cleaner.clean
    cells: list[Cell] = [clean(cell) if cell else None for cell in row[:width]]
    cells.extend([None] * (width - len(cells)))
    return tuple(cells)

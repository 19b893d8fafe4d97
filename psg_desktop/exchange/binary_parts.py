"""What an old binary .xls workbook says about its sheets, before the grid is built.

The file is a compound document ([MS-CFB]) whose workbook stream is a row of records ([MS-XLS]
2.1.4). Only the few records that place a cell are looked at.
"""

import struct
from collections.abc import Iterator
from io import BytesIO

import olefile  # type: ignore[import-untyped]  # the package ships no types

from psg_desktop.exchange import limits
from psg_desktop.exchange.archives import DAMAGED, PROTECTED
from psg_desktop.exchange.binary_sheets import RECORD_BYTES, BinarySheets
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.sector_chains import refuse_circles
from psg_desktop.exchange.shapes import Shape, refuse_if_vast_together
from psg_desktop.faults import Unreadable

_HEADER = struct.Struct("<HH")
_PLACE_BYTES = 4
_COUNT = struct.Struct("<I")
_STRINGS = struct.Struct("<4xI")
_WIDE_DIMENSIONS = struct.Struct("<IIHH")
_NARROW_DIMENSIONS = struct.Struct("<HHHH")
_SECTOR = 512
_SECTOR_COUNTS = (40, 44, 64, 72)
"""Where the header counts its directory, FAT, mini FAT and DIFAT sectors."""
_SHARED_STRINGS = 0x00FC
_SHORTEST_STRING = 3
_DIMENSIONS = 0x0200
_XLS_ROWS = 65_536
_XLS_COLUMNS = 256
_SHEET_STARTS = 0x0809
_FILE_PASSWORD = 0x002F
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""FORMULA, MULRK, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR and RK records."""
_ENCRYPTED_STREAMS = ("EncryptedPackage", "EncryptionInfo")
# What olefile meets a damaged container with; it promises no exception of its own.
_BROKEN = (
    *(OSError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError),
    *(RecursionError, struct.error),
)
_NO_WORKBOOK = (
    "The file is an old Office document, but not a workbook. Open it in the program that made it "
    "and save the table as .xlsx."
)


def check_binary(content: bytes, patience: Patience) -> dict[str, Shape]:
    """Judge an .xls file, or an encrypted .xlsx, which hides in the same kind of container.

    Gives what is odd on each sheet, by its name.

    Raises:
        Unreadable: It is protected, damaged, no workbook, or claims a vast grid.
    """
    _check_header(content)
    refuse_circles(content)
    try:
        with olefile.OleFileIO(BytesIO(content)) as document:
            if any(document.exists(stream) for stream in _ENCRYPTED_STREAMS):
                raise Unreadable(PROTECTED)
            stream = next((s for s in ("Workbook", "Book") if document.exists(s)), None)
            if stream is None:
                raise Unreadable(_NO_WORKBOOK)
            if document.get_size(stream) > limits.FILE_BYTES:
                raise Unreadable(DAMAGED)
            records = document.openstream(stream).read()
    except _BROKEN as damage:
        raise Unreadable(DAMAGED) from damage
    return _check_records(records, patience)


def _check_header(content: bytes) -> None:
    """Refuse a container that counts more sectors than the file is long."""
    if len(content) < _SECTOR:
        raise Unreadable(DAMAGED)
    counts = (_COUNT.unpack_from(content, at)[0] for at in _SECTOR_COUNTS)
    if any(count * _SECTOR > len(content) + _SECTOR for count in counts):
        raise Unreadable(DAMAGED)


def _check_records(records: bytes, patience: Patience) -> dict[str, Shape]:
    sheets = BinarySheets()
    for at, kind, body in patience.over(_each_record(records)):
        if kind == _FILE_PASSWORD:
            raise Unreadable(PROTECTED)
        if _promises_too_much(kind, body, len(records)):
            raise Unreadable(DAMAGED)
        if kind == _SHEET_STARTS:
            sheets.start(at)
        elif kind in _CELLS and len(body) >= _PLACE_BYTES:
            sheets.take_cell(kind, body)
        else:
            sheets.take(kind, body)
    refuse_if_vast_together(sheets.shapes)
    return sheets.by_name


def _promises_too_much(kind: int, body: bytes, size: int) -> bool:
    """Say whether a record makes the reader reserve room for what the file cannot hold.

    calamine reserves memory for the counts a file states; a false one ends the whole process.
    """
    if kind == _SHARED_STRINGS and len(body) >= _STRINGS.size:
        return any(count * _SHORTEST_STRING > size for count in _STRINGS.unpack_from(body))
    if kind != _DIMENSIONS:
        return False
    layout = _WIDE_DIMENSIONS if len(body) >= _WIDE_DIMENSIONS.size else _NARROW_DIMENSIONS
    if len(body) < layout.size:
        return True
    first_row, end_row, first_column, end_column = layout.unpack_from(body)
    if first_row > end_row or first_column > end_column:
        return True
    return bool(end_row > _XLS_ROWS or end_column > _XLS_COLUMNS)


def _each_record(records: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give each record: where it stands, its kind, and the start of what it holds."""
    at = 0
    while at + _HEADER.size <= len(records):
        kind, length = _HEADER.unpack_from(records, at)
        start, at = at, at + _HEADER.size
        yield start, kind, records[at : at + min(length, RECORD_BYTES)]
        at += length

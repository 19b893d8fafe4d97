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
from psg_desktop.exchange.shapes import Shape, refuse_if_vast_together
from psg_desktop.faults import Unreadable

_HEADER = struct.Struct("<HH")
_PLACE = struct.Struct("<HH")
_SHEET_STARTS = 0x0809
_FILE_PASSWORD = 0x002F
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""FORMULA, MULRK, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR and RK records."""
_ENCRYPTED_STREAMS = ("EncryptedPackage", "EncryptionInfo")
_NO_WORKBOOK = (
    "The file is an old Office document, but not a workbook. Open it in the program that made it "
    "and save the table as .xlsx."
)


def check_binary(content: bytes) -> None:
    """Judge an .xls file, or an encrypted .xlsx, which hides in the same kind of container.

    Raises:
        Unreadable: It is protected, damaged, no workbook, or claims a vast grid.
    """
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
    except (OSError, ValueError, IndexError, struct.error) as damage:
        raise Unreadable(DAMAGED) from damage
    _check_records(records)


def _check_records(records: bytes) -> None:
    shapes = [Shape()]
    for kind, body in _each_record(records):
        if kind == _FILE_PASSWORD:
            raise Unreadable(PROTECTED)
        if kind == _SHEET_STARTS:
            shapes.append(Shape())
        elif kind in _CELLS and len(body) >= _PLACE.size:
            row, column = _PLACE.unpack_from(body)
            shapes[-1].reach(row + 1, column + 1)
    refuse_if_vast_together(shapes)


def _each_record(records: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + _HEADER.size <= len(records):
        kind, length = _HEADER.unpack_from(records, at)
        at += _HEADER.size
        yield kind, records[at : at + 4]
        at += length

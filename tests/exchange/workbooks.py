"""Makes the spreadsheets these tests read: honest ones, and files no honest program writes."""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter

from psg_desktop.exchange.sheets import Cell, Sheet
from psg_desktop.exchange.tables import Table, table

TODAY = date(2026, 11, 21)

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName='
    '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml'
    '.sheet.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}"/></Relationships>'
)
BOOK = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def raw_parts(rows: str = "", sheet: str = "") -> dict[str, str | bytes]:
    """Give the parts of the smallest workbook, its sheet written by hand."""
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            kind="worksheet", target="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": sheet or SHEET.format(rows=rows),
    }


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write parts as an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, rows: Iterable[Sequence[Cell]], name: str = "Cases") -> Path:
    """Write rows as an honest workbook; dates as Excel dates."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(name)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, at, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(line, at, cell)
                elif cell is not None:
                    sheet.write(line, at, cell)
    return path


def sheet_of(*rows: Sequence[Cell]) -> Sheet:
    """Make a sheet of rows, filled up to one width."""
    width = max(len(row) for row in rows)
    return Sheet(name="Sheet1", rows=tuple((*row, *[None] * (width - len(row))) for row in rows))


def table_of(*rows: Sequence[Cell]) -> Table:
    """Make a table of which the first row is the header."""
    return table(sheet_of(*rows), 0)


def lying_archive(path: Path, claimed: int, content: bytes) -> Path:
    """Write an archive whose table of contents claims another size than really comes out."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in raw_parts().items():
            archive.writestr(name, content if name.endswith("sheet1.xml") else text)
    data = bytearray(target.getvalue())
    real = struct.pack("<I", len(content))
    claim = struct.pack("<I", claimed)
    checksum = struct.pack("<I", zlib.crc32(content))
    at = data.find(checksum)
    while at >= 0:
        size_at = at + 8
        if data[size_at : size_at + 4] == real:
            data[size_at : size_at + 4] = claim
        at = data.find(checksum, at + 4)
    path.write_bytes(bytes(data))
    return path


def compound_document(streams: Mapping[str, bytes]) -> bytes:
    """Write the container of old Office files ([MS-CFB]); streams of 4,096 bytes or more."""
    chain: list[int] = [0xFFFFFFFD, 0xFFFFFFFE]  # sector 0 holds the table, sector 1 the directory
    entries, body = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)], b""
    for number, (name, content) in enumerate(streams.items(), start=1):
        first, sectors = len(chain), -(-len(content) // 512)
        chain += [*range(first + 1, first + sectors), 0xFFFFFFFE]
        body += content.ljust(sectors * 512, b"\0")
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, first, len(content), right=right))
    entries += [b"\0" * 68 + b"\xff" * 12 + b"\0" * 48] * (4 - len(entries))
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0),
        *(0, *[0xFFFFFFFF] * 108),
    )
    return header + table + b"".join(entries) + body


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", written, len(written), kind, 1, 0xFFFFFFFF, right, child, start, size
    )

"""Reads a file from outside into plain cells, going by what it holds and not by its name."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

from psg_desktop.exchange import limits, parts
from psg_desktop.exchange.archives import (
    DAMAGED,
    TOO_LARGE,
    Inflation,
    check_overlap,
    examined_members,
)
from psg_desktop.exchange.binary_parts import check_binary
from psg_desktop.exchange.calamined import read_values
from psg_desktop.exchange.delimited import EMPTY, read_text_table
from psg_desktop.exchange.excel_extras import ExcelExtras
from psg_desktop.exchange.excel_parts import ExcelContents, ExcelWalk, part_key
from psg_desktop.exchange.opendocument_parts import OpenDocumentWalk
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.quick_scan import QuickScan
from psg_desktop.exchange.shapes import Shape, refuse_if_vast_together
from psg_desktop.exchange.sheets import Workbook
from psg_desktop.faults import Fault, Unreadable

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
)
# The parts that say which sheet is where; small, so they are walked tag by tag.
_GUIDES = re.compile(
    r"\A(_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/_rels/[^/]+\.rels)\Z",
    re.IGNORECASE,
)


def read_workbook(path: Path, patience: Patience | None = None) -> Workbook:
    """Read a workbook or a table of text, of any kind this program knows.

    Raises:
        Unreadable: With one plain sentence that names the reason and what to do.
    """
    content = _content(path)
    for mark, kind in _OTHERS:
        if content.startswith(mark):
            raise Unreadable(
                f"The file is {kind}, not a table. Ask for the table as .xlsx, .ods or .csv."
            )
    kind, read = _reader(content)
    try:
        return read(content, path.name, patience or Patience())
    except Fault:
        raise
    except MemoryError as damage:
        raise Unreadable(TOO_LARGE) from damage
    except Exception as damage:  # the parsers promise no exceptions of their own
        raise Unreadable(
            f"This file could not be read: it does not hold together as {kind}. Ask for it again, "
            "or open it in the program that made it and save it anew."
        ) from damage


_Reader: TypeAlias = Callable[[bytes, str, Patience], Workbook]


def _reader(content: bytes) -> tuple[str, _Reader]:
    if content.startswith(_ZIP):
        return "a workbook", _zipped
    if content.startswith(_COMPOUND):
        return "an old Excel workbook", _binary
    return "a table of text", read_text_table


def _binary(content: bytes, name: str, patience: Patience) -> Workbook:
    shapes = check_binary(content, patience)
    return _something(read_values(content, name, shapes.get, patience))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("This is a folder, not a file. Choose the file in it.")
        if not path.is_file():
            raise Unreadable("There is no file at this place. Choose the file again.")
        if path.stat().st_size > limits.FILE_BYTES:
            raise Unreadable(
                f"The file is larger than {limits.FILE_BYTES // limits.MEGABYTE} MB. Copy the rows "
                "you need to a new workbook."
            )
        with path.open("rb") as source:
            content = source.read(limits.FILE_BYTES + 1)
    except OSError as fault:
        raise Unreadable(
            "The file cannot be opened. Close it in other programs, or copy it to this computer, "
            "and try again."
        ) from fault
    if not content:
        raise Unreadable(EMPTY)
    return content


def _something(book: Workbook) -> Workbook:
    if not any(sheet.rows for sheet in book.sheets):
        raise Unreadable("The workbook holds no cells with anything in them. Ask for it again.")
    return book


def _zipped(content: bytes, name: str, patience: Patience) -> Workbook:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = examined_members(archive)
            check_overlap(members, len(content))
            shapes = _shapes(archive, members, patience)
    except (BadZipFile, NotImplementedError, UnicodeDecodeError) as damage:
        raise Unreadable(DAMAGED) from damage
    return _something(read_values(content, name, shapes.get, patience))


def _shapes(archive: ZipFile, members: list[ZipInfo], patience: Patience) -> dict[str, Shape]:
    names = {member.filename.casefold() for member in members}
    excel = any(name.startswith("xl/") for name in names)
    if "xl/workbook.bin" in names:
        raise Unreadable(
            "The file is a binary workbook (.xlsb), which this program does not read. Open it and "
            "save it as .xlsx."
        )
    if "content.xml" in names and not excel:
        shapes = _opendocument_shapes(archive, members, patience)
    elif "xl/workbook.xml" in names and "content.xml" not in names:
        shapes = _excel_shapes(archive, members, patience)
    else:
        raise Unreadable(
            "The file is an archive or another kind of document, not a workbook. Unpack it and "
            "import the tables inside, or save the table as .xlsx."
        )
    refuse_if_vast_together(shapes.values())
    return shapes


def _excel_shapes(archive: ZipFile, members: list[ZipInfo], patience: Patience) -> dict[str, Shape]:
    contents = ExcelContents()
    inflation = Inflation(archive, patience)
    extras = ExcelExtras()
    guides = [member for member in members if _GUIDES.search(member.filename)]
    for member in guides:
        steps = extras.walk_of(member.filename) or ExcelWalk(contents, member.filename)
        parts.walk(inflation.blocks(member), steps)
    sheets = set(contents.targets.values())
    for member in members:
        if member in guides:
            continue
        extra = extras.walk_of(member.filename)
        if extra is not None:
            parts.walk(inflation.blocks(member), extra)
            continue
        scan = QuickScan()
        scan.read(inflation.blocks(member))
        key = part_key(member.filename)
        if key not in sheets:
            continue
        if scan.trustworthy:
            contents.shapes[key] = scan.shape
        else:
            parts.walk(Inflation(archive, patience).blocks(member), ExcelWalk(contents, key))
    for key in sheets:
        extras.add_to(contents.shapes.setdefault(key, Shape()), key)
    named = {name: contents.shape_of(name) for name in contents.sheet_links}
    return {name: shape for name, shape in named.items() if shape is not None}


def _opendocument_shapes(
    archive: ZipFile, members: list[ZipInfo], patience: Patience
) -> dict[str, Shape]:
    steps = OpenDocumentWalk()
    inflation = Inflation(archive, patience)
    for member in members:
        blocks = inflation.blocks(member)
        if member.filename in {"content.xml", "META-INF/manifest.xml"}:
            parts.walk(blocks, steps)
        else:
            for _ in blocks:
                pass
    return steps.shapes

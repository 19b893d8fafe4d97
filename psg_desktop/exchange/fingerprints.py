"""Recognises a row that was imported before, whatever the order of rows and columns.

A fingerprint covers the columns that are used, by folded header, and the cells as plain texts: a
date is the same whether Excel or a text file wrote it. It is a digest, so that what is remembered
about an import says nothing about anybody.
"""

import re
from collections import Counter
from datetime import date, datetime, time
from hashlib import blake2b

from psg_desktop.exchange.date_shapes import date_parts
from psg_desktop.exchange.headings import folded_header
from psg_desktop.exchange.mapping import Mapping, Use
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.tables import Table

_DIGEST_BYTES = 16
_NOUGHTS = re.compile(r"(-?[0-9]+)\.0+\Z")
_LONGEST_DATE = 24
_YEAR_IN_FULL = 4


def fingerprints(table: Table, mapping: Mapping, *, counted: bool) -> list[str]:
    """Give the fingerprint of every row, as hexadecimal digits.

    When *counted*, equal rows are different things (incidents), and the second of two is told from
    the first by a number.
    """
    used = {column.header for column in mapping.columns if column.use is not Use.LEAVE_OUT}
    named = sorted(
        (folded_header(header), at) for at, header in enumerate(table.headers) if header in used
    )
    columns = [_canonical_column(name, [row.cells[at] for row in table.rows]) for name, at in named]
    digests = [_digest(parts) for parts in zip(*columns, strict=True)]
    if not counted:
        return digests
    seen: Counter[str] = Counter()
    result = []
    for digest in digests:
        seen[digest] += 1
        result.append(f"{digest}-{seen[digest]}")
    return result


def _digest(parts: tuple[str, ...]) -> str:
    told = "\x1f".join(filter(None, parts))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def _canonical_column(name: str, cells: list[Cell]) -> list[str]:
    known: dict[tuple[type, Cell], str] = {}
    result = []
    for cell in cells:
        if cell is None:
            result.append("")
            continue
        key = (cell.__class__, cell)
        plain = known.get(key)
        if plain is None:
            text = canonical(cell)
            plain = known[key] = f"{name}={text}" if text else ""
        result.append(plain)
    return result


def canonical(cell: Cell) -> str:
    """Write a cell so that the same fact in another kind of file is the same text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = " ".join(str(cell).split()).casefold()
    if not text[:1].isdigit() and text[:1] != "-":
        return text
    return _date_text(text) or _NOUGHTS.sub(r"\1", text)


def _date_text(text: str) -> str:
    if len(text) > _LONGEST_DATE or ":" in text:
        return ""
    parts = date_parts(text)
    if parts is None or parts.month_only or len(parts.year) != _YEAR_IN_FULL:
        return ""
    return f"{parts.year}-{parts.month:02}-{parts.day:02}"

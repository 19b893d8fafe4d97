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
from psg_desktop.exchange.sheets import Cell, Row
from psg_desktop.exchange.tables import Table

_DIGEST_BYTES = 16
_SPACES = re.compile(r"\s+")
_NOUGHTS = re.compile(r"(-?[0-9]+)\.0+\Z")
_LONGEST_DATE = 40
_CENTURY = 4


class Fingerprinter:
    """Gives the fingerprints of the rows of one table."""

    def __init__(self, table: Table, mapping: Mapping, *, counted: bool) -> None:
        """Prepare for a table; when *counted*, equal rows are different things (incidents)."""
        used = {c.header for c in mapping.columns if c.use is not Use.LEAVE_OUT}
        named = [
            (folded_header(header), at) for at, header in enumerate(table.headers) if header in used
        ]
        self._columns = sorted(named)
        self._counted = counted
        self._seen: Counter[str] = Counter()
        self._plain: dict[tuple[type, Cell], str] = {}

    def of(self, cells: Row) -> str:
        """Give the fingerprint of a row, as hexadecimal digits."""
        parts = [
            f"{name}={plain}" for name, at in self._columns if (plain := self._canonical(cells[at]))
        ]
        digest = blake2b("\x1f".join(parts).encode(), digest_size=_DIGEST_BYTES).hexdigest()
        if not self._counted:
            return digest
        self._seen[digest] += 1
        return f"{digest}-{self._seen[digest]}"

    def _canonical(self, cell: Cell) -> str:
        if cell is None:
            return ""
        key = (cell.__class__, cell)
        plain = self._plain.get(key)
        if plain is None:
            plain = self._plain[key] = canonical(cell)
        return plain


def canonical(cell: Cell) -> str:
    """Write a cell so that the same fact in another kind of file is the same text."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return _NOUGHTS.sub(r"\1", str(cell)).casefold()
    text = _SPACES.sub(" ", cell).strip().casefold()
    return _date_text(text) or _NOUGHTS.sub(r"\1", text)


def _date_text(text: str) -> str:
    if len(text) > _LONGEST_DATE or ":" in text or not any(sign.isdigit() for sign in text):
        return ""
    parts = date_parts(text)
    if parts is None or parts.month_only or len(parts.year) != _CENTURY:
        return ""
    return f"{parts.year}-{parts.month:02}-{parts.day:02}"

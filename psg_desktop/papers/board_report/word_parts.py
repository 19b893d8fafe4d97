"""Paragraphs and tables of a Word file, written as they stand in its XML.

Made one by one with python-docx, an appendix of two thousand numbers takes most of ten seconds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from psg_desktop.papers.board_report.columns import widths
from psg_desktop.papers.board_report.parts import Matter
from psg_desktop.papers.board_report.printing import of_numbers, said

# Control signs, halves of surrogate pairs and what is no character, by the XML 1.0 rule.
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES: Final = nsdecls("w")
_BOLD: Final = "<w:rPr><w:b/></w:rPr>"
_RIGHT: Final = '<w:jc w:val="right"/>'
_KEEP: Final = "<w:keepNext/>"
_OUT_OF_NUMBERING: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_HEAD_ROW: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_TWIPS: Final = 20  # of a point
_WIDER: Final = 8.0  # points; the face of a Word file is wider than the one that is measured
_SHORT: Final = 15  # rows, less than half a page
_TERM: Final = 0.25  # of the whole
_ROW: Final = "<w:trPr><w:cantSplit/></w:trPr>"


def plain(words: str) -> str:
    """Give words without the signs that the file's XML cannot hold."""
    return _UNWRITABLE.sub("", words)


def paragraph(words: str, style: str, *, kept: bool = False, counted: bool = True) -> Any:
    """Give a paragraph.

    Args:
        words: What it says.
        style: The identifier of its style.
        kept: Whether it stays on one page with what follows.
        counted: Whether it has its number, where its style gives one.
    """
    settings = (_KEEP if kept else "") + ("" if counted else _OUT_OF_NUMBERING)
    return parse_xml(
        f'<w:p {_NAMES}><w:pPr><w:pStyle w:val="{style}"/>{settings}</w:pPr>{_run(words)}</w:p>'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """How a table looks: identifiers of its style and of its words', and its room in points."""

    table: str
    words: str
    room: float


def table(matter: Matter, look: Cells) -> Any:
    """Give a table whose first row is repeated on each page, and told as its header.

    A short one stays on one page: a row or two of it at the foot of a page look like all of it.
    """
    numbers = of_numbers(matter)
    cells = [[said(one) for one in row] for row in matter.rows]
    spare = _WIDER * len(numbers)
    across = [one + _WIDER for one in widths(matter.headers, cells, look.room - spare)]
    plainly, strongly = [False] * len(numbers), [True] * len(numbers)
    short = len(cells) <= _SHORT
    head = _row(matter.headers, _Row(strongly, numbers, across, look.words, short), _HEAD_ROW)
    how = _Row(plainly, numbers, across, look.words, short)
    rows = [_row(row, how, _ROW) for row in cells[:-1]]
    rows += [_row(row, how._replace(kept=False), _ROW) for row in cells[-1:]]
    return _table([head, *rows], across, look, first_row=True)


def pairs(given: Sequence[tuple[str, str]], look: Cells) -> Any:
    """Give a table of terms with what is said of each: its first column heads its rows."""
    across = (look.room * _TERM, look.room * (1 - _TERM))
    how = _Row((True, False), (False, False), across, look.words)
    return _table([_row(pair, how, _ROW) for pair in given], across, look, first_row=False)


class _Row(NamedTuple):
    """How the cells of a row stand: bold, right or left, how wide in points, in which style.

    One that is kept stays on one page with the row below it.
    """

    bold: Sequence[bool]
    numbers: Sequence[bool]
    across: Sequence[float]
    style: str
    kept: bool = False


def _table(rows: Sequence[str], across: Sequence[float], look: Cells, *, first_row: bool) -> Any:
    how = f'<w:tblLook w:firstRow="{int(first_row)}" w:firstColumn="1" w:noVBand="1"/>'
    grid = "".join(f'<w:gridCol w:w="{round(one * _TWIPS)}"/>' for one in across)
    return parse_xml(
        f'<w:tbl {_NAMES}><w:tblPr><w:tblStyle w:val="{look.table}"/>'
        f'<w:tblW w:w="{round(sum(across) * _TWIPS)}" w:type="dxa"/>{how}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Sequence[str], row: _Row, settings: str) -> str:
    first = f'<w:pStyle w:val="{row.style}"/>{_KEEP if row.kept else ""}'
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(wide * _TWIPS)}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr>{first}{_RIGHT if number else ''}</w:pPr>"
        f"{_run(one, bold=bold)}</w:p></w:tc>"
        for one, bold, number, wide in zip(cells, row.bold, row.numbers, row.across, strict=True)
    )
    return f"<w:tr>{settings}{made}</w:tr>"


def _run(words: str, *, bold: bool = False) -> str:
    text = escape(plain(words))
    return f'<w:r>{_BOLD if bold else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'

"""Paragraphs and tables of a Word file, written as they stand in its XML.

Made one by one with python-docx, an appendix of two thousand numbers takes most of ten seconds.
"""

import re
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

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


def table(matter: Matter, style: str) -> Any:
    """Give a table whose first row is repeated on each page, and told as its header."""
    numbers = of_numbers(matter)
    head = _row(matter.headers, numbers, _HEAD_ROW, bold=[True] * len(matter.headers))
    rows = [
        _row([said(one) for one in row], numbers, _ROW, bold=[False] * len(row))
        for row in matter.rows
    ]
    return _table([head, *rows], len(matter.headers), style, first_row=True)


def pairs(given: Sequence[tuple[str, str]], style: str) -> Any:
    """Give a table of terms with what is said of each: its first column heads its rows."""
    rows = [_row(pair, (False, False), _ROW, bold=(True, False)) for pair in given]
    return _table(rows, 2, style, first_row=False)


def _table(rows: Sequence[str], columns: int, style: str, *, first_row: bool) -> Any:
    look = f'<w:tblLook w:firstRow="{int(first_row)}" w:firstColumn="1" w:noVBand="1"/>'
    grid = "<w:gridCol/>" * columns
    return parse_xml(
        f'<w:tbl {_NAMES}><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="0" w:type="auto"/>{look}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[str], numbers: Sequence[bool], settings: str, *, bold: Sequence[bool]
) -> str:
    made = (
        f"<w:tc><w:p><w:pPr>{_RIGHT if number else ''}</w:pPr>{_run(one, bold=strong)}</w:p></w:tc>"
        for one, number, strong in zip(cells, numbers, bold, strict=True)
    )
    return f"<w:tr>{settings}{''.join(made)}</w:tr>"


def _run(words: str, *, bold: bool = False) -> str:
    text = escape(plain(words))
    return f'<w:r>{_BOLD if bold else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'

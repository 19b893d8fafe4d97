"""Rows as they go to the clipboard: tab-separated text for a sheet, a table for a letter."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

_FORMULA = ("=", "+", "-", "@")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """Give *rows* of words under their *headings* in both forms."""
    copied = QMimeData()
    copied.setText(_tabbed([headings, *rows]))
    copied.setHtml(_marked_up(headings, rows))
    return copied


def block(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Give *rows* of words without headings, to be pasted into other cells."""
    taken = QMimeData()
    taken.setText(_tabbed(rows))
    return taken


def _tabbed(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(_cell(words) for words in line) for line in lines)


def _cell(words: str) -> str:
    """Keep a cell one cell, and words that a sheet would take for a formula words."""
    flat = " ".join(words.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat


def _marked_up(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(words)}</th>" for words in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(words))}</td>" for words in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

"""Draft minutes as a Word file with real headings, for the chair's assistant to finish.

They name people: a restricted paper, and never part of what leaves for the Delivery Group. What
stands in them is handed over as plain words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

_FONT = "Liberation Sans"
_POINTS = 11
_MARGIN = Cm(2)
_LONGEST_TITLE = 255  # characters of a property of the file, by Word's own limit
# Control signs, halves of surrogate pairs and what is no character, by the XML 1.0 rule.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The same paper gives the same file: Word keeps a date of making.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonThere:
    """One line of the attendance, in words."""

    agency: str
    name: str = field(repr=False)
    presence: str
    in_place_of: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action, in words; `times` says over how many meetings it was carried."""

    reference: str
    what: str = field(repr=False)
    owner: str
    officer: str = field(repr=False)
    due: str
    times: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutedItem:
    """One item of the agenda with what came of it, in words."""

    heading: str = field(repr=False)
    ask: str = field(default="", repr=False)
    decision: str = field(default="", repr=False)
    next_review: str = ""
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """Everything draft minutes say, in words.

    Attributes:
        facts: Pairs such as ("Chair", "...").
        statement: The confidentiality statement, and `statement_read` who read it and when.
        missed: One line for each agency of whom nobody was there and that has an open action.
    """

    title: str
    marking: str
    warning: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    attendance: tuple[PersonThere, ...]
    statement: str
    statement_read: str = field(repr=False)
    items: tuple[MinutedItem, ...]
    carried: tuple[ActionLine, ...]
    missed: tuple[str, ...]
    next_meeting: str


def draw_minutes(minutes: MinutesPaper) -> bytes:
    """Give the Word file of draft minutes; headings are styles, so that Word can list them."""
    paper = _blank(minutes)
    paper.add_heading(_plain(minutes.title), level=0)
    paper.add_paragraph(_plain(minutes.warning))
    _facts(paper, minutes.facts)
    paper.add_heading("Attendance", level=1)
    if minutes.attendance:
        rows = [(one.agency, one.name, one.presence, one.in_place_of) for one in minutes.attendance]
        _table(paper, ("Agency", "Name", "Attendance", "In place of"), rows)
    else:
        paper.add_paragraph("Nobody is recorded.")
    paper.add_heading("Confidentiality", level=1)
    if minutes.statement:
        paper.add_paragraph(_plain(minutes.statement), style="Quote")
    paper.add_paragraph(_plain(minutes.statement_read))
    for number, item in enumerate(minutes.items, 1):
        _item(paper, number, item)
    _after(paper, minutes)
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _blank(minutes: MinutesPaper) -> Paper:
    paper = Document()
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_POINTS)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    for strip in (section.header, section.footer):
        strip.paragraphs[0].text = _plain(minutes.marking)
        strip.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    properties = paper.core_properties
    properties.title, properties.author = _plain(minutes.title)[:_LONGEST_TITLE], ""
    properties.comments = ""
    properties.language = "en-GB"
    properties.created = properties.modified = _MADE
    return paper


def _plain(words: str) -> str:
    """Give words without the signs that the file's XML cannot hold."""
    return _UNWRITABLE.sub("", words)


def _facts(paper: Paper, facts: Sequence[tuple[str, str]]) -> None:
    for term, words in facts:
        line = paper.add_paragraph()
        line.add_run(_plain(f"{term}: ")).bold = True
        line.add_run(_plain(words))


def _item(paper: Paper, number: int, item: MinutedItem) -> None:
    paper.add_heading(_plain(f"{number}. {item.heading}"), level=1)
    for term, words in (
        ("Asked", item.ask),
        ("Decision", item.decision or "None recorded."),
        ("Next review", item.next_review),
    ):
        if words:
            _facts(paper, [(term, words)])
    if item.actions:
        paper.add_heading("Actions agreed", level=2)
        _actions(paper, item.actions)


def _after(paper: Paper, minutes: MinutesPaper) -> None:
    if minutes.carried:
        paper.add_heading("Actions carried forward", level=1)
        _actions(paper, minutes.carried, counted=True)
    if minutes.missed:
        paper.add_heading("Not there, and to be told of their actions", level=1)
        for line in minutes.missed:
            paper.add_paragraph(_plain(line), style="List Bullet")
    paper.add_heading("Next meeting", level=1)
    paper.add_paragraph(_plain(minutes.next_meeting))


def _actions(paper: Paper, actions: Sequence[ActionLine], *, counted: bool = False) -> None:
    heads = ["Case", "Action", "Agency", "Officer", "Due"]
    rows = [[one.reference, one.what, one.owner, one.officer, one.due] for one in actions]
    if counted:
        heads.append("Carried")
        rows = [[*row, one.times] for row, one in zip(rows, actions, strict=True)]
    _table(paper, heads, rows)


def _table(paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table: Table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    # Repeated on each page, and told as a heading by screen readers.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no word for it
    for row in rows:
        cells = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx forgot the type
        for cell, words in zip(cells, row, strict=True):
            cell.text = _plain(words)
    paper.add_paragraph()

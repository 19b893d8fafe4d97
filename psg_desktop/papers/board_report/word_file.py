"""The board report as a Word file to be added to: real headings, numbered by Word, real tables."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from psg_desktop.papers.board_report.painting import painted
from psg_desktop.papers.board_report.parts import Matter, Part, Picture, Report, Sentence, Sheet
from psg_desktop.papers.board_report.printing import of_numbers, said
from psg_desktop.papers.board_report.word_looks import NUMBERED, SMALL, unnumbered, with_looks
from psg_desktop.words import board_report as words

_LONGEST_TITLE: Final = 255  # signs of a property of the file, by Word's own limit
# Control signs, halves of surrogate pairs and what is no character, by the XML 1.0 rule.
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EDGE: Final = Cm(2)
_ROOM: Final = Cm(17)
_TALL, _WIDE = Cm(29.7), Cm(21)
_HIGHEST: Final = Cm(20)
_EMU_OF_A_POINT: Final = 12_700


def draw_word_file(report: Report) -> bytes:
    """Draw the report: the same bytes for the same report."""
    paper = _blank(report)
    paper.add_paragraph(_plain(report.title), style="Title")
    _pairs(paper, report.details)
    for section in report.sections:
        paper.add_heading(_plain(section.title), level=1)
        for part in section.parts:
            _part(paper, part)
    _appendix(paper, report)
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _blank(report: Report) -> Paper:
    paper = Document()
    with_looks(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = _WIDE, _TALL
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _EDGE
    if report.marking:
        section.header.paragraphs[0].text = _plain(report.marking)
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _number_pages(section.footer.paragraphs[0])
    properties = paper.core_properties
    properties.title, properties.author = _plain(report.title)[:_LONGEST_TITLE], ""
    properties.comments, properties.language = "", "en-GB"
    properties.created = properties.modified = datetime.combine(report.made_on, time(), UTC)
    return paper


def _number_pages(line: Any) -> None:
    """Write "Page x of y" as fields that Word fills in."""
    before, between = words.PAGE_OF
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for said_before, field in ((before, "PAGE"), (between, "NUMPAGES")):
        line.add_run(said_before)
        made = OxmlElement("w:fldSimple")
        made.set(qn("w:instr"), field)
        shown = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        shown.append(text)
        made.append(shown)
        line._p.append(made)  # noqa: SLF001 python-docx has no word for fields


def _plain(given: str) -> str:
    """Give words without the signs that the file's XML cannot hold."""
    return _UNWRITABLE.sub("", given)


def _pairs(paper: Paper, pairs: Sequence[tuple[str, str]]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for term, told in pairs:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(_plain(term)).bold = True
        cells[1].text = _plain(told)
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 python-docx has no word for it
    if look is not None:
        # The first column heads its rows; there is no header row.
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:firstColumn"), "1")


def _part(paper: Paper, part: Part) -> None:
    if isinstance(part, Sentence):
        paper.add_paragraph(_plain(part.words), style=NUMBERED)
    elif isinstance(part, Matter):
        paper.add_heading(_plain(part.title), level=2)
        _table(paper, part)
    else:
        _picture(paper, part)


def _picture(paper: Paper, part: Picture) -> None:
    paper.add_heading(_plain(part.title), level=2)
    under = paper.add_paragraph(_plain(part.subtitle), style=SMALL)
    under.paragraph_format.keep_with_next = True
    sketch = part.sketch
    scale = min(
        1.0,
        _ROOM / (sketch.width * _EMU_OF_A_POINT),
        _HIGHEST / (sketch.height * _EMU_OF_A_POINT),
    )
    wide = Emu(round(sketch.width * scale * _EMU_OF_A_POINT))
    made = paper.add_picture(BytesIO(painted(sketch)), width=wide)
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    made._inline.docPr.set("descr", _plain(sketch.alt))  # noqa: SLF001 python-docx has no word for it
    paper.add_paragraph(_plain(part.source), style=SMALL)


def _table(paper: Paper, matter: Matter) -> None:
    numbers = of_numbers(matter)
    table = paper.add_table(rows=1, cols=len(matter.headers), style="Table Grid")
    for cell, told in zip(table.rows[0].cells, matter.headers, strict=True):
        cell.paragraphs[0].add_run(_plain(told)).bold = True
    # Repeated on each page, and told as a heading by screen readers.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx has no word for it
    for row in matter.rows:
        table.add_row()
        # Cells of one row only: asking the table for its cells counts all of them each time.
        for cell, one in zip(table.rows[-1].cells, row, strict=True):
            cell.text = _plain(said(one))
    for row_there in table.rows:
        for cell, number in zip(row_there.cells, numbers, strict=True):
            if number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.add_paragraph()


def _appendix(paper: Paper, report: Report) -> None:
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _TALL, _WIDE
    unnumbered(paper.add_heading(words.APPENDIX, level=1))
    paper.add_paragraph(_plain(report.appendix))
    for sheet in report.sheets:
        _sheet(paper, sheet)


def _sheet(paper: Paper, sheet: Sheet) -> None:
    paper.add_heading(_plain(sheet.title), level=2)
    under = paper.add_paragraph(_plain(" ".join(sheet.says)), style=SMALL)
    under.paragraph_format.keep_with_next = sheet.matter is not None
    if sheet.matter is not None:
        _table(paper, sheet.matter)

"""The board report as a Word file to be added to: real headings, numbered by Word, real tables."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from psg_desktop.papers.board_report.painting import painted
from psg_desktop.papers.board_report.parts import Matter, Part, Picture, Report, Sentence, Sheet
from psg_desktop.papers.board_report.word_looks import CELL, LANGUAGE, NUMBERED, SMALL, with_looks
from psg_desktop.papers.board_report.word_parts import Cells, pairs, paragraph, plain, table
from psg_desktop.words import board_report as words

_LONGEST_TITLE: Final = 255  # signs of a property of the file, by Word's own limit
_EDGE: Final = Cm(2)
_ROOM: Final = Cm(17)
_TALL, _WIDE = Cm(29.7), Cm(21)
_HIGHEST: Final = Cm(20)
_EMU_OF_A_POINT: Final = 12_700


def draw_word_file(report: Report) -> bytes:
    """Draw the report: the same bytes for the same report."""
    writer = _Writer(_blank(report))
    writer.words(report.title, "Title")
    writer.pairs(report.details)
    for section in report.sections:
        writer.words(section.title, "Heading 1")
        for part in section.parts:
            writer.part(part)
    writer.lie_across()
    writer.words(words.APPENDIX, "Heading 1", counted=False)
    for said in report.appendix:
        writer.words(said, "Normal")
    for sheet in report.sheets:
        writer.sheet(sheet)
    return writer.written()


def _blank(report: Report) -> Paper:
    paper = Document()
    with_looks(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = _WIDE, _TALL
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _EDGE
    if report.marking:
        section.header.paragraphs[0].text = plain(report.marking)
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _number_pages(section.footer.paragraphs[0])
    properties = paper.core_properties
    properties.title, properties.author = plain(report.title)[:_LONGEST_TITLE], ""
    properties.comments, properties.language = "", LANGUAGE
    properties.created = properties.modified = datetime.combine(report.made_on, time(), UTC)
    return paper


def _number_pages(line: Any) -> None:
    """Write "Page x of y" as fields that Word fills in."""
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for before, field in zip(words.PAGE_OF, ("PAGE", "NUMPAGES"), strict=True):
        line.add_run(before)
        made = OxmlElement("w:fldSimple")
        made.set(qn("w:instr"), field)
        shown, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "1"
        shown.append(text)
        made.append(shown)
        line._p.append(made)  # noqa: SLF001 python-docx has no word for fields


class _Writer:
    """Writes one file from its beginning to its end."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._body: Any = paper.element.body
        self._room: int = _ROOM

    def style(self, name: str) -> str:
        """Give the identifier of a style."""
        return str(self._paper.styles[name].style_id)

    def put(self, element: Any) -> None:
        """Add an element; Word wants a paragraph between two tables and before a section's end."""
        last = self._body.sectPr.getprevious()
        if last is not None and last.tag == element.tag == qn("w:tbl"):
            self._body.sectPr.addprevious(paragraph("", self.style(SMALL)))
        self._body.sectPr.addprevious(element)

    def words(self, said: str, style: str, *, kept: bool = False, counted: bool = True) -> None:
        """Add a paragraph in the style of this name."""
        self.put(paragraph(said, self.style(style), kept=kept, counted=counted))

    def part(self, part: Part) -> None:
        """Add a part of a section."""
        if isinstance(part, Sentence):
            self.words(part.words, NUMBERED)
        elif isinstance(part, Matter):
            self.words(part.title, "Heading 2")
            self._table(part)
        else:
            self._picture(part)

    def sheet(self, sheet: Sheet) -> None:
        """Add a table of the appendix."""
        self.words(sheet.title, "Heading 2")
        self.words(" ".join(sheet.says), SMALL, kept=sheet.matter is not None)
        if sheet.matter is not None:
            self._table(sheet.matter)

    def lie_across(self) -> None:
        """Begin a section whose pages lie across."""
        section = self._paper.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _TALL, _WIDE
        self._room = _TALL - 2 * _EDGE

    def written(self) -> bytes:
        """Give the file."""
        held = BytesIO()
        self._paper.save(held)
        return _timeless(held)

    def pairs(self, given: Sequence[tuple[str, str]]) -> None:
        """Add a table of terms with what is said of each."""
        self.put(pairs(given, self._cells))

    @property
    def _cells(self) -> Cells:
        room = self._room / _EMU_OF_A_POINT
        return Cells(table=self.style("Table Grid"), words=self.style(CELL), room=room)

    def _table(self, matter: Matter) -> None:
        self.put(table(matter, self._cells))
        self.words("", SMALL)

    def _picture(self, part: Picture) -> None:
        self.words(part.title, "Heading 2")
        self.words(part.subtitle, SMALL, kept=True)
        wide, tall = (one * _EMU_OF_A_POINT for one in (part.sketch.width, part.sketch.height))
        scale = min(1.0, _ROOM / wide, _HIGHEST / tall)
        picture = BytesIO(painted(part.sketch))
        made = self._paper.add_picture(picture, width=Emu(round(wide * scale)))
        self._paper.paragraphs[-1].paragraph_format.keep_with_next = True
        # python-docx has no word for what a picture shows.
        made._inline.docPr.set("descr", plain(part.sketch.alt))  # noqa: SLF001
        self.words(part.source, SMALL)


def _timeless(held: BytesIO) -> bytes:
    """Give the file without the moment at which each of its parts was written."""
    made = BytesIO()
    with ZipFile(held) as given, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            written.writestr(part, given.read(name))
    return made.getvalue()

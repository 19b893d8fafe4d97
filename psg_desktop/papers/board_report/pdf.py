"""The board report as a tagged PDF on A4; the tables of its appendix lie across."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.papers.board_report import typeface
from psg_desktop.papers.board_report.looks import EDGE, FOOT, HEAD, INK, QUIET, looks
from psg_desktop.papers.board_report.parts import Matter, Part, Picture, Report, Sentence, Sheet
from psg_desktop.papers.board_report.pdf_figures import Drawn
from psg_desktop.papers.board_report.pdf_tables import pairs, prose, ruled
from psg_desktop.papers.board_report.typeface import BOLD, REGULAR
from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.lists import Item, listed
from psg_desktop.tagging.numbering import NumberedCanvas
from psg_desktop.tagging.structure import Artefact
from psg_desktop.words import board_report as words

_PROGRAM: Final = "PSG Desktop"
_TALL, _WIDE = "tall", "wide"
_ROOM: Final[float] = A4[0] - 2 * EDGE
_WIDE_ROOM: Final[float] = A4[1] - 2 * EDGE
_HIGHEST: Final[float] = A4[1] - HEAD - FOOT - 90
_SHORT: Final = 7  # rows; a longer table may go on over the next page
_START: Final[float] = 110.0  # a heading with less room below it goes to the next page


def draw_pdf(report: Report) -> bytes:
    """Draw the report: the same bytes for the same report."""
    typeface.width("", 1)  # registers the faces
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        pageTemplates=[_template(_TALL, A4), _template(_WIDE, landscape(A4))],
        title=typeface.drawable(report.title),
        author=typeface.drawable(report.publisher),
        creator=_PROGRAM,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    document.build(list(_story(report)), canvasmaker=_canvas_maker(report))
    return target.getvalue()


def _template(name: str, size: tuple[float, float]) -> PageTemplate:
    frame = Frame(
        EDGE, FOOT, size[0] - 2 * EDGE, size[1] - HEAD - FOOT, leftPadding=0, rightPadding=0,
        topPadding=0, bottomPadding=0,
    )  # fmt: skip
    return PageTemplate(id=name, frames=[frame], pagesize=size)


class _Heading(Prose):
    """A heading that is also a bookmark."""

    key: str = ""
    depth: int = 0

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        pieces: list[Any] = super().split(availWidth, availHeight)
        if pieces and pieces[0] is not self:
            pieces[0].key, pieces[0].depth = self.key, self.depth
        return pieces

    @override
    def draw(self) -> None:
        canvas = self.canv
        if self.key and isinstance(canvas, NumberedCanvas):
            canvas.mark_place(self.key)
            canvas.addOutlineEntry(self.getPlainText(), self.key, self.depth, closed=0)
        super().draw()


def _heading(said: str, look: str, key: str, depth: int = 0) -> _Heading:
    made = _Heading(escape(typeface.drawable(said)), looks()[look])
    made.key, made.depth = key, depth
    return made


def _story(report: Report) -> Iterator[Flowable]:
    yield prose(report.title, "title")
    yield pairs(report.details, _ROOM)
    for number, section in enumerate(report.sections, 1):
        heading = _heading(f"{number} {section.title}", "section", f"section-{number}")
        first, *rest = _blocks(number, section.parts)
        yield from _kept([heading, *first])
        for block in rest:
            yield from _kept(block)
    yield NextPageTemplate(_WIDE)
    yield PageBreak()
    yield _heading(words.APPENDIX, "section", "appendix")
    for said in report.appendix:
        yield prose(said, "plain")
    for place, sheet in enumerate(report.sheets):
        yield from _sheet(sheet, f"sheet-{place}")


def _kept(block: Sequence[Flowable]) -> Iterator[Flowable]:
    """Keep what belongs together on one page; where it has a break of its own, as that says."""
    breaks = [one for one in block if isinstance(one, CondPageBreak)]
    others = [one for one in block if not isinstance(one, CondPageBreak)]
    yield from breaks
    if breaks or len(others) == 1:
        yield from others
    else:
        yield KeepTogether(others)


def _blocks(section: int, parts: tuple[Part, ...]) -> Iterator[Sequence[Flowable]]:
    """Give the parts of a section; sentences that follow one another are one list."""
    done = 0
    for are_words, run in groupby(parts, lambda one: isinstance(one, Sentence)):
        if not are_words:
            yield from map(_drawn, run)
            continue
        said = [part.words for part in run if isinstance(part, Sentence)]
        items = [Item(escape(typeface.drawable(one)), looks()["numbered"]) for one in said]
        labels = [f"{section}.{place}" for place in range(done + 1, done + len(items) + 1)]
        done += len(items)
        yield from ([item] for item in listed(list(zip(labels, items, strict=True))))


def _drawn(part: Part) -> Sequence[Flowable]:
    if isinstance(part, Picture):
        return [
            prose(part.title, "caption"),
            prose(part.subtitle, "small"),
            Drawn(part.sketch, (_ROOM, _HIGHEST)),
            prose(part.source, "small"),
        ]
    if isinstance(part, Matter):
        made = [prose(part.title, "caption"), ruled(part, _ROOM)]
        return [CondPageBreak(_START), *made] if len(part.rows) > _SHORT else made
    return []


def _sheet(sheet: Sheet, key: str) -> Iterator[Flowable]:
    yield CondPageBreak(_START if sheet.matter else _START / 2)
    yield _heading(sheet.title, "caption", key, 1)
    yield prose(" ".join(sheet.says), "small")
    if sheet.matter is not None:
        yield ruled(sheet.matter, _WIDE_ROOM)


def _canvas_maker(report: Report) -> Any:
    title = typeface.drawable(report.title)
    marking = typeface.drawable(report.marking)

    def finish(canvas: NumberedCanvas, number: int, total: int) -> None:
        # ReportLab keeps the size of the page by itself.
        wide, tall = canvas._pagesize  # noqa: SLF001
        canvas.saveState()
        if marking:
            with canvas.artefact(Artefact.HEADER):
                canvas.setFont(BOLD, 10)
                canvas.setFillColor(INK)
                canvas.drawCentredString(wide / 2, tall - HEAD / 2, marking)
        with canvas.artefact(Artefact.FOOTER):
            canvas.setFont(REGULAR, 9)
            canvas.setFillColor(QUIET)
            page = words.page_of(number, total)
            room = wide - 2 * EDGE - typeface.width(page, 9) - 20
            canvas.drawString(EDGE, FOOT / 2, typeface.fitted(title, 9, room))
            canvas.drawRightString(wide - EDGE, FOOT / 2, page)
        canvas.restoreState()

    def made(target: BytesIO, **settings: Any) -> NumberedCanvas:
        canvas = NumberedCanvas(target, finish, **settings)
        canvas.showOutline()
        return canvas

    return made

"""A copy of what is held on a person, on A4: a first page, then entry by entry.

What is masked is not under a black bar: the words are not in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer

from psg_desktop.paths import resource
from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.flowables import Prose, Style
from psg_desktop.tagging.structure import Artefact

_REGULAR, _BOLD = "Copy-Regular", "Copy-SemiBold"
_FACES = {
    _REGULAR: "fonts/IBMPlexSans-Regular.ttf",
    _BOLD: "fonts/IBMPlexSans-SemiBold.ttf",
}
_EDGE = 20 * mm
_FOOT = 10 * mm
# A paragraph longer than a page is cut into several, so that no page has to hold it whole.
_LONGEST = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """One entry: what it is, and its parts as labels with texts."""

    kind: str
    title: str
    unsure: bool
    parts: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPaper:
    """Everything a copy says.

    Attributes:
        facts: Pairs such as ("Request", "IR-2026-004").
        told: What is said before the entries, one paragraph each.
        final: Whether it may be given out.
    """

    partnership: str
    title: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    told: tuple[str, ...]
    entries: tuple[CopyEntry, ...]
    final: bool


def draw_copy(paper: CopyPaper) -> bytes:
    """Draw a copy as PDF, the same for the same words."""
    for name, file in _FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource(file))))
    plain = Style("plain", fontName=_REGULAR, fontSize=9.5, leading=13.5)
    strong = Style("strong", parent=plain, fontName=_BOLD, spaceBefore=4 * mm, rank=1)
    title = Style("title", parent=plain, fontName=_BOLD, fontSize=17, leading=22, rank=0)
    buffer = BytesIO()
    drawn = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=_EDGE, rightMargin=_EDGE, topMargin=_EDGE,
        bottomMargin=_EDGE, title=paper.title or "Copy of what is held", author=paper.partnership,
        initialFontName=_REGULAR, invariant=1,
    )  # fmt: skip
    story: list[Flowable] = [
        Prose(escape(paper.title), title),
        Prose(escape(paper.partnership), plain),
        Spacer(1, 6 * mm),
    ]
    for term, words in paper.facts:
        story += _paragraphs(term, words, plain)
    for words in paper.told:
        story += [Spacer(1, 3 * mm), Prose(escape(words), plain)]
    if paper.entries:
        story.append(PageBreak())
    for entry in paper.entries:
        story += _entry(entry, strong, plain)

    def foot(canvas: Any, _document: object) -> None:
        canvas.setFont(_REGULAR, 8)
        with canvas.artefact(Artefact.FOOTER):
            review = "" if paper.final else "For review, not to be given out"
            canvas.drawString(_EDGE, _FOOT, review)
            canvas.drawRightString(A4[0] - _EDGE, _FOOT, f"Page {canvas.getPageNumber()}")

    drawn.build(story, onFirstPage=foot, onLaterPages=foot, canvasmaker=TaggedCanvas)
    return buffer.getvalue()


def _entry(entry: CopyEntry, strong: Style, plain: Style) -> Iterator[Flowable]:
    heading = ", ".join(filter(None, (entry.kind, entry.title)))
    if entry.unsure:
        heading = f"{heading} (may be about somebody else)"
    yield Prose(escape(heading), strong)
    for label, text in entry.parts:
        yield from _paragraphs(label, text, plain)


def _paragraphs(label: str, text: str, style: Style) -> Iterator[Flowable]:
    first = f'<font name="{_BOLD}">{escape(label)}:</font> '
    pieces = [text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST)]
    made: list[Prose] = []
    for number, piece in enumerate(pieces or [""]):
        lines = escape(piece).replace("\n", "<br/>")
        made.append(Prose(lines if number else f"{first}{lines}", style))
        made[-1].continue_from(made[0])
    yield from made

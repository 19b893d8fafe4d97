"""The certificate of a disposal on A4: which classes, how many, why, when and by whom; no name."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer

from psg_desktop.paths import resource
from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.flowables import Prose, Style
from psg_desktop.tagging.tables import Grid, Heads, TaggedTable, Tags

_REGULAR, _BOLD = "Certificate-Regular", "Certificate-SemiBold"
_FACES = {
    _REGULAR: "fonts/IBMPlexSans-Regular.ttf",
    _BOLD: "fonts/IBMPlexSans-SemiBold.ttf",
}
_EDGE = 20 * mm
_TERM, _WORDS = 55 * mm, 115 * mm
# A longer text runs on over several rows, because no row may be taller than a page.
_LONGEST = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePaper:
    """What a certificate says.

    Attributes:
        facts: Pairs such as ("Certificate", "D-2026-003").
        removed: Classes of record with how many of each went.
        closing: What is said below: what else went, and where copies may still be.
    """

    partnership: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    removed: tuple[tuple[str, int], ...]
    closing: tuple[str, ...]


def certificate(paper: CertificatePaper) -> bytes:
    """Draw the certificate as PDF, the same for the same facts."""
    for name, file in _FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource(file))))
    plain = Style("plain", fontName=_REGULAR, fontSize=10, leading=14)
    strong = Style("strong", parent=plain, fontName=_BOLD)
    heading = Style("heading", parent=strong, rank=1)
    title = Style("title", parent=strong, fontSize=17, leading=22, rank=0)
    buffer = BytesIO()
    drawn = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=_EDGE, rightMargin=_EDGE, topMargin=_EDGE,
        bottomMargin=_EDGE, title="Certificate of disposal", author=paper.partnership,
        initialFontName=_REGULAR, invariant=1,
    )  # fmt: skip
    counts = tuple((kind, f"{count:,}") for kind, count in paper.removed)
    story: list[Flowable] = [
        Prose("Certificate of disposal", title),
        Prose(escape(paper.partnership), plain),
        Spacer(1, 6 * mm),
        _pairs(paper.facts, strong, plain),
        Spacer(1, 8 * mm),
        Prose("What was removed", heading),
        Spacer(1, 2 * mm),
        _pairs(counts, plain, plain),
        Spacer(1, 8 * mm),
    ]
    for words in paper.closing:
        story += [Prose(escape(words), plain), Spacer(1, 3 * mm)]
    drawn.build(story, canvasmaker=TaggedCanvas)
    return buffer.getvalue()


def _pairs(pairs: tuple[tuple[str, str], ...], term: Style, words: Style) -> TaggedTable:
    pieces = [
        (one, at, other[at : at + _LONGEST])
        for one, other in pairs
        for at in range(0, max(len(other), 1), _LONGEST)
    ]
    rows = [
        [Prose(escape("" if at else one), term), Prose(escape(piece), words)]
        for one, at, piece in pieces
    ]
    continuing = frozenset(place for place, (_, at, _) in enumerate(pieces) if at)
    table = TaggedTable(
        rows,
        renderCB=Tags(Grid(Heads(columns=frozenset({0})), continuing)),
        colWidths=[_TERM, _WORDS],
        hAlign="LEFT",
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            # Cells set a font of their own too, and ReportLab's is not embedded.
            ("FONTNAME", (0, 0), (-1, -1), _REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#b0b0b0"),
        ]
    )
    return table

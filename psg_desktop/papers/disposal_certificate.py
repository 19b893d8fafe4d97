"""The certificate of a disposal on A4: which classes, how many, why, when and by whom; no name."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from psg_desktop.paths import resource

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
    plain = ParagraphStyle("plain", fontName=_REGULAR, fontSize=10, leading=14)
    strong = ParagraphStyle("strong", parent=plain, fontName=_BOLD)
    title = ParagraphStyle("title", parent=strong, fontSize=17, leading=22)
    buffer = BytesIO()
    drawn = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=_EDGE, rightMargin=_EDGE, topMargin=_EDGE,
        bottomMargin=_EDGE, title="Certificate of disposal", author=paper.partnership,
        lang="en-GB", invariant=1,
    )  # fmt: skip
    counts = tuple((kind, f"{count:,}") for kind, count in paper.removed)
    story: list[Flowable] = [
        Paragraph("Certificate of disposal", title),
        Paragraph(escape(paper.partnership), plain),
        Spacer(1, 6 * mm),
        _pairs(paper.facts, strong, plain),
        Spacer(1, 8 * mm),
        Paragraph("What was removed", strong),
        Spacer(1, 2 * mm),
        _pairs(counts, plain, plain),
        Spacer(1, 8 * mm),
    ]
    for words in paper.closing:
        story += [Paragraph(escape(words), plain), Spacer(1, 3 * mm)]
    drawn.build(story)
    return buffer.getvalue()


def _pairs(
    pairs: tuple[tuple[str, str], ...], term: ParagraphStyle, words: ParagraphStyle
) -> Table:
    rows = [
        [
            Paragraph(escape("" if at else one), term),
            Paragraph(escape(other[at : at + _LONGEST]), words),
        ]
        for one, other in pairs
        for at in range(0, max(len(other), 1), _LONGEST)
    ]
    table = Table(rows, colWidths=[_TERM, _WORDS], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#b0b0b0"),
            ]
        )
    )
    return table

"""The bundled typeface: registered once for printing, and asked which characters it can draw."""

from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from psg_desktop.paths import resource

REGULAR: Final = "PSG-Regular"
SEMIBOLD: Final = "PSG-SemiBold"
BOLD: Final = "PSG-Bold"

_FILES: Final = {
    REGULAR: "fonts/IBMPlexSans-Regular.ttf",
    SEMIBOLD: "fonts/IBMPlexSans-SemiBold.ttf",
    BOLD: "fonts/IBMPlexSans-Bold.ttf",
}


@cache
def drawable() -> frozenset[int]:
    """Register the fonts on first use and give the code points that every one of them can draw."""
    coverage: list[frozenset[int]] = []
    for name, file in _FILES.items():
        font = TTFont(name, str(resource(file)))
        pdfmetrics.registerFont(font)
        # Without a mapping ReportLab looks for a bold and an italic of each face by itself.
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
        coverage.append(frozenset(font.face.charToGlyph))
    return frozenset.intersection(*coverage)


def width(text: str, font: str, size: float) -> float:
    """Measure one line of printable text in points; `size` is in points."""
    drawable()
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, font: str, size: float, room: float) -> str:
    """Shorten one line of printable text to `room` points; "…" says that words are left out."""
    if width(text, font, size) <= room:
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"

"""The faces of the report: registered once, measured, and asked which signs they can draw."""

import re
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from psg_desktop.domain import text
from psg_desktop.paths import resource

REGULAR: Final = "Report-Regular"
BOLD: Final = "Report-SemiBold"
FILES: Final = {
    REGULAR: "fonts/IBMPlexSans-Regular.ttf",
    BOLD: "fonts/IBMPlexSans-SemiBold.ttf",
}
_MORE: Final = "…"
_SPACES: Final = re.compile(r"[^\S\n]+")


@cache
def _drawable() -> frozenset[int]:
    found = []
    for name, file in FILES.items():
        font = TTFont(name, str(resource(file)))
        pdfmetrics.registerFont(font)
        # Without a mapping ReportLab looks for a bold and an italic of each face by itself.
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
        found.append(frozenset(font.face.charToGlyph))
    return frozenset.intersection(*found)


def drawable(words: str) -> str:
    """Give one line as the page can show it; a sign that no face has is named by its number."""
    known = _drawable()
    return "".join(
        one if ord(one) in known else f"[U+{ord(one):04X}]"
        for one in _SPACES.sub(" ", text.line(words))
    )


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Measure one line in points."""
    _drawable()
    return float(pdfmetrics.stringWidth(words, BOLD if bold else REGULAR, size))


def fitted(words: str, size: float, room: float) -> str:
    """Shorten one line to so many points; "…" says that words are left out."""
    if width(words, size) <= room:
        return words
    kept = words
    while kept and width(kept.rstrip() + _MORE, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + _MORE


def folded(words: str, size: float, room: float) -> tuple[str, ...]:
    """Break words over as many lines as they need; a word too long for a line is shortened."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(fitted(word, size, room))
    return tuple(lines)

"""Measures, colours and type of the printed pack: one place, in points unless said otherwise.

The figures follow the house's page design: A4, 25 mm binding edge, 11/15 text in a closed pack,
10/13 tables, dark-to-light marks that still rank after a photocopier.
"""

from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from psg_desktop.documents.pdf.fonts import BOLD, REGULAR, SEMIBOLD
from psg_desktop.tagging.flowables import Style

PAGE_WIDTH: Final[float] = A4[0]
PAGE_HEIGHT: Final[float] = A4[1]
LEFT: Final[float] = 25 * mm
RIGHT: Final[float] = 18 * mm
TOP: Final[float] = 22 * mm
BOTTOM: Final[float] = 20 * mm
TEXT_WIDTH: Final[float] = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT: Final[float] = PAGE_HEIGHT - TOP - BOTTOM
MEASURE: Final[float] = 150 * mm
THIN: Final[float] = 0.25
RULE: Final[float] = 0.75

INK: Final[Color] = black
PAPER: Final[Color] = white
QUIET: Final[Color] = HexColor("#4A4A4A")
HAIR: Final[Color] = HexColor("#8A8A8A")
ACCENT: Final[Color] = HexColor("#12436D")
RED: Final[Color] = HexColor("#942514")
AMBER: Final[Color] = HexColor("#F47738")
GREEN: Final[Color] = HexColor("#CCE2D8")


def _type(name: str, font: str, size: float, leading: float) -> Style:
    return Style(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=INK,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def _spaced(style: Style, before: float, after: float) -> Style:
    style.spaceBefore, style.spaceAfter = before, after
    return style


def _heading(rank: int, size: float, leading: float, after: float) -> Style:
    made = _spaced(_type(f"h{rank}", SEMIBOLD, size, leading), 2 * after, after)
    made.rank = rank
    return made


def _titling(style: Style) -> Style:
    """Take these words for the title of the whole document."""
    style.rank = 0
    return style


def _indented(style: Style, left: float) -> Style:
    style.leftIndent = left
    return style


def _capped(style: Style) -> Style:
    """Keep running text to the measure; tables use the whole width."""
    style.rightIndent = TEXT_WIDTH - MEASURE
    return style


@cache
def styles() -> dict[str, Style]:
    """Give every paragraph style by name; sizes and leadings in points."""
    made = (
        _capped(_spaced(_type("body", REGULAR, 11, 15), 0, 6)),
        _type("cell", REGULAR, 10, 13),
        _type("strong cell", SEMIBOLD, 10, 13),
        _type("link cell", SEMIBOLD, 10, 13),
        _indented(_type("marked cell", REGULAR, 10, 13), 6 * mm),
        _type("header cell", BOLD, 10, 13),
        _type("label", SEMIBOLD, 9, 13),
        _heading(1, 20, 24, 7),
        _heading(2, 15, 19, 5),
        _heading(3, 12, 16, 4),
        _capped(_spaced(_type("lead", REGULAR, 12, 16), 0, 8)),
        _spaced(_type("small", REGULAR, 9, 12), 3, 3),
        _type("tile figure", SEMIBOLD, 22, 26),
        _type("tile label", REGULAR, 10, 13),
        _titling(_spaced(_type("cover title", SEMIBOLD, 28, 32), 0, 10)),
        _spaced(_type("cover partnership", SEMIBOLD, 13, 17), 0, 6),
        _spaced(_type("cover line", REGULAR, 14, 20), 0, 2),
        _spaced(_type("cover marking", BOLD, 18, 23), 0, 2),
        _spaced(_type("box", REGULAR, 12, 17), 0, 7),
        _capped(_spaced(_type("statement", REGULAR, 12, 17), 0, 7)),
    )
    for style in made:
        if style.name in ("label", "tile label"):
            style.textColor = QUIET
        if style.name == "link cell":
            style.textColor = ACCENT
    return {style.name: style for style in made}

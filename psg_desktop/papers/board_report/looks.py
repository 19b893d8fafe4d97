"""Measures and type of the printed report, in points: body text of 12 on 16, tables of 10 on 13."""

from functools import cache
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.units import mm

from psg_desktop.papers.board_report.typeface import BOLD, REGULAR
from psg_desktop.tagging.flowables import Style

EDGE: Final[float] = 20 * mm
HEAD: Final[float] = 20 * mm
FOOT: Final[float] = 20 * mm
INDENT: Final[float] = 34.0
INK: Final = HexColor("#0B0C0C")
QUIET: Final = HexColor("#4A4A4A")
HAIR: Final = HexColor("#8A8A8A")


@cache
def looks() -> dict[str, Style]:
    """Give every style by its name."""
    plain = Style(
        "plain", fontName=REGULAR, fontSize=12, leading=16, textColor=INK, allowWidows=0,
        allowOrphans=0, splitLongWords=1, spaceAfter=6,
    )  # fmt: skip
    cell = Style("cell", parent=plain, fontSize=10, leading=13, spaceAfter=0)
    made = (
        plain,
        Style("numbered", parent=plain, leftIndent=INDENT),
        Style("title", parent=plain, fontName=BOLD, fontSize=20, leading=25, spaceAfter=10, rank=0),
        Style("section", parent=plain, fontName=BOLD, fontSize=16, leading=20, spaceBefore=14,
              spaceAfter=6, rank=1),
        Style("caption", parent=plain, fontName=BOLD, leading=16, spaceBefore=8, spaceAfter=3,
              rank=2),
        Style("small", parent=plain, fontSize=10, leading=13, textColor=QUIET, spaceAfter=5),
        cell,
        Style("head", parent=cell, fontName=BOLD),
        Style("number", parent=cell, alignment=TA_RIGHT),
        Style("number head", parent=cell, fontName=BOLD, alignment=TA_RIGHT),
    )  # fmt: skip
    return {style.name: style for style in made}

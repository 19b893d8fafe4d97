"""Marks that keep their meaning on a grey photocopy: a shape, a letter inside it, and the word.

The typeface has no squares and triangles, so the shapes are drawn. Dark to light is bad to good.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.style import AMBER, GREEN, INK, PAPER, RED, RULE
from psg_desktop.documents.pdf.typeset import paragraph_of
from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.flowables import Prose

SIZE: Final[float] = 4.5 * mm


class Shape(Enum):
    """The outline of a mark."""

    SQUARE = "square"
    TRIANGLE = "triangle"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its outline, filling, and the letter inside."""

    shape: Shape
    fill: Color
    letter: str
    letter_colour: Color


OVERDUE: Final = Mark(Shape.SQUARE, RED, "!", PAPER)
NO_DATE: Final = Mark(Shape.CIRCLE, PAPER, "–", INK)
_HIGH: Final = Mark(Shape.SQUARE, RED, "H", PAPER)
_MEDIUM: Final = Mark(Shape.TRIANGLE, AMBER, "M", INK)
_STANDARD: Final = Mark(Shape.CIRCLE, GREEN, "S", INK)
_OTHER: Final = Mark(Shape.CIRCLE, PAPER, "–", INK)
_BY_WORD: Final = (
    ("high", _HIGH),
    ("medium", _MEDIUM),
    ("standard", _STANDARD),
    ("low", Mark(Shape.CIRCLE, GREEN, "L", INK)),
)


def risk_mark(words: str) -> Mark:
    """Choose the mark of a risk level from its words; an unknown level has a hollow circle."""
    folded = words.casefold()
    return next((mark for word, mark in _BY_WORD if word in folded), _OTHER)


def draw_mark(canvas: TaggedCanvas, mark: Mark, x: float, y: float) -> None:
    """Draw a mark of 4.5 mm whose lower left corner is at (x, y) in points."""
    canvas.saveState()
    canvas.setFillColor(mark.fill)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(RULE)
    if mark.shape is Shape.SQUARE:
        canvas.rect(x, y, SIZE, SIZE, stroke=1, fill=1)
    elif mark.shape is Shape.CIRCLE:
        canvas.circle(x + SIZE / 2, y + SIZE / 2, SIZE / 2, stroke=1, fill=1)
    else:
        outline = canvas.beginPath()
        outline.moveTo(x - 1, y - 0.4)
        outline.lineTo(x + SIZE + 1, y - 0.4)
        outline.lineTo(x + SIZE / 2, y + SIZE + 0.9)
        outline.close()
        canvas.drawPath(outline, stroke=1, fill=1)
    small = mark.shape is Shape.TRIANGLE
    canvas.setFillColor(mark.letter_colour)
    canvas.setFont(fonts.BOLD, 6.5 if small else 8.5)
    canvas.drawCentredString(x + SIZE / 2, y + (1.4 if small else 3.3), mark.letter)
    canvas.restoreState()


class Marked(Prose):
    """Words with a mark before their first line; the words alone carry the full meaning."""

    mark: Mark | None = None

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        pieces: list[Any] = super().split(availWidth, availHeight)
        if pieces and pieces[0] is not self:
            first: Marked = pieces[0]
            first.mark = self.mark
        return pieces

    @override
    def draw(self) -> None:
        if self.mark is not None:
            with self.canv.artefact():
                draw_mark(self.canv, self.mark, 0, self.height - SIZE)
        super().draw()


def marked(words: str, mark: Mark) -> Marked:
    """Put a mark before words, for a table cell."""
    made = paragraph_of(Marked, words, "marked cell")
    made.mark = mark
    return made

"""Small pieces that sections are put together from."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Spacer
from reportlab.platypus.flowables import Flowable, HRFlowable
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.grid import Ruled
from psg_desktop.documents.pdf.headings import Heading, heading
from psg_desktop.documents.pdf.printable import paragraphs
from psg_desktop.documents.pdf.style import (
    INK,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THIN,
)
from psg_desktop.documents.pdf.typeset import running
from psg_desktop.tagging.flowables import Drawing, Prose
from psg_desktop.tagging.structure import Element, Role

_ROUNDING: Final = 0.1
_LINE: Final = 15  # leading of the body text


def new_page() -> Flowable:
    """Start a page, unless nothing is on this one yet."""
    return CondPageBreak(TEXT_HEIGHT - _ROUNDING)


def words(text: str, style: str = "body") -> list[Prose]:
    """Lay out approved words, parted into paragraphs at blank lines."""
    return [piece for part in paragraphs(text) for piece in running(part, style)]


def titled(title: str, content: Sequence[Flowable]) -> list[Flowable]:
    """Put a small heading before content and keep it from standing alone at the foot of a page."""
    return under(heading(title, 3), content)


def under(title: Heading, content: Sequence[Flowable]) -> list[Flowable]:
    """Start a page unless the heading and the first lines of its content fit on this one.

    ReportLab's own keep-with-next would take a whole table along to the next page.
    """
    first = content[0]
    least = first.least_height() if isinstance(first, Ruled) else 2 * _LINE
    room = title.getSpaceBefore() + title.style.leading + title.getSpaceAfter() + least
    return [CondPageBreak(room + 2), title, *content]


def rule() -> Flowable:
    """Draw the line under a page's title."""
    return HRFlowable(
        width="100%", thickness=RULE, color=INK, lineCap="butt", spaceBefore=0, spaceAfter=5
    )


class ToFoot(Flowable):
    """Empty room that pushes what follows to the foot of the page, if it still fits there."""

    def __init__(self, followers: Sequence[Flowable]) -> None:
        super().__init__()
        self._followers = followers

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        need = 0.0
        for follower in self._followers:
            need += follower.wrap(availWidth, availHeight)[1]
            need += follower.getSpaceBefore() + follower.getSpaceAfter()
        self.width, self.height = availWidth, max(0.0, availHeight - need - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Leave the room empty."""


class Blank(Drawing):
    """A labelled line to be filled in by hand."""

    def __init__(self, labels: Sequence[str], height: float = 12 * mm) -> None:
        super().__init__()
        self._labels = labels
        self.width, self.height = TEXT_WIDTH, height

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        canvas = self.canv
        room = self.width / len(self._labels)
        canvas.setFont(fonts.REGULAR, 11)
        canvas.setFillColor(INK)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(THIN * 2)
        for place, label in enumerate(self._labels):
            start = place * room
            with canvas.tagged(Element(role=Role.PARAGRAPH)):
                canvas.drawString(start, 3, label)
            after = start + fonts.width(label, fonts.REGULAR, 11) + 5
            canvas.line(after, 1, start + room - 10, 1)


def gap(height_mm: float) -> Flowable:
    """Leave white space of so many millimetres."""
    return Spacer(1, height_mm * mm)

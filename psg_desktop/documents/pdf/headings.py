"""Headings, contents lines and page references: what a reader finds the way by.

Headings are a class of their own so that a later tagging layer finds them without guessing.
"""

from typing import Any, Final

from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.numbering import NumberedCanvas
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import HAIR, INK, QUIET, THIN
from psg_desktop.documents.pdf.typeset import paragraph, paragraph_of

_OUTLINE_LIMIT: Final = 120


class Heading(Paragraph):
    """A heading of level 1 to 3; with a key it is also a bookmark and a link's destination.

    ReportLab makes the pieces of a split paragraph itself, so the constructor stays its own and
    `heading` fills in the rest.
    """

    level: int = 1
    key: str = ""
    depth: int | None = None
    outline: str = ""

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        pieces: list[Any] = super().split(availWidth, availHeight)
        if pieces and pieces[0] is not self:
            first: Heading = pieces[0]
            first.level, first.key = self.level, self.key
            first.depth, first.outline = self.depth, self.outline
        return pieces

    @override
    def draw(self) -> None:
        canvas = self.canv
        if self.key and isinstance(canvas, NumberedCanvas):
            canvas.mark_place(self.key)
            if self.depth is not None:
                canvas.addOutlineEntry(self.outline, self.key, self.depth, closed=0)
            if self.level == 1:
                canvas.running = self.outline
        super().draw()


def heading(text: str, level: int, *, key: str = "", depth: int | None = None) -> Heading:
    """Make a heading of level 1 to 3; `depth` (from 0) puts it into the bookmarks."""
    made = paragraph_of(Heading, one_line(text), f"h{level}")
    made.level, made.key, made.depth = level, key, depth
    made.outline = one_line(text)[:_OUTLINE_LIMIT] or "Untitled"
    return made


class Anchor(Flowable):
    """A bookmark and destination without words, for a section whose pages have their own."""

    def __init__(self, key: str, outline: str, depth: int) -> None:
        super().__init__()
        self._key, self._outline, self._depth = key, outline, depth
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        if isinstance(self.canv, NumberedCanvas):
            self.canv.mark_place(self._key)
            self.canv.addOutlineEntry(self._outline, self._key, self._depth, closed=0)


class ContentsLine(Flowable):
    """One line of the contents: name, a quiet detail, and the page number, all one link."""

    def __init__(self, key: str, text: str, detail: str = "", *, section: bool = False) -> None:
        super().__init__()
        self._key = key
        self._text = one_line(text)
        self._detail = one_line(detail)
        self._section = section
        self.height: float = 21 if section else 16
        self.spaceBefore = 0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        return availWidth, self.height

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        canvas, baseline = self.canv, 5.0
        font = fonts.SEMIBOLD if self._section else fonts.REGULAR
        left = 0.0 if self._section else 12.0
        right = self.width - 32
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(THIN)
        canvas.line(left, 0, self.width, 0)
        canvas.setFillColor(INK)
        canvas.setFont(font, 11)
        name_room = right - left if not self._detail else (right - left) / 2.4
        name = fonts.fitted(self._text, font, 11, name_room)
        canvas.drawString(left, baseline, name)
        if self._detail:
            start = max(left + 62.0, left + fonts.width(name, font, 11) + 12)
            canvas.setFont(fonts.REGULAR, 10)
            canvas.setFillColor(QUIET)
            detail = fonts.fitted(self._detail, fonts.REGULAR, 10, right - start)
            canvas.drawString(start, baseline, detail)
        if isinstance(canvas, NumberedCanvas):
            canvas.linkRect("", self._key, (0, 0, self.width, self.height), relative=1, thickness=0)
            canvas.saveState()
            canvas.translate(0, baseline)
            canvas.number_later(self._key, self.width, font, 11)
            canvas.restoreState()


class Reference(Paragraph):
    """A case reference inside a table that leads to the page of its case."""

    key: str = ""

    @override
    def draw(self) -> None:
        super().draw()
        if self.key and isinstance(self.canv, NumberedCanvas):
            box = (0, 0, self.width, self.height)
            self.canv.linkRect("", self.key, box, relative=1, thickness=0)


def reference(text: str, key: str) -> Paragraph:
    """Make a table cell that links to `key`, or plain words where there is no such page."""
    if not key:
        return paragraph(text, "cell")
    made = paragraph_of(Reference, text, "link cell")
    made.key = key
    return made

"""Headings, contents lines and page references: what a reader finds the way by.

The line of the contents and the reference in a table are links, and tagged as such.
"""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.places import Place
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import HAIR, INK, QUIET, THIN
from psg_desktop.documents.pdf.typeset import paragraph, paragraph_of
from psg_desktop.tagging.flowables import Drawing, Prose
from psg_desktop.tagging.numbering import NumberedCanvas
from psg_desktop.tagging.structure import Element, Role

_OUTLINE_LIMIT: Final = 120
_BASELINE: Final[float] = 5


class Heading(Prose):
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
    made.outline = _named(text)
    return made


class Anchor(Drawing):
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


class _ContentsLine(Drawing):
    """One line of the contents: name, a quiet detail, and the page number, all one link."""

    def __init__(self, place: Place, contents: Element) -> None:
        super().__init__()
        self._key, self._section = place.key, place.section
        self._text = one_line(place.text)
        self._detail = one_line(place.detail)
        item = Element(role=Role.CONTENTS_ITEM, parent=contents)
        way = Element(role=Role.REFERENCE, parent=item)
        self._link = Element(role=Role.LINK, parent=way)
        self.height: float = 21 if self._section else 16
        self.spaceBefore = 0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        return availWidth, self.height

    def draw(self) -> None:
        """Draw on the canvas, from the lower left corner."""
        canvas = self.canv
        left = 0.0 if self._section else 12.0
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(THIN)
        canvas.line(left, 0, self.width, 0)
        with canvas.tagged(self._link):
            self._draw_words(left)
            if isinstance(canvas, NumberedCanvas):
                self._draw_way(canvas)

    @property
    def _font(self) -> str:
        return fonts.SEMIBOLD if self._section else fonts.REGULAR

    def _draw_words(self, left: float) -> None:
        canvas, font, right = self.canv, self._font, self.width - 32
        canvas.setFillColor(INK)
        canvas.setFont(font, 11)
        name_room = right - left if not self._detail else (right - left) / 2.4
        name = fonts.fitted(self._text, font, 11, name_room)
        # The space is heard between the name and what follows it.
        canvas.drawString(left, _BASELINE, f"{name} ")
        if self._detail:
            start = max(left + 62.0, left + fonts.width(name, font, 11) + 12)
            canvas.setFont(fonts.REGULAR, 10)
            canvas.setFillColor(QUIET)
            detail = fonts.fitted(self._detail, fonts.REGULAR, 10, right - start)
            canvas.drawString(start, _BASELINE, detail)

    def _draw_way(self, canvas: NumberedCanvas) -> None:
        canvas.link_to(self._key, (0, 0, self.width, self.height), _named(self._text))
        canvas.saveState()
        canvas.translate(0, _BASELINE)
        canvas.number_later(self._key, self.width, self._font, 11)
        canvas.restoreState()


def contents_lines(places: Sequence[Place]) -> list[Flowable]:
    """Make the lines of the contents."""
    contents = Element(role=Role.CONTENTS)
    return [_ContentsLine(place, contents) for place in places]


class Reference(Prose):
    """A case reference inside a table that leads to the page of its case."""

    key: str = ""
    place: str = ""

    @override
    def draw(self) -> None:
        with self.canv.tagged(Element(role=Role.LINK)):
            super().draw()
            if self.key and isinstance(self.canv, NumberedCanvas):
                self.canv.link_to(self.key, (0, 0, self.width, self.height), self.place)


def reference(text: str, key: str) -> Prose:
    """Make a table cell that links to `key`, or plain words where there is no such page."""
    if not key:
        return paragraph(text, "cell")
    made = paragraph_of(Reference, text, "link cell")
    made.key, made.place = key, _named(text)
    return made


def _named(text: str) -> str:
    """Name the place that a link or bookmark leads to."""
    return one_line(text)[:_OUTLINE_LIMIT] or "Untitled"

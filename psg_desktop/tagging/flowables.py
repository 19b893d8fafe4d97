"""What documents are put together from: each piece knows what it is.

ReportLab splits a piece over pages into pieces of the same class; those share one element.
"""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph  # noqa: TID251 what is tagged here
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.line_ends import SpacedText, ends_of_words
from psg_desktop.tagging.structure import Element, Role


class Style(ParagraphStyle):
    """A look of words that also says what they are: a paragraph, or a heading of some rank."""

    rank: int | None = None


class Prose(Paragraph):
    """Words with a role: that of their style, a paragraph where it names none."""

    canv: TaggedCanvas
    # ReportLab's own, named here because its stubs leave it out: the lines of the paragraph.
    blPara: Any  # noqa: N815 ReportLab's name
    _element: Element | None = None

    @property
    def element(self) -> Element:
        """The one element of these words, however many pages they run over."""
        if self._element is None:
            rank = getattr(self.style, "rank", None)
            self._element = (
                Element(role=Role.PARAGRAPH)
                if rank is None
                else Element(role=Role.HEADING, level=rank)
            )
        return self._element

    def continue_from(self, first: "Prose") -> None:
        """Take these words for the continuation of others."""
        self._element = first.element

    def stand_for(self, element: Element) -> None:
        """Take these words for all that an element holds, unless they are a heading."""
        if getattr(self.style, "rank", None) is None:
            self._element = element

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        pieces: list[Any] = super().split(availWidth, availHeight)
        for piece in pieces:
            piece.continue_from(self)
        return pieces

    @override
    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
        canvas.enter(self.element)
        super().drawOn(canvas, x, y, _sW)  # type: ignore[call-arg] # left out of its stubs
        canvas.leave()

    @override
    def beginText(self, x: float, y: float) -> PDFTextObject:
        """Begin the text object of these words, as ReportLab asks for it."""
        continued = bool(getattr(self, "_splitpara", False))
        lines = self.blPara.lines
        if len(lines) == 1 and not continued:
            return PDFTextObject(self.canv, x, y)
        return SpacedText(self.canv, x, y, ends_of_words(self.frags, lines, continued=continued))


class Drawing(Flowable):
    """Something drawn by hand, which tags its own words."""

    canv: TaggedCanvas


class Figure(Drawing):
    """Something drawn that is taken in at a glance, with words for who cannot.

    Attributes:
        alt_text: What the figure shows, in a sentence or two.
    """

    def __init__(self, alt_text: str) -> None:
        super().__init__()
        self.alt_text = alt_text
        self._element = Element(role=Role.FIGURE, alt=alt_text)

    @override
    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
        left, bottom = canvas.absolutePosition(x, y)
        self._element.box = (left, bottom, left + self.width, bottom + self.height)
        with canvas.tagged(self._element):
            super().drawOn(canvas, x, y, _sW)  # type: ignore[call-arg] # left out of its stubs

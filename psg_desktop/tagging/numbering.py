"""A canvas that knows the number of pages before it writes the first.

Pages are kept until the end, then finished one by one: "Page 7 of 27" and the page numbers of
the contents are drawn at that moment, so the flow is laid out once only.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from reportlab.lib.colors import black
from reportlab.pdfbase.pdfdoc import PDFInfo
from typing_extensions import override

from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.marking import Owner

PageFinish = Callable[["NumberedCanvas", int, int], None]


@dataclass(slots=True, kw_only=True)
class _Later:
    """A page number to be drawn once it is known, right-aligned at a point of the page."""

    key: str
    x: float
    y: float
    font: str
    size: float
    owner: Owner


@dataclass(slots=True)
class _Kept:
    """One laid-out page: the canvas state and the numbers still to be drawn on it."""

    state: dict[str, Any]
    later: list[_Later] = field(default_factory=list)


class NumberedCanvas(TaggedCanvas):
    """Draws pages, keeps them, and finishes them when their number is known."""

    # ReportLab's own, named here because its stubs leave private names out.
    _doc: Any
    _pagesize: tuple[float, float]
    _startPage: Callable[[], None]  # noqa: N815 ReportLab's name

    def __init__(self, target: BytesIO, finish: PageFinish, **settings: Any) -> None:
        super().__init__(target, **settings)
        self._finish: Final = finish
        self._kept: Final[list[_Kept]] = []
        self._waiting: list[_Later] = []
        self._page_of_key: Final[dict[str, int]] = {}
        self.running = ""  # kept with each page: what the page is about

    def describe_with(self, information: PDFInfo) -> None:
        """Take this document information in place of ReportLab's."""
        self._doc.info = information

    def mark_place(self, key: str) -> None:
        """Remember that `key` is on this page, as a destination and for page numbers."""
        _, y = self.absolutePosition(0, 0)
        self.bookmarkPage(key, fit="XYZ", left=0, top=min(y + 60, self._pagesize[1]), zoom=0)
        self._page_of_key.setdefault(key, self.getPageNumber())

    def number_later(self, key: str, x: float, font: str, size: float) -> None:
        """Leave the page number of `key` to be drawn, ending at `x` on the present baseline."""
        here, y = self.absolutePosition(x, 0)
        later = _Later(key=key, x=here, y=y, font=font, size=size, owner=self.owner)
        self._waiting.append(later)

    @override
    def showPage(self) -> None:
        self._kept.append(_Kept(dict(self.__dict__), self._waiting))
        self._waiting = []
        # A bookmark takes its page from this counter, which only a written page would move.
        self._doc.pageCounter += 1
        self._startPage()

    @override
    def save(self) -> None:
        total = len(self._kept)
        self._doc.pageCounter = 1
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page.state)
            self.setFillColor(black)
            for later in page.later:
                self._draw_number(later)
            self._finish(self, number, total)
            super().showPage()
        super().save()

    def _draw_number(self, later: _Later) -> None:
        number = self._page_of_key.get(later.key)
        if number is not None:
            self.setFont(later.font, later.size)
            self.enter(later.owner)
            self.drawRightString(later.x, later.y, str(number))
            self.leave()

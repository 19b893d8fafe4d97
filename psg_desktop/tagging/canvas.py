"""A canvas on which whatever is drawn belongs to an element of the structure or is an artefact.

Lines and areas outside any element are artefacts of the layout by themselves; text and pictures
must be declared. The file it writes has its structure, language, title and metadata.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas  # noqa: TID251 what is tagged here
from typing_extensions import override

from psg_desktop.tagging.finishing import finished
from psg_desktop.tagging.marking import Linked, Owned, Owner, Undeclared, marked
from psg_desktop.tagging.structure import Artefact, Element, Role, Structure

_LANGUAGE: Final = "en-GB"


class TaggedCanvas(Canvas):
    """Draws like ReportLab's canvas and knows what each piece is.

    Attributes:
        target: Where the finished file is written.
    """

    # ReportLab's own, named here because its stubs leave private names out.
    _code: list[str]

    def __init__(self, target: Any, **settings: Any) -> None:
        self._drawn: Final = BytesIO()
        super().__init__(self._drawn, **{**settings, "lang": _LANGUAGE})
        self._target: Final[BinaryIO] = target
        self._structure: Final = Structure()
        self._marks: Final = [Owned(None)]
        self._title = ""
        self.setViewerPreference("DisplayDocTitle", "true")

    @override
    def setTitle(self, title: str | None) -> None:
        self._title = title or ""
        super().setTitle(title)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Give what is drawn within to an element; within an artefact it stays an artefact."""
        self.enter(element)
        yield
        self.leave()

    @contextmanager
    def artefact(self, kind: Artefact = Artefact.LAYOUT) -> Iterator[None]:
        """Keep what is drawn within out of the structure: it belongs to the page."""
        self.enter(kind)
        yield
        self.leave()

    def enter(self, owner: Owner) -> None:
        """Begin to give what is drawn to this owner, until `leave`; None changes nothing."""
        within = self._marks[-1].owner
        if owner is None or owner is within or isinstance(within, Artefact):
            self._marks.append(self._marks[-1])
            return
        if isinstance(owner, Element) and owner.parent is None:
            owner.parent = within
        mark = Owned(owner)
        self._marks.append(mark)
        self._code.append(mark)

    def leave(self) -> None:
        """End what `enter` began."""
        left = self._marks.pop()
        if left is not self._marks[-1]:
            self._code.append(self._marks[-1])

    @property
    def owner(self) -> Owner:
        """What is drawn now belongs to this."""
        return self._marks[-1].owner

    def link_to(self, key: str, box: tuple[float, float, float, float], words: str) -> None:
        """Lead from a box to the place of this key; `words` say where, for who cannot see it."""
        self.linkRect(words, key, box, relative=1, thickness=0)

    def _addAnnotation(  # noqa: N802 ReportLab's name, under which it makes every annotation
        self, annotation: Any, name: str | None = None, addtopage: int = 1
    ) -> None:
        owner = self.owner
        if not isinstance(owner, Element) or owner.role is not Role.LINK:
            raise Undeclared("A link was made outside any tag for links.")
        self._code.append(Linked(owner))
        super()._addAnnotation(annotation, name, addtopage)  # type: ignore[misc] # left out of its stubs

    @override
    def showPage(self) -> None:
        self._structure.begin_page()
        self._code[:] = marked(self._code, self._structure)
        super().showPage()
        if self.owner is not None:  # what goes on over the page goes on in its element
            self._code.append(self._marks[-1])

    @override
    def save(self) -> None:
        super().save()
        self._target.write(finished(self._drawn.getvalue(), self._structure, self._title))

"""The structure of a document: elements in reading order, and where on the pages each one stands.

Names and rules are those of ISO 32000-1:2008, 14.7 and 14.8, and of ISO 14289-1 (PDF/UA-1).
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final


class Role(Enum):
    """What an element is, by the name that ISO 32000-1, 14.8.4 gives it."""

    DOCUMENT = "Document"
    PARAGRAPH = "P"
    HEADING = "H"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    TABLE_HEAD = "THead"
    TABLE_BODY = "TBody"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    REFERENCE = "Reference"
    LINK = "Link"


class Scope(Enum):
    """What a header cell is the header of."""

    COLUMN = "Column"
    ROW = "Row"


class Artefact(Enum):
    """What belongs to the page and not to the document, as the operand of its mark."""

    LAYOUT = "<</Type/Layout>>"
    HEADER = "<</Type/Pagination/Subtype/Header>>"
    FOOTER = "<</Type/Pagination/Subtype/Footer>>"
    REPEATED = "<</Type/Pagination>>"


HOLDING_CONTENT: Final = frozenset(
    {
        Role.PARAGRAPH,
        Role.HEADING,
        Role.LABEL,
        Role.BODY,
        Role.HEADER_CELL,
        Role.CELL,
        Role.FIGURE,
        Role.LINK,
    }
)
# A row has as many cells as its table has columns, whether or not anything stands in them.
KEPT_EMPTY: Final = frozenset({Role.HEADER_CELL, Role.CELL})

_DEEPEST: Final = 6  # PDF 1.7 knows H1 to H6


# Marked content: its page, counted from 0, and its number on that page. There are very many; plain
# tuples of numbers cost Python's collector of garbage nothing.
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation: the page, counted from 0, and its place among that page's annotations."""

    page: int
    place: int


@dataclass(eq=False, slots=True, kw_only=True)
class Element:
    """One element; its pieces and the elements below it stand in reading order.

    Attributes:
        parent: Where it hangs; an element without one hangs below whatever it is drawn within.
        level: The rank of a heading, 0 for the title of the document. Only the order counts:
            headings are numbered without gaps however the ranks skip.
        alt: What a figure shows, in words; no figure is without.
        box: Where a figure stands on its page: left, bottom, right, top in points.
    """

    role: Role
    parent: "Element | None" = None
    level: int = 0
    scope: Scope | None = None
    alt: str = field(default="", repr=False)
    box: tuple[float, float, float, float] | None = None
    kids: "list[Element | Run | Note]" = field(default_factory=list)
    hung: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if self.role is Role.FIGURE and not self.alt.strip():
            raise ValueError("A figure needs words that say what it shows.")
        if self.role is Role.HEADER_CELL and self.scope is None:
            raise ValueError("A header cell needs a scope.")


@dataclass(slots=True)
class Structure:
    """The structure of one document while it is drawn.

    Attributes:
        pages: For each page the owner of each run, by the number of the run.
        notes: For each page the owner of each annotation, in their order on the page.
    """

    root: Element = field(default_factory=lambda: Element(role=Role.DOCUMENT))
    pages: list[list[Element]] = field(default_factory=list)
    notes: list[list[Element]] = field(default_factory=list)
    _ranks: list[int] = field(default_factory=list)

    def begin_page(self) -> None:
        """Count what comes as standing on a further page."""
        self.pages.append([])
        self.notes.append([])

    def hang(self, element: Element) -> None:
        """Put an element, and those it hangs below, at its place in reading order, once."""
        if element.hung or element is self.root:
            return
        parent = element.parent or self.root
        self.hang(parent)
        if element.role is Role.HEADING:
            element.level = self._numbered(element.level)
        parent.kids.append(element)
        element.hung = True

    def add_run(self, element: Element) -> int:
        """Give the next piece of the page to an element; give its number on the page."""
        self.hang(element)
        owners = self.pages[-1]
        number = len(owners)
        owners.append(element)
        element.kids.append((len(self.pages) - 1, number))
        return number

    def add_note(self, element: Element) -> None:
        """Give the next annotation of the page to an element."""
        self.hang(element)
        owners = self.notes[-1]
        element.kids.append(Note(len(self.notes) - 1, len(owners)))
        owners.append(element)

    def _numbered(self, rank: int) -> int:
        """Number a heading, from 1, by how many headings of a higher rank it stands below."""
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        return min(len(self._ranks), _DEEPEST)


def tag(element: Element) -> str:
    """Name the structure type of an element that hangs in its structure, such as "H2"."""
    if element.role is Role.HEADING:
        return f"H{element.level}"
    return str(element.role.value)

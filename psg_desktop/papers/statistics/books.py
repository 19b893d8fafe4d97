"""The one content of which all files of a release are made: a cover, and pages with one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from psg_desktop.papers.statistics.publication import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the cover; *link* is the tab it leads to."""

    words: str
    heading: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: each heading is filled and used once, and every row has a value for each."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet with one table.

    Attributes:
        name: Of the table: small letters, digits and underscores.
        tab: Of the sheet.
        says: Lines below the title: what is on the sheet first.
        grid: The table as it stands on the sheet.
        tidy: The same as it stands in the CSV file, one row for each number where it counts.
        lists: Columns of *tidy* that hold several codes, set apart by a vertical bar.
        protection: How its numbers are protected; empty where they need not be.
    """

    name: str
    tab: str
    title: str
    says: tuple[str, ...]
    grid: Grid
    tidy: Grid
    lists: frozenset[str] = frozenset()
    protection: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Everything that the files of a release say.

    Attributes:
        stem: Start of the names of its files.
        cover: The first sheet, its title first.
        unbound: Tables of which every part is withheld: they have a file of their own like any
            other, but no sheet; one sheet tells what there is of all of them.
        release: What programs are told about the release as a whole.
    """

    stem: str
    title: str
    publisher: str
    published_on: str
    cover: tuple[Line, ...]
    pages: tuple[Page, ...]
    unbound: tuple[Page, ...] = ()
    release: Mapping[str, object]

    @property
    def files(self) -> tuple[Page, ...]:
        """Every table with a file of its own."""
        return (*self.pages, *self.unbound)

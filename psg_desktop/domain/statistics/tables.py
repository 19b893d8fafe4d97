"""Tables that are published: which cells stand where, and which of them add up to which."""

from dataclasses import dataclass

from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One row or column of a table: the code of what stands there and the words for it."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts of one population by rows and columns, with their totals.

    Attributes:
        code: Such as "flow_by_kind"; lower case with underscores, unique in a release.
        population: Code of the population counted.
        title: What it shows, in words.
        unit: What one of its numbers counts, such as "cases".
        row_header: What its rows are, such as "Focus area": the heading above them.
        rows: The headings of its rows, the total first where there is one.
        columns: The headings of its columns.
        cells: One cell for each row and column, row by row.
        lines: The cells that divide one total between categories.
    """

    code: str
    population: str
    title: str
    unit: str
    period: Period
    row_header: str = ""
    rows: tuple[Heading, ...] = ()
    columns: tuple[Heading, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def every_cell(self) -> tuple[Cell, ...]:
        """All its cells, row by row."""
        return tuple(cell for row in self.cells for cell in row)

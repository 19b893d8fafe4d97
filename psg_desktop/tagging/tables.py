"""Tables whose rows and cells are in the structure, over however many pages they run.

A header row drawn again on the next page is an artefact of that page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from reportlab.platypus import LongTable  # noqa: TID251 what is tagged here

from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.structure import Artefact, Element, Role, Scope


class Cells(Protocol):
    """What the cells of a table are."""

    def take(self, rows: Sequence[Sequence[Any]]) -> None:
        """Get to know the rows of a table, or of a piece of one already known."""

    def owner(self, row: Sequence[Any], column: int) -> Element | Artefact | None:
        """Say what a cell is, just before it is drawn; None leaves that to what stands in it."""


class TaggedTable(LongTable):
    """A table that says of each cell what it is; `renderCB`, ReportLab's name, says how."""

    _cellvalues: list[list[Any]]

    def __init__(self, data: Sequence[list[Any]], *, renderCB: "Tags", **look: Any) -> None:  # noqa: N803
        super().__init__(data, renderCB=renderCB, **look)  # type: ignore[arg-type] # any callable
        renderCB.cells.take(self._cellvalues)


@dataclass(frozen=True, slots=True)
class Tags:
    """Tells the canvas what each cell is while ReportLab draws a table.

    ReportLab hands it to every piece of a split table, so that the pieces are one table.
    """

    cells: Cells

    def __call__(self, table: Any, step: str, *place: Any) -> None:
        """Follow the drawing by ReportLab's names of its steps."""
        canvas: TaggedCanvas = table.canv
        if step == "startCell":
            row, column = place[0], place[1]
            owner = self.cells.owner(table._cellvalues[row], column)  # noqa: SLF001 the rows as ReportLab keeps them
            canvas.enter(owner)
            if isinstance(owner, Element):
                _fold(place[2], owner)
        elif step == "endCell":
            canvas.leave()


def _fold(held: Any, cell: Element) -> None:
    """Let a lone paragraph be its cell, as most are: fewer elements, and nothing less said."""
    if isinstance(held, list | tuple) and len(held) == 1:
        (held,) = held
    if isinstance(held, Prose):
        held.stand_for(cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Which cells are headers: so many first rows, and these columns counted from 0.

    A table without any header says nothing to somebody who hears it, so there is none.
    """

    rows: int = 0
    columns: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.rows and not self.columns:
            raise ValueError("A table needs header cells.")


@dataclass(slots=True, kw_only=True)
class _Row:
    """A row as ReportLab keeps it, held here so that its identity stays its own."""

    kept: Sequence[Any]
    cells: list[Element]
    head: bool
    repeated: bool = False


class Grid:
    """The cells of a table of facts.

    ReportLab's tables that share one `Grid` are one table: their header rows after the first are
    taken for repetitions.
    """

    def __init__(self, heads: Heads, continuing: frozenset[int] = frozenset()) -> None:
        """Say what the cells are.

        Args:
            heads: Which of them are headers.
            continuing: Rows below the header, counted from 0, that go on with the cells of the
                row before.
        """
        self._heads: Final = heads
        self._continuing: Final = continuing
        table = Element(role=Role.TABLE)
        self._head: Final = Element(role=Role.TABLE_HEAD, parent=table)
        self._body: Final = Element(role=Role.TABLE_BODY, parent=table)
        self._rows: Final[dict[int, _Row]] = {}
        self._is_headed = False
        self._bodies: Final[list[_Row]] = []

    def take(self, rows: Sequence[Sequence[Any]]) -> None:
        """Get to know the rows of a table, or of a piece of one already known."""
        for at, row in enumerate(rows):
            if id(row) not in self._rows:
                head = at < self._heads.rows
                self._rows[id(row)] = self._headed(row) if head else self._bodied(row)
        self._is_headed = True

    def owner(self, row: Sequence[Any], column: int) -> Element | Artefact:
        """Say what a cell is; a header row comes once, then as an artefact of a further page."""
        known = self._rows[id(row)]
        if known.repeated:
            return Artefact.REPEATED
        known.repeated = known.head and column == len(row) - 1
        return known.cells[column]

    def _headed(self, row: Sequence[Any]) -> _Row:
        line = Element(role=Role.ROW, parent=self._head)
        cells = [_header(line, Scope.COLUMN) for _ in row]
        return _Row(kept=row, cells=cells, head=True, repeated=self._is_headed)

    def _bodied(self, row: Sequence[Any]) -> _Row:
        if len(self._bodies) in self._continuing:
            cells = self._bodies[-1].cells
        else:
            line = Element(role=Role.ROW, parent=self._body)
            cells = [
                _header(line, Scope.ROW)
                if column in self._heads.columns
                else Element(role=Role.CELL, parent=line)
                for column in range(len(row))
            ]
        self._bodies.append(_Row(kept=row, cells=cells, head=False))
        return self._bodies[-1]


def _header(line: Element, scope: Scope) -> Element:
    return Element(role=Role.HEADER_CELL, parent=line, scope=scope)


class Tiles:
    """The cells of a list that is laid out in columns: each cell is an item, row by row."""

    def __init__(self) -> None:
        self._list: Final = Element(role=Role.LIST)

    def take(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take any rows."""

    def owner(self, _row: Sequence[Any], _column: int) -> Element:
        """Give the body of a new item; where nothing is drawn there is no item."""
        return Element(role=Role.BODY, parent=Element(role=Role.ITEM, parent=self._list))


class Layout:
    """Cells that say nothing: a box around words, which keep their own role."""

    def take(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take any rows."""

    def owner(self, _row: Sequence[Any], _column: int) -> None:
        """Leave the cell to what stands in it."""

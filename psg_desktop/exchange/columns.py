"""The columns of a table made ready to be read, with the values a person put instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.exchange.cells import CellReader, Reading, as_text, shown
from psg_desktop.exchange.fields import FACTS, Field, Shape
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import ColumnUse, Mapping, Use
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.outcomes import Decisions, Problem
from psg_desktop.exchange.readers import Lists, cell_reader, date_reader
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.spellings import Spellings
from psg_desktop.exchange.tables import Table, TableRow
from psg_desktop.exchange.troubles import Remark

_DATES = frozenset({Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column in use: where it stands, and how its cells are read (notes have no reader)."""

    at: int
    header: str
    field: Field | None = None
    reader: CellReader | None = None


class Columns:
    """All columns in use, with what a person has put in place of some cells."""

    def __init__(self, table: Table, mapping: Mapping, decisions: Decisions) -> None:
        self._table = table
        self._decisions = decisions
        self._replaced = {header for header, _ in decisions.values}
        self._uses = [use for use in mapping.columns if use.use is not Use.LEAVE_OUT]
        self._columns: tuple[Column, ...] = ()

    def prepare(self, known: Known, today: date) -> None:
        """Make a reader for every column that fills a field."""
        lists = Lists(
            agencies=Spellings(known.agencies),
            focus_areas=Spellings(known.focus_areas),
            closing_reasons=Spellings(known.closing_reasons),
        )
        self._columns = tuple(self._column(use, lists, today) for use in self._uses)

    def _column(self, use: ColumnUse, lists: Lists, today: date) -> Column:
        at = self._table.headers.index(use.header)
        if use.field is None:
            return Column(at=at, header=use.header)
        if FACTS[use.field].shape in _DATES:
            cells: Sequence[Cell] = [self._cell(row, at, use.header) for row in self._table.rows]
            reader = date_reader(use.field, use.order, today, cells)
        else:
            reader = cell_reader(use.field, lists)
        return Column(at=at, header=use.header, field=use.field, reader=reader)

    def _cell(self, row: TableRow, at: int, header: str) -> Cell:
        cell = row.cells[at]
        if self._decisions.cells:
            instead = self._decisions.cells.get((row.number, header))
            if instead is not None:
                return instead
        if header in self._replaced and cell is not None:
            return self._decisions.values.get((header, shown(cell)), cell)
        return cell

    def read(self, row: TableRow) -> tuple[RowValues, list[Problem]]:
        """Read one row."""
        values = RowValues()
        problems: list[Problem] = []
        for column in self._columns:
            cell = self._cell(row, column.at, column.header)
            if cell is None:
                continue
            if column.reader is None or column.field is None:
                if not says_nothing(cell):
                    values.put_aside(column.header, as_text(cell).strip())
                continue
            reading = column.reader.read(cell)
            values.put(column.field, reading.value)
            if reading.remarks:
                problems.extend(_problems(reading, row, column.header, cell))
                values.put_aside(column.header, reading.spare)
        return values, problems


def _problems(reading: Reading, row: TableRow, header: str, cell: Cell) -> Iterator[Problem]:
    return (problem(remark, row.number, header, shown(cell)) for remark in reading.remarks)


def problem(remark: Remark, row: int, header: str = "", written: str = "") -> Problem:
    """Place a remark in its row and column."""
    return Problem(
        trouble=remark.trouble,
        row=row,
        header=header,
        shown=written,
        sentence=remark.sentence,
        advice=remark.advice,
        suggestion=remark.suggestion,
        stops=remark.stops,
    )

"""The columns of a table made ready to be read, with the values a person put instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.exchange.cells import EMPTY, CellReader, Reading, Value, as_text, shown
from psg_desktop.exchange.either import told_apart
from psg_desktop.exchange.fields import FACTS, Field, Shape
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import ColumnUse, Mapping, Use
from psg_desktop.exchange.outcomes import Decisions, Problem
from psg_desktop.exchange.readers import Lists, cell_reader, date_reader
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.spellings import Spellings
from psg_desktop.exchange.tables import Table
from psg_desktop.exchange.troubles import Remark

_DATES = frozenset({Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """One column in use, read from top to bottom; a column for the notes has no field."""

    header: str
    field: Field | None
    part: int
    cells: list[Cell]
    readings: list[Reading]


class Columns:
    """All columns in use, with what a person has put in place of some cells."""

    def __init__(self, table: Table, mapping: Mapping, decisions: Decisions) -> None:
        self._table = table
        self._decisions = decisions
        self._replaced = {header for header, _ in decisions.values}
        self._replaced.update(header for _, header in decisions.cells)
        self._uses = [use for use in mapping.columns if use.use is not Use.LEAVE_OUT]
        self._columns: tuple[_Column, ...] = ()
        self._either = next(iter(mapping.headers_of(Field.EITHER)), "")

    def read_all(self, known: Known, today: date) -> None:
        """Read every column, equal cells of a column once."""
        lists = Lists(
            agencies=Spellings(known.agencies),
            focus_areas=Spellings(known.focus_areas),
            closing_reasons=Spellings(known.closing_reasons),
            measures=Spellings(known.measures),
        )
        self._columns = tuple(self._read(use, lists, today) for use in self._uses)

    def _read(self, use: ColumnUse, lists: Lists, today: date) -> _Column:
        at = self._table.headers.index(use.header)
        cells = [row.cells[at] for row in self._table.rows]
        if use.header in self._replaced:
            cells = [
                self._instead(row.number, use.header, cell)
                for row, cell in zip(self._table.rows, cells, strict=True)
            ]
        reader = _reader(use, lists, today, cells)
        return _Column(
            header=use.header,
            field=use.field,
            part=use.part,
            cells=cells,
            readings=reader.read_all(cells),
        )

    def _instead(self, number: int, header: str, cell: Cell) -> Cell:
        instead = self._decisions.cells.get((number, header))
        if instead is not None:
            return instead
        return self._decisions.values.get((header, shown(cell)), cell)

    def row(self, at: int, number: int) -> tuple[RowValues, list[Problem]]:
        """Give what row *at* of the table says, with what is wrong or doubtful in its cells."""
        store: dict[Field, list[Value]] = {}
        further: dict[int, dict[Field, list[Value]]] = {}
        aside: list[str] = []
        problems: list[Problem] = []
        for column in self._columns:
            reading = column.readings[at]
            if reading is EMPTY:
                continue
            if column.field is not None and reading.value:
                held = store if column.part == 1 else further.setdefault(column.part, {})
                held.setdefault(column.field, []).extend((reading.value, *reading.also))
            if reading.spare:
                aside.append(f"{column.header}: {reading.spare}")
            if reading.remarks:
                written = shown(column.cells[at])
                problems.extend(
                    problem(remark, number, column.header, written) for remark in reading.remarks
                )
        problems.extend(self._told_apart(store, aside, number))
        actions = {part: RowValues(held) for part, held in sorted(further.items())}
        return RowValues(store, aside, actions), problems

    def values_of(self, field: Field, at: int) -> Iterator[tuple[str, str]]:
        """Give the headings of the columns that fill a field, with what row *at* says in each."""
        for column in self._columns:
            if column.field is field and column.readings[at].value:
                yield column.header, str(column.readings[at].value)

    def _told_apart(
        self, store: dict[Field, list[Value]], aside: list[str], number: int
    ) -> Iterator[Problem]:
        """Put what is a person or a place where it belongs."""
        kinds = store.get(Field.KIND, [""])
        for written in store.pop(Field.EITHER, ()):
            field, named, remarks = told_apart(str(written), str(kinds[0]))
            if field in store:
                aside.append(f"{self._either}: {named}")
            elif field is not None:
                store[field] = [named]
            for remark in remarks:
                yield problem(remark, number, self._either, shown(str(written)))


def _reader(use: ColumnUse, lists: Lists, today: date, cells: Sequence[Cell]) -> CellReader:
    if use.field is None:
        return CellReader(lambda cell: Reading(spare=as_text(cell).strip()))
    if FACTS[use.field].shape in _DATES:
        return date_reader(use.field, use.order, today, cells)
    return cell_reader(use.field, lists)


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

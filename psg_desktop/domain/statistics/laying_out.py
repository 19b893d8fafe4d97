"""Tables laid out: which number stands where, and which numbers are parts of one total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from psg_desktop.domain.statistics.breakdowns import Breakdown
from psg_desktop.domain.statistics.cells import Cell, Condition, Line
from psg_desktop.domain.statistics.measures import Measure
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.tables import Heading, Table

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A row or a column: its heading, and what it says of the numbers that stand in it.

    Attributes:
        measure: What is counted in it; None where the other side says so.
        period: Likewise.
        where: Conditions of its numbers.
        parts_of: Slots with the same text divide one total between them; "" divides none.
    """

    heading: Heading
    measure: Measure | None = None
    period: Period | None = None
    where: tuple[Condition, ...] = ()
    parts_of: str = ""


def laid_out(empty: Table, measure: Measure | None, rows: Sequence[Slot],
             columns: Sequence[Slot]) -> Table:  # fmt: skip
    """Give a table with its cells and lines.

    Args:
        empty: The table without rows, columns, cells and lines.
        measure: What is counted where neither row nor column says so.
        rows: Its rows.
        columns: Its columns. What a row and a column say together must be possible.
    """
    cells = tuple(
        tuple(_cell(empty.period, measure, row, column) for column in columns) for row in rows
    )
    turned = tuple(zip(*cells, strict=True))
    lines = [*_lines(rows, turned), *_lines(columns, cells)]
    return replace(
        empty,
        rows=tuple(one.heading for one in rows),
        columns=tuple(one.heading for one in columns),
        cells=cells,
        lines=tuple(dict.fromkeys(lines)),
    )


def total(label: str) -> Slot:
    """Give the slot of everything."""
    return Slot(heading=Heading(code=ALL, label=label))


def categories(
    breakdown: Breakdown, measure: Measure | None, within: Slot | None = None
) -> tuple[Slot, ...]:
    """Give a slot for each category that a number of the measure can fall into.

    Args:
        breakdown: What is broken down by.
        measure: What is counted; None where every category is possible.
        within: The slot that these divide, where they do not divide everything.
    """
    head = within or Slot(heading=Heading(code="", label=""))
    variable = breakdown.variable
    fixed = dict(measure.of).get(variable) if measure is not None else None
    return tuple(
        Slot(
            heading=Heading(
                code="-".join(filter(None, (head.heading.code, one.code))),
                label=", ".join(filter(None, (head.heading.label, one.label))),
            ),
            where=(*head.where, (variable, one.codes)),
            parts_of=f"{head.heading.code}/{breakdown.code}",
        )
        for one in breakdown.categories
        if fixed is None or fixed & one.codes
    )


def _cell(period: Period, measure: Measure | None, row: Slot, column: Slot) -> Cell:
    counted = row.measure or column.measure or measure
    where = (*row.where, *column.where)
    cell = counted.cell(row.period or column.period or period, where) if counted else None
    if cell is None:
        message = f"nothing can stand in {row.heading.code}, {column.heading.code}"
        raise ValueError(message)
    return cell


def _lines(slots: Sequence[Slot], across: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """Give the lines of one side; *across* has the cells of these for each slot of the other."""
    groups: dict[str, list[int]] = {}
    for place, slot in enumerate(slots):
        if slot.parts_of:
            groups.setdefault(slot.parts_of, []).append(place)
    for places in groups.values():
        for cells in across:
            yield Line(cells=tuple(cells[place] for place in places))

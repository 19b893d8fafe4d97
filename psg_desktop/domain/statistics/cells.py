"""Cells of published tables: which events of which quarters, of units with which categories."""

from dataclasses import dataclass
from datetime import date

Condition = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number that is published, or withheld.

    Two cells with the same fields are the same number, in whichever table or release they stand.

    Attributes:
        measure: Code of the measure.
        quarters: First days of the quarters whose events are added up.
        where: Variables with the codes of the categories that count, sorted by variable; more
            than one code where categories are published together.
    """

    measure: str
    quarters: tuple[date, ...]
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Cells that divide one total between the categories of one variable: a row or column."""

    cells: tuple[Cell, ...]


def same_figure(cell: Cell) -> tuple[str, int, tuple[Condition, ...]]:
    """Give what a cell shares with the same figure of another period: all but the period."""
    return cell.measure, len(cell.quarters), cell.where

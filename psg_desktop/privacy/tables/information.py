"""How much a table tells: bits a reader learns about where units stand, from what is displayed.

To say of each of m units out of N which category it is in takes log2(N / m) bits, and a number
known to within w values out of N + 1 is told to the share 1 - log2(w) / log2(N + 1). Their product
is what one displayed number tells. It rewards both what tables are made for, many categories and
sharp numbers, and is 0 for what tells nothing: a withheld number, a category that holds everybody,
an empty one.

Why not the sum over the cells of interval width saved, or of its logarithm: a table of nothing but
withheld cells narrows each of them to "under 10" and would count as informative, the more so the
more empty categories it has.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import log2

from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.published import PublishedTable


def information(table: PublishedTable) -> float:
    """Give the bits that a table tells about where units stand.

    Every displayed number that is part of a total counts once. Part of two, its row's and its
    column's, it is measured against the smaller: that much a reader knows before. A total by itself
    is part of nothing and tells nothing here. Displaying one more number never tells less.
    """
    shown = {
        cell: one
        for cells, row in zip(table.table.cells, table.shown, strict=True)
        for cell, one in zip(cells, row, strict=True)
    }
    totals: dict[Cell, int] = {}
    for line in table.table.lines:
        total = _total(line, shown)
        for cell in line.cells:
            totals[cell] = min(total, totals.get(cell, total))
    return sum(told(*_displayed(shown[cell]), total) for cell, total in totals.items())


def told(displayed: int, width: int, total: int) -> float:
    """Give the bits that one displayed number tells; never below 0.

    Args:
        displayed: The number; 0 where it is withheld.
        width: How many values it can stand for: 1 for an exact number, 5 for the nearest five.
        total: The displayed total that it is part of.
    """
    if not 0 < displayed < total:
        return 0.0
    return displayed * log2(total / displayed) * max(0.0, 1 - log2(width) / log2(total + 1))


def _displayed(one: Shown) -> tuple[int, int]:
    """Give the number and how many values it can stand for."""
    if one.number is None or one.high is None:
        return 0, 1
    return one.number, one.high - one.low + 1


def _total(line: Line, shown: Mapping[Cell, Shown]) -> int:
    """Give the displayed total of a line, or the sum of its displayed parts where that is more.

    It is more where the total is withheld or does not stand in the table, or was rounded down.
    """
    parts = sum(shown[cell].number or 0 for cell in line.cells)
    whole = max(_wholes(line, shown), key=_narrowness, default=None)
    return parts if whole is None else max(parts, shown[whole].number or 0)


def _narrowness(cell: Cell) -> tuple[int, int]:
    return len(cell.where), -sum(len(codes) for _, codes in cell.where)


def _wholes(line: Line, cells: Iterable[Cell]) -> Iterator[Cell]:
    """Give the cells that count all of a line's units: those that ask for the same, or for less."""
    parts = [dict(cell.where) for cell in line.cells]
    common = {name: frozenset().union(*(one[name] for one in parts)) for name in parts[0]}
    first = line.cells[0]
    for cell in cells:
        if (cell.measure, cell.quarters) == (first.measure, first.quarters):
            asked = dict(cell.where)
            wider = asked.keys() <= common.keys() and cell not in line.cells
            if wider and all(codes >= common[name] for name, codes in asked.items()):
                yield cell

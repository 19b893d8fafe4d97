"""Numbers that nobody printed, and that others leave over: one area less another inside it.

Where categories that are printed overlap, or leave some codes out, what lies between them is a
cell of the published variables too: referred again within twelve months, but not within six.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from psg_desktop.attack.published import Cell, Publication, State, Table, Where
from psg_desktop.attack.unknowns import region, told_apart

_Place = tuple[tuple[State, ...], frozenset[str]]


def with_remainders(published: Publication) -> Publication:
    """Add a table without numbers for each that leaves cells over which are printed nowhere."""
    printed: dict[_Place, list[tuple[Table, Cell]]] = defaultdict(list)
    for table in published.tables:
        for cell in table.cells if table.people else ():
            printed[cell.states, frozenset(cell.where)].append((table, cell))
    added = [
        replace(cells[0][0], cells=tuple(left))
        for cells in printed.values()
        if (left := list(_left_over(published.variables, cells)))
    ]
    return replace(published, tables=(*published.tables, *added))


def _left_over(
    variables: Mapping[str, tuple[str, ...]], printed: list[tuple[Table, Cell]]
) -> Iterator[Cell]:
    first = printed[0][1]
    there = {region(cell.where) for _, cell in printed}
    parts = [
        told_apart(variables[name], list({cell.where[name] for _, cell in printed}))
        for name in first.where
    ]
    for chosen in product(*parts):
        where: Where = dict(zip(first.where, chosen, strict=True))
        if region(where) not in there:
            yield Cell(states=first.states, where=where, printed="", low=0, high=None)

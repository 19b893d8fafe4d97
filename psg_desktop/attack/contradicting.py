"""Which tables and links of a publication cannot all be true together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psg_desktop.attack.published import Link, Publication, Table
from psg_desktop.attack.solving import Impossible, Solver
from psg_desktop.attack.splitting import bounded, split
from psg_desktop.attack.sums import Row
from psg_desktop.attack.unknowns import Unknowns, every_cell, region


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Tables and links that cannot all be true of any whole numbers of people."""

    tables: tuple[Table, ...]
    links: tuple[Link, ...]


def contradiction(published: Publication, unknowns: Unknowns) -> Contradiction:
    """Leave out whatever the contradiction does not need, many at a time, then one by one."""
    needed: list[Table | Link] = [*published.tables, *published.links]
    size = len(needed)
    while size > 1:
        size = (size + 1) // 2
        for start in range(len(needed) - len(needed) % size, -1, -size):
            rest = needed[:start] + needed[start + size :]
            if not _agree(rest, published, unknowns):
                needed = rest
    return Contradiction(
        tables=tuple(one for one in needed if isinstance(one, Table)),
        links=tuple(one for one in needed if isinstance(one, Link)),
    )


def rows(parts: Sequence[Table | Link], published: Publication, unknowns: Unknowns) -> list[Row]:
    """Give what some tables and links say of the unknowns, and what ties these together."""
    found = [Row(sums=((1, one), (-1, other)), low=0, high=0) for one, other in unknowns.ties]
    for part in parts:
        found += (
            _table_rows(part, unknowns)
            if isinstance(part, Table)
            else _link_rows(part, published, unknowns)
        )
    return found


def _table_rows(table: Table, unknowns: Unknowns) -> Iterator[Row]:
    for cell in table.cells:
        if cell.low > 0 or cell.high is not None:
            yield Row(sums=unknowns.of_cell(cell), low=cell.low, high=cell.high)


def _link_rows(link: Link, published: Publication, unknowns: Unknowns) -> Iterator[Row]:
    for where in every_cell(published.variables, link.over):
        signed = (unknowns.at((state,), region(where), times) for times, state in link.terms)
        yield Row(sums=tuple(one for sums in signed for one in sums), low=0, high=0)


def _agree(parts: list[Table | Link], published: Publication, unknowns: Unknowns) -> bool:
    found = split(unknowns.count, bounded(rows(parts, published, unknowns)), ())
    try:
        for piece in found.pieces:
            Solver(piece).some()
    except Impossible:
        return False
    return True

"""The attack itself: every cell that is not printed as it is, every change, every whole row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from psg_desktop.attack.judging import Finding, Kind, judged, near
from psg_desktop.attack.published import Cell, Link, Publication, Table
from psg_desktop.attack.solving import Interval, Row, Signed, Solver
from psg_desktop.attack.unknowns import JOINT_LIMIT, Unknowns, every_cell, region, unknowns_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacked:
    """What was attacked and found.

    `joint` says whether the intervals are the true ones, `flows` whether sums that were assumed
    agree with the tables; where they do not, records were corrected, and they were left out.
    """

    tables: int
    cells: int
    changes: int
    findings: tuple[Finding, ...]
    joint: bool
    flows: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Tables and links that cannot all be true of any whole numbers of people."""

    tables: tuple[Table, ...]
    links: tuple[Link, ...]


Tell = Callable[[int, int], None]
"""Told how many numbers of how many have been attacked."""


def attack(
    published: Publication, tell: Tell | None = None, limit: int = JOINT_LIMIT
) -> Attacked | Contradiction:
    """Work out whatever can be worked out.

    Raises:
        AttackUnfinished: The solver needed too long.
    """
    unknowns = unknowns_of(published, limit)
    solver = Solver(unknowns.count, _rows(published, unknowns))
    if not solver.possible():
        certain = tuple(link for link in published.links if not link.assumed)
        if certain != published.links:
            again = attack(replace(published, links=certain), tell, limit)
            return replace(again, flows=False) if isinstance(again, Attacked) else again
        return _contradiction(published, unknowns)
    cells = list(_cells(published, unknowns))
    changes = list(_changes(published, unknowns))
    groups = list(_groups(published, unknowns))
    questions: list[_Number | _Group] = [*cells, *changes, *groups]
    findings = []
    for done, asked in enumerate(questions):
        if tell is not None:
            tell(done, len(questions))
        found = asked.answer(solver)
        if found is not None:
            findings.append(found)
    return Attacked(
        tables=len(published.tables),
        cells=len(cells),
        changes=len(changes),
        findings=tuple(findings),
        joint=unknowns.joint,
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """A cell's own number, or its change since an earlier table."""

    finding: Finding
    sums: Signed

    def answer(self, solver: Solver) -> Finding | None:
        if self.finding.kind is Kind.PRINTED:
            return self.finding if judged(self.finding.interval) else None
        ends = solver.interval(self.sums)
        if near(ends):
            ends = solver.whole(self.sums)
        kind = judged(ends)
        return None if kind is None else replace(self.finding, kind=kind, interval=ends)


@dataclass(frozen=True, slots=True)
class _Group:
    """A total and one of its categories: are all of the total certainly in it?"""

    finding: Finding
    total: Signed
    others: Signed

    def answer(self, solver: Solver) -> Finding | None:
        if solver.interval(self.others).high != 0:
            return None
        total = solver.interval(self.total)
        if not total.low:
            return None
        return replace(self.finding, interval=total)


_NOT_YET = Interval(low=None, high=None)


def _cells(published: Publication, unknowns: Unknowns) -> Iterator[_Number]:
    """Ask each number once, however many tables print it."""
    printed: dict[object, tuple[Table, Cell]] = {}
    for table, cell in _of_people(published):
        number = (cell.states, region(cell.where))
        if number not in printed or cell.exact:
            printed[number] = (table, cell)
    for table, cell in printed.values():
        kind = Kind.PRINTED if cell.exact else Kind.EXACT
        shown = Interval(low=cell.low, high=cell.high)
        finding = Finding(kind=kind, table=table, cell=cell, interval=shown)
        yield _Number(finding, unknowns.of_cell(cell))


def _changes(published: Publication, unknowns: Unknowns) -> Iterator[_Number]:
    """Ask the change of each place between two states of what is counted on."""
    alike: dict[object, dict[object, tuple[Table, Cell]]] = defaultdict(dict)
    for table, cell in _of_people(published):
        key = (cell.measure, len(cell.states), region(cell.where))
        alike[key].setdefault(cell.states, (table, cell))
    for numbers in alike.values():
        ordered = sorted(numbers.values(), key=lambda one: one[1].period)
        for (_, first), (table, second) in combinations(ordered, 2):
            if first.measure in published.standing or first.period == second.period:
                finding = Finding(
                    kind=Kind.EXACT, table=table, cell=second, interval=_NOT_YET, earlier=first
                )
                yield _Number(finding, (*unknowns.of_cell(second), *unknowns.of_cell(first, -1)))


def _of_people(published: Publication) -> Iterator[tuple[Table, Cell]]:
    for table in published.tables:
        if table.people:
            yield from ((table, cell) for cell in table.cells)


def _groups(published: Publication, unknowns: Unknowns) -> Iterator[_Group]:
    for table in published.tables:
        for total, part in combinations(table.cells, 2) if table.people else ():
            pair = _as_part(total, part) or _as_part(part, total)
            if pair is not None and not _must_have_others(table, *pair):
                whole, one = (unknowns.of_cell(cell) for cell in pair)
                finding = Finding(kind=Kind.GROUP, table=table, cell=pair[1], interval=_NOT_YET)
                others = tuple((-times, columns) for times, columns in one)
                yield _Group(finding, whole, (*whole, *others))


def _as_part(total: Cell, part: Cell) -> tuple[Cell, Cell] | None:
    """Pair two cells where the second is the first with one variable more."""
    if total.states != part.states or len(part.where) != len(total.where) + 1:
        return None
    same = all(part.where.get(name) == chosen for name, chosen in total.where.items())
    return (total, part) if same else None


def _must_have_others(table: Table, total: Cell, part: Cell) -> bool:
    """Say whether the print alone shows people outside the part, so that nothing need be solved."""
    if total.high == 0 or (part.high is not None and part.high < total.low):
        return True
    return any(
        other.low > 0 and other is not part and _as_part(total, other) and _apart(part, other)
        for other in table.cells
    )


def _apart(one: Cell, other: Cell) -> bool:
    return one.where.keys() == other.where.keys() and any(
        not chosen & other.where[name] for name, chosen in one.where.items()
    )


def _rows(published: Publication, unknowns: Unknowns) -> list[Row]:
    rows = [row for table in published.tables for row in _table_rows(table, unknowns)]
    rows += [row for link in published.links for row in _link_rows(link, unknowns)]
    return rows + _ties(unknowns)


def _ties(unknowns: Unknowns) -> list[Row]:
    return [Row(sums=((1, one), (-1, other)), low=0, high=0) for one, other in unknowns.ties]


def _table_rows(table: Table, unknowns: Unknowns) -> Iterator[Row]:
    for cell in table.cells:
        if cell.low > 0 or cell.high is not None:
            yield Row(sums=unknowns.of_cell(cell), low=cell.low, high=cell.high)


def _link_rows(link: Link, unknowns: Unknowns) -> Iterator[Row]:
    for where in every_cell(unknowns.variables, link.over):
        sums = tuple((times, unknowns.sum_at(state, where)) for times, state in link.terms)
        yield Row(sums=sums, low=0, high=0)


def _contradiction(published: Publication, unknowns: Unknowns) -> Contradiction:
    """Leave out one after the other whatever the contradiction does not need."""
    needed: list[Table | Link] = [*published.tables, *published.links]
    for one in tuple(needed):
        rest = [other for other in needed if other is not one]
        if not _agree(rest, unknowns):
            needed = rest
    return Contradiction(
        tables=tuple(one for one in needed if isinstance(one, Table)),
        links=tuple(one for one in needed if isinstance(one, Link)),
    )


def _agree(parts: Iterable[Table | Link], unknowns: Unknowns) -> bool:
    rows = _ties(unknowns)
    for part in parts:
        rows += (
            _table_rows(part, unknowns) if isinstance(part, Table) else _link_rows(part, unknowns)
        )
    return Solver(unknowns.count, rows).possible()

"""The attack in its plainest form: joint cells over every variable, every end solved by scipy.

It shares nothing with the attack but the published values that both read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations, product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from psg_desktop.attack.published import Cell, Publication, State, Where

Sum = NDArray[np.float64]
Ends = tuple[int, int | None]
INFEASIBLE = 2
# A number or a change with its ends: of what measure, when, since when, and where.
Found = tuple[str, str, str, frozenset[tuple[str, frozenset[str]]], Ends]


@dataclass(frozen=True)
class Plain:
    """What a plain attack finds."""

    numbers: frozenset[Found]
    groups: frozenset[Found]
    there: frozenset[Found]


class BruteForce:
    """Every joint cell of every state is an unknown."""

    def __init__(self, published: Publication) -> None:
        self._published = published
        self._ends: dict[bytes, Ends] = {}
        names = list(published.variables)
        self._joint = [
            dict(zip(names, codes, strict=True)) for codes in product(*published.variables.values())
        ]
        self._states = {one: place for place, one in enumerate(published.states())}
        rows, lows, highs = [], [], []
        for table in published.tables:
            for cell in table.cells:
                rows.append(self._cell(cell))
                lows.append(cell.low)
                highs.append(np.inf if cell.high is None else cell.high)
        for link in published.links:
            for codes in product(*(published.variables[name] for name in link.over)):
                where = {n: frozenset({c}) for n, c in zip(link.over, codes, strict=True)}
                rows.append(sum(times * self._sum(state, where) for times, state in link.terms))
                lows.append(0)
                highs.append(0)
        self._limits = LinearConstraint(np.array(rows), np.array(lows), np.array(highs))

    def possible(self) -> bool:
        """Say whether any whole numbers agree."""
        return self._solved(np.zeros(self._width)).status != INFEASIBLE

    def attacked(self) -> Plain:
        """Attack every number, every change and every total."""
        numbers = self._numbers()
        return Plain(
            numbers=self.small(),
            groups=frozenset(self._forced(numbers)),
            there=frozenset(self._there(numbers)),
        )

    def small(self) -> frozenset[Found]:
        """Attack every number and every change."""
        numbers = self._numbers()
        return frozenset((*self._small(numbers), *self._changed(numbers)))

    def ends(self, of: Sum) -> Ends:
        """Find the least and the greatest whole number that a sum can be."""
        key = of.tobytes()
        if key not in self._ends:
            self._ends[key] = self._both(of)
        return self._ends[key]

    def _both(self, of: Sum) -> Ends:
        least, greatest = self._solved(of), self._solved(-of)
        # What is not solved has no end; sums here are never without a least one.
        low = -(10**6) if least.fun is None else round(least.fun)
        return low, None if greatest.fun is None else round(-greatest.fun)

    @property
    def _width(self) -> int:
        return len(self._joint) * len(self._states)

    def _solved(self, cost: Sum) -> OptimizeResult:
        return milp(
            cost,
            constraints=self._limits,
            bounds=Bounds(np.zeros(self._width), np.full(self._width, np.inf)),
            integrality=np.ones(self._width),
        )

    def _sum(self, state: State, where: Where) -> Sum:
        here = [all(one[name] in codes for name, codes in where.items()) for one in self._joint]
        row = np.zeros((len(self._states), len(self._joint)))
        row[self._states[state]] = here
        return row.reshape(-1)

    def _cell(self, cell: Cell) -> Sum:
        return np.sum([self._sum(state, cell.where) for state in cell.states], axis=0)

    def _numbers(self) -> list[tuple[Cell, int]]:
        """Give each number once, exactly where it is, with the width it needs."""
        found: dict[object, tuple[Cell, int]] = {}
        for table in self._published.tables:
            exact = {not one.where for one in table.cells if one.low == one.high and one.low}
            for cell in table.cells:
                key = (cell.states, frozenset(cell.where.items()))
                before, width = found.get(key, (cell, 3))
                width = 5 if (not cell.where) in exact and cell.low != cell.high else width
                found[key] = (cell if cell.low == cell.high else before, width)
        for states, names in {(cell.states, tuple(cell.where)) for cell, _ in found.values()}:
            self._leave_over(states, names, found)
        return list(found.values())

    def _leave_over(
        self,
        states: tuple[State, ...],
        names: tuple[str, ...],
        found: dict[object, tuple[Cell, int]],
    ) -> None:
        """Add what lies between printed categories, of codes that no category sets apart."""
        printed = [cell for cell, _ in found.values() if cell.states == states]
        sets = {
            name: [cell.where[name] for cell in printed if set(cell.where) == set(names)]
            for name in names
        }
        for codes in product(*(self._published.variables[name] for name in names)):
            where = {
                name: frozenset(
                    other
                    for other in self._published.variables[name]
                    if all((code in one) == (other in one) for one in sets[name])
                )
                for name, code in zip(names, codes, strict=True)
            }
            nothing = Cell(states=states, where=where, printed="", low=0, high=None)
            found.setdefault((states, frozenset(where.items())), (nothing, 3))

    def _small(self, numbers: list[tuple[Cell, int]]) -> Iterator[Found]:
        for cell, width in numbers:
            low, high = ends = self.ends(self._cell(cell))
            needed = 3 if cell.low == cell.high else width
            marked = 1 <= cell.low < 5 and low < 5
            if marked or (high is not None and tells(low, high, needed)):
                yield named(cell, ends)

    def _there(self, numbers: list[tuple[Cell, int]]) -> Iterator[Found]:
        for cell, width in numbers:
            low, high = ends = self.ends(self._cell(cell))
            known = high is not None and tells(low, high, width)
            if cell.low == 0 and cell.high != 0 and 1 <= low < 5 and not known:
                yield named(cell, ends)

    def _changed(self, numbers: list[tuple[Cell, int]]) -> Iterator[Found]:
        for (one, _), (other, _) in combinations(numbers, 2):
            same = (one.measure, len(one.states), one.where)
            if same != (other.measure, len(other.states), other.where):
                continue
            if one.measure not in self._published.standing:
                continue
            first, second = sorted((one, other), key=lambda cell: cell.period)
            low, high = self.ends(self._cell(second) - self._cell(first))
            if low > -(10**6) and high is not None and tells(low, high, 3):
                yield named(second, (low, high), first.period)

    def _forced(self, numbers: list[tuple[Cell, int]]) -> Iterator[Found]:
        for (whole, _), (part, _) in permutations(numbers, 2):
            if whole.states != part.states or len(part.where) != len(whole.where) + 1:
                continue
            if any(part.where.get(name) != codes for name, codes in whole.where.items()):
                continue
            others, total = self._cell(whole) - self._cell(part), self._cell(whole)
            if not np.any(others) or self.ends(others)[1] != 0:
                continue
            ends = self.ends(total)
            if ends[1] != 0:
                yield named(part, ends)


def tells(low: int, high: int, width: int) -> bool:
    """Say whether something between these ends may be few and is known too well (S1, S2)."""
    few = any(low <= one <= high or low <= -one <= high for one in range(1, 5))
    if not few:
        return False
    return high - low < width or 1 <= low <= high <= 4 or -4 <= low <= high <= -1


def named(cell: Cell, ends: Ends, since: str = "") -> Found:
    """Name what was found."""
    return cell.measure, cell.period, since, frozenset(cell.where.items()), ends

"""An attacker who knows only what was printed, solved with scipy: the third formulation.

It shares no line with the program: neither with the protection nor with `psg-desktop audit`. The
unknowns are the cells of the cliques of the printed tables, quarter by quarter and measure by
measure; what flows into what is told by laws.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.attacks.statistics.cliques import cliques

Where = tuple[tuple[str, frozenset[str]], ...]
Expression = Mapping[int, int]  # the number of an unknown: how many times
Data = NDArray[np.float64]
INFEASIBLE, UNBOUNDED = 2, 3


@dataclass(frozen=True)
class Seen:
    """One printed cell: whose number, of which quarters together, and what it may be."""

    measure: str
    quarters: tuple[str, ...]
    where: Where
    low: int
    high: int | None


@dataclass(frozen=True)
class Law:
    """Measures that add up to nothing, or to nothing at most, within each category of variables.

    `within` are conditions of single terms, by their place.
    """

    terms: tuple[tuple[int, str, str, Where], ...]
    over: tuple[str, ...] = ()
    at_most: bool = False


class Nonsense(Exception):
    """No numbers agree with what was printed."""


class Intruder:
    """Everything printed, as rows over the unknowns; `data` are data sets that agree with it.

    In fractions it is a hundred times as fast on many crossed tables, and may miss a little.
    """

    def __init__(
        self,
        variables: Mapping[str, Iterable[str]],
        seen: Iterable[Seen],
        laws: Iterable[Law] = (),
        *,
        whole: bool = True,
    ) -> None:
        self.seen, self.laws = tuple(dict.fromkeys(seen)), tuple(laws)
        self.data: list[Data] = []
        self._whole = whole
        self._numbers: dict[tuple[object, ...], int] = {}
        self._atoms = {name: self._told_apart(name, codes) for name, codes in variables.items()}
        self._cliques = dict(self._choose_cliques())
        rows: list[tuple[Expression, float, float]] = []
        for one in self.seen:
            high = np.inf if one.high is None else one.high
            rows.append((self.cells(one.measure, one.quarters, one.where), one.low, high))
        rows += [(row, 0, 0) for row in self._agreeing()]
        rows += list(self._lawful())
        self.width = len(self._numbers)
        self._within = LinearConstraint(
            self.matrix([row for row, _, _ in rows]),
            np.array([low for _, low, _ in rows]),
            np.array([high for _, _, high in rows]),
        )

    def cells(self, measure: str, quarters: Iterable[str], where: Where) -> Expression:
        """Write a number as a sum of unknowns."""
        chosen = dict(where)
        clique = next(one for one in self._cliques[measure] if chosen.keys() <= set(one))
        found: Counter[int] = Counter()
        for cell in product(*(self._parts(name, chosen.get(name)) for name in clique)):
            for quarter in quarters:
                found[self._number(measure, quarter, clique, cell)] += 1
        return found

    def unit(self, events: Iterable[tuple[str, str, Mapping[str, str]]]) -> Expression:
        """Give the unknowns a known unit is counted in: its measures, quarters and categories."""
        found: Counter[int] = Counter()
        for measure, quarter, codes in events:
            for clique in self._cliques.get(measure, ()):
                cell = tuple(self._atom(name, codes[name]) for name in clique)
                key = (measure, quarter, clique, cell)
                if key in self._numbers:
                    found[self._numbers[key]] += 1
        return found

    def least(self, of: Expression, known: Expression | None = None) -> int | None:
        """Find the least whole number; `known` are unknowns of which so many are certain."""
        found = self.solve(of, 1, known)
        return None if found is None else ceil(found - 1e-6)

    def greatest(self, of: Expression, known: Expression | None = None) -> int | None:
        found = self.solve(of, -1, known)
        return None if found is None else floor(-found + 1e-6)

    def solve(self, of: Expression, sign: int, known: Expression | None) -> float | None:
        """Minimise; None where nothing limits it. The data set found is kept."""
        cost, least = np.zeros(self.width), np.zeros(self.width)
        for column, times in of.items():
            cost[column] = sign * times
        for column, certain in (known or {}).items():
            least[column] = certain
        solved = milp(
            cost,
            constraints=self._within,
            bounds=Bounds(least, np.full(self.width, np.inf)),
            integrality=np.full(self.width, int(self._whole)),
        )
        if solved.status == INFEASIBLE:
            raise Nonsense
        if solved.status == UNBOUNDED or "unbounded" in solved.message.lower():
            return None
        assert solved.status == 0, solved.message
        self.data.append(np.rint(solved.x) if self._whole else solved.x)
        return float(solved.fun)

    def matrix(self, rows: Iterable[Expression]) -> csr_array[Any, tuple[int, int]]:
        """Put expressions below each other."""
        listed = list(rows)
        lines = [place for place, row in enumerate(listed) for _ in row]
        columns = [column for row in listed for column in row]
        times = [float(one) for row in listed for one in row.values()]
        return csr_array((times, (lines, columns)), shape=(len(listed), self.width))

    def _told_apart(self, name: str, codes: Iterable[str]) -> dict[str, frozenset[str]]:
        """Join the codes of a variable that no printed cell tells apart."""
        sets = {dict(one.where).get(name) for one in self.seen}
        sets |= {dict(term[3]).get(name) for law in self.laws for term in law.terms}
        groups: dict[frozenset[frozenset[str]], list[str]] = defaultdict(list)
        for code in dict.fromkeys(codes):
            groups[frozenset(one for one in sets if one and code in one)].append(code)
        return {code: frozenset(group) for group in groups.values() for code in group}

    def _atom(self, name: str, code: str) -> frozenset[str]:
        return self._atoms[name][code]

    def _parts(self, name: str, codes: frozenset[str] | None) -> list[frozenset[str]]:
        atoms = self._atoms[name]
        return list(dict.fromkeys(atoms[code] for code in sorted(codes or atoms)))

    def _number(self, *key: object) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _choose_cliques(self) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        sets: dict[str, set[frozenset[str]]] = defaultdict(set)
        for one in self.seen:
            sets[one.measure].add(frozenset(name for name, _ in one.where))
        for law in self.laws:
            for _, measure, _, where in law.terms:
                sets[measure].add(frozenset(law.over) | {name for name, _ in where})
        for measure, found in sets.items():
            yield measure, cliques(found)

    def _agreeing(self) -> list[Expression]:
        quarters = {(one.measure, quarter) for one in self.seen for quarter in one.quarters}
        quarters |= {(term[1], term[2]) for law in self.laws for term in law.terms}
        return [
            row
            for measure, quarter in sorted(quarters)
            for first, second in combinations(self._cliques[measure], 2)
            for row in self._agree(measure, quarter, first, second)
        ]

    def _agree(
        self, measure: str, quarter: str, first: tuple[str, ...], second: tuple[str, ...]
    ) -> Iterator[Expression]:
        shared = [name for name in first if name in second]
        for atoms in product(*(self._parts(name, None) for name in shared)):
            fixed = dict(zip(shared, atoms, strict=True))
            row = {}
            for clique, times in ((first, 1), (second, -1)):
                parts = ([fixed[n]] if n in fixed else self._parts(n, None) for n in clique)
                for cell in product(*parts):
                    row[self._number(measure, quarter, clique, cell)] = times
            yield row

    def _lawful(self) -> Iterator[tuple[Expression, float, float]]:
        for law in self.laws:
            for atoms in product(*(self._parts(name, None) for name in law.over)):
                here = tuple(zip(law.over, atoms, strict=True))
                row: Counter[int] = Counter()
                for times, measure, quarter, where in law.terms:
                    for column in self.cells(measure, (quarter,), (*here, *where)):
                        row[column] += times
                yield row, -np.inf if law.at_most else 0, 0

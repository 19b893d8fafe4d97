"""The program behind the audit: every data set that fits what was published, near the true one.

Unknown whole numbers stand over courses and blocks of traits (see `blocks`); the rows are what was
published, and that the blocks of a course add up to it. Asked for a data set in which a quantity
lies so far off, HiGHS gives the one that moves the fewest units: first with fractions allowed,
which tells what nothing can reach; then, if need be, in whole numbers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from psg_desktop.privacy.tables import modelling
from psg_desktop.privacy.tables.safety import Numbers, Quantity
from psg_desktop.privacy.tables.scene import UNBOUNDED, Scene
from psg_desktop.privacy.tables.witnesses import Checker, Goal, Witness

_SECONDS = 2.0
_ROUNDINGS = 12
# Unknowns of a program that is solved in whole numbers all at once.
_SMALL = 1_000
_WHOLE = 1e-6
# Against the quantity itself, how much a data set near the true one is worth.
_NEARNESS = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fractions:
    """A data set with fractions: the value of every column, and the unknowns that are not whole."""

    values: NDArray[np.float64]
    broken: list[int]


class Program:
    """All data sets that fit what was published of one population."""

    def __init__(self, scene: Scene) -> None:
        """Hand the scene to the solver."""
        self._scene = scene
        self._count = len(scene.amounts)
        self._rows = modelling.bound_rows(scene)
        self._row_at = {int(row): at for at, row in enumerate(self._rows)}
        self._aim_row = len(self._rows) + len(scene.sums)
        self._solver = modelling.solver()
        self._solver.passModel(modelling.model(scene, self._rows))
        self._truth = modelling.truth(scene, self._rows)
        self._prices = modelling.costs(scene)
        self._checker = Checker(scene)
        # The unknowns of the course of each unknown: itself, and those of its blocks.
        self._kin: dict[int, set[int]] = {}
        for course, parts in scene.sums:
            kin = self._kin.setdefault(course, {course})
            kin.update(parts)
            self._kin.update(dict.fromkeys(parts, kin))
        self._columns_of: dict[int, list[int]] = {}
        for place, amounts in enumerate(scene.amounts):
            for row in amounts:
                self._columns_of.setdefault(row, []).append(place)
        self.solved = 0

    def search(self, goal: Goal) -> Witness | None:
        """Find a data set that reaches a goal; None where none does, or none was found in time."""
        self._ask(goal)
        # From the true data set only this row is missed: a few steps of the dual simplex.
        self._solver.setBasis(self._truth)
        found = self._whole(goal) if self._run() else None
        self._release(goal)
        return found

    def start(self, goal: Goal) -> Numbers | None:
        """Give the number of each unknown in a data set that reaches a goal, or beside one.

        The solver may give fractions. Rounded off they are no data set, but a few moves of units
        may make them one. None where none exists, with fractions or without.
        """
        self._ask(goal)
        self._solver.setBasis(self._truth)
        found = self._beside(self._fractions()) if self._run() else None
        self._release(goal)
        return found

    def _beside(self, seen: "_Fractions") -> Numbers:
        """Round a data set off so that the units of each course still are as many by each block."""
        values = seen.values[: self._count] + seen.values[self._count :]
        numbers = np.rint(values).astype(np.int64)
        broken = set(seen.broken)
        for course, parts in self._scene.sums:
            if broken.isdisjoint(parts) and course not in broken:
                continue
            lower = np.floor(values[parts] + _WHOLE).astype(np.int64)
            over = np.argsort(lower - values[parts], kind="stable")
            more = int(numbers[course] - lower.sum())
            lower[over[: max(more, 0)]] += 1
            numbers[parts] = lower
        return numbers

    def _whole(self, goal: Goal) -> Witness | None:
        """Read the data set found; where it has fractions, look for one nearby that has none.

        First one fraction after another is rounded off; then the courses with fractions alone are
        solved in whole numbers. Solving all of them takes seconds, so only a small program is.
        """
        found, seen = self._witness(goal), self._fractions()
        if found is None:
            found = self._rounded(goal)
        if found is None:
            found = self._nearby(goal, seen)
        if found is None and self._count <= _SMALL:
            found = self._in_whole_numbers(goal)
        return found

    def _rounded(self, goal: Goal) -> Witness | None:
        """Hold the unknown nearest to a whole number at it, and solve again, until all are."""
        held: list[int] = []
        found = None
        while found is None and len(held) < _ROUNDINGS:
            seen = self._fractions()
            if not seen.broken:
                break
            values = seen.values[: self._count] + seen.values[self._count :]
            off = {place: abs(values[place] - np.rint(values[place])) for place in seen.broken}
            place = min(off, key=lambda one: (off[one], one))
            held.append(place)
            self._fix(place, round(values[place]))
            if not self._run():
                break
            found = self._witness(goal)
        for place in held:
            self._unfix(place)
        self._hold(self._held(goal))
        return found

    def _fix(self, place: int, number: int) -> None:
        kept = min(number, int(self._scene.truth[place]))
        self._solver.changeColBounds(place, float(kept), float(kept))
        beyond = float(number - kept)
        self._solver.changeColBounds(place + self._count, beyond, beyond)

    def _unfix(self, place: int) -> None:
        self._solver.changeColBounds(place, 0.0, float(self._scene.truth[place]))
        self._solver.changeColBounds(place + self._count, 0.0, float(UNBOUNDED))

    def _in_whole_numbers(self, goal: Goal) -> Witness | None:
        self._make(highspy.HighsVarType.kInteger)
        found = self._witness(goal) if self._run() else None
        # Only then: it makes the solver forget where it stood, and begin anew.
        self._make(highspy.HighsVarType.kContinuous)
        return found

    def _nearby(self, goal: Goal, seen: "_Fractions") -> Witness | None:
        """Solve in whole numbers with all courses fixed but those that came out with fractions."""
        free = {place for part in seen.broken for place in self._kin.get(part, {part})}
        fixed = np.array([one for one in range(self._count) if one not in free], dtype=np.int32)
        columns = np.concatenate([fixed, fixed + self._count]).astype(np.int32)
        known = np.rint(seen.values[columns])
        lower, upper = modelling.bounds(self._scene)
        self._solver.changeColsBounds(len(columns), columns, known, known)
        found = self._in_whole_numbers(goal)
        self._solver.changeColsBounds(len(columns), columns, lower[columns], upper[columns])
        self._hold(self._held(goal))
        return found

    def binding(self, quantity: Quantity, sign: int) -> list[int]:
        """Give the rows whose bands keep a quantity from going further, the tightest first.

        Args:
            quantity: The quantity.
            sign: 1 for what keeps it from being greater, -1 for less.
        """
        costs = _NEARNESS * self._prices
        for place, factor in self._factors(quantity).items():
            costs[[place, place + self._count]] -= sign * factor
        self._costs(costs)
        self._run()
        duals = np.abs(np.array(self._solver.getSolution().row_dual)[: len(self._rows)])
        self._costs(self._prices)
        order = np.argsort(-duals, kind="stable")
        return [int(self._rows[at]) for at in order if duals[at] > _WHOLE]

    def band(self, row: int) -> None:
        """Take over the band of a row that changed in the scene."""
        if row in self._row_at:
            low, high = self._scene.lows[row], self._scene.highs[row]
            self._solver.changeRowBounds(self._row_at[row], float(low), float(high))

    def _costs(self, costs: NDArray[np.float64]) -> None:
        columns = np.arange(2 * self._count, dtype=np.int32)
        self._solver.changeColsCost(2 * self._count, columns, costs)

    def _ask(self, goal: Goal) -> None:
        """Write the quantity into the last row, and hold the units that must stay."""
        aim = goal.amount + int(goal.quantity.of(self._scene.values[np.newaxis])[0])
        self._write(goal.quantity, 1)
        low, high = (aim, UNBOUNDED) if goal.amount > 0 else (-UNBOUNDED, aim)
        self._solver.changeRowBounds(self._aim_row, float(low), float(high))
        self._hold(self._held(goal))

    def _hold(self, places: Iterable[int]) -> None:
        for place in places:
            self._solver.changeColBounds(place, 1.0, float(self._scene.truth[place]))

    def _let_go(self, places: Iterable[int]) -> None:
        for place in places:
            self._solver.changeColBounds(place, 0.0, float(self._scene.truth[place]))

    def _release(self, goal: Goal) -> None:
        self._write(goal.quantity, 0)
        self._solver.changeRowBounds(self._aim_row, -float(UNBOUNDED), float(UNBOUNDED))
        self._let_go(self._held(goal))

    def _held(self, goal: Goal) -> set[int]:
        return {place for kind in goal.kept for place in self._scene.kinds[kind]}

    def _write(self, quantity: Quantity, sign: int) -> None:
        for place, factor in self._factors(quantity).items():
            for column in (place, place + self._count):
                if column >= self._count or self._scene.truth[place]:
                    self._solver.changeCoeff(self._aim_row, column, float(sign * factor))

    def _factors(self, quantity: Quantity) -> Counter[int]:
        factors: Counter[int] = Counter()
        for row, factor in quantity.terms:
            for place in self._columns_of.get(row, ()):
                factors[place] += factor * self._scene.amounts[place][row]
        return factors

    def _run(self) -> bool:
        self.solved += 1
        # HiGHS counts the time of all runs of one model together.
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + _SECONDS)
        self._solver.run()
        status = self._solver.getInfo().primal_solution_status
        return bool(status == highspy.SolutionStatus.kSolutionStatusFeasible)

    def _make(self, kind: highspy.HighsVarType) -> None:
        kinds = np.full(2 * self._count, int(kind), dtype=np.uint8)
        columns = np.arange(2 * self._count, dtype=np.int32)
        self._solver.changeColsIntegrality(2 * self._count, columns, kinds)

    def _witness(self, goal: Goal) -> Witness | None:
        found = self._read()
        if found is None:
            return None
        return found if self._checker.reaches(found, goal) else None

    def _fractions(self) -> _Fractions:
        both = np.array(self._solver.getSolution().col_value)
        values = both[: self._count] + both[self._count :]
        broken = np.nonzero(np.abs(values - np.rint(values)) > _WHOLE)[0]
        return _Fractions(values=both, broken=broken.tolist())

    def _read(self) -> Witness | None:
        """Read the data set found, and check in whole numbers that it is one."""
        both = np.array(self._solver.getSolution().col_value)
        values = both[: self._count] + both[self._count :]
        numbers = np.rint(values).astype(np.int64)
        if np.abs(values - numbers).max(initial=0) > _WHOLE:
            return None
        return self._checker.witness(numbers)

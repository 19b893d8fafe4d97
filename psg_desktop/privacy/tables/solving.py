"""The program behind the audit: every data set that fits what was published, near the true one.

Unknown whole numbers stand over courses and blocks of traits (see `blocks`); the rows are what was
published, and that the blocks of a course add up to it. Asked for a data set in which a quantity
lies so far off, HiGHS gives the one that moves the fewest units: first with fractions allowed,
which tells what nothing can reach; then, if need be, in whole numbers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from psg_desktop.privacy.tables.safety import Answers, Numbers, Quantity
from psg_desktop.privacy.tables.scene import UNBOUNDED, Scene

_SECONDS = 2.0
_SHAKES = 3
_WHOLE = 1e-6
# Against the quantity itself, how much a data set near the true one is worth.
_NEARNESS = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A quantity to lie off the truth by *amount* or more, below it if that is negative.

    Attributes:
        kept: Kinds of which one unit must stay.
    """

    quantity: Quantity
    amount: int
    kept: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A data set that shows the same numbers: anyone can check it, so it proves what it shows.

    Attributes:
        rows: The number of each row in it.
        keeps: For each kind whether a unit of it is in the data set.
    """

    rows: Numbers
    keeps: Answers


class Program:
    """All data sets that fit what was published of one population."""

    def __init__(self, scene: Scene) -> None:
        """Hand the scene to the solver."""
        self._scene = scene
        self._count = len(scene.amounts)
        self._aim_row = len(scene.cells) + len(scene.sums)
        self._solver = _solver()
        self._solver.passModel(self._model())
        self._kinds = np.array(scene.kinds, dtype=np.int64).reshape(len(scene.kinds), scene.width)
        self._columns_of: dict[int, list[int]] = {}
        for place, amounts in enumerate(scene.amounts):
            for row in amounts:
                self._columns_of.setdefault(row, []).append(place)
        # Chance only orders the search; the same seed makes the same audit of the same release.
        self._chance = np.random.default_rng(0)
        self.solved = 0

    def search(self, goal: Goal) -> Witness | None:
        """Find a data set that reaches a goal; None where none does, or none was found in time."""
        self._ask(goal)
        found = self._whole(goal) if self._run() else None
        self._release(goal)
        return found

    def _whole(self, goal: Goal) -> Witness | None:
        """Read the data set found; where it has fractions, look for one nearby that has none.

        With the costs shaken a little most programs come out whole; solving in whole numbers takes
        a hundred times as long and is the last resort.
        """
        found = self._witness(goal)
        for _ in range(_SHAKES if found is None else 0):
            shaken = 1.0 + self._chance.random(2 * self._count)
            self._costs(np.repeat([-1.0, 1.0], self._count) * shaken)
            found = self._witness(goal) if self._run() else None
            if found is not None:
                break
        self._costs(np.repeat([-1.0, 1.0], self._count))
        if found is None:
            self._make(highspy.HighsVarType.kInteger)
            found = self._witness(goal) if self._run() else None
            # Only then: it makes the solver forget where it stood, and begin anew.
            self._make(highspy.HighsVarType.kContinuous)
        return found

    def sweep(self, weights: Numbers, kept: Sequence[int]) -> Witness | None:
        """Find a data set as far off as can be in many rows at once.

        Args:
            weights: What a unit more in each row is worth; below 0 for rows that are to shrink.
            kept: Kinds of which one unit must stay.
        """
        places = {place for kind in kept for place in self._scene.kinds[kind]}
        self._hold(places)
        worth = np.zeros(self._count)
        for row in np.nonzero(weights)[0].tolist():
            for place in self._columns_of.get(row, ()):
                worth[place] += weights[row] * self._scene.amounts[place][row]
        near = np.repeat([-_NEARNESS, _NEARNESS], self._count)
        self._costs(near - np.concatenate([worth, worth]))
        found = self._read() if self._run() else None
        self._costs(np.repeat([-1.0, 1.0], self._count))
        self._let_go(places)
        return found

    def binding(self, quantity: Quantity, sign: int) -> list[int]:
        """Give the rows whose bands keep a quantity from going further, the tightest first.

        Args:
            quantity: The quantity.
            sign: 1 for what keeps it from being greater, -1 for less.
        """
        costs = np.repeat([-_NEARNESS, _NEARNESS], self._count)
        for place, factor in self._factors(quantity).items():
            costs[[place, place + self._count]] -= sign * factor
        self._costs(costs)
        self._run()
        duals = np.abs(np.array(self._solver.getSolution().row_dual)[: len(self._scene.cells)])
        self._costs(np.repeat([-1.0, 1.0], self._count))
        order = np.argsort(-duals, kind="stable")
        return [int(row) for row in order if duals[row] > _WHOLE]

    def band(self, row: int) -> None:
        """Take over the band of a row that changed in the scene."""
        low, high = self._scene.lows[row], self._scene.highs[row]
        self._solver.changeRowBounds(row, float(low), float(high))

    def _costs(self, costs: NDArray[np.float64]) -> None:
        columns = np.arange(2 * self._count, dtype=np.int32)
        self._solver.changeColsCost(2 * self._count, columns, costs)

    def _model(self) -> highspy.HighsLp:
        """Write the program: each unknown up to the truth, and what goes beyond it.

        Keeping units where they are pays and adding others costs, so that the data set found lies
        near the true one and most insiders are in it.
        """
        count, scene = self._count, self._scene
        columns: list[dict[int, int]] = [dict(one) for one in scene.amounts]
        for number, (course, parts) in enumerate(scene.sums, start=len(scene.cells)):
            columns[course][number] = -1
            for part in parts:
                columns[part][number] = 1
        entries = [*columns, *columns]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * count, self._aim_row + 1
        model.col_cost_ = np.repeat([-1.0, 1.0], count)
        model.col_lower_ = np.zeros(2 * count)
        model.col_upper_ = np.concatenate([scene.truth, np.full(count, UNBOUNDED)]).astype(float)
        sums = np.zeros(len(scene.sums))
        model.row_lower_ = np.concatenate([scene.lows, sums, [-UNBOUNDED]]).astype(float)
        model.row_upper_ = np.concatenate([scene.highs, sums, [UNBOUNDED]]).astype(float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.cumsum([0, *map(len, entries)]).astype(np.int32)
        indices = [row for one in entries for row in one]
        amounts = [amount for one in entries for amount in one.values()]
        model.a_matrix_.index_ = np.array(indices, np.int32)
        model.a_matrix_.value_ = np.array(amounts, float)
        return model

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
        reached = int(goal.quantity.of((found.rows - self._scene.values)[np.newaxis])[0])
        far = reached >= goal.amount if goal.amount > 0 else reached <= goal.amount
        return found if far and bool(found.keeps[list(goal.kept)].all()) else None

    def _read(self) -> Witness | None:
        """Read the data set found, and check in whole numbers that it is one."""
        both = np.array(self._solver.getSolution().col_value)
        values = both[: self._count] + both[self._count :]
        numbers = np.rint(values).astype(np.int64)
        if np.abs(values - numbers).max(initial=0) > _WHOLE:
            return None
        rows = self._scene.measured(numbers)
        if not self._scene.fits(rows[np.newaxis])[0] or not self._scene.adds_up(numbers):
            return None
        return Witness(rows=rows, keeps=(numbers[self._kinds] > 0).all(axis=1))


def _solver() -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its stub lacks this one
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - HiGHS takes no names here
    # One thread: with its pool started once, HiGHS of a later run can end without a status.
    solver.setOptionValue("threads", 1)
    # The first whole data set that reaches the goal is as good a proof as the best.
    solver.setOptionValue("mip_rel_gap", 1e9)
    return solver

"""The least and the greatest whole number that a sum of unknowns can be, solved with HiGHS."""

from dataclasses import dataclass
from math import ceil, floor, isinf
from typing import Final

import highspy
import numpy as np
import numpy.typing as npt

from psg_desktop.attack.unknowns import Columns
from psg_desktop.faults import Fault

_SLACK: Final = 1e-6
_SECONDS: Final = 60.0
_NO_LIMIT: Final = (
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)

Signed = tuple[tuple[int, Columns], ...]
"""Sums of unknowns, each with the number it is taken times."""


class AttackUnfinished(Fault):
    """The solver gave no answer within its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sum of unknowns with its bounds; no upper one is None."""

    sums: Signed
    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The whole numbers something may be; None is no limit."""

    low: int | None
    high: int | None

    @property
    def width(self) -> int | None:
        """Give how far apart the ends lie, if both are known."""
        return None if self.low is None or self.high is None else self.high - self.low


class Solver:
    """Every row at once, asked again and again for the ends of another sum."""

    def __init__(self, unknowns: int, rows: list[Row]) -> None:
        self._unknowns = unknowns
        self._columns = np.arange(unknowns, dtype=np.int32)
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]  # the library's own
        self._highs.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's own
        self._highs.passModel(_model(unknowns, rows))

    def possible(self) -> bool:
        """Say whether any numbers at all agree with every row.

        Raises:
            AttackUnfinished: The time was up.
        """
        self._whole_numbers(wanted=True)
        return self._extreme((), least=True) is not None

    def interval(self, sums: Signed) -> Interval:
        """Find the ends by linear programming: the true ends are these or lie between them.

        Raises:
            AttackUnfinished: The time was up.
        """
        self._whole_numbers(wanted=False)
        return self._ends(sums)

    def whole(self, sums: Signed) -> Interval:
        """Find the true ends, over whole numbers.

        Raises:
            AttackUnfinished: The time was up.
        """
        self._whole_numbers(wanted=True)
        return self._ends(sums)

    def _ends(self, sums: Signed) -> Interval:
        low, high = self._extreme(sums, least=True), self._extreme(sums, least=False)
        if low is None or high is None:
            raise AttackUnfinished("The tables contradict each other.")
        return Interval(
            low=None if isinf(low) else ceil(low - _SLACK),
            high=None if isinf(high) else floor(high + _SLACK),
        )

    def _whole_numbers(self, *, wanted: bool) -> None:
        kind = highspy.HighsVarType.kInteger if wanted else highspy.HighsVarType.kContinuous
        self._highs.changeColsIntegrality(
            self._unknowns, self._columns, np.full(self._unknowns, int(kind), dtype=np.uint8)
        )

    def _extreme(self, sums: Signed, *, least: bool) -> float | None:
        """Find one end; infinite where nothing limits it, None where no numbers agree."""
        # The clock of the solver runs on from question to question.
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + _SECONDS)
        self._highs.changeColsCost(self._unknowns, self._columns, _cost(self._unknowns, sums))
        sense = highspy.ObjSense.kMinimize if least else highspy.ObjSense.kMaximize
        self._highs.changeObjectiveSense(sense)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return float(self._highs.getInfo().objective_function_value)
        if status == highspy.HighsModelStatus.kInfeasible or (not sums and status in _NO_LIMIT):
            return None
        # Questions are asked of rows that were found possible, so this can only be no limit.
        if status in _NO_LIMIT:
            return -np.inf if least else np.inf
        raise AttackUnfinished(
            "The attack did not finish: the tables are too many to be solved together. Audit "
            "fewer of them at a time."
        )


def _cost(unknowns: int, sums: Signed) -> npt.NDArray[np.float64]:
    cost = np.zeros(unknowns)
    for times, columns in sums:
        cost[columns] += times
    return cost


def _model(unknowns: int, rows: list[Row]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = unknowns, len(rows)
    model.col_cost_ = np.zeros(unknowns)
    model.col_lower_ = np.zeros(unknowns)
    model.col_upper_ = np.full(unknowns, highspy.kHighsInf)
    model.row_lower_ = np.array([row.low for row in rows], dtype=np.float64)
    model.row_upper_ = np.array(
        [highspy.kHighsInf if row.high is None else row.high for row in rows], dtype=np.float64
    )
    costs = [_cost(unknowns, row.sums) for row in rows]
    filled = [np.flatnonzero(cost) for cost in costs]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.num_col_, model.a_matrix_.num_row_ = unknowns, len(rows)
    model.a_matrix_.start_ = np.cumsum([0, *(len(one) for one in filled)])
    model.a_matrix_.index_ = np.concatenate([np.zeros(0, dtype=np.intp), *filled])
    model.a_matrix_.value_ = np.concatenate(
        [np.zeros(0), *(cost[one] for cost, one in zip(costs, filled, strict=True))]
    )
    return model

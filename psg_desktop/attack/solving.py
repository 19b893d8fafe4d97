"""The least and the greatest number that a sum of unknowns can be, solved with HiGHS.

Linear programs are solved one from the end of the other; whole numbers are asked for only where
their solution is none. Every data set of whole numbers that comes up is checked and handed on: it
shows at once of many sums what they can be.
"""

from dataclasses import dataclass
from typing import Any, Final

import highspy
import numpy as np
import numpy.typing as npt

from psg_desktop.attack.splitting import Piece
from psg_desktop.attack.sums import NO_LIMIT, Numbers, Stack, Terms
from psg_desktop.faults import Fault

_NEARLY_WHOLE: Final = 1e-5
_SECONDS: Final = 60.0
_A_WHILE: Final = 5.0
_NEAR_ENOUGH: Final = 0.1
_LESS_THAN_ONE: Final = 0.99
# Far above anything printed, so that pushing everything up ends somewhere.
_MARGIN: Final = 1_000
_SOLVED: Final = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kObjectiveTarget,
)
_NO_LIMIT: Final = (
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


class AttackUnfinished(Fault):
    """The solver gave no answer within its time."""


class Impossible(Exception):
    """No whole numbers agree with every row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One end of a sum: nothing lies beyond the bound.

    Attributes:
        data: Whole numbers of the unknowns that agree with every row and reach the bound, or what
            was enough; None where the solution was none.
    """

    bound: float
    data: Numbers | None


class Solver:
    """The rows of one piece, asked again and again."""

    def __init__(self, piece: Piece) -> None:
        """Take the rows of a piece."""
        self._unknowns = piece.unknowns
        self._columns = np.arange(piece.unknowns, dtype=np.int32)
        self._stack = Stack(list(piece.rows))
        bounds = list(piece.rows.values())
        self._low = np.array([low for low, _ in bounds])
        self._high = np.array([high for _, high in bounds])
        told = [one for pair in bounds for one in pair if np.isfinite(one)]
        self._cap = _MARGIN + 10 * max(told, default=0)
        self._linear = self._solver(whole=False)
        self._whole: Any = None

    def some(self) -> Numbers:
        """Give whole numbers that agree with every row.

        Raises:
            Impossible: There are none.
            AttackUnfinished: The time was up.
        """
        if np.any(self._low > self._high):
            raise Impossible
        self._whole = self._solver(whole=True)
        for whole in (False, True):
            found = self._asked(np.zeros(self._unknowns), 1, whole=whole)
            if found is None:
                raise Impossible
            if found.data is not None:
                return found.data
        message = "whole numbers that are solved for are whole"
        raise AssertionError(message)

    def pushed(self, weights: npt.NDArray[np.float64]) -> Numbers | None:
        """Give whole numbers that make weights small, or nearly; None where none come up."""
        found = self._capped(self._linear, weights)
        if found is not None:
            return found
        self._whole = self._whole or self._solver(whole=True)
        self._whole.setOptionValue("objective_target", -NO_LIMIT)
        self._whole.setOptionValue("mip_rel_gap", _NEAR_ENOUGH)
        try:
            return self._capped(self._whole, weights)
        finally:
            self._whole.setOptionValue("mip_rel_gap", 0.0)

    def _capped(self, solver: Any, weights: npt.NDArray[np.float64]) -> Numbers | None:
        """Minimise for a while, with all numbers below a cap, and take what there is by then."""
        caps = np.full(self._unknowns, self._cap)
        none = np.zeros(self._unknowns)
        solver.changeColsBounds(self._unknowns, self._columns, none, caps)
        self._run(solver, weights, _A_WHILE)
        found = np.array(solver.getSolution().col_value)
        free = np.full(self._unknowns, highspy.kHighsInf)
        solver.changeColsBounds(self._unknowns, self._columns, none, free)
        return self._checked(found) if len(found) == self._unknowns else None

    def _run(self, solver: Any, cost: npt.NDArray[np.float64], seconds: float) -> None:
        # The clock of the solver runs on from question to question.
        solver.setOptionValue("time_limit", solver.getRunTime() + seconds)
        solver.changeColsCost(self._unknowns, self._columns, cost)
        solver.run()

    def end(self, sums: Terms, sign: int, enough: float | None) -> Answer:
        """Find an end of a sum: the least with sign 1, the greatest with -1.

        Args:
            sums: What is asked.
            sign: Which end.
            enough: In whole numbers, the search may end where the sum is seen to be this; None
                asks for the end in any numbers.

        Raises:
            AttackUnfinished: The time was up.
        """
        cost = np.zeros(self._unknowns)
        for one, times in sums:
            cost[one] = times
        if enough is not None:
            self._whole = self._whole or self._solver(whole=True)
            self._whole.setOptionValue("objective_target", sign * enough)
        found = self._asked(sign * cost, sign, whole=enough is not None)
        if found is None:
            raise AttackUnfinished(_UNFINISHED)
        return found

    def _asked(self, cost: npt.NDArray[np.float64], sign: int, *, whole: bool) -> Answer | None:
        """Minimise; None where no numbers agree."""
        solver = self._whole if whole else self._linear
        self._run(solver, cost, _SECONDS)
        status = solver.getModelStatus()
        if status in _SOLVED:
            info = solver.getInfo()
            bound = info.mip_dual_bound if whole else info.objective_function_value
            data = self._checked(np.array(solver.getSolution().col_value))
            return Answer(bound=sign * _up_to_whole(bound), data=data)
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        # Questions are asked of rows that were found possible, so this can only be no limit.
        if status in _NO_LIMIT:
            return Answer(bound=-sign * NO_LIMIT, data=None)
        raise AttackUnfinished(_UNFINISHED)

    def _checked(self, solution: npt.NDArray[np.float64]) -> Numbers | None:
        data = np.rint(solution).astype(np.int64)
        if np.any(np.abs(solution - data) > _NEARLY_WHOLE) or np.any(data < 0):
            return None
        rows = self._stack.of(data)
        return data if np.all((self._low <= rows) & (rows <= self._high)) else None

    def _solver(self, *, whole: bool) -> Any:
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the library's own
        solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's own
        solver.setOptionValue("mip_rel_gap", 0.0)
        # Sums of whole numbers are whole: less than one beyond the best there is nothing.
        solver.setOptionValue("mip_abs_gap", _LESS_THAN_ONE)
        solver.passModel(self._model())
        if whole:
            kinds = np.full(self._unknowns, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
            solver.changeColsIntegrality(self._unknowns, self._columns, kinds)
        return solver

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self._unknowns, len(self._low)
        model.col_cost_ = np.zeros(self._unknowns)
        model.col_lower_ = np.zeros(self._unknowns)
        model.col_upper_ = np.full(self._unknowns, highspy.kHighsInf)
        model.row_lower_, model.row_upper_ = self._low, self._high
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.num_col_, model.a_matrix_.num_row_ = self._unknowns, len(self._low)
        model.a_matrix_.start_ = self._stack.starts
        model.a_matrix_.index_ = self._stack.columns
        model.a_matrix_.value_ = self._stack.times.astype(np.float64)
        return model


_UNFINISHED: Final = (
    "The attack did not finish: the tables are too many to be solved together. Audit fewer of "
    "them at a time."
)


def _up_to_whole(bound: float) -> float:
    """Give the least whole number that is not below a bound, but for the solver's tolerance."""
    return float(np.ceil(bound - _SLACK))


_SLACK: Final = 1e-6

"""A scene written down for the solver: columns for unknowns, rows for what was published."""

import highspy
import numpy as np
from numpy.typing import NDArray

from psg_desktop.privacy.tables.safety import Numbers
from psg_desktop.privacy.tables.scene import UNBOUNDED, Scene

Values = NDArray[np.float64]


def solver() -> highspy.Highs:
    """Give a solver that says nothing and uses one thread."""
    found = highspy.Highs()  # type: ignore[no-untyped-call]  # its stub lacks this one
    found.setOptionValue("output_flag", False)  # noqa: FBT003 - HiGHS takes no names here
    # One thread: with its pool started once, HiGHS of a later run can end without a status.
    found.setOptionValue("threads", 1)
    # The first whole data set that reaches the goal is as good a proof as the best.
    found.setOptionValue("mip_rel_gap", 1e9)
    return found


def bound_rows(scene: Scene) -> Numbers:
    """Give the rows that have a band: what nothing bounds binds nothing.

    No band ever becomes narrower than at first, so no other row will have one.
    """
    return np.nonzero((scene.lows > 0) | (scene.highs < UNBOUNDED))[0]


def bounds(scene: Scene) -> tuple[Values, Values]:
    """Give the least and the greatest value of every column.

    Each unknown has two columns: its units up to the true number, and what goes beyond it.
    """
    count = len(scene.amounts)
    upper = np.concatenate([scene.truth, np.full(count, UNBOUNDED)]).astype(float)
    return np.zeros(2 * count), upper


def costs(scene: Scene) -> Values:
    """Give what a unit in each column costs: kept ones pay, others cost the same.

    The data set found lies near the true one then, and most insiders are in it. Unknowns that add
    to many rows cost far more than others: with fewer ties the solver takes half the steps, and
    comes out in whole numbers more often (measured on releases with three and seven before them).
    """
    weights = (1.0 + np.array([len(one) for one in scene.amounts], dtype=float)) ** 2
    return np.concatenate([-weights, weights])


def model(scene: Scene, rows: Numbers) -> highspy.HighsLp:
    """Write the program; its last row takes the quantity of a search.

    Args:
        scene: What is, or would be, in the hands of readers.
        rows: The rows of the scene that have a band; they come first.
    """
    count = len(scene.amounts)
    at = {int(row): place for place, row in enumerate(rows)}
    columns = [
        {at[row]: amount for row, amount in one.items() if row in at} for one in scene.amounts
    ]
    for number, (course, parts) in enumerate(scene.sums, start=len(rows)):
        columns[course][number] = -1
        for part in parts:
            columns[part][number] = 1
    # An unknown that is truly 0 has nothing to keep: its first column stays empty.
    entries = [*(one if scene.truth[at] else {} for at, one in enumerate(columns)), *columns]
    found = highspy.HighsLp()
    found.num_col_, found.num_row_ = 2 * count, len(rows) + len(scene.sums) + 1
    found.col_cost_ = costs(scene)
    found.col_lower_, found.col_upper_ = bounds(scene)
    sums = np.zeros(len(scene.sums))
    found.row_lower_ = np.concatenate([scene.lows[rows], sums, [-UNBOUNDED]]).astype(float)
    found.row_upper_ = np.concatenate([scene.highs[rows], sums, [UNBOUNDED]]).astype(float)
    found.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    found.a_matrix_.start_ = np.cumsum([0, *map(len, entries)]).astype(np.int32)
    indices = [row for one in entries for row in one]
    amounts = [amount for one in entries for amount in one.values()]
    found.a_matrix_.index_ = np.array(indices, np.int32)
    found.a_matrix_.value_ = np.array(amounts, float)
    return found


def truth(scene: Scene, rows: Numbers) -> highspy.HighsBasis:
    """Give the basis of the true data set: each column at its bound, each row slack."""
    status, count = highspy.HighsBasisStatus, len(scene.amounts)
    basis = highspy.HighsBasis()
    basis.col_status = [status.kUpper] * count + [status.kLower] * count
    basis.row_status = [status.kBasic] * (len(rows) + len(scene.sums) + 1)
    basis.valid = True
    return basis

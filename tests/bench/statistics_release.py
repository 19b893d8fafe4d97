"""Planning a quarter's release for the board, with a ledger that grows to eight earlier ones.

The yardstick is the least that an audit of the same release could do: with the bare solver, the
least and the greatest value of every sensitive quantity of the same joint model, in fractions, for
one reader who knows nobody. It says nothing of whole numbers, insiders or which numbers to
withhold, but works on the very same unknowns and earlier releases, which no other tool takes in:
pytauargus and G-Confid know one release and are held against ours in `statistics_peers`.
"""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import highspy
import numpy as np

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, facts, freezing, ledger, publishing
from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.privacy.tables.quantities import quantities
from psg_desktop.privacy.tables.safety import Quantity, Thresholds
from psg_desktop.privacy.tables.scene import Published, Scene
from tests.bench.measuring import Figure, peak_mb, seconds
from tests.bench.statistics_caseloads import lived_in

LAST = date(2026, 7, 1)
EARLIER = 8
TOLD = (1, 2, 4, 8)
LIMITS = {300: 60.0, 30: 10.0}
# So many quantities are solved bare at most, evenly chosen; the time is counted up to all of them.
SOLVED = 8


def figures() -> list[Figure]:
    """Plan nine quarters one after the other, for 300 cases and for 30."""
    return [figure for cases in LIMITS for figure in _figures(cases)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    """What planning one release took: wall and processor seconds."""

    wall: float
    cpu: float
    numbers: int
    shown: int
    sensitive: int


def _figures(cases: int) -> Iterator[Figure]:
    with lived_in(cases) as office:
        taken = [_publish(office, quarters.shifted(LAST, -back)) for back in range(EARLIER, -1, -1)]
        peak = peak_mb()
        last = taken[EARLIER]
        limit, name = LIMITS[cases], f"release of {cases} cases"
        told = f"{last.shown} of {last.numbers} numbers shown, {last.sensitive} sensitive"
        yield Figure(
            name=f"{name}, {EARLIER} earlier", ours=last.wall, yardstick=f"{limit:.0f} s; {told}",
            bare=limit, goal=1.0, peak_mb=peak,
        )  # fmt: skip
        bare = _bare(office)
        yield Figure(
            name="  processor", ours=last.cpu, bare=bare, peak_mb=peak_mb(),
            yardstick="bare solver, each sensitive quantity's ends",
        )  # fmt: skip
        for count in TOLD[:-1]:
            yield Figure(name=f"  {count} earlier", ours=taken[count].cpu)
        power = growth([(count, taken[count].cpu) for count in TOLD])
        yield Figure(
            name="  growth with the ledger", ours=last.cpu, bare=taken[1].cpu * EARLIER, goal=1.0,
            yardstick=f"eight times that of one; seconds grow as ledger to the {power:.2f}",
        )  # fmt: skip


def growth(taken: Sequence[tuple[int, float]]) -> float:
    """Fit seconds = a * length^p, by least squares of logarithms; give p."""
    lengths = [math.log(length) for length, _ in taken]
    spent = [math.log(one) for _, one in taken]
    slope, _ = np.polyfit(lengths, spent, 1)
    return float(slope)


def _publish(office: Office, quarter: date) -> _Planned:
    begun = time.process_time()
    plans: list[publishing.Plan] = []
    wall = seconds(lambda: plans.append(publishing.plan(office, quarter_period(quarter))))
    cpu = time.process_time() - begun
    (plan,) = plans
    publishing.publish(office, plan)
    numbers = sum(len(one.table.every_cell) for one in plan.tables)
    return _Planned(
        wall=wall,
        cpu=cpu,
        numbers=numbers,
        shown=numbers - sum(one.withheld for one in plan.tables),
        sensitive=plan.entry.examined,
    )


def _bare(office: Office) -> float:
    """Give the seconds of two bare programs for every sensitive quantity of what was published."""
    known = ledger.read(office)
    tables = [one for found in known.tables for one in found]
    asked = board.quarters_of([one.table for one in tables])
    spent = 0.0
    for counted in facts.populations(office, asked):
        histories = freezing.overlaid(counted, known.frozen)
        population = freezing.population_of(counted.population, histories)
        standing = [
            Published(cell=cell, shown=one)
            for table in tables
            if table.table.population == population.code
            for cells, row in zip(table.table.cells, table.shown, strict=True)
            for cell, one in zip(cells, row, strict=True)
        ]
        scene = Scene(population, standing)
        spent += _solved(scene, list(quantities(scene, Thresholds())))
    return spent


def _solved(scene: Scene, every: Sequence[Quantity]) -> float:
    if not every:
        return 0.0
    chosen = every[:: max(1, len(every) // SOLVED)]
    begun = time.process_time()
    solver, amounts = _program(scene), scene.amounts
    columns = np.arange(len(amounts), dtype=np.int32)
    for quantity in chosen:
        for sign in (1, -1):
            terms = [(row, sign * factor) for row, factor in quantity.terms]
            cost = np.array([sum(one.get(row, 0) * f for row, f in terms) for one in amounts])
            solver.changeColsCost(len(amounts), columns, cost.astype(float))
            solver.run()
    return (time.process_time() - begun) * len(every) / len(chosen)


def _program(scene: Scene) -> highspy.Highs:
    """Write the joint model: the rows of everything published, and that courses add up."""
    columns = [dict(one) for one in scene.amounts]
    for number, (course, parts) in enumerate(scene.sums, start=len(scene.cells)):
        columns[course][number] = -1
        for part in parts:
            columns[part][number] = 1
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(scene.cells) + len(scene.sums)
    model.col_cost_ = np.zeros(len(columns))
    model.col_lower_ = np.zeros(len(columns))
    model.col_upper_ = np.full(len(columns), highspy.kHighsInf)
    sums = np.zeros(len(scene.sums))
    model.row_lower_ = np.concatenate([scene.lows, sums]).astype(float)
    model.row_upper_ = np.concatenate([scene.highs, sums]).astype(float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.cumsum([0, *map(len, columns)]).astype(np.int32)
    model.a_matrix_.index_ = np.array([row for one in columns for row in one], np.int32)
    model.a_matrix_.value_ = np.array([a for one in columns for a in one.values()], float)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its stub lacks this one
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    return solver

"""What stands in the hands of readers: published cells with the bands they can stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.privacy.tables.blocks import Blocks
from psg_desktop.privacy.tables.merging import Merged
from psg_desktop.privacy.tables.safety import Answers, Numbers

# More than any caseload holds: the upper end of a number that nothing bounds.
UNBOUNDED = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One number that stands, or is withheld, in the hands of readers.

    Attributes:
        beside_exact: Whether it is withheld among exact numbers.
    """

    cell: Cell
    shown: Shown
    beside_exact: bool = False


class Scene:
    """Rows with their bands, the unknowns behind them, and the true units.

    Units that no published number could tell apart are of one kind.

    Attributes:
        lows, highs: The band of each row.
        amounts: What each unknown adds to the rows.
        sums: Unknowns, each with those that must add up to it.
        compositions: The unknowns that count units of each course.
        truth: The true number of each unknown.
        values: The true number of each row.
        kinds: The unknowns that count a unit of each kind.
        shares: What a unit of each kind adds to each row (kinds x rows).
    """

    def __init__(self, population: Population, published: Sequence[Published]) -> None:
        """Join what was published of one cell, and measure every unit.

        Raises:
            TooFine: The cells combine more categories than can be looked at.
        """
        bands: dict[Cell, tuple[int, int]] = {}
        for one in published:
            low, high = bands.get(one.cell, (0, UNBOUNDED))
            top = UNBOUNDED if one.shown.high is None else one.shown.high
            bands[one.cell] = (max(low, one.shown.low), min(high, top))
        self.cells = tuple(bands)
        exact = {one.cell for one in published if one.beside_exact}
        self.beside_exact = [cell in exact for cell in self.cells]
        self.lows = np.array([low for low, _ in bands.values()], dtype=np.int64)
        self.highs = np.array([high for _, high in bands.values()], dtype=np.int64)
        blocks = Blocks(population, self.cells)
        merged = Merged(blocks)
        self.amounts = merged.amounts
        self.sums = merged.sums
        self.compositions = merged.compositions
        units = [merged.of(blocks.of(history)) for history in population.histories]
        self.kinds = sorted(set(units))
        self._adds = _entries(self.amounts)
        self._ties = _entries(_parts(self.sums, len(self.amounts)))
        self.truth = np.zeros(len(self.amounts), dtype=np.int64)
        for unit in units:
            self.truth[list(unit)] += 1
        self.values = self.measured(self.truth)
        self.shares = np.zeros((len(self.kinds), len(self.cells)), dtype=np.int64)
        for number, kind in enumerate(self.kinds):
            for place in kind:
                for row, amount in self.amounts[place].items():
                    self.shares[number, row] += amount

    def measured(self, numbers: Numbers) -> Numbers:
        """Give the rows of a data set from the number of each unknown."""
        return _summed(self._adds, numbers, len(self.cells))

    def adds_up(self, numbers: Numbers) -> bool:
        """Tell whether the units of each course are as many by each block of traits."""
        return not _summed(self._ties, numbers, len(self.sums)).any()

    def fits(self, rows: Numbers) -> Answers:
        """Tell for each data set whether it shows the same numbers (data sets x rows)."""
        outside = np.logical_or(rows < self.lows, rows > self.highs)
        return np.asarray(outside.sum(axis=1) == 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entries:
    """A sparse matrix, row by row.

    Attributes:
        places, amounts: The unknown of each entry, and what it adds to the row.
        rows: The rows that have entries, and `starts` where those of each begin.
    """

    places: Numbers
    amounts: Numbers
    rows: Numbers
    starts: Numbers


def _entries(columns: Sequence[Mapping[int, int]]) -> _Entries:
    """Write what each unknown adds to each row, row by row."""
    found = [
        (row, place, amount) for place, one in enumerate(columns) for row, amount in one.items()
    ]
    at, places, amounts = np.array(sorted(found), dtype=np.int64).reshape(-1, 3).T
    rows, starts = np.unique(at, return_index=True)
    return _Entries(places=places, amounts=amounts, rows=rows, starts=starts)


def _parts(sums: Sequence[tuple[int, Sequence[int]]], count: int) -> list[dict[int, int]]:
    """Give what each unknown adds to each sum: parts count up, their course counts down."""
    columns: list[dict[int, int]] = [{} for _ in range(count)]
    for number, (course, parts) in enumerate(sums):
        columns[course][number] = -1
        for part in parts:
            columns[part][number] = 1
    return columns


def _summed(entries: _Entries, numbers: Numbers, rows: int) -> Numbers:
    found = np.zeros(rows, dtype=np.int64)
    if entries.rows.size:
        added = numbers[entries.places] * entries.amounts
        found[entries.rows] = np.add.reduceat(added, entries.starts)
    return found

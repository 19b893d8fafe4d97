"""Sums of unknowns: what every printed number is, and every question about them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Columns = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.int64]
Signed = tuple[tuple[int, Columns], ...]
"""Unknowns by their numbers, each lot with the number it is taken times."""
Terms = tuple[tuple[int, int], ...]
"""The same in order, each unknown once: its number, and how many times it counts."""

NO_LIMIT: Final = float("inf")


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


def added(sums: Signed) -> Terms:
    """Add up: each unknown once, in order, and none that cancels out."""
    found: Counter[int] = Counter()
    for times, columns in sums:
        for one in columns.tolist():
            found[one] += times
    return tuple(sorted((one, times) for one, times in found.items() if times))


class Stack:
    """Sums of unknowns below each other, worked out for a whole data set at once."""

    def __init__(self, sums: Sequence[Terms]) -> None:
        """Stack sums, none of them empty."""
        self.starts = np.cumsum([0, *map(len, sums)], dtype=np.int32)
        self.columns = _flat((one for terms in sums for one, _ in terms), np.int32)
        self.times = _flat((times for terms in sums for _, times in terms), np.int64)

    def of(self, data: Numbers) -> Numbers:
        """Give every sum (one number each) for the numbers of the unknowns."""
        if not len(self.columns):
            return np.zeros(0, dtype=np.int64)
        return np.add.reduceat(self.times * data[self.columns], self.starts[:-1])


def _flat(given: Iterable[int], kind: type) -> npt.NDArray[np.int64]:
    return np.fromiter(given, dtype=kind)

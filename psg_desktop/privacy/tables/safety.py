"""When a number is safe: the tests S1 to S4 of what a reader can work out, with their thresholds.

A quantity is a published number, or the change of one between two periods. It is sensitive when
the true value is small (1 to 4, or for a change also -1 to -4). What a reader can work out is the
interval of all values that data sets fitting everything published can have; it only has to be
wide enough, so each test holds for every wider interval too (design notes on privacy, section b).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Answers = NDArray[np.bool_]

# No setting goes below these: they are the definition of safe that the design notes give.
LEAST_SMALL = 5
LEAST_WIDTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What counts as small, and how far apart the ends of an interval must lie.

    Attributes:
        small: Counts from 1 to one less than this are sensitive (T of the design notes).
        width: The least distance between the ends of the interval of a sensitive quantity.
        beside_exact: The same where exact numbers stand around the withheld one.

    Raises:
        ValueError: One lies below its floor.
    """

    small: int = LEAST_SMALL
    width: int = LEAST_WIDTH
    beside_exact: int = LEAST_SMALL

    def __post_init__(self) -> None:
        """Refuse thresholds below the floor."""
        if self.small < LEAST_SMALL or min(self.width, self.beside_exact) < LEAST_WIDTH:
            message = "thresholds below the floor protect nobody"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number worth protecting, as a sum of rows.

    Attributes:
        terms: Rows with their factors: one row for a number by itself, the later row less the
            earlier one for a change.
        change: Whether it is a change between two periods.
        empty: Whether it is a number that is truly 0. Nobody is to be protected, but readers must
            not be able to tell: only its width counts, to somebody who knows nobody.
    """

    terms: tuple[tuple[int, int], ...]
    change: bool = False
    empty: bool = False

    def of(self, rows: Numbers) -> Numbers:
        """Give the quantity for each data set, from its rows (data sets x rows)."""
        places = [row for row, _ in self.terms]
        return rows[:, places] @ np.array([factor for _, factor in self.terms], dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What readers know of quantities: one line for each quantity, one column for each reader.

    Attributes:
        values: The true values (one column).
        change: Whether the quantity is a change (one column).
        widths: How far apart the ends must lie (one column).
        lows: The least value that fits what was published, the unit the reader knows being in it.
        highs: The greatest.
        shares: What the known unit adds; 0 for a reader who knows nobody.
    """

    values: Numbers
    change: Answers
    widths: Numbers
    lows: Numbers
    highs: Numbers
    shares: Numbers


def sensitive(value: int, thresholds: Thresholds) -> bool:
    """Tell whether a number, or a change, is so small that it stands for few."""
    return 0 < abs(value) < thresholds.small


def holds(known: Known, small: int) -> Answers:
    """Tell for each quantity and reader whether it is safe from them.

    What is protected from somebody who knows a unit is the rest, so the tests are made with that
    unit taken away. A count known to be small in all must not become known either (S2).

    Args:
        known: What readers know.
        small: Counts below this are sensitive.
    """
    rest = known.values - known.shares
    lows, highs = known.lows - known.shares, known.highs - known.shares
    wide = highs - lows >= known.widths
    near = np.where(rest < 0, -highs, lows)
    far = np.where(rest < 0, -lows, highs)
    moved = wide & ((near <= 0) | (far >= small))
    stocked = wide & (lows <= 0)
    few = (known.values > 0) & (known.values < small) & (known.shares > 0)
    unpinned = known.change | ~few | (known.highs >= small)
    size = np.where(known.change, np.abs(rest), rest)
    insensitive = (size <= 0) | (size >= small)
    return unpinned & (insensitive | np.where(known.change, moved, stocked))

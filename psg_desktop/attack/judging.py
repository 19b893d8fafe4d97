"""What of an attack counts as found: numbers of one to four people, and how nearly they are known.

The limits are those of the tests S1, S2, S3 and S5 in `docs/statistics.md`. An outsider
cannot know which numbers are small in truth, so whatever may be one to four counts.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from psg_desktop.attack.knowing import Known
from psg_desktop.attack.published import Cell, Table
from psg_desktop.attack.sums import Interval

SMALLEST_SAFE: Final = 5
LEAST_WIDTH: Final = 3
WIDTH_BESIDE_EXACT: Final = 5


class Kind(Enum):
    """How a number came to be known; of one that is present only that it is not 0."""

    PRINTED = "printed"
    EXACT = "exact"
    NARROW = "narrow"
    PINNED = "pinned"
    PRESENT = "present"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One number that can be worked out, or nearly.

    `earlier` is the cell since which the number is the change; None where it is a cell's own. Of a
    group the interval is that of its total: every one of them is in this cell's category.
    """

    kind: Kind
    table: Table
    cell: Cell
    interval: Interval
    earlier: Cell | None = None


def judged(interval: Interval, width: int = LEAST_WIDTH) -> Kind | None:
    """Say what an interval gives away of one to four people; a change counts in both directions.

    Args:
        interval: The ends of what can be worked out.
        width: How far apart they have to lie.
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        return None
    if high < 0 or (low < 0 and -low > high):
        low, high = -high, -low
    if high < 1 or low >= SMALLEST_SAFE:
        return None
    if low == high:
        return Kind.EXACT
    if high - low < width:
        return Kind.NARROW
    return Kind.PINNED if low >= 1 and high < SMALLEST_SAFE else None


def harmless(known: Known, width: int = LEAST_WIDTH) -> bool:
    """Say that nothing counts as found, wherever the ends still to be found may lie."""
    if known.low >= SMALLEST_SAFE or known.high <= -SMALLEST_SAFE:
        return True
    if known.low == known.high == 0:
        return True
    return known.least <= wanted_least(known, width) or known.greatest >= wanted_most(known, width)


def wanted_most(known: Known, width: int) -> float:
    """Say how great a number must be seen to be, as long as it was not seen to be less."""
    if known.least >= 1:
        return max(known.least + width, SMALLEST_SAFE)
    return max(known.least + width, 0 if known.least > -SMALLEST_SAFE else known.least)


def wanted_least(known: Known, width: int) -> float:
    """Say how small a number must be seen to be, as long as it was not seen to be more."""
    if known.greatest <= -1:
        return min(known.greatest - width, -SMALLEST_SAFE)
    return min(known.greatest - width, 0 if known.greatest < SMALLEST_SAFE else known.greatest)

"""What of an attack counts as found: numbers of one to four people, and how nearly they are known.

The limits are those of the tests S1, S2 and S5 for published counts in `docs/statistics-files.md`.
An outsider cannot know which numbers are small in truth, so whatever may be one to four counts.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from psg_desktop.attack.published import Cell, Table
from psg_desktop.attack.solving import Interval

SMALLEST_SAFE: Final = 5
LEAST_WIDTH: Final = 3


class Kind(Enum):
    """How a number came to be known."""

    PRINTED = "printed"
    EXACT = "exact"
    NARROW = "narrow"
    PINNED = "pinned"
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


def judged(interval: Interval) -> Kind | None:
    """Say what an interval gives away of one to four people; a change counts in both directions."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return None
    if high < 0 or (low < 0 and -low > high):
        low, high = -high, -low
    if high < 1 or low >= SMALLEST_SAFE:
        return None
    if low == high:
        return Kind.EXACT
    if high - low < LEAST_WIDTH:
        return Kind.NARROW
    return Kind.PINNED if low >= 1 and high < SMALLEST_SAFE else None


def near(interval: Interval) -> bool:
    """Say whether whole numbers may know more than linear programming, so that they are asked."""
    width = interval.width
    return width is not None and width <= LEAST_WIDTH + SMALLEST_SAFE

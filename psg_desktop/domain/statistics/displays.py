"""How a count may be shown: rules that make a band of every count, and what a reader knows of it.

The default is the floor that always exists: under 10, none included, is withheld and everything
else is given to the nearest 5. On simulated caseloads it left no small count exact, pinned or
certain in one release or between two (design notes on privacy, section b). The finer rules are
used only where the audit of all releases together has passed.
"""

from dataclasses import dataclass
from enum import StrEnum

FLOOR = 10


class DisplayRule(StrEnum):
    """How the counts of a group of cells are shown; counts under 10 are withheld in each."""

    NEAREST_FIVE = "nearest_five"
    NEAREST_THREE = "nearest_three"
    EXACT = "exact"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A count as published.

    Attributes:
        number: The number in the table; None where it is withheld.
        low: The least count it can stand for.
        high: The greatest count it can stand for; None where nothing bounds it.
    """

    number: int | None
    low: int
    high: int | None


def shown(count: int, rule: DisplayRule) -> Shown:
    """Show a count by a rule."""
    if rule is DisplayRule.WITHHELD:
        return Shown(number=None, low=0, high=None)
    if count < FLOOR:
        return Shown(number=None, low=0, high=FLOOR - 1)
    if rule is DisplayRule.EXACT:
        return Shown(number=count, low=count, high=count)
    if rule is DisplayRule.NEAREST_FIVE:
        return _nearest(count, 5, 0)
    # Steps that begin at 11, so that the lowest band is 10 to 12 and not 10 alone.
    return _nearest(count, 3, 2)


def _nearest(count: int, step: int, start: int) -> Shown:
    middle = start + step * ((count - start + step // 2) // step)
    return Shown(number=middle, low=max(FLOOR, middle - step // 2), high=middle + step // 2)

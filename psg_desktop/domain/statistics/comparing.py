"""What may be said of two displayed numbers: which is higher, and what share one is of the other.

Only what is displayed is asked, never what was counted; so nothing said here tells more than the
tables do.
"""

from enum import StrEnum

from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown

# A percentage of fewer would move by whole points with every single case.
LEAST_BASE = 50
_WHOLE = 100
_RULES = (DisplayRule.EXACT, DisplayRule.NEAREST_FIVE, DisplayRule.NEAREST_THREE)


class Direction(StrEnum):
    """How a number stands to an earlier one."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    UNCLEAR = "unclear"
    WITHHELD = "withheld"


def direction(now: Shown, before: Shown) -> Direction:
    """Tell how a number stands to an earlier one, as far as what is displayed says so."""
    if now.number is None or before.number is None:
        return Direction.WITHHELD
    if now.high is None or before.high is None:
        return Direction.UNCLEAR
    if now.low > before.high:
        return Direction.HIGHER
    if now.high < before.low:
        return Direction.LOWER
    exact = now.low == now.high and before.low == before.high
    return Direction.SAME if exact else Direction.UNCLEAR


def percentage(part: Shown, base: Shown) -> int | None:
    """Give what part of the base a number is, in whole per cent.

    None where either is withheld, or the displayed base is under `LEAST_BASE`.
    """
    if part.number is None or base.number is None or base.number < LEAST_BASE:
        return None
    return min(_WHOLE, (2 * _WHOLE * part.number + base.number) // (2 * base.number))


def rule_of(one: Shown) -> DisplayRule:
    """Give the rule by which a number is shown, which its band tells; `WITHHELD` if it is not."""
    if one.number is None:
        return DisplayRule.WITHHELD
    return next(rule for rule in _RULES if shown(one.number, rule) == one)

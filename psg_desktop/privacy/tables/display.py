"""The default display of a count in words: "under 10" with nothing included, or the nearest 5."""

from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule, shown


def floor_display(count: int) -> str:
    """Give a count as it may be shown on a page that leaves the vault."""
    number = shown(count, DisplayRule.NEAREST_FIVE).number
    return f"under {FLOOR}" if number is None else str(number)

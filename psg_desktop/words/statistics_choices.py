"""What is said while statistics are chosen: why numbers are withheld, and what would tell more."""

from collections.abc import Sequence

from psg_desktop.domain.statistics.displays import FLOOR

UNDER = f"Withheld because it is under {FLOOR}; it may be 0."
HELD = (
    f"Withheld although it is {FLOOR} or more, because a small number could be worked out from it."
)
TOO_FINE = (
    "These tables combine more categories than can be checked, so nothing was published. Ask for "
    "fewer breakdowns, or for larger categories."
)
FINER = "the same table with numbers given more finely"
FINER_COSTS = "What is shown more finely now leaves less room for later releases."
_UNSAFE = "No safe way of showing these tables was found, so nothing was published."
_ADVICE = "Ask for a longer period, or for fewer and larger categories."


def unsafe(titles: Sequence[str]) -> str:
    """Say that nothing can be published, and in which tables readers would learn too much."""
    if not titles:
        return f"{_UNSAFE} Together with what was published before, they would show too much."
    named = "; ".join(f"“{one}”" for one in titles)
    return f"{_UNSAFE} Small numbers could be worked out from {named}. {_ADVICE}"


def fill(withheld: int, numbers: int) -> str:
    """Say how much of a table is withheld, such as "41 of 56 numbers are withheld"."""
    if not withheld:
        return f"all {numbers:,} numbers are shown"
    verb = "is" if withheld == 1 else "are"
    return f"{withheld:,} of {numbers:,} numbers {verb} withheld"


def coarser(title: str, finest: tuple[str, int, int], chosen: tuple[str, int, int]) -> str:
    """Say why a part is published coarser: its name, what is withheld and how many there are."""
    by, withheld, numbers = finest
    other, still, there = chosen
    verb = "is" if still == 1 else "are"
    return (
        f"{title}: by {_lower(by)}, {withheld:,} of {numbers:,} numbers would be withheld; by "
        f"{_lower(other)}, {still:,} of {there:,} {verb}."
    )


def instead(changes: Sequence[str]) -> str:
    """Give what is different in an alternative, such as "by group of wards instead of ward"."""
    return "; ".join(changes)


def wider(narrow: str, wide: str) -> str:
    """Give one such difference: a breakdown made wider."""
    return f"by {_lower(wide)} instead of {_lower(narrow)}"


def without(breakdown: str) -> str:
    """Give one such difference: a breakdown left out."""
    return f"not by {_lower(breakdown)}"


def longer(period: str) -> str:
    """Give one such difference: a longer period."""
    return f"over {period}"


def _lower(name: str) -> str:
    # A word all in capitals, such as ASB, keeps them.
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]

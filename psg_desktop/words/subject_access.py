"""What is said of requests about information, their clock, and the copy that answers them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.leaves import Leaf
from psg_desktop.words import dates, money, names

# Identifiers and marks of the program in the history of changes.
SILENT = frozenset({"id", "batch", "entries", "digest", "spot", "merged", "kept"})
# A switch is a number and a moment is a day to the language, so those come first.
_WORDED: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (StrEnum, names.name),
    (bool, lambda value: "yes" if value else "no"),
    (datetime, dates.moment_words),
    (date, dates.prose),
    (time, lambda value: value.strftime("%H:%M")),
)
_NOT_ON_FILE = "a record that is no longer on file"


def said(name: str, value: object, known: Mapping[str, str]) -> str:
    """Give one value of a record in words; *known* names records by identifier, lists by code."""
    if isinstance(value, UUID):
        return known.get(str(value), _NOT_ON_FILE)
    if isinstance(value, int) and name == "pence":
        return money.pounds(value)
    for kind, worded in _WORDED:
        if isinstance(value, kind):
            return worded(value)
    return known.get(str(value), str(value))


def label(leaf: Leaf, called: Callable[[str], str]) -> str:
    """Give what a value is called, such as "Household 1: Name"."""
    outer, *inner = leaf.path.split(".")
    if not inner:
        return called(outer)
    number = f" {int(inner[0]) + 1}" if inner[0].isdigit() else ""
    within = called(leaf.name)
    return f"{called(outer)}{number}" + ("" if leaf.name == outer else f": {within}")


def title(leaves: Iterable[Leaf]) -> str:
    """Give the first day a record tells of, which names nobody; "" where it tells of none."""
    days = (leaf.value for leaf in leaves if isinstance(leaf.value, date) and not leaf.identifying)
    first = next(days, None)
    if first is None:
        return ""
    return dates.prose(first.date() if isinstance(first, datetime) else first)

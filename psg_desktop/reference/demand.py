"""The measures and triggers of demand a new vault starts with; partnerships change their own."""

from dataclasses import dataclass
from functools import cache

from psg_desktop.reference import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTrigger:
    """How many contacts in how many months in a row make high demand."""

    name: str
    measures: tuple[str, ...]
    at_least: int
    months: int
    caution: str
    source: str


@cache
def measures() -> tuple[tuple[str, str], ...]:
    """Give code and name of each measure, in the order to show them."""
    return tuple((row["code"], row["name"]) for row in tables.rows("lists/demand_measures.csv"))


@cache
def triggers() -> tuple[ShippedTrigger, ...]:
    """Give the triggers in the order to show them."""
    return tuple(
        ShippedTrigger(
            name=row["name"],
            measures=tuple(row["measures"].split("; ")),
            at_least=int(row["at_least"]),
            months=int(row["months"]),
            caution=row["caution"],
            source=row["source"],
        )
        for row in tables.rows("lists/demand_triggers.csv")
    )

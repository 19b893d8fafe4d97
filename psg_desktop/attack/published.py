"""Published tables as a stranger holds them: what each cell is about, and what it may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Where = Mapping[str, frozenset[str]]
"""For each variable the categories counted together; a variable not named is counted whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Whose numbers a table prints: one measure, of one period, as it stood at one time."""

    measure: str
    period: str
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One printed cell: its place, its marker or number, and the whole numbers it may stand for."""

    where: Where
    printed: str
    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Say whether the number itself is printed."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of counts; where `people` is false its small numbers point to nobody."""

    name: str
    file: str
    state: State
    cells: tuple[Cell, ...]
    people: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Measures that add up to nothing, in each cell over some variables: start + new - end = 0."""

    name: str
    terms: tuple[tuple[int, State], ...]
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything published, in the order in which it came out.

    `standing` are the measures of which a change between two periods is itself a number of
    people: what is counted at a day, or from a fixed day on.
    """

    variables: Mapping[str, tuple[str, ...]]
    tables: tuple[Table, ...]
    links: tuple[Link, ...] = ()
    standing: frozenset[str] = field(default_factory=frozenset)

    def states(self) -> tuple[State, ...]:
        """List the states of the tables, and those that only a link names, each once."""
        printed = [table.state for table in self.tables]
        linked = [state for link in self.links for _, state in link.terms]
        return tuple(dict.fromkeys((*printed, *linked)))

"""Published tables as a stranger holds them: what each cell is about, and what it may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Where = Mapping[str, frozenset[str]]
"""For each variable the categories counted together; a variable not named is counted whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Whose number a cell prints: one measure, of one period, as it stood at one time."""

    measure: str
    period: str
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One printed cell: its place, its marker or number, and the whole numbers it may stand for.

    The numbers of several states are added up where it counts several periods of one measure.
    """

    states: tuple[State, ...]
    where: Where
    printed: str
    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Say whether the number itself is printed."""
        return self.low == self.high

    @property
    def measure(self) -> str:
        """The measure it counts."""
        return self.states[0].measure

    @property
    def period(self) -> str:
        """Its periods in one line."""
        return " + ".join(state.period for state in self.states)

    @property
    def version(self) -> str:
        """Which of several versions of the same number it is, if there are any."""
        return self.states[0].version


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of counts; where `people` is false its small numbers point to nobody."""

    name: str
    file: str
    cells: tuple[Cell, ...]
    people: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Measures that add up to nothing, in each cell over some variables: start + new - end = 0.

    One that is only assumed may fail where records were corrected between two periods.
    """

    name: str
    terms: tuple[tuple[int, State], ...]
    over: tuple[str, ...] = ()
    assumed: bool = False


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
        printed = [state for one in self.tables for cell in one.cells for state in cell.states]
        linked = [state for link in self.links for _, state in link.terms]
        return tuple(dict.fromkeys((*printed, *linked)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What is counted at the end of a quarter: that of the quarter before, and what happened."""

    stock: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One description that was read, with what it says of itself.

    Attributes:
        publisher: Whose release it is; "" where it does not say.
        withdrawn: Whether it was withdrawn after it was published.
        files: Names of the files beside it that it describes.
        flows: Sums that hold over everything from quarter to quarter.
    """

    publication: Publication
    publisher: str = ""
    withdrawn: bool = False
    files: frozenset[str] = frozenset()
    flows: tuple[Flow, ...] = ()

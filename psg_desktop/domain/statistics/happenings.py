"""How something is counted: pure functions that say in which quarters it happened to a unit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from psg_desktop.domain import quarters

NOT_RECORDED = "not_recorded"
OTHER = "other"
REST = frozenset({OTHER, NOT_RECORDED})

F = TypeVar("F")
Details = tuple[tuple[str, str], ...]
# First and last day of each quarter that is asked about, in order of time.
Ends = tuple[tuple[date, date], ...]
Happened = Iterator[tuple[date, Details]]

# Called for every date of a caseload; there are few different ones.
quarter_of = cache(quarters.quarter_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Generic[F]):
    """One thing that counts, such as having been opened.

    Attributes:
        code: What its events are known by in histories and cells.
        stock: Whether it is a state at the end of each quarter; otherwise it happens on days.
        when: Gives the first day of each quarter in which it happened to a unit, with the details
            of the event, sorted by variable; of a state, only in quarters that are asked about.
    """

    code: str
    when: Callable[[F, Ends], Happened]
    stock: bool = False


@cache
def last_day(quarter: date) -> date:
    """Give the last day of a quarter, also of the last that there is."""
    return date.max if quarter == quarters.quarter_of(date.max) else quarters.last_day(quarter)


def ends(asked: tuple[date, ...]) -> Ends:
    """Give the first and last day of each quarter, from its first day."""
    return tuple((one, last_day(one)) for one in asked)

"""When a case is open: its spells from an opening to a closing, and what "open on a day" means.

Every measure of the statistics asks here, so that no two of them can disagree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.case_facts import Closure

_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A case from an opening to its closing.

    Attributes:
        again: Whether the case was open before.
        closed: The day it was closed, None while it is open.
        reason: Code of the reason of its closing; `final_risk` the risk then. "" is not recorded.
        ask_on: The day to ask whether the closing held.
        answered_on: The day that was answered, and `answer` the code of the answer.
    """

    opened: date
    again: bool = False
    closed: date | None = None
    reason: str = ""
    final_risk: str = ""
    ask_on: date | None = None
    answered_on: date | None = None
    answer: str = ""


def spells(
    opened: date, closures: Iterable[Closure]
) -> Iterator[tuple[date, bool, Closure | None]]:
    """Give when a case was opened, whether again, and the closing that ended it, in order of time.

    Days out of order are read as the earliest they can be: nothing ends before it began.
    """
    since: date | None = opened
    again = False
    for closure in closures:
        if since is None:
            return
        yield since, again, closure
        end = max(since, closure.on)
        since = None if closure.reopened_on is None else max(end, closure.reopened_on)
        again = True
    if since is not None:
        yield since, again, None


def open_on(known: Sequence[Spell], day: date) -> Spell | None:
    """Give the spell in which a case is open at the end of a day, None where it is not.

    It is open on the day it is opened, and no longer on the day it is closed.
    """
    for spell in known:
        if spell.opened <= day and (spell.closed is None or day < spell.closed):
            return spell
    return None


def months_between(first: date, last: date) -> int:
    """Give the whole months from one day to a later one; 0 where it is not later."""
    months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
    return max(months - (last.day < first.day), 0)

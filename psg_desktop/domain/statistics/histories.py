"""What is counted, as bare histories: for each quarter the traits of a unit and what befell it.

A unit is one matter of the group (a referral and the case it became), one action, one review or
one intervention. A history holds codes only, nothing that names anybody; what a statistic counts
is a number of events of histories.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that counts in a quarter, such as having been opened in it.

    Attributes:
        measure: Code of the measure that counts it.
        details: Variables that only this event has, such as the reason of a closing, with the
            code of its category; sorted by variable.
    """

    measure: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A unit in one quarter.

    Attributes:
        traits: The code of its category for each variable of the population, in their order.
        events: What counts of it in this quarter.
    """

    traits: tuple[str, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is counted of one unit, quarter by quarter; `standings` follows the quarters asked for.

    Traits stand in every quarter, also in those without events; two units of one history cannot be
    told apart by anything that is published.
    """

    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Histories of one kind of unit.

    Attributes:
        code: Such as "matters".
        variables: Codes of the variables that `Standing.traits` gives, in that order.
        quarters: First days of the quarters, in order of time.
        histories: One for each unit.
        derived: Details that follow from when things happened, such as the age of a case; a
            reader who knows the dates knows them too.
        possible: Courses of events, quarter by quarter, that a unit might have had besides those
            that units have.
    """

    code: str
    variables: tuple[str, ...]
    quarters: tuple[date, ...]
    histories: tuple[History, ...]
    derived: frozenset[str] = frozenset()
    possible: tuple[tuple[tuple[Event, ...], ...], ...] = ()

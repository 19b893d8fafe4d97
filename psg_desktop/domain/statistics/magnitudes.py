"""Sums over cases as they are published: contacts in the months before and after cases were opened.

A sum is no count: a reader who knows the largest part of it knows nearly all, and of two cases
each knows the other's. Whether it may be shown is weighed in `privacy/tables/magnitudes.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule, Shown, shown

STEP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one case gives to two sums: contacts before it was opened, and after.

    Attributes:
        unit: What the case is known by in the ledger.
    """

    unit: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCohort:
    """Cases whose contacts are published together, once and never again.

    Attributes:
        measure: Code of what was counted, and `name` as it was called then.
        opened_by: The last day on which one of them can have been opened. It follows from the
            period of the release and says nothing about any case.
        cases: How many they are, as displayed; likewise their contacts `before` and `after`.
        parts: What each gives; () where the release only repeats what was published before it.
    """

    measure: str
    name: str
    opened_by: date
    cases: Shown
    before: Shown
    after: Shown
    parts: tuple[Part, ...] = field(default=(), repr=False)


def shown_sum(total: int) -> Shown:
    """Show a sum to the nearest 10, half of it upwards; under 10 is withheld."""
    if total < FLOOR:
        return Shown(number=None, low=0, high=FLOOR - 1)
    middle = STEP * ((total + STEP // 2) // STEP)
    return Shown(number=middle, low=max(FLOOR, middle - STEP // 2), high=middle + STEP // 2 - 1)


def cohort(measure: str, name: str, opened_by: date, parts: Iterable[Part]) -> PublishedCohort:
    """Give cases as they are published together."""
    ordered = tuple(sorted(parts, key=lambda one: one.unit))
    return PublishedCohort(
        measure=measure,
        name=name,
        opened_by=opened_by,
        cases=shown(len(ordered), DisplayRule.NEAREST_FIVE),
        before=shown_sum(sum(one.before for one in ordered)),
        after=shown_sum(sum(one.after for one in ordered)),
        parts=ordered,
    )

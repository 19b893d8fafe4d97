"""The quarterly review of police figures: each ward's count, rate, change and place among wards.

Everything here is open data about areas: it says nothing about the caseload, and a high count may
only mean that many people live or go out there. It proposes; somebody decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psg_desktop.domain import quarters
from psg_desktop.domain.demand import months_from, shifted
from psg_desktop.domain.police_counts import PoliceMonth

ALL = ""
"""Stands for all categories together."""
FIFTH = 5
# Fewer than this in a quarter is neither called a top fifth nor a rise: one evening makes it.
FEWEST = 5
_MONTHS_OF_A_QUARTER = 3
_MONTHS_OF_A_YEAR = 12
# Two counts differ by more than chance if they lie over two standard deviations of their
# difference apart; the variance of a count is about the count (Poisson).
_DEVIATIONS = 2

Cell = tuple[str, str, date]


class Change(StrEnum):
    """How a quarter stands beside the same quarter of the year before."""

    HIGHER = "higher"
    LOWER = "lower"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class WardFigure:
    """One measure in one ward.

    Attributes:
        count: In the quarter.
        before: In the same quarter of the year before, None where that is not all known.
        rate: How many in three months, over the months known of the last twelve.
        leading: Whether the ward is in the top fifth of the wards.
        change: Higher or lower than the year before by more than chance, None where not known.
    """

    ward: str
    count: int
    before: int | None
    rate: float | None
    leading: bool
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Counts by ward, category and month, and which months are known.

    Attributes:
        wards: Every ward of the district, those without any count included.
        counts: By ward, category and first day of the month; all categories under `ALL`.
    """

    wards: tuple[str, ...]
    categories: tuple[str, ...]
    months: frozenset[date]
    counts: Mapping[Cell, int]

    def known(self, quarter: date) -> int:
        """Give of how many months of a quarter the figures are known."""
        return len(self.months.intersection(_months(quarter)))

    def whole(self, quarter: date) -> bool:
        """Say whether all three months of a quarter are known."""
        return self.known(quarter) == _MONTHS_OF_A_QUARTER

    def count(self, ward: str, category: str, quarter: date) -> int:
        """Give the count of a ward in the known months of a quarter."""
        return sum(self.counts.get((ward, category, month), 0) for month in _months(quarter))

    def rate(self, ward: str, category: str, quarter: date) -> float | None:
        """Give how many in three months, over the months known of the year up to a quarter."""
        last = shifted(quarter, _MONTHS_OF_A_QUARTER - 1)
        year = months_from(shifted(last, 1 - _MONTHS_OF_A_YEAR), last)
        known = self.months.intersection(year)
        if not known:
            return None
        total = sum(self.counts.get((ward, category, month), 0) for month in known)
        return total * _MONTHS_OF_A_QUARTER / len(known)


def recorded(months: Iterable[PoliceMonth], wards: Iterable[str]) -> Recorded:
    """Add up the months of one kind of figure; wards that are only in them come last."""
    counts: dict[Cell, int] = {}
    known, seen, categories = set[date](), dict.fromkeys(wards), set[str]()
    for one in months:
        known.add(one.month)
        for area in one.areas:
            seen.setdefault(area.ward)
            for row in area.counts:
                categories.add(row.category)
                for category in (row.category, ALL):
                    cell = (area.ward, category, one.month)
                    counts[cell] = counts.get(cell, 0) + row.count
    return Recorded(
        wards=tuple(seen),
        categories=tuple(sorted(categories)),
        months=frozenset(known),
        counts=counts,
    )


def review(held: Recorded, category: str, quarter: date) -> tuple[WardFigure, ...]:
    """Give each ward's figures of one measure, the highest count first."""
    leading, year_before = top_fifth(held, category, quarter), quarters.shifted(quarter, -4)
    compared = held.whole(quarter) and held.whole(year_before)
    found = []
    for ward in held.wards:
        count = held.count(ward, category, quarter)
        before = held.count(ward, category, year_before) if held.whole(year_before) else None
        found.append(
            WardFigure(
                ward=ward,
                count=count,
                before=before,
                rate=held.rate(ward, category, quarter),
                leading=ward in leading,
                change=change(before, count) if compared and before is not None else None,
            )
        )
    return tuple(sorted(found, key=lambda one: -one.count))


def top_fifth(held: Recorded, category: str, quarter: date) -> frozenset[str]:
    """Give the wards in the top fifth of a measure in a quarter.

    Of 14 wards these are at most three. Wards with equal counts are in it together or not at all,
    so that no ward is named for its place in the alphabet. Nobody leads with fewer than five.
    """
    places = places_of_the_top(len(held.wards))
    counts = {ward: held.count(ward, category, quarter) for ward in held.wards}
    return frozenset(
        ward
        for ward, count in counts.items()
        if count >= FEWEST and sum(other >= count for other in counts.values()) <= places
    )


def places_of_the_top(wards: int) -> int:
    """Give how many of so many wards make the top fifth, rounded up."""
    return -(-wards // FIFTH)


def change(before: int, now: int) -> Change:
    """Say whether a count is higher or lower than another by more than chance would make it."""
    apart = now - before
    enough = abs(apart) >= FEWEST and apart * apart > _DEVIATIONS**2 * (now + before)
    if not enough:
        return Change.LEVEL
    return Change.HIGHER if apart > 0 else Change.LOWER


def quarters_of(months: Iterable[date]) -> tuple[date, ...]:
    """Give the quarters some month of which is known, the newest first."""
    return tuple(sorted({quarters.quarter_of(month) for month in months}, reverse=True))


def months_wanted(quarter: date) -> tuple[date, ...]:
    """Give the months a review of a quarter looks at: its own three and the twelve before them."""
    return months_from(shifted(quarter, -_MONTHS_OF_A_YEAR), shifted(quarter, 2))


def _months(quarter: date) -> tuple[date, ...]:
    return months_from(quarter, shifted(quarter, _MONTHS_OF_A_QUARTER - 1))

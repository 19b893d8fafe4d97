"""When a sum over cases may be shown: enough cases in it, and no case that is nearly all of it.

Two rules of the field's handbook (Hundepool et al., "Statistical Disclosure Control", Wiley 2012,
section 4.2.2). The minimum frequency rule: at least so many cases have a part in the sum. The p%
rule: whoever knows the second largest part and takes the rest for nothing still takes the largest
for at least p % more than it is. No other pair of cases comes closer, so this holds for each case
that knows its own part exactly, against each other one.

What a reader can subtract:

- Each case is in one published cohort of a measure, so no two cohorts of it differ by few cases.
- Before and after have no month in common and are sums of different numbers, each protected by
  itself; their difference says nothing that the two do not say.
- One measure may be a part of another, such as emergency calls of all calls. Where every case's
  number of one is within that of the other, the difference is a sum too, and has to hide its
  largest part as well. Displayed numbers are rounded, so a reader has its upper end only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.magnitudes import Part, PublishedCohort

# No setting goes below these.
LEAST_CASES: Final = 10
LEAST_PER_CENT: Final = 20
_WHOLE: Final = 100
_SIDES: Final = ("before", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class MagnitudeRule:
    """What a sum has to keep to be shown.

    Attributes:
        cases: How many cases have to have a part in it.
        per_cent: By how much, in per cent of it, the largest part is at least overestimated.

    Raises:
        ValueError: One lies below its floor.
    """

    cases: int = LEAST_CASES
    per_cent: int = LEAST_PER_CENT

    def __post_init__(self) -> None:
        """Refuse thresholds below the floor."""
        if self.cases < LEAST_CASES or self.per_cent < LEAST_PER_CENT:
            message = "thresholds below the floor protect nobody"
            raise ValueError(message)

    def protects(self, parts: Iterable[int]) -> bool:
        """Say whether the sum of parts may be shown, even if it were shown exactly."""
        held = [one for one in parts if one]
        return len(held) >= self.cases and self.hides(held, sum(held))

    def hides(self, parts: Iterable[int], high: int) -> bool:
        """Say whether parts stay hidden where a reader knows that their sum is at most *high*."""
        largest, second, *_ = (*sorted(parts, reverse=True), 0, 0)
        return _WHOLE * (high - largest - second) >= self.per_cent * largest

    def publishable(self, parts: Sequence[Part]) -> bool:
        """Say whether cases may be published together: both sums, before and after."""
        return all(self.protects(getattr(one, side) for one in parts) for side in _SIDES)

    def safe_beside(self, new: PublishedCohort, published: Sequence[PublishedCohort]) -> bool:
        """Say whether a cohort may stand beside the cohorts of other measures.

        Args:
            new: What is to be published.
            published: Every cohort published so far, with its parts; those of the same measure
                are added up with it.
        """
        own = (*(one for one in published if one.measure == new.measure), new)
        others: dict[str, list[PublishedCohort]] = {}
        for one in published:
            if one.measure != new.measure:
                others.setdefault(one.measure, []).append(one)
        return all(
            self._apart(inner, outer)
            for other in others.values()
            for inner, outer in (*_nested(own, other), *_nested(other, own))
        )

    def _apart(self, inner: Sequence[PublishedCohort], outer: Sequence[PublishedCohort]) -> bool:
        return all(self._side_apart(inner, outer, side) for side in _SIDES)

    def _side_apart(
        self, inner: Sequence[PublishedCohort], outer: Sequence[PublishedCohort], side: str
    ) -> bool:
        part, whole = _numbers(inner, side), _numbers(outer, side)
        rest = {unit: number - part.get(unit, 0) for unit, number in whole.items()}
        if min(rest.values()) < 0:
            # Not a part of it: the difference has numbers of both signs, and bounds none of them.
            return True
        _, most = _ends(outer, side)
        least, _ = _ends(inner, side)
        return self.hides(rest.values(), most - least)


def _nested(
    inner: Sequence[PublishedCohort], outer: Sequence[PublishedCohort]
) -> Iterator[tuple[Sequence[PublishedCohort], Sequence[PublishedCohort]]]:
    """Give cohorts of one measure, with the cohorts of another that hold all their cases."""
    within = ([one for one in inner if _units([one]) <= _units([whole])] for whole in outer)
    for some in [*([one] for one in inner), *within, list(inner)]:
        units = _units(some)
        holding = [one for one in outer if units & _units([one])]
        if some and units <= _units(holding):
            yield some, holding


def _units(cohorts: Iterable[PublishedCohort]) -> frozenset[str]:
    return frozenset(part.unit for one in cohorts for part in one.parts)


def _numbers(cohorts: Iterable[PublishedCohort], side: str) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for one in cohorts:
        for part in one.parts:
            found[part.unit] += getattr(part, side)
    return found


def _ends(cohorts: Iterable[PublishedCohort], side: str) -> tuple[int, int]:
    """Give the least and the most that displayed sums can stand for, added up."""
    shown: list[Shown] = [getattr(one, side) for one in cohorts]
    return sum(one.low for one in shown), sum(one.high or 0 for one in shown)

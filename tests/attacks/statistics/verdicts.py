"""Judging an attack with the truth: the tests S1 to S5 of published counts.

S1: the ends of what can be worked out of a small number lie 3 apart at least, 5 where it is
withheld among exact numbers. S2: it is never certainly 1 to 4. S3: nobody is certainly there; of a
change that may be told only when it may be 5. S4: the same for somebody who knows one unit, of the
others. S5: no total is forced into one of its categories.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.attacks.statistics.intruder import Expression, Intruder

SMALL = 5
WIDTH = 3


@dataclass(frozen=True)
class Target:
    """A number worth attacking, with what it is in truth."""

    name: str
    expression: Expression
    value: int
    change: bool = False
    width: int = WIDTH


@dataclass(frozen=True)
class Failure:
    """A number that is known too well; no end is None."""

    name: str
    value: int
    low: int | None
    high: int | None
    insider: int = 0


@dataclass(frozen=True)
class Ends:
    """What is known of the others in a number: its ends without what an insider adds."""

    low: float
    high: float


def broken(target: Target, ends: Ends, share: int = 0) -> bool:
    """Say whether a number is known too well; `share` is what the insider adds to it."""
    few = share and not target.change and 0 < target.value < SMALL
    if few and ends.high + share < SMALL:
        return True
    rest = target.value - share
    if not 0 < abs(rest) < SMALL:
        return False
    low, high = (ends.low, ends.high) if rest > 0 else (-ends.high, -ends.low)
    if high - low < target.width or (low >= 1 and high < SMALL):
        return True
    return low >= 1 and not target.change


def attacked(
    intruder: Intruder, targets: Sequence[Target], known: Expression | None = None, sweeps: int = 6
) -> list[Failure]:
    """Attack every target, by what one insider knows or without; give those known too well."""
    return _Attack(intruder, targets, known or {}).failures(sweeps)


def exact(intruder: Intruder, targets: Iterable[Target]) -> list[Target]:
    """Give the targets that can be worked out exactly."""
    found = []
    for one in targets:
        row = intruder.matrix([one.expression])
        values = {float((row @ data)[0]) for data in intruder.data}
        if len(values) < 2 and intruder.least(one.expression) == intruder.greatest(one.expression):
            found.append(one)
    return found


class _Attack:
    """Data sets clear most targets at once; the ends of the others are solved one by one."""

    def __init__(self, intruder: Intruder, targets: Sequence[Target], known: Expression) -> None:
        self._intruder, self._known = intruder, known
        self._targets = [one for one in targets if self._matters(one)]
        self._rows = intruder.matrix(one.expression for one in self._targets)
        self._used = 0
        self._low = np.full(len(self._targets), np.inf)
        self._high = np.full(len(self._targets), -np.inf)

    def failures(self, sweeps: int) -> list[Failure]:
        if not self._targets:
            return []
        self._look()
        for sweep in range(sweeps):
            left = self._left()
            if not left:
                return []
            self._sweep(left, 1 if sweep % 2 else -1)
        return [found for place in self._left() if (found := self._solved(place))]

    def _matters(self, target: Target) -> bool:
        share = self._share(target)
        return 0 < abs(target.value) < SMALL or 0 < abs(target.value - share) < SMALL

    def _share(self, target: Target) -> int:
        return sum(self._known.get(one, 0) * times for one, times in self._adding(target))

    @staticmethod
    def _adding(target: Target) -> Iterable[tuple[int, int]]:
        return target.expression.items()

    def _look(self) -> None:
        """Take account of the data sets that were found since, if they hold what is known."""
        fresh = self._intruder.data[self._used :]
        self._used = len(self._intruder.data)
        fitting = [x for x in fresh if all(x[one] >= n for one, n in self._known.items())]
        if fitting:
            values: NDArray[np.float64] = self._rows @ np.array(fitting).T
            self._low = np.minimum(self._low, values.min(axis=1))
            self._high = np.maximum(self._high, values.max(axis=1))

    def _left(self) -> list[int]:
        self._look()
        return [place for place in range(len(self._targets)) if self._fails(place)]

    def _fails(self, place: int) -> bool:
        target = self._targets[place]
        share = self._share(target)
        low, high = self._low[place], self._high[place]
        return high < low or broken(target, Ends(low - share, high - share), share)

    def _sweep(self, left: Sequence[int], sign: int) -> None:
        """Push everything that is left down, or up, at once."""
        together: dict[int, int] = {}
        for place in left:
            target = self._targets[place]
            if self._high[place] < self._low[place] or self._helps(place, sign):
                for column, times in target.expression.items():
                    together[column] = together.get(column, 0) + times
        self._intruder.solve(together, sign, self._known)

    def _helps(self, place: int, sign: int) -> bool:
        target = self._targets[place]
        share = self._share(target)
        low, high = self._low[place] - share, self._high[place] - share
        ends = Ends(-1000, high) if sign > 0 else Ends(low, 1000)
        return not broken(target, ends, share)

    def _solved(self, place: int) -> Failure | None:
        if not self._fails(place):
            return None
        target = self._targets[place]
        low = self._intruder.least(target.expression, self._known)
        self._low[place] = -np.inf if low is None else low
        high = self._intruder.greatest(target.expression, self._known)
        self._high[place] = np.inf if high is None else high
        self._look()
        if not self._fails(place):
            return None
        return Failure(target.name, target.value, low, high, sum(self._known.values()))

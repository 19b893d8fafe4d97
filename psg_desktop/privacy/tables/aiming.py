"""What to look for next: how far off a quantity has to lie, and for whom, to be proven safe."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from psg_desktop.privacy.tables.evidence import NOBODY, Evidence
from psg_desktop.privacy.tables.safety import Answers, Quantity, Thresholds
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.witnesses import Goal

# For a number that may be none or many, and for a change that may go either way.
STEPS = 3
_SIDE_BY_SIDE = 256
# Readers who are tried for beside the one asked for.
_ALIKE = 6
FIRST = 0

# A quantity, a reader and an amount that were looked for.
Done = set[tuple[int, int, int]]


class Aims:
    """Gives goals for what the evidence does not prove yet."""

    def __init__(
        self,
        scene: Scene,
        evidence: Evidence,
        thresholds: Thresholds,
        chance: np.random.Generator,
    ) -> None:
        """Begin; *chance* orders what is given."""
        self._scene = scene
        self._evidence = evidence
        self._thresholds = thresholds
        self._chance = chance
        self._change = np.array([one.change for one in evidence.quantities], dtype=np.bool_)
        self._places = {one: place for place, one in enumerate(evidence.quantities)}

    def near(self, missing: Answers, done: Done) -> list[Goal]:
        """Give a goal for each of some quantities that are not yet proven; none is given twice."""
        goals = []
        places = self._chance.permutation(np.nonzero(missing.any(axis=1))[0])
        if FIRST:
            ch = np.array(
                [self._evidence.quantities[p].change for p in places.tolist()], dtype=bool
            )
            places = places[np.argsort(ch if FIRST > 0 else ~ch, kind="stable")]
        for place in places.tolist():
            for kinds in self._asking(missing[place], place):
                goal = self._next(place, kinds, done)
                if goal is not None:
                    goals.append(goal)
                    break
            if len(goals) == _SIDE_BY_SIDE:
                break
        return goals

    def alike(self, goal: Goal, missing: Answers) -> list[Goal]:
        """Give the same goal for each other reader who is not answered and has a unit in it."""
        place = self._places[goal.quantity]
        inside = missing[place, :NOBODY] & (self._evidence.shares[place, :NOBODY] != 0)
        others = [one for one in np.nonzero(inside)[0].tolist() if (one,) != goal.kept]
        return [replace(goal, kept=(one,)) for one in others[:_ALIKE]]

    def _asking(self, missing: Answers, place: int) -> Iterator[tuple[int, ...]]:
        """Give who is not answered: who knows nobody; a unit of the quantity; or a unit elsewhere.

        The last all ask the same, so they are asked for together.
        """
        if missing[NOBODY]:
            yield ()
        inside = self._evidence.shares[place, :NOBODY] != 0
        own = np.nonzero(missing[:NOBODY] & inside)[0]
        yield from ((one,) for one in self._chance.permutation(own).tolist())
        if not own.size and (missing[:NOBODY] & ~inside).any():
            yield tuple(np.nonzero(missing[:NOBODY] & ~inside)[0].tolist())

    def _next(self, place: int, kinds: tuple[int, ...], done: Done) -> Goal | None:
        """Give the first goal for a quantity that was not looked for yet, and note that it is."""
        for step in range(STEPS):
            goal = self.goal(place, kinds, step)
            if goal is not None:
                key = (place, kinds[0] if kinds else NOBODY, goal.amount)
                if key not in done:
                    done.add(key)
                    return goal
        return None

    def goal(self, place: int, kinds: tuple[int, ...], step: int) -> Goal | None:
        """Give what to look for in a step; None if it was found, or no band has room for it."""
        reader = kinds[0] if kinds else NOBODY
        quantity, value = self._evidence.quantities[place], int(self._evidence.values[place])
        low, high = self._evidence.ends(place, reader)
        rest = value - int(self._evidence.shares[place, reader])
        seen = _Seen(value=value, rest=rest, low=low, high=high)
        amount = seen.further(step, quantity, self._evidence.width(place), self._thresholds.small)
        if (low <= amount <= high and len(kinds) <= 1) or not self._room(quantity, value + amount):
            return None
        return Goal(quantity=quantity, amount=amount, kept=kinds)

    def _room(self, quantity: Quantity, value: int) -> bool:
        """Tell whether the bands of its rows alone would let a quantity have a value."""
        ends = [(self._scene.lows[row], self._scene.highs[row], by) for row, by in quantity.terms]
        least = sum(by * (low if by > 0 else high) for low, high, by in ends)
        greatest = sum(by * (high if by > 0 else low) for low, high, by in ends)
        return bool(least <= value <= greatest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """How far a quantity was seen to lie off the truth, for one reader.

    Attributes:
        value: The quantity.
        rest: The quantity without the unit that the reader knows.
    """

    value: int
    rest: int
    low: int
    high: int

    def further(self, step: int, quantity: Quantity, width: int, small: int) -> int:
        """Give how far off to look next: that it is nothing; that it is many; then back again."""
        if quantity.empty:
            return width
        if not quantity.change:
            # The last is for readers who know a unit of it: to them it must not be surely small.
            return (-self.rest, max(1, self.low + width), small - self.value)[step]
        sign = -1 if self.rest < 0 else 1
        low, high = (self.low, self.high) if sign > 0 else (-self.high, -self.low)
        size = abs(self.rest)
        many = max(low + width, 1 if low <= -size else small - size)
        return sign * (-size, many, high - width)[step]

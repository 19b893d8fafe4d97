"""Aims for data sets that prove many quantities safe at once.

A small number is safe from a reader who knows one unit of it when all its other units may be
elsewhere. So one data set serves many pairs of a number and a reader, as long as no number is to
keep one unit for one reader and to lose it for another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from psg_desktop.privacy.tables.evidence import NOBODY, Evidence
from psg_desktop.privacy.tables.safety import Answers, Numbers
from psg_desktop.privacy.tables.scene import Scene

_DRAWS = 3
# Quantities that one data set is to move: with more it seldom comes out in whole numbers.
_TOGETHER = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a data set is to look like.

    Attributes:
        weights: What a unit more in each row is worth; below 0 for rows that are to shrink.
        kept: Kinds of which one unit must stay.
    """

    weights: Numbers
    kept: tuple[int, ...]


class Sweeper:
    """Gives aims for what is not yet proven."""

    def __init__(self, scene: Scene, evidence: Evidence, chance: np.random.Generator) -> None:
        """Begin; *chance* orders the search."""
        self._scene = scene
        self._evidence = evidence
        self._chance = chance

    def aims(self, missing: Answers) -> Iterator[Aim]:
        """Give a round of aims: a few quantities at a time further off, or nearer to 0.

        Args:
            missing: For each quantity and reader whether it is not yet proven.
        """
        places = np.nonzero(missing.any(axis=1))[0]
        if places.size:
            everybody = tuple(range(len(self._scene.kinds)))
            for _ in range(_DRAWS):
                yield self._aim(self._chance.permutation(places)[:_TOGETHER], 1, everybody)
                yield self._apart(missing, places)
                yield self._apart(missing, places)

    def _aim(self, places: Numbers, sign: int, kept: tuple[int, ...]) -> Aim:
        """Move quantities off the truth: away from 0, or towards it."""
        weights = np.zeros(len(self._scene.cells), dtype=np.int64)
        for place in places.tolist():
            way = sign if self._evidence.values[place] >= 0 else -sign
            for row, factor in self._evidence.quantities[place].terms:
                weights[row] += way * factor
        return Aim(weights=weights, kept=kept)

    def _apart(self, missing: Answers, places: Numbers) -> Aim:
        """Choose quantities, each with a reader, that go together, and keep all other units.

        The reader knows a unit of it where one of those is not yet answered, or no unit of it.
        """
        members = self._evidence.shares[:, :NOBODY] != 0
        kept: set[int] = set()
        gone: set[int] = set()
        chosen = []
        for place in self._chance.permutation(places).tolist():
            inside = set(np.nonzero(members[place])[0].tolist())
            asking = np.nonzero(missing[place, :NOBODY] & members[place])[0]
            one = {int(self._chance.choice(asking))} if asking.size else set()
            if kept.isdisjoint(inside - one) and gone.isdisjoint(one):
                kept |= one
                gone |= inside - one
                chosen.append(place)
            if len(chosen) == _TOGETHER:
                break
        stay = (kind for kind in range(len(self._scene.kinds)) if kind not in gone)
        return self._aim(np.array(chosen, dtype=np.int64), -1, tuple(stay))

"""Data sets found by walking: one unit after the other is moved, until a quantity lies far enough.

Most of what the audit looks for is a few steps from the true data set. Each step takes a row that
is out of its band, or the quantity itself, and tries some moves that put it right; the best of
them is made if it leaves less amiss, and by chance also if not (WalkSAT: Selman, Kautz and Cohen
1994). Hundreds of walks are made side by side. What a walk does not reach may still be there.
"""

from collections.abc import Sequence

import numpy as np

from psg_desktop.privacy.tables.modelling import bound_rows
from psg_desktop.privacy.tables.moves import Moves
from psg_desktop.privacy.tables.safety import Numbers
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.trying import Mover, Small, Tries, Walks
from psg_desktop.privacy.tables.witnesses import Checker, Goal, Witness

_STEPS = 60
# Moves tried in each step of a walk.
_TRIES = 8
# How readily a move is made that leaves more amiss; how often the quantity comes first.
_HEAT = 0.4
_ONWARD = 0.4
# More than any caseload holds.
_FAR = 30_000


class Walker:
    """Walks from the true data set of one scene."""

    def __init__(self, scene: Scene, chance: np.random.Generator) -> None:
        """Lay out the unknowns; *chance* leads the walks."""
        self._scene = scene
        self._chance = chance
        self._moves = Moves(scene, chance)
        self._mover = Mover(self._moves, chance)
        self._checker = Checker(scene)
        self._bound = bound_rows(scene)
        self._adds = np.ascontiguousarray(self._moves.amounts[:, self._bound])

    def walk(
        self, goals: Sequence[Goal], starts: Sequence[Numbers] | None = None
    ) -> list[Witness | None]:
        """Walk to some goals at once; None for those that were not reached.

        Args:
            goals: What to look for.
            starts: The number of each unknown to begin with; those of the true data set if None.
        """
        self._lows = self._scene.lows[self._bound].astype(np.int32)
        self._highs = np.minimum(self._scene.highs[self._bound], _FAR).astype(np.int32)
        self._aim(goals)
        found: list[Witness | None] = [None] * len(goals)
        walks = self._begin(goals, [self._scene.truth] * len(goals) if starts is None else starts)
        for _ in range(_STEPS):
            there = (walks.left <= 0) & ~walks.amiss.any(axis=1)
            for walk in np.nonzero(there)[0]:
                goal = int(walks.goals[walk])
                numbers = walks.counts[walk, : self._moves.none].astype(np.int64)
                one = self._checker.witness(numbers)
                found[goal] = one if one and self._checker.reaches(one, goals[goal]) else None
            walks = walks.only(np.nonzero(~there)[0])
            if not walks.goals.size:
                break
            self._step(walks)
        return found

    def _aim(self, goals: Sequence[Goal]) -> None:
        """Note the rows of each quantity, and which way it is to go; a second row may be none."""
        terms = [(*goal.quantity.terms, (goal.quantity.terms[0][0], 0))[:2] for goal in goals]
        self._terms = np.array([[row for row, _ in one] for one in terms], dtype=np.int64)
        signs = np.sign([goal.amount for goal in goals])
        factors = np.array([[by for _, by in one] for one in terms], dtype=np.int64)
        self._ways = factors * signs[:, np.newaxis]

    def _begin(self, goals: Sequence[Goal], starts: Sequence[Numbers]) -> Walks:
        counts = np.full((len(goals), self._moves.none + 1), _FAR, dtype=np.int32)
        counts[:, : self._moves.none] = starts
        measured = np.array([self._scene.measured(one) for one in starts])
        off = (measured - self._scene.values)[np.arange(len(goals))[:, np.newaxis], self._terms]
        rows = measured[:, self._bound].astype(np.int32)
        floors = np.zeros((len(goals), self._moves.none + 1), dtype=np.int32)
        for at, goal in enumerate(goals):
            for kind in goal.kept:
                floors[at, list(self._scene.kinds[kind])] = 1
        return Walks(
            goals=np.arange(len(goals)),
            counts=counts,
            rows=rows,
            amiss=self._amiss(rows),
            left=np.abs([goal.amount for goal in goals]) - (off * self._ways).sum(axis=1),
            floors=floors,
        )

    def _amiss(self, rows: Small) -> Small:
        return np.asarray(np.maximum(np.maximum(self._lows - rows, rows - self._highs), 0))

    def _step(self, walks: Walks) -> None:
        """Try some moves in every walk, and make the best if it is good enough."""
        tries = self._aimed(walks)
        self._mover.choose(walks, tries)
        rows = walks.rows[tries.walk] + self._added(tries)
        amiss = self._amiss(rows)
        onward = self._onward(walks, tries)
        left = walks.left[tries.walk] - onward
        worse = (
            amiss.sum(axis=1)
            - walks.amiss.sum(axis=1)[tries.walk]
            + np.maximum(left, 0)
            - np.maximum(walks.left, 0)[tries.walk]
        )
        score = np.where(tries.sound, worse - _HEAT * self._chance.gumbel(size=worse.size), np.inf)
        number = walks.goals.size
        best = score.reshape(number, _TRIES).argmin(axis=1) + np.arange(number) * _TRIES
        dared = self._chance.random(number) < np.exp(-np.maximum(worse[best], 0) / _HEAT)
        made = np.nonzero(tries.sound[best] & dared)[0]
        best = best[made]
        walks.rows[made], walks.amiss[made], walks.left[made] = rows[best], amiss[best], left[best]
        for out, into in zip(tries.out[best].T, tries.into[best].T, strict=True):
            walks.counts[made, out] -= 1
            walks.counts[made, into] += 1
        walks.counts[:, self._moves.none] = _FAR

    def _aimed(self, walks: Walks) -> Tries:
        """Choose a row to put right for every try: one out of its band, or one of the quantity."""
        number = walks.goals.size
        walk = np.repeat(np.arange(number), _TRIES)
        at, bad = np.nonzero(walks.amiss)
        many = np.bincount(at, minlength=number)
        first = np.cumsum(many) - many
        pick = first[walk] + (self._chance.random(walk.size) * many[walk]).astype(np.int64)
        row = np.append(bad, 0)[np.minimum(pick, bad.size)]
        down = walks.rows[walk, row] > self._highs[row]
        onward = (walks.left[walk] > 0) & (
            (many[walk] == 0) | (self._chance.random(walk.size) < _ONWARD)
        )
        goal, second = walks.goals[walk], self._chance.integers(0, 2, walk.size)
        second[self._ways[goal, 1] == 0] = 0
        none = np.full((walk.size, 1 + self._moves.many.shape[1]), self._moves.none)
        return Tries(
            walk=walk,
            row=np.where(onward, self._terms[goal, second], self._bound[row]),
            down=np.where(onward, self._ways[goal, second] < 0, down),
            place=np.zeros(walk.size, dtype=np.int64),
            sound=np.ones(walk.size, dtype=np.bool_),
            out=none,
            into=none.copy(),
        )

    def _added(self, tries: Tries) -> Small:
        """Give what each try adds to the rows that have a band."""
        found = self._adds[tries.into[:, 0]].astype(np.int32) - self._adds[tries.out[:, 0]]
        none = self._moves.none
        beyond = (tries.out[:, 1:] != none) | (tries.into[:, 1:] != none)
        more = np.nonzero(beyond.any(axis=1))[0]
        for out, into in zip(tries.out[more, 1:].T, tries.into[more, 1:].T, strict=True):
            found[more] += self._adds[into] - self._adds[out]
        return found

    def _onward(self, walks: Walks, tries: Tries) -> Numbers:
        """Give how much nearer to its end each try brings the quantity."""
        goal, amounts = walks.goals[tries.walk], self._moves.amounts
        found = np.zeros(goal.size, dtype=np.int64)
        for rows, ways in zip(self._terms[goal].T, self._ways[goal].T, strict=True):
            at = rows[:, np.newaxis]
            found += ways * (
                amounts[tries.into, at].sum(axis=1, dtype=np.int64)
                - amounts[tries.out, at].sum(axis=1, dtype=np.int64)
            )
        return found

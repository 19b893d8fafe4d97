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
from psg_desktop.privacy.tables.trying import FAR, Mover, Small, Tries, Walks
from psg_desktop.privacy.tables.witnesses import Checker, Goal, Witness

_STEPS = 30
# Moves tried in each step of a walk.
_TRIES = 8
# How readily a move is made that leaves more amiss; how often the quantity comes first.
_HEAT = 0.4
_ONWARD = 0.4


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
        self._read_entries()

    def walk(
        self,
        goals: Sequence[Goal],
        starts: Sequence[Numbers] | None = None,
        far: int = 1,
    ) -> list[Witness | None]:
        """Walk to some goals at once; None for those that were not reached.

        Args:
            goals: What to look for.
            starts: The number of each unknown to begin with; those of the true data set if None.
            far: How many times as far as usual to go.
        """
        found: list[Witness | None] = [None] * len(goals)
        # Numbers of rows would run over, though no caseload is that large; or there is nobody.
        if self._scene.values.max(initial=0) > FAR // 2 or not self._moves.adding.size:
            return found
        # One more column, never out of its band, takes what fills up shorter lists of entries.
        self._lows = np.append(self._scene.lows[self._bound], -FAR).astype(np.int16)
        highs = np.minimum(self._scene.highs[self._bound], FAR)
        self._highs = np.append(highs, FAR).astype(np.int16)
        self._aim(goals)
        walks = self._begin(goals, starts)
        for _ in range(far * _STEPS):
            there = (walks.left <= 0) & ~walks.amiss.any(axis=1)
            for walk in np.nonzero(there)[0]:
                goal = int(walks.goals[walk])
                numbers = walks.counts[walk, : self._moves.none].astype(np.int64)
                one = self._checker.witness(numbers)
                found[goal] = one if one and self._checker.reaches(one, goals[goal]) else None
            if there.any():
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

    def _begin(self, goals: Sequence[Goal], starts: Sequence[Numbers] | None) -> Walks:
        counts = np.full((len(goals), self._moves.none + 1), FAR, dtype=np.int16)
        counts[:, : self._moves.none] = self._scene.truth if starts is None else starts
        measured = np.tile(self._scene.values, (len(goals), 1))
        if starts is not None:
            measured = np.array([self._scene.measured(one) for one in starts])
        off = (measured - self._scene.values)[np.arange(len(goals))[:, np.newaxis], self._terms]
        rows = np.zeros((len(goals), self._bound.size + 1), dtype=np.int16)
        rows[:, :-1] = measured[:, self._bound]
        floors = np.zeros((len(goals), self._moves.none + 1), dtype=np.int16)
        for at, goal in enumerate(goals):
            for kind in goal.kept:
                floors[at, list(self._scene.kinds[kind])] = 1
        return Walks(
            goals=np.arange(len(goals)),
            counts=counts,
            rows=rows,
            amiss=self._amiss(rows, slice(None)),
            left=np.abs([goal.amount for goal in goals]) - (off * self._ways).sum(axis=1),
            floors=floors,
        )

    def _read_entries(self) -> None:
        """List for each unknown the rows with a band it adds to, and how much."""
        amounts = self._moves.amounts[:, self._bound]
        unknowns, rows = np.nonzero(amounts)
        self._widths = np.bincount(unknowns, minlength=len(amounts))
        spots = np.arange(unknowns.size) - np.repeat(
            np.cumsum(self._widths) - self._widths, self._widths
        )
        shape = (len(amounts), int(self._widths.max(initial=0)))
        self._at = np.full(shape, self._bound.size, dtype=np.int64)
        self._by = np.zeros(shape, dtype=np.int16)
        self._at[unknowns, spots] = rows
        self._by[unknowns, spots] = amounts[unknowns, rows]

    def _amiss(self, rows: Small, at: Numbers | slice) -> Small:
        """Give by how much rows are out of their band."""
        return np.asarray(np.maximum(np.maximum(self._lows[at] - rows, rows - self._highs[at]), 0))

    def _step(self, walks: Walks) -> None:
        """Try some moves in every walk, and make the best if it is good enough."""
        tries = self._aimed(walks)
        self._mover.choose(walks, tries)
        left = walks.left[tries.walk] - self._onward(walks, tries)
        worse = np.maximum(left, 0) - np.maximum(walks.left, 0)[tries.walk]
        rows = walks.rows[tries.walk]
        none = self._moves.none
        alone = ((tries.out[:, 1:] == none) & (tries.into[:, 1:] == none)).all(axis=1)
        few, many = np.nonzero(alone)[0], np.nonzero(~alone)[0]
        worse[few] += self._exchanged(walks, tries, rows, few)
        worse[many] += self._moved(walks, tries, rows, many)
        score = np.where(tries.sound, worse - _HEAT * self._chance.gumbel(size=worse.size), np.inf)
        number = walks.goals.size
        best = score.reshape(number, _TRIES).argmin(axis=1) + np.arange(number) * _TRIES
        dared = self._chance.random(number) < np.exp(-np.maximum(worse[best], 0) / _HEAT)
        made = np.nonzero(tries.sound[best] & dared)[0]
        best = best[made]
        walks.rows[made], walks.left[made] = rows[best], left[best]
        walks.amiss[made] = self._amiss(rows[best], slice(None))
        for out, into in zip(tries.out[best].T, tries.into[best].T, strict=True):
            walks.counts[made, out] -= 1
            walks.counts[made, into] += 1
        walks.counts[:, none] = FAR

    def _exchanged(self, walks: Walks, tries: Tries, rows: Small, which: Numbers) -> Numbers:
        """Move units from one unknown to another; give how much more is out of its band then.

        Args:
            walks: Where they start.
            tries: What is tried.
            rows: The rows of every try; those of *which* are changed.
            which: The tries.
        """
        line = which[:, np.newaxis]
        touched = []
        for sign, place in ((-1, tries.out[which, 0]), (1, tries.into[which, 0])):
            at = self._at[place, : int(self._widths[place].max(initial=0))]
            rows[line, at] += sign * self._by[place, : at.shape[1]]
            touched.append(at)
        out, into = touched
        walk = tries.walk[line]
        more = self._amiss(rows[line, into], into) - walks.amiss[walk, into]
        # A row that both add to counts once.
        only = ~(out[:, :, np.newaxis] == into[:, np.newaxis, :]).any(axis=2)
        less = (self._amiss(rows[line, out], out) - walks.amiss[walk, out]) * only
        return np.asarray(more.sum(axis=1, dtype=np.int64) + less.sum(axis=1, dtype=np.int64))

    def _moved(self, walks: Walks, tries: Tries, rows: Small, which: Numbers) -> Numbers:
        """Move units from several unknowns to others; give how much more is out of its band."""
        for sign, places in ((-1, tries.out[which]), (1, tries.into[which])):
            widths = self._widths[places].sum(axis=1)
            many = self._widths[places].ravel()
            spots = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
            unknown = np.repeat(places.ravel(), many)
            line = np.repeat(which, widths)
            np.add.at(rows, (line, self._at[unknown, spots]), sign * self._by[unknown, spots])
        after = self._amiss(rows[which], slice(None)).sum(axis=1, dtype=np.int64)
        before = walks.amiss.sum(axis=1, dtype=np.int64)[tries.walk[which]]
        return np.asarray(after - before)

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
            row=np.where(onward, self._terms[goal, second], np.append(self._bound, 0)[row]),
            down=np.where(onward, self._ways[goal, second] < 0, down),
            place=np.zeros(walk.size, dtype=np.int64),
            sound=np.ones(walk.size, dtype=np.bool_),
            out=none,
            into=none.copy(),
        )

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

"""Which moves a walk tries: units that a row can lose or gain, and where they go or come from.

A unit goes to other values of a block within its course; or, more seldom, to a course near by with
the values it has, away altogether, or in from nowhere.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

from psg_desktop.privacy.tables.moves import Moves
from psg_desktop.privacy.tables.safety import Answers, Numbers

# Unknowns looked at to find one that a row can lose or gain.
_LOOKS = 8
# How often a unit stays in its course; how often it goes, or comes, altogether.
_STAY = 0.8
_ALONE = 0.15

# Numbers of units: half the memory makes a walk nearly twice as fast.
Small = NDArray[np.int16]
# More than any caseload holds.
FAR = 30_000


@dataclass(slots=True, kw_only=True)
class Walks:
    """Data sets under way, one line each.

    Attributes:
        goals: Which goal each walks to.
        counts: The number of each unknown, and one column for none.
        rows: The number of each row that has a band.
        amiss: By how much each is out of it.
        left: How far each quantity still has to go.
        floors: What stays of each unknown.
    """

    goals: Numbers
    counts: Small
    rows: Small
    amiss: Small
    left: Numbers
    floors: Small

    def only(self, which: Numbers) -> Self:
        """Give some of the walks."""
        return type(self)(**{one.name: getattr(self, one.name)[which] for one in fields(self)})


@dataclass(slots=True, kw_only=True)
class Tries:
    """Moves to try, one line each: out of some unknowns, into others.

    Attributes:
        walk: Which walk it is for.
        row: The row it is to change, and `down` whether that is to shrink.
        place: The unknown that loses a unit by it, or gains one.
        sound: Whether it can be made.
        out, into: Unknowns (tries x (1 + blocks)).
    """

    walk: Numbers
    row: Numbers
    down: Answers
    place: Numbers
    sound: Answers
    out: Numbers
    into: Numbers


class Mover:
    """Chooses the units that tries move."""

    def __init__(self, moves: Moves, chance: np.random.Generator) -> None:
        """Begin; *chance* leads the choice."""
        self._moves = moves
        self._chance = chance

    def choose(self, walks: Walks, tries: Tries) -> None:
        """Choose for each try what goes where; what cannot be done is not `sound`."""
        self._choose(walks, tries)
        self._within(walks, tries)
        self._between(walks, tries)

    def _choose(self, walks: Walks, tries: Tries) -> None:
        """Choose an unknown that adds to the row: one that can lose a unit, or gain one."""
        moves, number = self._moves, tries.walk.size
        lengths = moves.lengths[tries.row][:, np.newaxis]
        spots = (self._chance.random((number, _LOOKS)) * lengths).astype(np.int64)
        spots += moves.starts[tries.row][:, np.newaxis]
        places = moves.adding[np.minimum(spots, moves.adding.size - 1)]
        walk = tries.walk[:, np.newaxis]
        lose = walks.counts[walk, places] > walks.floors[walk, places]
        home = moves.courses[moves.course_of[places]]
        gain = (moves.block_of[places] < 0) | (walks.counts[walk, home] > 0)
        can = np.where(tries.down[:, np.newaxis], lose, gain) & (lengths > 0)
        tries.place = places[np.arange(number), can.argmax(axis=1)]
        tries.sound = np.asarray(can.any(axis=1))

    def _within(self, walks: Walks, tries: Tries) -> None:
        """Move units to other values of a block, within their course."""
        moves = self._moves
        stay = self._chance.random(tries.walk.size) < _STAY
        stay &= tries.sound & (moves.block_of[tries.place] >= 0)
        which = np.nonzero(stay)[0]
        place = tries.place[which]
        course, block = moves.course_of[place], moves.block_of[place]
        many, down = moves.many[course, block], tries.down[which]
        skip = 1 + (self._chance.random(which.size) * (many - 1)).astype(np.int64)
        other = moves.parts[course, block, (moves.turn[place] + skip) % many]
        source, sound = self._picked(walks, tries.walk[which], moves.parts[course, block])
        tries.out[which, 0] = np.where(down, place, source)
        tries.into[which, 0] = np.where(down, other, place)
        tries.sound[which] = down | (sound & (source != place))

    def _picked(self, walks: Walks, walk: Numbers, parts: Numbers) -> tuple[Numbers, Answers]:
        """Pick a unit that can go from some parts (... x parts): its part, and if there is one."""
        at = walk.reshape(-1, *[1] * (parts.ndim - 1))
        free = np.maximum(walks.counts[at, parts] - walks.floors[at, parts], 0)
        free[parts == self._moves.none] = 0
        upto = free.cumsum(axis=-1)
        pick = (self._chance.random(upto.shape[:-1]) * upto[..., -1]).astype(np.int64)
        spot = (upto <= pick[..., np.newaxis]).sum(axis=-1).clip(max=parts.shape[-1] - 1)
        found = np.take_along_axis(parts, spot[..., np.newaxis], axis=-1)[..., 0]
        return found, upto[..., -1] > 0

    def _between(self, walks: Walks, tries: Tries) -> None:
        """Move units to or from a course near by; or away altogether, or in from nowhere."""
        moves, chance = self._moves, self._chance
        which = np.nonzero(tries.sound & (tries.into[:, 0] == tries.out[:, 0]))[0]
        if not which.size:
            return
        walk, place, down = tries.walk[which], tries.place[which], tries.down[which]
        here = moves.course_of[place]
        rank = (chance.random(which.size) ** 1.5 * moves.near.shape[1]).astype(np.int64)
        alone = chance.random(which.size) < _ALONE
        there = moves.near[here, rank]
        # A course that is its own neighbour has no other.
        alone |= there == here
        source, target = np.where(down, here, there), np.where(down, there, here)
        out, sound = self._picked(walks, walk, moves.parts[source])
        sound |= moves.many[source] == 0
        own = moves.block_of[place][:, np.newaxis] == np.arange(moves.many.shape[1])
        lost = own & down[:, np.newaxis]
        out = np.where(
            lost, place[:, np.newaxis], np.where(moves.many[source] > 0, out, moves.none)
        )
        into = self._same_values(target, out)
        into = np.where(own & ~down[:, np.newaxis], place[:, np.newaxis], into)
        home = moves.courses[source]
        free = walks.counts[walk, home] > walks.floors[walk, home]
        leaves, enters = down | ~alone, ~down | ~alone
        none = moves.none
        tries.out[which, 0] = np.where(leaves, home, none)
        tries.out[which, 1:] = np.where(leaves[:, np.newaxis], out, none)
        tries.into[which, 0] = np.where(enters, moves.courses[target], none)
        tries.into[which, 1:] = np.where(enters[:, np.newaxis], into, none)
        tries.sound[which] = ~leaves | (free & (sound | lost).all(axis=1))

    def _same_values(self, course: Numbers, parts: Numbers) -> Numbers:
        """Give the unknowns of a course for the values that parts of another one stand for."""
        moves = self._moves
        pick = self._chance.integers(0, moves.samples.shape[1], parts.shape)
        anything = (self._chance.random(parts.shape) * moves.sizes).astype(np.int64)
        value = np.where(parts == moves.none, anything, moves.samples[parts, pick])
        return moves.values[course[:, np.newaxis], np.arange(parts.shape[1]), value]

"""Where units can go: the unknowns that count a unit, laid out so that many can be moved at once.

A unit is counted by its course and, in each block, by the unknown of its values there. So it moves
to other values of one block, or to another course with what values it has; those of courses that
add to much the same rows come first.
"""

from collections.abc import Sequence

import numpy as np

from psg_desktop.privacy.tables.merging import Composition
from psg_desktop.privacy.tables.safety import Numbers
from psg_desktop.privacy.tables.scene import Scene

# Values that stand for an unknown of several, and courses that stand next to one.
_SAMPLES = 6
_NEAR = 12


class Moves:
    """The unknowns of one scene; one number more, `none`, stands for no unknown at all.

    Attributes:
        none: The number of unknowns.
        courses: The unknown of each course.
        values: The unknown of each value (courses x blocks x values); none where a block tells
            nothing of a course.
        sizes: How many values each block has.
        parts: The unknowns of each block, each once (courses x blocks x parts).
        many: How many of them there are (courses x blocks).
        course_of, block_of, turn: For each unknown its course, its block (-1 for the course
            itself) and its place among the parts.
        samples: Values of its block that each part stands for (unknowns x samples).
        near: The courses next to each (courses x courses); where there is but one, itself.
        amounts: What each unknown adds to each row.
        starts, lengths, adding: For each row where its unknowns begin in `adding`, and how many
            there are.
    """

    def __init__(self, scene: Scene, chance: np.random.Generator) -> None:
        """Lay out the unknowns; *chance* picks which values stand for a part."""
        self.none = len(scene.amounts)
        found = scene.compositions
        self.courses = np.array([one.place for one in found], dtype=np.int64)
        self._lay_out(found)
        self._turn_about(chance)
        self.amounts = np.zeros((self.none + 1, len(scene.cells)), dtype=np.int16)
        for place, one in enumerate(scene.amounts):
            self.amounts[place, list(one)] = list(one.values())
        self._read_rows()
        self.near = self._neighbours()

    def _lay_out(self, found: Sequence[Composition]) -> None:
        blocks = max((len(one.blocks) for one in found), default=0)
        self.sizes = np.ones(blocks, dtype=np.int64)
        for block, values in enumerate(found[0].blocks if found else ()):
            self.sizes[block] = len(values)
        shape = (len(found), blocks, int(self.sizes.max(initial=1)))
        self.values = np.full(shape, self.none, dtype=np.int64)
        own: dict[tuple[int, int], list[int]] = {}
        for course, one in enumerate(found):
            for block, values in enumerate(one.blocks):
                if values[0] != one.place:
                    self.values[course, block, : len(values)] = values
                    own[course, block] = sorted(set(values))
        width = max((len(parts) for parts in own.values()), default=1)
        self.parts = np.full((len(found), blocks, width), self.none, dtype=np.int64)
        self.many = np.zeros((len(found), blocks), dtype=np.int64)
        for at, parts in own.items():
            self.parts[at][: len(parts)] = parts
            self.many[at] = len(parts)

    def _turn_about(self, chance: np.random.Generator) -> None:
        self.course_of = np.zeros(self.none + 1, dtype=np.int64)
        self.block_of = np.full(self.none + 1, -1, dtype=np.int64)
        self.turn = np.zeros(self.none + 1, dtype=np.int64)
        self.samples = np.zeros((self.none + 1, _SAMPLES), dtype=np.int64)
        self.course_of[self.courses] = np.arange(len(self.courses))
        for course, block in np.argwhere(self.many > 0):
            for turn, part in enumerate(self.parts[course, block, : self.many[course, block]]):
                self.course_of[part], self.block_of[part] = course, block
                self.turn[part] = turn
                alike = np.nonzero(self.values[course, block] == part)[0]
                self.samples[part] = chance.choice(alike, _SAMPLES)

    def _read_rows(self) -> None:
        rows, places = np.nonzero(self.amounts.T)
        self.adding: Numbers = places.astype(np.int64)
        self.lengths = np.bincount(rows, minlength=self.amounts.shape[1])
        self.starts = np.cumsum(self.lengths) - self.lengths

    def _neighbours(self) -> Numbers:
        touched = self.amounts[self.courses] > 0
        for block in range(self.parts.shape[1]):
            for turn in range(self.parts.shape[2]):
                touched |= self.amounts[self.parts[:, block, turn]] > 0
        alike = touched.astype(np.float32) @ touched.T.astype(np.float32)
        sizes = alike.diagonal()
        apart = sizes[:, np.newaxis] + sizes - 2 * alike
        np.fill_diagonal(apart, np.inf)
        return np.argsort(apart, axis=1, kind="stable")[:, : max(1, min(_NEAR, len(sizes) - 1))]

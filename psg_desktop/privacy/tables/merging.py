"""Unknowns that no published number tells apart, put together to one.

Courses that add the same to the same rows, with every value of every block, are one course; within
a course the values of a block that add the same are one value. Whatever data set the unknowns
before allowed, these allow as well and the other way round: units of the one can be called units of
the other without a row noticing.
"""

from collections import defaultdict

from psg_desktop.privacy.tables.blocks import Blocks, Unknown

_Adds = tuple[tuple[int, int], ...]


class Merged:
    """The unknowns of some blocks, as few as they can be.

    Attributes:
        amounts: What each unknown adds to the rows.
        sums: The unknown of each course, with those of one block that must add up to it.
    """

    def __init__(self, blocks: Blocks) -> None:
        """Find what is alike."""
        adds: list[_Adds] = [tuple(sorted(one.items())) for one in blocks.amounts()]
        course_of = _alike(blocks, adds)
        found: dict[tuple[int, int | None, _Adds], int] = {}
        self._place = [
            found.setdefault((course_of[one.course], one.block, adds[place]), len(found))
            for place, one in enumerate(blocks.unknowns)
        ]
        self.amounts = [dict(key[2]) for key in found]
        sums: dict[tuple[int, tuple[int, ...]], None] = {}
        for course, parts in blocks.sums():
            within = sorted({self._place[part] for part in parts})
            sums[self._place[course], tuple(within)] = None
        self.sums = tuple((course, list(parts)) for course, parts in sums)

    def of(self, unknowns: tuple[int, ...]) -> tuple[int, ...]:
        """Give what stands for the unknowns of a unit."""
        return tuple(self._place[one] for one in unknowns)


def _alike(blocks: Blocks, adds: list[_Adds]) -> dict[int, int]:
    """Give for each course the first that adds the same, with each value of each block."""
    signatures: dict[int, list[tuple[Unknown, _Adds]]] = defaultdict(list)
    for one, added in zip(blocks.unknowns, adds, strict=True):
        signatures[one.course].append((one, added))
    first: dict[tuple[tuple[object, ...], ...], int] = {}
    return {
        course: first.setdefault(
            tuple((one.block, one.values, added) for one, added in signature), course
        )
        for course, signature in signatures.items()
    }

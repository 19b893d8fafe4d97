"""Unknowns that no published number tells apart, put together to one.

Courses that add the same to the same rows, with every value of every block, are one course; within
a course the values of a block that add the same are one value; a block of one value is the course
itself. Whatever data set the unknowns
before allowed, these allow as well and the other way round: units of the one can be called units of
the other without a row noticing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psg_desktop.privacy.tables.blocks import Blocks, Unknown

_Adds = tuple[tuple[int, int], ...]
_Key = tuple[int] | tuple[int, int | None, _Adds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The unknowns that count units of one course.

    Attributes:
        place: That of the course itself.
        blocks: For each block that of each value; the course's own where all values are alike.
    """

    place: int
    blocks: tuple[tuple[int, ...], ...]


class Merged:
    """The unknowns of some blocks, as few as they can be.

    Attributes:
        amounts: What each unknown adds to the rows.
        sums: The unknown of each course, with those of one block that must add up to it.
        compositions: What counts units of each course.
    """

    def __init__(self, blocks: Blocks) -> None:
        """Find what is alike."""
        adds: list[_Adds] = [tuple(sorted(one.items())) for one in blocks.amounts()]
        course_of = _alike(blocks, adds)
        keys = [
            (course_of[one.course], one.block, adds[place])
            for place, one in enumerate(blocks.unknowns)
        ]
        values = Counter(key[:2] for key in dict.fromkeys(keys))
        found: dict[_Key, int] = {}
        self.amounts: list[dict[int, int]] = []
        self._place: list[int] = []
        for course, block, added in keys:
            # The one value of a block is that of all units of its course: no unknown of its own.
            alone = values[course, block] == 1
            key: _Key = (course,) if alone else (course, block, added)
            if key not in found:
                found[key] = len(found)
                self.amounts.append({})
            self._place.append(found[key])
            if not alone:
                self.amounts[found[key]] = dict(added)
        for course, block, added in dict.fromkeys(keys):
            if values[course, block] == 1:
                _add(self.amounts[found[course,]], added)
        self.sums = tuple(_sums(blocks, self._place))
        self.compositions = tuple(_compositions(blocks, self._place))

    def of(self, unknowns: tuple[int, ...]) -> tuple[int, ...]:
        """Give what stands for the unknowns of a unit, each once."""
        return tuple(sorted({self._place[one] for one in unknowns}))


def _add(amounts: dict[int, int], added: _Adds) -> None:
    for row, amount in added:
        amounts[row] = amounts.get(row, 0) + amount


def _sums(blocks: Blocks, place: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    seen = set()
    for course, parts in blocks.sums():
        within = tuple(sorted({place[part] for part in parts}))
        one = (place[course], within)
        if within != (place[course],) and one not in seen:
            seen.add(one)
            yield place[course], list(within)


def _compositions(blocks: Blocks, place: Sequence[int]) -> Iterator[Composition]:
    parts: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    courses: dict[int, int] = {}
    for one, at in zip(blocks.unknowns, place, strict=True):
        if one.block is None:
            courses.setdefault(at, one.course)
        else:
            parts[one.course][one.block].append(at)
    for at, course in courses.items():
        own = parts[course]
        yield Composition(place=at, blocks=tuple(tuple(own[block]) for block in sorted(own)))


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

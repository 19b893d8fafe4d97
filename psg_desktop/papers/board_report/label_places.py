"""Where the names and numbers of a map stand: within their outline, or beside the map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from psg_desktop.papers.board_report import typeface
from psg_desktop.papers.board_report.sketches import Anchor, Area, Line, Mark, Point, Words, box

Shape = tuple[tuple[Point, ...], ...]

_NAME: Final[float] = 8.5
_NUMBER: Final[float] = 10.5
_LINE: Final[float] = 9.5
_ROOM: Final[float] = 3.0  # around words within an outline
_TRIES: Final = 60
_APART: Final[float] = 6.0
_SIDES: Final = (24.0, 16.0, 10.0, 6.0, 3.0, 1.0)
_DOT: Final[float] = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is written of one region, and its areas: each some rings by the odd-even rule."""

    name: str
    number: str
    colour: str
    rings: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A label without room in its region: the point it is led to, and its lines."""

    point: Point
    number: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return _LINE * len(self.lines) + _APART


def placed(
    labels: Sequence[Label], width: float, margin: float, reach: tuple[float, float]
) -> Iterator[Mark]:
    """Place each label once.

    Args:
        labels: What is to be written.
        width: Of the whole drawing, in points.
        margin: Room on either side of the map.
        reach: From where to where the map reaches upwards.
    """
    beside: tuple[list[_Beside], list[_Beside]] = ([], [])
    for label in labels:
        within = _within(label)
        if within is not None:
            yield from _written(label, *within)
            continue
        point = _middle(label)
        said = f"{label.name}: {label.number}"
        one = _Beside(point, label.number, typeface.folded(said, _NAME, margin))
        beside[point[0] > width / 2].append(one)
    for side, (held, anchor) in enumerate(zip(beside, (Anchor.START, Anchor.END), strict=True)):
        at = width if side else 0.0
        yield from _in_margin(held, anchor, at, reach)


def _written(label: Label, at: Point, lines: tuple[str, ...]) -> Iterator[Mark]:
    x, y = at
    top = y + (_LINE * len(lines) + _NUMBER) / 2
    for place, line in enumerate(lines, 1):
        yield Words(
            at=(x, top - _LINE * place + 1.5), words=line, size=_NAME, anchor=Anchor.MIDDLE,
            colour=label.colour,
        )  # fmt: skip
    foot = top - _LINE * len(lines) - _NUMBER + 1.5
    yield Words(
        at=(x, foot), words=label.number, size=_NUMBER, bold=True, anchor=Anchor.MIDDLE,
        colour=label.colour,
    )  # fmt: skip


def _within(label: Label) -> tuple[Point, tuple[str, ...]] | None:
    """Give where name and number stand in the largest area they fit, on one line or two."""
    areas = sorted(label.rings, key=_size, reverse=True)
    for room in (1_000.0, *_narrower(label.name)):
        lines = typeface.folded(label.name, _NAME, room)
        wide = max(
            *(typeface.width(one, _NAME) for one in lines),
            typeface.width(label.number, _NUMBER, bold=True),
        )
        tall = _LINE * len(lines) + _NUMBER
        for area in areas:
            spot = _spot(area, wide + _ROOM, tall + _ROOM)
            if spot is not None:
                return spot, lines
    return None


def _narrower(name: str) -> Iterator[float]:
    words = name.split()
    for place in range(1, len(words)):
        halves = " ".join(words[:place]), " ".join(words[place:])
        yield max(typeface.width(one, _NAME) for one in halves) + 0.1


def _size(area: Shape) -> float:
    xs = [x for ring in area for x, _ in ring]
    ys = [y for ring in area for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _spot(area: Shape, wide: float, tall: float) -> Point | None:
    """Give the middle of a place where a box of this size lies within, the roomiest of those."""
    ys = [y for ring in area for _, y in ring]
    low, high = min(ys) + tall / 2, max(ys) - tall / 2
    best: tuple[float, Point] | None = None
    for place in range(_TRIES + 1):
        y = low + (high - low) * place / _TRIES
        if high < low:
            return None
        for left, right in _free(area, [y + tall * part / 4 for part in (-2, -1, 0, 1, 2)]):
            if right - left >= wide and (best is None or right - left > best[0]):
                best = right - left, ((left + right) / 2, y)
    return best[1] if best else None


def _free(area: Shape, heights: Sequence[float]) -> list[tuple[float, float]]:
    """Give the stretches from left to right that lie within an area at each of some heights."""
    found: list[tuple[float, float]] | None = None
    for y in heights:
        here = stretches(area, y)
        found = here if found is None else [
            (max(one[0], other[0]), min(one[1], other[1]))
            for one in found
            for other in here
            if max(one[0], other[0]) < min(one[1], other[1])
        ]  # fmt: skip
    return found or []


def stretches(area: Shape, y: float) -> list[tuple[float, float]]:
    """Give from where to where an area reaches at some height."""
    crossed = sorted(
        start[0] + (y - start[1]) * (end[0] - start[0]) / (end[1] - start[1])
        for ring in area
        for start, end in pairwise((*ring, ring[0]))
        if (start[1] > y) != (end[1] > y)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=False))


def _middle(label: Label) -> Point:
    """Give a point well within the largest area of a region."""
    area = max(label.rings, key=_size)
    return next(filter(None, (_spot(area, side, side) for side in _SIDES)), area[0][0])


def _in_margin(
    held: Sequence[_Beside], anchor: Anchor, at: float, reach: tuple[float, float]
) -> Iterator[Mark]:
    """Write labels below one another, each as near to its point's height as the others let it."""
    foot, top = reach
    ranked = sorted(held, key=lambda one: -one.point[1])
    rest = sum(one.height for one in ranked)
    free = max(top, foot + rest)
    for one in ranked:
        start = min(free, max(one.point[1] + one.height / 2, foot + rest))
        rest -= one.height
        free = start - one.height
        yield from _lead(one, anchor, at, start)


def _lead(one: _Beside, anchor: Anchor, at: float, start: float) -> Iterator[Mark]:
    wide = max(typeface.width(line, _NAME) for line in one.lines)
    end = at + (wide + 3 if anchor is Anchor.START else -wide - 3)
    yield Line(points=((end, start - _LINE * len(one.lines) / 2), one.point), width=0.6)
    x, y = one.point
    yield Area(rings=(box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT),), colour="#0B0C0C")
    yield from (
        Words(at=(at, start - _LINE * place + 2), words=line, size=_NAME, anchor=anchor)
        for place, line in enumerate(one.lines, 1)
    )

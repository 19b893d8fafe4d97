"""A map of displayed numbers: wards in up to five shades, each with its number or its sign.

Shades follow the numbers that are displayed and nothing else. What has no room within its outline
stands beside the map, with a line to its place. Outlines are drawn without a projection, stretched
so that both directions measure alike in the middle of the map.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Final

from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.board_report import shades, typeface
from psg_desktop.papers.board_report.charts import WIDTH
from psg_desktop.papers.board_report.label_places import Label, Shape, placed, stretches
from psg_desktop.papers.board_report.parts import Part, Picture, Sentence
from psg_desktop.papers.board_report.reading import ALL
from psg_desktop.papers.board_report.shades import Shade
from psg_desktop.papers.board_report.sketches import (
    Area,
    Line,
    Mark,
    Point,
    Sketch,
    Words,
    box,
    outline,
)
from psg_desktop.reference.boundaries import Outline, Ring
from psg_desktop.words import board_findings
from psg_desktop.words import board_report as words
from psg_desktop.words import statistics as signs

_WARD: Final = "ward"
_TALLEST: Final[float] = 300.0
_MARGIN: Final[float] = 104.0  # on either side, for what has no room within
_SIZE: Final[float] = 10.0
_ROW: Final[float] = 18.0
_KEY: Final[float] = 26.0
_INNER, _OUTER = 0.4, 1.2
_HATCH: Final[float] = 4.0
_PALE: Final = "#A6A6A6"
_QUIET: Final = "#4A4A4A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Areas that have one displayed number together; None where it is withheld."""

    name: str
    number: int | None
    outlines: tuple[Outline, ...]


def map_parts(
    published: PublishedTable, outlines: Sequence[Outline], source: str, licence: str
) -> tuple[Part, ...]:
    """Give the map of the first column of a table by ward or group of wards.

    Where no outline belongs to any row, a sentence says so.
    """
    regions, missing = _regions(published, outlines)
    if not regions:
        return (Sentence(words=words.OTHER_OUTLINES if outlines else words.NO_OUTLINES),)
    column = published.table.columns[0].label
    measure = f"{published.table.title}, {column}"
    said = [(one.name, _said(one.number)) for one in regions]
    sketch = _Map(regions, words.map_alt(measure, said)).sketch()
    picture = Picture(
        title=_title(published), subtitle=measure, source=f"{source} {licence}", sketch=sketch
    )
    more = (Sentence(words=words.without_outline(missing)),) if missing else ()
    return (picture, *more)


def _title(published: PublishedTable) -> str:
    shown = {
        row.label: values[0]
        for row, values in zip(published.table.rows, published.shown, strict=True)
        if row.code != ALL and values[0].number is not None
    }
    if len(shown) < 2:  # noqa: PLR2004 one number is the highest of nothing
        return published.table.title
    most = max(shown.values(), key=lambda one: one.number or 0)
    return board_findings.highest([label for label, one in shown.items() if one == most], most)


def _regions(
    published: PublishedTable, outlines: Sequence[Outline]
) -> tuple[tuple[Region, ...], tuple[str, ...]]:
    known = {one.code: one for one in outlines}
    found, missing = [], []
    for row, cells, shown in zip(
        published.table.rows, published.table.cells, published.shown, strict=True
    ):
        codes = dict(cells[0].where).get(_WARD, frozenset()) if cells else frozenset()
        own = tuple(known[code] for code in sorted(codes) if code in known and known[code].rings)
        if own:
            name = typeface.drawable(row.label)
            found.append(Region(name=name, number=shown[0].number, outlines=own))
        elif codes:
            missing.append(row.label)
    return tuple(found), tuple(missing)


def _said(number: int | None) -> str:
    return signs.WITHHELD if number is None else f"{number:,}"


class _Map:
    """One map while it is laid out."""

    def __init__(self, regions: Sequence[Region], alt: str) -> None:
        self._regions = regions
        self._alt = alt
        numbers = [one.number for one in regions if one.number is not None]
        self._shades = shades.of(numbers)
        self._foot = max(at[1] for at, _, _ in self._entries()) + 2 * _ROW
        points = [point for one in regions for own in one.outlines for ring in own.rings
                  for point in ring]  # fmt: skip
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        self._corner = (west, south)
        narrower = cos(radians((south + north) / 2))
        wide, tall = max((east - west) * narrower, 1e-9), max(north - south, 1e-9)
        step = min((WIDTH - 2 * _MARGIN) / wide, _TALLEST / tall)
        self._steps = (step * narrower, step)
        self._size = (wide * step, tall * step)

    def sketch(self) -> Sketch:
        """Give the drawing."""
        labels = tuple(self._labels())
        # Many labels beside a small map reach above it.
        written = max((one.at[1] for one in labels if isinstance(one, Words)), default=0.0)
        height = max(self._size[1] + self._foot, written + 10) + 6
        marks = (*self._areas(), *self._edges(), *labels, *self._legend())
        return Sketch(width=WIDTH, height=height, marks=marks, alt=self._alt)

    def _shade(self, region: Region) -> Shade:
        return shades.shade(self._shades, region.number)

    def _at(self, point: Point) -> Point:
        left = (WIDTH - self._size[0]) / 2
        return (
            left + (point[0] - self._corner[0]) * self._steps[0],
            self._foot + (point[1] - self._corner[1]) * self._steps[1],
        )

    def _rings(self, one: Outline) -> tuple[tuple[Point, ...], ...]:
        return tuple(tuple(map(self._at, ring)) for ring in one.rings)

    def _areas(self) -> Iterator[Mark]:
        for region in self._regions:
            colour = self._shade(region).fill
            for own in region.outlines:
                yield Area(rings=self._rings(own), colour=colour)
                if region.number is None:
                    yield from _hatched(self._rings(own))

    def _edges(self) -> Iterator[Mark]:
        """Give thin lines between wards of one region, and thicker ones around each region."""
        for region in self._regions:
            for own in region.outlines:
                for ring in self._rings(own):
                    yield outline(ring, _INNER, _QUIET)
        for region in self._regions:
            inner = Counter(side for own in region.outlines for side in _sides(own.rings))
            for own in region.outlines:
                for ring in own.rings:
                    yield from self._outer(ring, inner)

    def _outer(self, ring: Ring, inner: Counter[frozenset[Point]]) -> Iterator[Mark]:
        run: list[Point] = []
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
            if inner[frozenset((start, end))] == 1:
                run = run or [self._at(start)]
                run.append(self._at(end))
            elif run:
                yield Line(points=tuple(run), width=_OUTER)
                run = []
        if run:
            yield Line(points=tuple(run), width=_OUTER)

    def _labels(self) -> Iterator[Mark]:
        labels = [
            Label(
                name=region.name,
                number=_said(region.number),
                colour=self._shade(region).ink,
                rings=tuple(self._rings(own) for own in region.outlines),
            )
            for region in self._regions
        ]
        foot, top = self._foot, self._foot + self._size[1]
        yield from placed(labels, WIDTH, _MARGIN - 8, (foot, top))

    def _entries(self) -> Iterator[tuple[Point, str, str]]:
        """Give where each entry of the legend stands, its fill and its words."""
        entries = [(one.fill, words.map_class(one.low, one.high)) for one in self._shades]
        if any(one.number is None for one in self._regions):
            entries.append((shades.NONE.fill, words.MAP_WITHHELD))
        rows: list[list[tuple[float, str, str]]] = [[]]
        left = 0.0
        for fill, said in entries:
            wide = _KEY + 5 + typeface.width(said, _SIZE)
            if left + wide > WIDTH:
                rows.append([])
                left = 0.0
            rows[-1].append((left, fill, said))
            left += wide + 14
        for place, row in enumerate(reversed(rows)):
            yield from (((start, 3 + place * _ROW), fill, said) for start, fill, said in row)

    def _legend(self) -> Iterator[Mark]:
        for (left, bottom), fill, said in self._entries():
            ring = box(left, bottom, _KEY, 13)
            yield Area(rings=(ring,), colour=fill)
            if fill == shades.NONE.fill:
                yield from _hatched((ring,))
            yield outline(ring)
            yield Words(at=(left + _KEY + 5, bottom + 3), words=said, size=_SIZE)


def _hatched(area: Shape) -> Iterator[Mark]:
    """Give thin lines across an area, so that withheld does not look like not there."""
    heights = [y for ring in area for _, y in ring]
    y = min(heights) + _HATCH / 2
    while y < max(heights):
        for left, right in stretches(area, y):
            yield Line(points=((left, y), (right, y)), width=_INNER, colour=_PALE)
        y += _HATCH


def _sides(rings: Sequence[Ring]) -> Iterator[frozenset[Point]]:
    for ring in rings:
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
            if start != end:
                yield frozenset((start, end))

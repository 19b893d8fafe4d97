"""Bars of displayed numbers, laid out by the rules of the Analysis Function for charts.

Bars begin at zero; each number stands at the end of its bar; a withheld number has its sign and no
bar. Two series are told apart by words and by a pattern, so that a grey copy says the same.
Source: "Data visualisation: colours in charts", Government Analysis Function.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from psg_desktop.papers.board_report import typeface
from psg_desktop.papers.board_report.sketches import Area, Line, Mark, Sketch, Words, box, outline
from psg_desktop.words import board_report as words
from psg_desktop.words import statistics as signs

DARK: Final = "#12436D"
SECOND: Final = "#F46A25"
WIDTH: Final[float] = 482.0
_SIZE: Final[float] = 10.5
_BAR: Final[float] = 12.0
_GAP: Final[float] = 7.0
_LINE: Final[float] = 13.0
_NAMES: Final[float] = 170.0
_NUMBERS: Final[float] = 46.0
_HATCH: Final[float] = 5.0
_SAMPLE: Final[float] = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: its words, and a displayed number for each series; None where it is withheld."""

    label: str
    numbers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows; *series* names what its one or two bars in each row are of."""

    measure: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]


def drawn(chart: Chart) -> Sketch:
    """Lay a chart out."""
    return _Drawing(chart).sketch()


def told(chart: Chart) -> str:
    """Say what a chart shows, number by number."""
    rows = (
        (bar.label, tuple(zip(chart.series, map(_number, bar.numbers), strict=True)))
        for bar in chart.bars
    )
    return words.chart_alt(chart.measure, tuple(rows))


def _number(number: int | None) -> str:
    return signs.WITHHELD if number is None else f"{number:,}"


class _Drawing:
    """One chart while it is laid out, from its top downwards."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        labels = [typeface.folded(bar.label, _SIZE, _NAMES) for bar in chart.bars]
        widest = max((typeface.width(one, _SIZE) for lines in labels for one in lines), default=0)
        self._left = widest + 10
        self._rows = tuple(zip(chart.bars, labels, strict=True))
        named = len(chart.series) > 1
        beside = max((typeface.width(one, _SIZE) for one in chart.series), default=0)
        room = WIDTH - self._left - _NUMBERS - (beside + _SAMPLE + 14 if named else 0)
        self._names = WIDTH - beside
        most = max((one or 0 for bar in chart.bars for one in bar.numbers), default=0)
        self._step = room / most if most else 0.0

    def sketch(self) -> Sketch:
        """Give the drawing."""
        height = sum(map(self._height, (lines for _, lines in self._rows))) + _GAP
        marks = tuple(self._marks(height))
        return Sketch(width=WIDTH, height=height, marks=marks, alt=told(self._chart))

    def _height(self, lines: tuple[str, ...]) -> float:
        return max(_BAR * len(self._chart.series), _LINE * len(lines)) + _GAP

    def _marks(self, height: float) -> Iterator[Mark]:
        top = height - _GAP / 2
        for number, (bar, lines) in enumerate(self._rows):
            tall = self._height(lines)
            yield from self._row(bar, lines, (top, tall), first=not number)
            top -= tall
        yield Line(points=((self._left, _GAP / 2), (self._left, height)), width=1)

    def _row(
        self, bar: Bar, lines: tuple[str, ...], at: tuple[float, float], *, first: bool
    ) -> Iterator[Mark]:
        top, tall = at
        middle = top - (tall - _GAP) / 2 - _GAP / 2
        start = middle + _LINE * len(lines) / 2
        for place, line in enumerate(lines):
            yield Words(at=(0, start - _LINE * (place + 1) + 3.4), words=line, size=_SIZE)
        upper = middle + _BAR * len(bar.numbers) / 2
        for place, number in enumerate(bar.numbers):
            bottom = upper - _BAR * (place + 1)
            yield from self._bar(number, bottom, second=bool(place))
            if first and len(bar.numbers) > 1:
                yield from self._key(self._chart.series[place], bottom, second=bool(place))

    def _key(self, said: str, bottom: float, *, second: bool) -> Iterator[Mark]:
        """Name a series beside its first bar, with a piece of what its bars look like."""
        yield from _filled(self._names - _SAMPLE - 6, bottom, _SAMPLE, second=second)
        yield Words(at=(self._names, bottom + 3), words=said, size=_SIZE)

    def _bar(self, number: int | None, bottom: float, *, second: bool) -> Iterator[Mark]:
        long = (number or 0) * self._step
        if number:
            yield from _filled(self._left, bottom, long, second=second)
        said = _number(number)
        at = (self._left + long + 6, bottom + 3)
        yield Words(at=at, words=said, size=_SIZE, bold=True)


def _filled(left: float, bottom: float, width: float, *, second: bool) -> Iterator[Mark]:
    """Give a bar of one series or of the other."""
    ring = box(left, bottom + 1, width, _BAR - 2)
    yield Area(rings=(ring,), colour=SECOND if second else DARK)
    if second:
        yield from _hatched(left, bottom + 1, width, _BAR - 2)
    yield outline(ring)


def _hatched(left: float, bottom: float, width: float, height: float) -> Iterator[Mark]:
    """Give slanting lines across a rectangle."""
    start = _HATCH
    while start < width + height:
        low = max(0.0, start - width)
        high = min(height, start)
        yield Line(
            points=((left + start - low, bottom + low), (left + start - high, bottom + high)),
            width=1.0,
            colour="#FFFFFF",
        )
        start += _HATCH

"""Small drawings as a list of marks, so that each is laid out once and drawn alike everywhere.

Measures are points from the lower left corner; colours are written as "#12436D". Marks are drawn
in their order, later ones on top.
"""

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Anchor(StrEnum):
    """Which end of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of words on a baseline."""

    at: Point
    words: str
    size: float
    bold: bool = False
    anchor: Anchor = Anchor.START
    colour: str = "#0B0C0C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through some points."""

    points: tuple[Point, ...]
    width: float = 0.75
    colour: str = "#0B0C0C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area within closed rings, filled by the odd-even rule, without an edge."""

    rings: tuple[tuple[Point, ...], ...]
    colour: str


Mark = Words | Line | Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A drawing; *alt* says what it shows to somebody who cannot see it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    alt: str


def box(left: float, bottom: float, width: float, height: float) -> tuple[Point, ...]:
    """Give the ring of a rectangle."""
    right, top = left + width, bottom + height
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def outline(ring: tuple[Point, ...], width: float = 0.75, colour: str = "#0B0C0C") -> Line:
    """Give the edge of a ring."""
    return Line(points=(*ring, ring[0]), width=width, colour=colour)

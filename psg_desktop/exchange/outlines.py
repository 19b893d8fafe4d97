"""Outlines of areas out of GeoJSON (RFC 7946): checked, and made coarser where they are very fine.

They are made coarser by putting every corner on a grid. Two wards share the corners of their
border, so both get the same border and no gap opens between them.
"""

import math
from collections.abc import Mapping
from typing import Any

from psg_desktop.domain.ward_boundaries import Ring
from psg_desktop.faults import Unreadable
from psg_desktop.words import ward_boundaries as words

Spot = tuple[int, int]
"""A corner by its place on the grid."""

# Degrees between the lines of the grid; a degree of latitude is 111 km, so from 1 m to 110 m.
STEPS = (0.00001, 0.00005, 0.0001, 0.0002, 0.0005, 0.001)
MOST_CORNERS = 12_000
# The British National Grid, in metres (Ordnance Survey).
_GRID_EAST, _GRID_NORTH = 700_000, 1_300_000
_WIDEST, _HIGHEST = 180, 90
# The United Kingdom with its islands, in degrees.
_WEST, _EAST, _SOUTH, _NORTH = -9.5, 2.5, 49.0, 61.5
_LEAST_TURNS = 3


def rings_of(geometry: object) -> tuple[Ring, ...] | None:
    """Give the closed rings of a polygon or of several, None where it is no such shape.

    Raises:
        Unreadable: Its coordinates are not longitude and latitude, or lie far from here.
    """
    shape: Mapping[str, Any] = geometry if isinstance(geometry, dict) else {}
    parts = shape.get("coordinates")
    if shape.get("type") == "Polygon":
        parts = [parts]
    elif shape.get("type") != "MultiPolygon":
        return None
    found = [_ring(ring) for part in _listed(parts) for ring in _listed(part)]
    rings = tuple(ring for ring in found if ring is not None)
    return rings if rings and len(rings) == len(found) else None


def corners(rings: tuple[Ring, ...]) -> int:
    """Count the corners of rings."""
    return sum(map(len, rings))


def coarser(shapes: list[tuple[Ring, ...]]) -> list[tuple[Ring, ...]]:
    """Put the corners of many outlines on the finest grid on which they are few enough.

    An outline that would vanish keeps the finest grid.
    """
    made = finest = [_on_grid(one, STEPS[0]) or one for one in shapes]
    for step in STEPS[1:]:
        if sum(map(corners, made)) <= MOST_CORNERS:
            break
        made = [_on_grid(one, step) or fine for one, fine in zip(shapes, finest, strict=True)]
    return made


def _listed(part: object) -> list[Any]:
    return part if isinstance(part, list) else [None]


def _ring(told: object) -> Ring | None:
    """Read one ring, closing it where it does not close; None where it encloses nothing."""
    spots = [_spot(one) for one in _listed(told)]
    ring = [one for one in spots if one is not None]
    if len(ring) != len(spots) or not ring:
        return None
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    return tuple(closed) if len(set(closed)) >= _LEAST_TURNS else None


def _spot(told: object) -> tuple[float, float] | None:
    # A third number may give the height.
    pair = told[:2] if isinstance(told, list) else []
    numbers = [one for one in pair if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(numbers) != len(("longitude", "latitude")) or not all(map(math.isfinite, numbers)):
        return None
    across, up = numbers
    if abs(across) > _WIDEST or abs(up) > _HIGHEST:
        grid = 0 <= across <= _GRID_EAST and 0 <= up <= _GRID_NORTH
        raise Unreadable(words.NATIONAL_GRID if grid else words.NOT_IN_DEGREES)
    if not (_WEST <= across <= _EAST and _SOUTH <= up <= _NORTH):
        raise Unreadable(words.ELSEWHERE)
    return float(across), float(up)


def _on_grid(rings: tuple[Ring, ...], step: float) -> tuple[Ring, ...]:
    made = (_plain([(round(x / step), round(y / step)) for x, y in ring]) for ring in rings)
    places = round(-math.log10(STEPS[0]))
    return tuple(
        tuple((round(x * step, places), round(y * step, places)) for x, y in (*spots, spots[0]))
        for spots in made
        if len(spots) >= _LEAST_TURNS
    )


def _plain(spots: list[Spot]) -> list[Spot]:
    """Leave out corners at which an outline does not turn; the ring is not closed any more."""
    kept: list[Spot] = []
    for spot in spots:
        while len(kept) > 1 and not _turns(kept[-2], kept[-1], spot):
            kept.pop()
        if not kept or kept[-1] != spot:
            kept.append(spot)
    # The first came again as the last; where the outline does not turn there either, both go.
    kept = kept[:-1]
    while len(kept) > _LEAST_TURNS and not _turns(kept[-1], kept[0], kept[1]):
        kept = kept[1:]
    return kept


def _turns(before: Spot, spot: Spot, after: Spot) -> bool:
    (ax, ay), (x, y), (bx, by) = before, spot, after
    return (x - ax) * (by - y) != (y - ay) * (bx - x)

"""Outlines of wards, for maps.

They are generalised: they cannot say on which side of a boundary a house lies.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from psg_desktop.reference import tables
from psg_desktop.reference.wards import ward

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The outline of a ward: closed rings of longitude and latitude in degrees (WGS84).

    Rings after the first of a part are holes; fill them by the odd-even rule.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]


def outlines_of(district: str) -> tuple[Outline, ...]:
    """Give the outlines of a district's wards; none where they are not shipped."""
    return tuple(
        outline
        for outline in _outlines()
        if (known := ward(outline.code)) and known.district == district
    )


@cache
def _outlines() -> tuple[Outline, ...]:
    shapes = json.loads(tables.text("east_cambridgeshire_wards.geojson"))
    return tuple(
        Outline(
            code=shape["properties"]["code"],
            name=shape["properties"]["name"],
            rings=tuple(
                tuple((longitude, latitude) for longitude, latitude in ring)
                for part in _parts(shape["geometry"])
                for ring in part
            ),
        )
        for shape in shapes["features"]
    )


def _parts(geometry: dict[str, Any]) -> list[list[list[list[float]]]]:
    # A polygon is one part; a multi-polygon lists several.
    parts: list[Any] = geometry["coordinates"]
    return [parts] if geometry["type"] == "Polygon" else parts

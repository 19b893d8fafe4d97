"""Hand-made boundary files: squares in a row, as GeoJSON."""

import json
from pathlib import Path
from typing import Any

WEST, SOUTH, SIDE = 0.2, 52.3, 0.02
Feature = dict[str, Any]


def square(at: int, **properties: Any) -> Feature:
    """Give one ward: the square at a place in a row of them, told by its properties."""
    left, right = WEST + at * SIDE, WEST + (at + 1) * SIDE
    ring = [
        [left, SOUTH],
        [right, SOUTH],
        [right, SOUTH + SIDE],
        [left, SOUTH + SIDE],
        [left, SOUTH],
    ]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def wards(*named: str, district: str = "") -> list[Feature]:
    """Give wards of these names in a row, with codes W1, W2 ..."""
    told = {"LAD25CD": district} if district else {}
    return [square(at, WD25CD=f"W{at + 1}", WD25NM=name, **told) for at, name in enumerate(named)]


def written(folder: Path, features: object, name: str = "wards.geojson") -> Path:
    """Write a file of these features."""
    place = folder / name
    told = {"type": "FeatureCollection", "features": features}
    place.write_text(json.dumps(told), encoding="utf-8")
    return place

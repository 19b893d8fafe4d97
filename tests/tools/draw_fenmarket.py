"""Draws the wards of the sample's district: `python -m tests.tools.draw_fenmarket`.

They lie in the Wash, between Lincolnshire and Norfolk, where there is sea. Borders are drawn once
for both wards beside them, straight where a drove runs and winding where a lode does.
"""

import json
import math
from itertools import pairwise
from random import Random

import numpy as np
from scipy.spatial import Voronoi

from psg_desktop.casework.sample.ward_stories import BOUNDARIES, WARDS
from psg_desktop.paths import resource

Spot = tuple[float, float]
# The middle of each ward in kilometres east and north of the market place.
MIDDLES = {
    "Fenmarket Castle": (-1.2, 0.6),
    "Fenmarket Staithe": (1.4, -0.7),
    "Teasel": (1.5, 3.6),
    "Windpump": (4.8, 0.9),
    "Saltern": (6.3, 5.4),
    "Lode Bank": (-5.6, 1.8),
    "Osier Fen": (-3.4, 6.6),
    "Sedge Drove": (-5.2, -5.0),
    "Turf Fen": (1.2, -5.8),
    "Wend Valley": (6.6, -4.6),
}
MARKET_PLACE = (0.32, 52.98)
KILOMETRE = (1 / 67.0, 1 / 111.2)  # in degrees, at this latitude
RIM, ROUND = 15.5, 26  # how far out the points lie that shape the shore, and how many
WINDS = 0.55  # how many of the borders wind


def main() -> None:
    """Write the file."""
    rng = Random(1638)
    names = list(MIDDLES)
    drawn = Voronoi(np.array([*MIDDLES.values(), *_shore(rng)]))
    lines: dict[frozenset[int], list[Spot]] = {}
    features = []
    for code, name in WARDS.items():
        region = drawn.regions[drawn.point_region[names.index(name)]]
        ring = _ring(region, drawn.vertices, lines, rng)
        features.append(_feature(code, name, ring))
    words = ",\n".join(json.dumps(one) for one in features)
    text = f'{{"type": "FeatureCollection", "name": "Fenmarket", "features": [\n{words}\n]}}\n'
    resource(BOUNDARIES).write_text(text, encoding="utf-8")


def _shore(rng: Random) -> list[Spot]:
    turns = (2 * math.pi * at / ROUND for at in range(ROUND))
    return [
        (RIM * rng.uniform(0.9, 1.1) * math.cos(turn), 0.85 * RIM * math.sin(turn))
        for turn in turns
    ]


def _ring(
    region: list[int],
    vertices: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    lines: dict[frozenset[int], list[Spot]],
    rng: Random,
) -> list[Spot]:
    ring: list[Spot] = []
    for start, end in pairwise([*region, region[0]]):
        key = frozenset((start, end))
        if key not in lines:
            first, last = sorted(key)
            corners = [(float(vertices[at][0]), float(vertices[at][1])) for at in (first, last)]
            lines[key] = _winding(corners[0], corners[1], rng)
        line = lines[key] if start < end else lines[key][::-1]
        ring += line[:-1]
    return [*ring, ring[0]]


def _winding(start: Spot, end: Spot, rng: Random) -> list[Spot]:
    """Draw a border between two corners: its middle put aside, and the middles of its halves."""
    line, aside = [start, end], 0.16 if rng.random() < WINDS else 0.03
    for _ in range(4):
        parted = [line[0]]
        for (ax, ay), (bx, by) in pairwise(line):
            by_ = rng.uniform(-aside, aside)
            middle = ((ax + bx) / 2 - by_ * (by - ay), (ay + by) / 2 + by_ * (bx - ax))
            parted += [middle, (bx, by)]
        line = parted
    return line


def _feature(code: str, name: str, ring: list[Spot]) -> dict[str, object]:
    (east, north), (across, up) = KILOMETRE, MARKET_PLACE
    spots = [[round(across + x * east, 5), round(up + y * north, 5)] for x, y in ring]
    return {
        "type": "Feature",
        "properties": {"code": code, "name": name},
        "geometry": {"type": "Polygon", "coordinates": [spots]},
    }


if __name__ == "__main__":
    main()

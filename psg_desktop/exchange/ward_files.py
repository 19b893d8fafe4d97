"""Reads files of ward boundaries as the Office for National Statistics publishes them: GeoJSON.

Properties such as WD25CD, WD25NM and LAD25CD give the code and name of a ward and its district;
files of a council's own may say `code` and `name`.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psg_desktop.domain.text import LINE_LIMIT, line
from psg_desktop.domain.ward_boundaries import Ring, may_be_code
from psg_desktop.exchange import outlines
from psg_desktop.faults import Unreadable
from psg_desktop.words import ward_boundaries as words

FILE_BYTES = 60 * 1024 * 1024
# The largest districts have fewer than a hundred.
MOST_WARDS = 150
_CODE = re.compile(r"wd\d\dcd|ward_?code|code|gss_?code")
_NAME = re.compile(r"wd\d\dnm|ward_?name|name")
_DISTRICT = re.compile(r"lad\d\dcd|lad_?code|district_?code")


@dataclass(frozen=True, slots=True, kw_only=True)
class WardShape:
    """One ward of a file; `district` is "" where the file does not say."""

    code: str
    name: str
    district: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WardFile:
    """The wards of one district out of a file.

    Attributes:
        name: Of the file; `digest`: its SHA-256, as hexadecimal digits.
        left_out: How many wards of other districts the file has.
        corners: How many corners the outlines had in the file.
    """

    name: str
    digest: str
    wards: tuple[WardShape, ...]
    left_out: int
    corners: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    """Which properties of a file say what."""

    code: str
    name: str
    district: str


def read(path: Path, district: str, home: str) -> WardFile:
    """Read the wards of a district out of a file.

    Args:
        path: The file.
        district: GSS code of the district, "" where none is chosen.
        home: What the district is called.

    Raises:
        Unreadable: It is no GeoJSON of wards, they are not told apart, an outline is broken or
            not in longitude and latitude, or none lies in the district.
    """
    content = _content(path)
    features = _features(content)
    keys = _keys(features)
    own = _of_district(features, keys.district, district, home)
    wards = _shapes(own, keys)
    rings = [one.rings for one in wards]
    return WardFile(
        name=path.name[:LINE_LIMIT],
        digest=hashlib.sha256(content).hexdigest(),
        wards=tuple(
            WardShape(code=one.code, name=one.name, district=one.district, rings=made)
            for one, made in zip(wards, outlines.coarser(rings), strict=True)
        ),
        left_out=len(features) - len(own),
        corners=sum(map(outlines.corners, rings)),
    )


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(words.CANNOT_OPEN)
        with path.open("rb") as source:
            content = source.read(FILE_BYTES + 1)
    except OSError:
        raise Unreadable(words.CANNOT_OPEN) from None
    if len(content) > FILE_BYTES:
        raise Unreadable(words.too_large(FILE_BYTES))
    return content


def _features(content: bytes) -> list[Mapping[str, Any]]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(words.NOT_GEOJSON) from None
    found = told.get("features") if isinstance(told, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Unreadable(words.NOT_GEOJSON)
    if not found:
        raise Unreadable(words.NO_SHAPES)
    return found


def _told(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    told = feature.get("properties")
    return told if isinstance(told, dict) else {}


def _keys(features: Iterable[Mapping[str, Any]]) -> _Keys:
    every = sorted({str(key) for one in features for key in _told(one)}, key=str.casefold)

    def first(wanted: re.Pattern[str]) -> str:
        # Of several years it is the latest.
        found = [key for key in every if wanted.fullmatch(key.casefold())]
        dated = [key for key in found if any(sign.isdigit() for sign in key)]
        return (dated or found or [""])[-1]

    made = _Keys(code=first(_CODE), name=first(_NAME), district=first(_DISTRICT))
    if not (made.code and made.name):
        raise Unreadable(words.no_names(every))
    return made


def _of_district(
    features: list[Mapping[str, Any]], key: str, district: str, home: str
) -> list[Mapping[str, Any]]:
    """Cut a file down to the district, where it says in which district each ward lies."""
    named = Counter(_text(one, key) for one in features) if key else Counter[str]()
    if named and district:
        features = [one for one in features if _text(one, key) == district]
        if not features:
            raise Unreadable(words.other_district(home, named.total()))
    elif len(named) > 1:
        raise Unreadable(words.several_districts(len(named)))
    if len(features) > MOST_WARDS:
        raise Unreadable(words.too_many(len(features), MOST_WARDS))
    return features


def _shapes(features: Sequence[Mapping[str, Any]], keys: _Keys) -> list[WardShape]:
    _see_names(features, keys)
    found, broken = [], []
    for one in features:
        name, rings = _text(one, keys.name), outlines.rings_of(one.get("geometry"))
        if rings is None:
            broken.append(name)
        else:
            told = _text(one, keys.district) if keys.district else ""
            found.append(
                WardShape(code=_text(one, keys.code), name=name, district=told, rings=rings)
            )
    if broken:
        raise Unreadable(words.broken(broken))
    return found


def _see_names(features: Sequence[Mapping[str, Any]], keys: _Keys) -> None:
    """See that each ward has a name and a code of its own.

    Raises:
        Unreadable: One has none, or two have the same.
    """
    codes = Counter(_text(one, keys.code) for one in features)
    bad = [
        one
        for one in features
        if not may_be_code(_text(one, keys.code))
        or not 0 < len(_text(one, keys.name)) <= LINE_LIMIT
        or len(_text(one, keys.district)) > LINE_LIMIT
    ]
    if bad:
        raise Unreadable(words.bad_codes(len(bad), len(features)))
    twice = [code for code, count in codes.items() if count > 1]
    if twice:
        raise Unreadable(words.twice(twice))


def _text(feature: Mapping[str, Any], key: str) -> str:
    told = _told(feature).get(key)
    return line(str(told)) if isinstance(told, str | int) and not isinstance(told, bool) else ""

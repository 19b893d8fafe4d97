"""Ward boundaries as they are published and as they go wrong: every refusal is a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.ward_boundaries import WardBoundary, id_of
from psg_desktop.exchange import outlines, ward_files
from psg_desktop.exchange.ward_files import WardFile
from psg_desktop.faults import Unreadable
from psg_desktop.words import ward_boundaries as words
from tests.exchange.boundary_files import Feature, square, wards, written

EAST_CAMBRIDGESHIRE = "E07000009"


def read(path: Path, district: str = "") -> WardFile:
    return ward_files.read(path, district, "Fenland")


def refusal(path: Path, district: str = "") -> str:
    with pytest.raises(Unreadable) as refused:
        read(path, district)
    return str(refused.value)


def reshaped(feature: Feature, kind: str, coordinates: object) -> Feature:
    return {**feature, "geometry": {"type": kind, "coordinates": coordinates}}


def moved(feature: Feature, **by: float) -> Feature:
    """Give a ward elsewhere: each coordinate times a number and plus another."""
    times, plus = by.get("times", 1), by.get("plus", 0)
    (ring,) = feature["geometry"]["coordinates"]
    return reshaped(feature, "Polygon", [[[x * times + plus, y * times + plus] for x, y in ring]])


def test_that_the_published_wards_of_a_district_are_read_whole(shared_data: Path) -> None:
    path = shared_data / "geography" / "east_cambridgeshire_wards_2025.geojson"
    found = read(path, EAST_CAMBRIDGESHIRE)
    assert len(found.wards) == 14
    assert (found.left_out, found.name) == (0, path.name)
    burwell = next(one for one in found.wards if one.name == "Burwell")
    assert (burwell.code, burwell.district) == ("E05011561", EAST_CAMBRIDGESHIRE)
    assert found.corners > sum(outlines.corners(one.rings) for one in found.wards) > 1500


def test_that_a_file_of_many_districts_is_cut_down_to_one(tmp_path: Path) -> None:
    mixed = wards("Here", "There", district="E07000010")
    mixed[1]["properties"]["LAD25CD"] = "E07000011"
    found = read(written(tmp_path, mixed), "E07000010")
    assert [one.name for one in found.wards] == ["Here"]
    assert found.left_out == 1


def test_that_a_file_of_another_district_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, wards("Here", "There", district="E07000011"))
    assert "2 wards, and all lie in other districts than Fenland" in refusal(path, "E07000010")


def test_that_without_a_district_several_cannot_be_told_apart(tmp_path: Path) -> None:
    mixed = wards("Here", "There", district="E07000010")
    mixed[1]["properties"]["LAD25CD"] = "E07000011"
    assert "2 districts" in refusal(written(tmp_path, mixed))
    assert read(written(tmp_path, wards("Here", district="E07000010"))).left_out == 0


def test_that_a_file_of_a_council_may_say_code_and_name(tmp_path: Path) -> None:
    path = written(
        tmp_path, [square(0, code="NW1", name=" North\u00a0 Wend "), square(1, code=2, name="S")]
    )
    assert [(one.code, one.name) for one in read(path).wards] == [("NW1", "North Wend"), ("2", "S")]


def test_that_the_latest_year_of_a_file_counts(tmp_path: Path) -> None:
    told = {"wd24cd": "E05000001", "WD25CD": "E05000002", "WD24NM": "Old", "WD25NM": "New"}
    (found,) = read(written(tmp_path, [square(0, **told)])).wards
    assert (found.code, found.name) == ("E05000002", "New")


def test_that_several_parts_and_holes_are_kept(tmp_path: Path) -> None:
    one, two = square(0, code="W1", name="Two parts"), square(3)
    hole = [[x / 2 + 0.105, y / 2 + 26.155] for x, y in one["geometry"]["coordinates"][0]]
    parts = [[*one["geometry"]["coordinates"], hole], two["geometry"]["coordinates"]]
    (found,) = read(written(tmp_path, [reshaped(one, "MultiPolygon", parts)])).wards
    assert [len(ring) for ring in found.rings] == [5, 5, 5]


def test_that_a_ring_that_does_not_close_is_closed(tmp_path: Path) -> None:
    one = square(0, code="W1", name="Open")
    ring = one["geometry"]["coordinates"][0][:-1]
    (found,) = read(written(tmp_path, [reshaped(one, "Polygon", [ring])])).wards
    assert found.rings[0][0] == found.rings[0][-1]


BROKEN: dict[str, tuple[str, object]] = {
    "a point": ("Point", [0.2, 52.3]),
    "no coordinates": ("Polygon", None),
    "no ring": ("Polygon", []),
    "two corners": ("Polygon", [[[0.2, 52.3], [0.3, 52.3], [0.2, 52.3]]]),
    "words": ("Polygon", [[["0.2", "52.3"], ["0.3", "52.3"], ["0.3", "52.4"], ["0.2", "52.3"]]]),
    "one number": ("Polygon", [[[0.2], [0.3], [0.4], [0.2]]]),
    "truth": ("Polygon", [[[True, 52.3], [0.3, 52.3], [0.3, 52.4], [True, 52.3]]]),
    "one broken part": (
        "MultiPolygon",
        [[[[0.2, 52.3], [0.3, 52.3], [0.3, 52.4], [0.2, 52.3]]], [[[0.2, 52.3]]]],
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_that_an_outline_that_is_no_area_is_named(how: str, tmp_path: Path) -> None:
    kind, coordinates = BROKEN[how]
    bad = reshaped(square(1, code="W2", name="Turf Fen"), kind, coordinates)
    said = refusal(written(tmp_path, [square(0, code="W1", name="Teasel"), bad]))
    assert said == words.broken(["Turf Fen"])


def test_that_a_ward_without_a_shape_is_named(tmp_path: Path) -> None:
    bad = {"type": "Feature", "properties": {"code": "W1", "name": "Teasel"}, "geometry": None}
    assert refusal(written(tmp_path, [bad])) == words.broken(["Teasel"])


def test_that_metres_of_the_national_grid_are_told_from_degrees(tmp_path: Path) -> None:
    one = square(0, code="W1", name="Burwell")
    ring = [[557776.1, 268039.0], [558776, 268039], [558776, 269039], [557776.1, 268039.0]]
    path = written(tmp_path, [reshaped(one, "Polygon", [ring])])
    assert refusal(path) == words.NATIONAL_GRID


def test_that_other_coordinates_are_refused(tmp_path: Path) -> None:
    one = square(0, code="W1", name="Burwell")
    far = written(tmp_path, [moved(one, plus=9_000_000)])
    assert refusal(far) == words.NOT_IN_DEGREES
    (ring,) = one["geometry"]["coordinates"]
    turned = reshaped(one, "Polygon", [[[y, x] for x, y in ring]])
    assert refusal(written(tmp_path, [turned])) == words.ELSEWHERE


NOT_GEOJSON: dict[str, bytes] = {
    "empty": b"",
    "words": b"no boundaries here",
    "a workbook": b"PK\x03\x04\x14\x00",
    "a number": b"3",
    "a list": b"[]",
    "one feature": json.dumps(square(0, code="W1", name="One")).encode(),
    "features that are none": b'{"type": "FeatureCollection", "features": [1, 2]}',
    "features as words": b'{"features": "many"}',
    "cut in the middle": b'{"type": "FeatureCollection", "features": [{"type"',
    "very deep": b'{"features": ' + b"[" * 100_000,
    "a number without end": b'{"features": [' + b"9" * 5_000 + b"]}",
    "another encoding": '{"features": []}'.encode("utf-16"),
}


@pytest.mark.parametrize("what", NOT_GEOJSON)
def test_that_what_is_no_geojson_is_refused(what: str, tmp_path: Path) -> None:
    path = tmp_path / "wards.geojson"
    path.write_bytes(NOT_GEOJSON[what])
    assert refusal(path) == words.NOT_GEOJSON


def test_that_a_file_without_wards_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, [])) == words.NO_SHAPES


def test_that_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.geojson") == words.CANNOT_OPEN
    assert refusal(tmp_path) == words.CANNOT_OPEN


def test_that_a_file_far_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ward_files, "FILE_BYTES", 100)
    assert "BGC or BSC" in refusal(written(tmp_path, wards("Here", "There")))


def test_that_more_wards_than_any_district_has_are_refused(tmp_path: Path) -> None:
    many = [f"Ward {number}" for number in range(ward_files.MOST_WARDS + 1)]
    assert "151 wards" in refusal(written(tmp_path, wards(*many)))


def test_that_a_file_without_codes_or_names_says_what_it_has(tmp_path: Path) -> None:
    said = refusal(written(tmp_path, [square(0, FID=1, WD25CD="E05000001", area=3)]))
    assert "WD25CD and WD25NM" in said
    assert "It has area, FID, WD25CD." in said
    assert "It has none." in refusal(written(tmp_path, [square(0)]))


@pytest.mark.parametrize("code", ["", "other", None, True, "E05 000 001", "x" * 21, 1.5])
def test_that_a_code_that_is_none_is_refused(code: object, tmp_path: Path) -> None:
    bad = square(1, code=code, name="Teasel")
    path = written(tmp_path, [square(0, code="W1", name="Sedge Drove"), bad])
    assert "1 of 2 wards in this file have no name" in refusal(path)


def test_that_a_missing_name_is_refused(tmp_path: Path) -> None:
    assert "1 of 1" in refusal(written(tmp_path, [square(0, code="W1", name=" ")]))


def test_that_a_code_that_stands_there_twice_is_named(tmp_path: Path) -> None:
    said = refusal(written(tmp_path, [square(at, code="W1", name=f"N{at}") for at in range(2)]))
    assert said == words.twice(["W1"])


@given(st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=3, max_size=30))
def test_that_a_coarser_outline_is_closed_on_the_grid_and_of_the_same_extent_or_gone(
    spots: list[tuple[int, int]],
) -> None:
    ring: Any = tuple((x / 1000, 52 + y / 1000) for x, y in (*spots, spots[0]))
    (made,) = outlines.coarser([(ring,)])
    for one in made:
        assert one[0] == one[-1]
        assert set(one) <= {(round(x, 5), round(y, 5)) for x, y in ring}
        boundary = WardBoundary(id=id_of("W1"), code="W1", name="Teasel", rings=(one,))
        assert boundary.rings == (one,)


def test_that_a_border_stays_the_border_of_both_when_made_coarser() -> None:
    steps = [i / 50_000 for i in range(8_000)]
    border = [(0.5 + 0.001 * ((i * 7919) % 13) / 13, 52 + up) for i, up in enumerate(steps)]
    west: Any = ((0.4, 52.0), *border, (0.4, border[-1][1]), (0.4, 52.0))
    east: Any = ((0.6, 52.0), (0.6, border[-1][1]), *reversed(border), (0.6, 52.0))
    (left,), (right,) = outlines.coarser([(west,), (east,)])
    assert len(left) + len(right) <= outlines.MOST_CORNERS
    shared = {spot for spot in left if 0.45 < spot[0] < 0.55}
    assert shared == {spot for spot in right if 0.45 < spot[0] < 0.55}
    assert len(shared) > 100


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"code": "other"}, "code"),
        ({"rings": ()}, "rings"),
        ({"rings": (((0.2, 52.3), (0.3, 52.3), (0.3, 52.4), (0.2, 52.4)),)}, "rings"),
        ({"source": "x" * 301}, "source"),
    ],
)
def test_that_a_ward_that_cannot_be_is_refused(facts: dict[str, Any], field: str) -> None:
    ring = ((0.2, 52.3), (0.3, 52.3), (0.3, 52.4), (0.2, 52.3))
    with pytest.raises(Refused) as refused:
        WardBoundary(
            **{"id": id_of("W1"), "code": "W1", "name": "Teasel", "rings": (ring,), **facts}
        )
    assert [one.field for one in refused.value.problems] == [field]

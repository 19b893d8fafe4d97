"""The map shows what the table shows: five shades, every area named with its number or sign."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.papers.board_report import shades
from psg_desktop.papers.board_report.parts import Picture, Sentence
from psg_desktop.papers.board_report.sketches import Area, Line, Sketch, Words
from psg_desktop.papers.board_report.ward_map import map_parts
from psg_desktop.reference.boundaries import Outline
from psg_desktop.words import board_report as words
from tests.papers.board_report.releases import EAST, by_ward

WARDS = {(one.name,): 12 + 7 * place for place, one in enumerate(EAST)}
GROUPS = {
    ("Soham North", "Soham South"): 44,
    ("Ely East", "Ely North", "Ely West"): 3,
    ("Burwell", "Bottisham", "Woodditton"): 21,
}


def mapped(table, outlines=EAST) -> Sketch:
    picture = map_parts(table, outlines, "Source: records.", words.MAP_LICENCE)[0]
    assert isinstance(picture, Picture)
    assert picture.source.endswith(words.MAP_LICENCE)
    return picture.sketch


def written(sketch: Sketch) -> str:
    return " ".join(one.words for one in sketch.marks if isinstance(one, Words))


def test_that_each_ward_has_its_name_and_its_displayed_number_or_sign_once() -> None:
    counts = {**WARDS, ("Littleport",): 4, ("Stretham",): 0}
    sketch = mapped(by_ward(counts))
    said = written(sketch)
    for (name,), count in counts.items():
        assert all(word in said for word in name.split())
        shown = "[c]" if count < 10 else str(5 * round(count / 5))
        assert f"{name}: {shown}" in sketch.alt
    assert said.count("[c]") == 2 + 1  # the wards, and the legend


def test_that_there_are_five_shades_at_most_and_each_is_in_the_legend() -> None:
    sketch = mapped(by_ward(WARDS))
    fills = {one.colour for one in sketch.marks if isinstance(one, Area)} - {"#0B0C0C"}
    assert len(fills) == 5
    few = mapped(by_ward(dict.fromkeys(WARDS, 20)))
    assert len({one.colour for one in few.marks if isinstance(one, Area)} - {"#0B0C0C"}) == 1


def test_that_wards_of_a_group_have_one_shade_one_number_and_no_thick_line_between_them() -> None:
    sketch = mapped(by_ward(GROUPS, code="open_by_ward_group"))
    said = written(sketch)
    assert said.count("45") == 2  # the group, and the legend
    assert said.count("Soham") == 2  # its name, once
    thick = sum(len(one.points) for one in sketch.marks if isinstance(one, Line) and one.width > 1)
    apart = mapped(by_ward({(name,): 12 for names in GROUPS for name in names}))
    assert thick < sum(
        len(one.points) for one in apart.marks if isinstance(one, Line) and one.width > 1
    )


@pytest.mark.parametrize(
    ("outlines", "said"), [((), words.NO_OUTLINES), (EAST, words.OTHER_OUTLINES)]
)
def test_that_boundaries_with_other_codes_give_a_sentence(outlines, said: str) -> None:
    table = by_ward({("E05000001",): 20, ("E05000002",): 30})
    assert map_parts(table, outlines, "", "") == (Sentence(words=said),)


def test_that_rows_without_boundaries_are_named_below_the_map() -> None:
    table = by_ward({("Burwell",): 20, ("E05000002",): 30, ("other",): 4})
    _, said = map_parts(table, EAST, "", "")
    assert said == Sentence(words=words.without_outline(["E05000002", "other"]))


@given(
    counts=st.lists(st.integers(0, 4_000), min_size=1, max_size=14),
    rings=st.lists(
        st.lists(
            st.tuples(st.floats(-9, 9), st.floats(40, 60)), min_size=4, max_size=8
        ),
        min_size=14, max_size=14,
    ),
)  # fmt: skip
@settings(deadline=None, max_examples=20)
def test_that_any_boundaries_give_a_map_within_its_frame(counts, rings) -> None:
    odd = tuple(
        Outline(code=one.code, name=one.name, rings=((*map(tuple, ring), tuple(ring[0])),))
        for one, ring in zip(EAST, rings, strict=True)
    )
    table = by_ward({(one.name,): count for one, count in zip(EAST, counts, strict=False)})
    sketch = mapped(table, odd)
    for mark in sketch.marks:
        points = (
            mark.points if isinstance(mark, Line)
            else [point for ring in mark.rings for point in ring] if isinstance(mark, Area)
            else [mark.at]
        )  # fmt: skip
        assert all(-2 <= x <= sketch.width + 2 and -2 <= y <= sketch.height + 2 for x, y in points)


@given(numbers=st.lists(st.integers(10, 500), max_size=30))
def test_that_shades_part_the_numbers_in_order(numbers: list[int]) -> None:
    known = shades.of(numbers)
    assert len(known) == min(5, len(set(numbers)))
    assert all(one.high < after.low for one, after in pairwise(known))
    for number in numbers:
        assert shades.shade(known, number).low <= number <= shades.shade(known, number).high
    assert shades.shade(known, None) is shades.NONE

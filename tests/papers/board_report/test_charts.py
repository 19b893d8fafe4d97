"""Bars stand for displayed numbers, begin at zero and say what they are of without colour."""

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.papers.board_report.charts import DARK, SECOND, Bar, Chart, drawn
from psg_desktop.papers.board_report.painting import painted
from psg_desktop.papers.board_report.parts import Picture
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.sketches import Area, Line, Point, Sketch, Words
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.words.statistics import WITHHELD
from tests.papers.board_report.releases import publication, tables

NUMBERS = st.none() | st.integers(10, 5_000)
LABELS = st.text("aé 漢\n\0😀", max_size=60)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    two = draw(st.booleans())
    bars = draw(
        st.lists(
            st.builds(
                Bar, label=LABELS, numbers=st.tuples(*[NUMBERS] * (1 + two))
            ),
            min_size=1, max_size=12,
        )
    )  # fmt: skip
    return Chart(measure="Open cases", series=("Now", "Before")[: 1 + two], bars=tuple(bars))


def axis(sketch: Sketch) -> float:
    lines = [one for one in sketch.marks if isinstance(one, Line) and one.width == 1]
    (found,) = {x for one in lines if one.colour != "#FFFFFF" for x, _ in one.points}
    return found


def lengths(sketch: Sketch, colour: str, *, key: bool = False) -> list[float]:
    """Give how long the bars of a colour are, or the pieces that stand beside its name."""
    areas = [one.rings[0] for one in sketch.marks if isinstance(one, Area) and one.colour == colour]
    reach = [(min(x for x, _ in ring), max(x for x, _ in ring)) for ring in areas]
    return [right - left for left, right in reach if key is (left != axis(sketch))]


@given(chart=charts())
@settings(deadline=None, max_examples=60)
def test_that_bars_are_as_long_as_their_numbers_and_withheld_ones_have_none(chart: Chart) -> None:
    sketch = drawn(chart)
    most = max((one or 0 for bar in chart.bars for one in bar.numbers), default=0)
    for place, colour in enumerate((DARK, SECOND)[: len(chart.series)]):
        shown = [bar.numbers[place] for bar in chart.bars if bar.numbers[place]]
        long = lengths(sketch, colour)
        assert len(long) == len(shown)
        assert len(lengths(sketch, colour, key=True)) == (len(chart.series) > 1)
        longest = max((*lengths(sketch, DARK), *lengths(sketch, SECOND)), default=0)
        for number, length in zip(shown, long, strict=True):
            assert abs(length - longest * (number or 0) / most) < 0.01
    said = [one.words for one in sketch.marks if isinstance(one, Words) and one.bold]
    assert said == [
        WITHHELD if one is None else f"{one:,}" for bar in chart.bars for one in bar.numbers
    ]
    assert all(
        0 <= x <= sketch.width + 0.01 and 0 <= y <= sketch.height + 0.01
        for one in sketch.marks
        if isinstance(one, Area)
        for ring in one.rings
        for x, y in ring
    )


def test_that_bars_begin_at_one_line_which_is_zero() -> None:
    bars = (Bar(label="a", numbers=(10,)), Bar(label="bb", numbers=(40,)))
    sketch = drawn(Chart(measure="x", series=("Now",), bars=bars))
    starts = {min(x for x, _ in one.rings[0]) for one in sketch.marks if isinstance(one, Area)}
    assert len(starts) == 1


def test_that_two_series_are_named_in_words_and_told_in_the_alternative_text() -> None:
    bars = (Bar(label="North", numbers=(20, None)), Bar(label="South", numbers=(15, 10)))
    sketch = drawn(Chart(measure="Open cases", series=("Now", "Before"), bars=bars))
    assert sketch.alt == (
        "Bar chart of open cases. North: 20 (Now), [c] (Before); South: 15 (Now), 10 (Before)."
    )
    said = [one.words for one in sketch.marks if isinstance(one, Words)]
    assert {"Now", "Before"} <= set(said)


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_that_a_grey_copy_tells_two_series_apart() -> None:
    bars = (Bar(label="North", numbers=(20, 40)),)
    sketch = drawn(Chart(measure="x", series=("Now", "Before"), bars=bars))
    assert lightness(SECOND) - lightness(DARK) > 60
    slanting = [one for one in sketch.marks if isinstance(one, Line) and one.colour == "#FFFFFF"]
    filled = [one.rings[0] for one in sketch.marks
              if isinstance(one, Area) and one.colour == SECOND]  # fmt: skip
    assert len(filled) == 2, "the bar, and the piece of it beside the name of the series"
    assert len(slanting) > 20
    for x, y in (point for one in slanting for point in one.points):
        assert any(within(x, y, ring) for ring in filled)


def within(x: float, y: float, ring: tuple[Point, ...]) -> bool:
    (left, bottom), (right, top) = min(ring), max(ring)
    return left - 0.01 <= x <= right + 0.01 and bottom - 0.01 <= y <= top + 0.01


def test_that_every_chart_of_the_report_has_the_numbers_of_the_tables_beside_it() -> None:
    made = publication(*tables())
    shown = {
        f"{one.number:,}" for table in made.release.tables for row in table.shown for one in row
        if one.number is not None
    } | {WITHHELD}  # fmt: skip
    report = report_of(made, Ground())
    pictures = [part for one in report.sections for part in one.parts if isinstance(part, Picture)]
    assert len(pictures) >= 4
    for picture in pictures:
        bold = {one.words for one in picture.sketch.marks if isinstance(one, Words) and one.bold}
        assert bold
        assert bold <= shown
        assert all(one in picture.sketch.alt for one in bold)


def test_that_a_drawing_becomes_a_picture_that_is_not_blank() -> None:
    sketch = drawn(Chart(measure="x", series=("Now",), bars=(Bar(label="a", numbers=(10,)),)))
    assert painted(sketch).startswith(b"\x89PNG")
    assert painted(sketch) == painted(sketch)

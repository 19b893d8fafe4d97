"""The audit against tables whose gaps are known, and against all data sets counted out by hand."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.privacy.tables.auditing import Audit, audit
from psg_desktop.privacy.tables.choosing import Policy, choose
from psg_desktop.privacy.tables.safety import Thresholds
from psg_desktop.privacy.tables.scene import Published, Scene
from tests.privacy.tables.populations import NEXT, QUARTER, cell, crossed, over_time, table

ROWS, COLUMNS = "abcd", "wxyz"
WITHHELD = Shown(number=None, low=0, high=None)
SMALL, WIDTH = 5, 3
FLOOR = DisplayRule.NEAREST_FIVE


def exactly(count: int) -> Shown:
    """Show a count as it is, small or not: no rule of the product does that."""
    return Shown(number=count, low=count, high=count)


def audited(
    population: Population, bands: Mapping[Cell, Shown], lines: Sequence[Line] = ()
) -> Audit:
    """Audit cells shown in these bands."""
    published = [Published(cell=one, shown=band) for one, band in bands.items()]
    return audit(Scene(population, published), Thresholds(), lines)


def margins(counts: Mapping[tuple[str, str], int]) -> dict[Cell, Shown]:
    """Show the totals of rows and columns as they are."""
    rows = {cell(row=one): sum(n for (r, _), n in counts.items() if r == one) for one in ROWS}
    columns = {
        cell(column=one): sum(n for (_, c), n in counts.items() if c == one) for one in COLUMNS
    }
    return {one: exactly(count) for one, count in {**rows, **columns}.items()}


def test_that_a_cell_is_found_exact_although_every_line_has_two_hidden_cells() -> None:
    # Two squares of hidden cells, and one cell that joins them: each line lacks two or more, and
    # yet the one that joins lies on no circle of hidden cells, so it alone can be worked out
    # (Gusfield 1988, A graph theoretic approach to statistical data security).
    hidden = {*product("ab", "wx"), *product("cd", "yz"), ("b", "y")}
    counts = dict.fromkeys(product(ROWS, COLUMNS), 20) | dict.fromkeys(hidden, 3)
    bands = margins(counts)
    for (row, column), count in counts.items():
        bands[cell(row=row, column=column)] = (
            WITHHELD if (row, column) in hidden else exactly(count)
        )
    found = audited(crossed(counts), bands)
    assert not found.passed
    exact = [one.quantity for one in found.findings if one.low == one.high]
    assert len(exact) == 1


def test_that_one_hidden_cell_in_a_line_is_found() -> None:
    counts = {("a", "w"): 2, ("a", "x"): 30, ("b", "w"): 25, ("b", "x"): 40}
    bands = {
        cell(): exactly(97), cell(row="a"): exactly(32), cell(row="b"): exactly(65),
        cell(row="a", column="w"): WITHHELD, cell(row="a", column="x"): exactly(30),
    }  # fmt: skip
    found = audited(crossed(counts), bands)
    assert [(one.low, one.high) for one in found.findings] == [(2, 2)]


def test_that_two_tables_each_safe_alone_are_found_together() -> None:
    counts = {("a", "w"): 3, ("a", "x"): 0, ("b", "w"): 0, ("b", "x"): 40}
    by_row = {cell(row="a"): WITHHELD, cell(row="b"): exactly(40)}
    total = {cell(): exactly(43)}
    assert audited(crossed(counts), by_row).passed
    assert not audited(crossed(counts), {**by_row, **total}).passed


def test_that_a_small_change_between_two_releases_is_found() -> None:
    population = over_time([("a", "11")] * 30 + [("a", "01")] * 2)
    bands = {cell(QUARTER): exactly(30), cell(NEXT): exactly(32)}
    found = audited(population, bands)
    assert [(one.low, one.high, one.quantity.change) for one in found.findings] == [(2, 2, True)]
    rounded = {cell(QUARTER): shown(30, FLOOR), cell(NEXT): shown(32, FLOOR)}
    assert audited(population, rounded).passed


def test_that_a_line_in_one_category_is_found() -> None:
    counts = {("a", "w"): 30, ("a", "x"): 0, ("b", "x"): 20}
    bands = {
        cell(row="a"): exactly(30), cell(row="a", column="w"): exactly(30),
        cell(row="a", column="x"): WITHHELD,
    }  # fmt: skip
    line = Line(cells=(cell(row="a", column="w"), cell(row="a", column="x")))
    found = audited(crossed(counts), bands, [line])
    assert [(one.line, one.quantity.empty) for one in found.findings] == [
        (False, True),
        (True, False),
    ]


def test_that_a_withheld_number_that_is_none_cannot_be_told() -> None:
    counts = {("a", "w"): 20, ("a", "x"): 0, ("b", "w"): 12, ("b", "x"): 11}
    bands = {
        cell(row="a"): exactly(20), cell(row="a", column="x"): WITHHELD,
        cell(row="a", column="w"): Shown(number=20, low=18, high=22),
    }  # fmt: skip
    found = audited(crossed(counts), bands)
    assert [one.quantity.empty for one in found.findings] == [True]
    assert found.examined == 0
    assert audited(crossed(counts), {**bands, cell(row="a"): shown(20, FLOOR)}).passed


def test_that_a_reader_who_knows_one_unit_is_reckoned_with() -> None:
    # Under 5 instead of under 10: whoever knows the one unit knows that the count is 1 to 4.
    counts = {("a", "w"): 1, ("b", "x"): 40}
    loose = {cell(row="a"): Shown(number=None, low=0, high=4), cell(row="b"): exactly(40)}
    found = audited(crossed(counts), loose)
    assert [one.insider for one in found.findings] == [True]
    wide = {cell(row="a"): shown(1, FLOOR), cell(row="b"): exactly(40)}
    assert audited(crossed(counts), wide).passed


@pytest.mark.parametrize("small", [0, 4])
def test_that_no_threshold_goes_below_the_floor(small: int) -> None:
    with pytest.raises(ValueError, match="floor"):
        Thresholds(small=small)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 6, 11, 14]), min_size=4, max_size=4),
    st.lists(st.sampled_from(list(DisplayRule)), min_size=8, max_size=8),
)
def test_that_the_audit_agrees_with_every_data_set_counted_out(
    numbers: list[int], rules: list[DisplayRule]
) -> None:
    pairs = list(product("ab", "wx"))
    asked = [*(cell(row=r, column=c) for r, c in pairs), *(cell(row=one) for one in "ab")]
    asked += [cell(column=one) for one in "wx"]
    sums = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]])
    values = [*numbers, *(sums @ numbers).tolist()]
    bands = [shown(value, rule) for value, rule in zip(values, rules, strict=True)]
    found = audited(
        crossed(dict(zip(pairs, numbers, strict=True))), dict(zip(asked, bands, strict=True))
    )
    # Every table of four cells up to 20, far beyond what the bands of these counts leave open.
    inner = np.indices((21,) * 4).reshape(4, -1)
    every = np.vstack([inner, sums @ inner])
    lows = np.array([[one.low] for one in bands])
    highs = np.array([[99 if one.high is None else one.high] for one in bands])
    fitting = every[:, ((every >= lows) & (every <= highs)).all(axis=0)]
    reported = {one.quantity.terms for one in found.findings if not one.insider}
    for row, value in enumerate(values):
        low, high = fitting[row].min(), fitting[row].max()
        if 0 < value < SMALL:
            assert (low > 0 or high - low < WIDTH) == (((row, 1),) in reported)


@pytest.mark.parametrize(("width", "forced"), [(3, True), (5, False)])
def test_that_a_line_is_forced_where_others_of_it_can_only_be_one_or_two(
    width: int, forced: bool
) -> None:
    # All ten of row a are in w. Known to within three values each, total and part leave two at
    # most for x, and a reader who knows how far apart intervals have to be knows it is none.
    population = crossed({("a", "w"): 10})
    band = Shown(number=10, low=10, high=9 + width)
    parts = [cell(row="a", column=one) for one in "wx"]
    bands = {cell(row="a"): band, parts[0]: band, parts[1]: WITHHELD}
    found = audited(population, bands, [Line(cells=tuple(parts))])
    assert any(one.line for one in found.findings) is forced


def test_that_numbers_that_become_exact_ask_for_more_width_of_those_withheld_among_them() -> None:
    # One of 1 and one of 5 within an exact 40: nothing but their sum of 6 is known.
    counts = {("a", "w"): 1, ("b", "w"): 5, ("c", "w"): 34}
    cells = [cell(), *(cell(row=one) for one in "abc")]
    tables = [table("rows", [cells])]
    strict = Thresholds(beside_exact=8)
    for thresholds, rule in (
        (Thresholds(), DisplayRule.EXACT),
        (strict, DisplayRule.NEAREST_FIVE),
    ):
        policy = Policy(thresholds=thresholds, finer=(DisplayRule.EXACT,))
        chosen = choose(crossed(counts), tables, (), policy)
        assert chosen.rules["rows"] is rule

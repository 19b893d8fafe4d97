"""What a table tells, in bits: reckoned by hand, and by laws that any such measure must keep."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.privacy.tables.information import information, told
from tests.privacy.tables.populations import NEXT, cell, table

FIVE, EXACT = DisplayRule.NEAREST_FIVE, DisplayRule.EXACT
KEPT = Shown(number=None, low=0, high=9)


def published(
    cells: Sequence[Sequence[Cell]], lines: Sequence[Sequence[Cell]], shown: Mapping[Cell, Shown]
) -> PublishedTable:
    return PublishedTable(
        table=table("made", cells, lines),
        shown=tuple(tuple(shown[one] for one in row) for row in cells),
        rule=FIVE,
        totals_rule=FIVE,
    )


def one_way(total: Shown, *parts: Shown) -> PublishedTable:
    """A total above its parts."""
    cells = [cell(row=str(number)) for number in range(len(parts))]
    bands = {cell(): total} | dict(zip(cells, parts, strict=True))
    return published([[one] for one in bands], [cells], bands)


def two_way(counts: Sequence[Sequence[int]], rule: DisplayRule = EXACT) -> PublishedTable:
    """Parts by row and column, with the totals of both and of everything."""
    rows, columns = range(len(counts)), range(len(counts[0]))
    cells = [[cell(), *(cell(column=str(c)) for c in columns)]]
    cells += [[cell(row=str(r)), *(cell(row=str(r), column=str(c)) for c in columns)] for r in rows]
    lines = [row[1:] for row in cells]
    lines += [list(one)[1:] for one in zip(*cells, strict=True)]
    bands = {cell(): sum(map(sum, counts))}
    bands |= {cell(row=str(r)): sum(counts[r]) for r in rows}
    bands |= {cell(column=str(c)): sum(row[c] for row in counts) for c in columns}
    bands |= {cell(row=str(r), column=str(c)): counts[r][c] for r, c in product(rows, columns)}
    return published(cells, lines, {one: shown(count, rule) for one, count in bands.items()})


def test_that_halves_of_an_exact_total_tell_a_bit_for_each_unit() -> None:
    half = shown(40, EXACT)
    assert information(one_way(shown(80, EXACT), half, half)) == pytest.approx(80)


def test_that_a_band_of_five_tells_what_it_leaves_open_less() -> None:
    assert told(40, 5, 80) == pytest.approx(40 * (1 - log2(5) / log2(81)))


def test_that_withheld_numbers_and_lone_categories_tell_nothing() -> None:
    assert information(one_way(shown(80, FIVE), KEPT, KEPT, KEPT)) == 0
    assert information(one_way(shown(80, EXACT), shown(80, EXACT), KEPT)) == 0
    assert information(published([[cell()]], [], {cell(): shown(80, EXACT)})) == 0


def test_that_a_band_wider_than_the_total_tells_nothing() -> None:
    assert told(2, 9, 4) == 0


def test_that_parts_of_a_withheld_total_are_measured_against_their_sum() -> None:
    half = shown(40, EXACT)
    assert information(one_way(KEPT, half, half)) == pytest.approx(80)


def test_that_a_number_of_two_totals_counts_once_and_against_the_smaller() -> None:
    found = information(two_way([[10, 20], [30, 40]]))
    totals = told(30, 1, 100) + told(70, 1, 100) + told(40, 1, 100) + told(60, 1, 100)
    inside = told(10, 1, 30) + told(20, 1, 30) + told(30, 1, 40) + told(40, 1, 60)
    assert found == pytest.approx(totals + inside)


def test_that_parts_are_measured_against_the_narrowest_total_that_stands_in_the_table() -> None:
    """Of a table by three breakdowns: the third divides what the second leaves, not everything."""
    inner = [cell(first="a", second=one) for one in "xy"]
    bands = {cell(): 100, cell(first="a"): 40, cell(first="b"): 60, inner[0]: 15, inner[1]: 25}
    given = {one: shown(count, EXACT) for one, count in bands.items()}
    lines = [[cell(first="a"), cell(first="b")], inner]
    expected = told(40, 1, 100) + told(60, 1, 100) + told(15, 1, 40) + told(25, 1, 40)
    assert information(published([list(bands)], lines, given)) == pytest.approx(expected)


def test_that_each_quarter_is_measured_by_itself() -> None:
    parts = {one: [cell(one, row="a"), cell(one, row="b")] for one in (cell().quarters[0], NEXT)}
    bands = {one: shown(40, EXACT) for line in parts.values() for one in line}
    found = published(list(parts.values()), list(parts.values()), bands)
    assert information(found) == pytest.approx(160)


counts = st.lists(
    st.lists(st.integers(0, 60), min_size=3, max_size=3), min_size=2, max_size=4
).filter(lambda rows: sum(map(sum, rows)) > 0)


@settings(deadline=None)
@given(counts, st.sampled_from((FIVE, EXACT)), st.data())
def test_that_showing_one_more_number_never_tells_less(
    rows: list[list[int]], rule: DisplayRule, data: st.DataObject
) -> None:
    whole = two_way(rows, rule)
    places = list(product(range(len(whole.shown)), range(len(whole.shown[0]))))
    hidden = data.draw(st.sets(st.sampled_from(places), min_size=1))
    again = data.draw(st.sampled_from(sorted(hidden)))
    assert information(without(whole, hidden)) <= information(without(whole, hidden - {again}))


@settings(deadline=None)
@given(counts)
def test_that_sharper_numbers_never_tell_less_and_exact_ones_bound_them_all(
    rows: list[list[int]],
) -> None:
    exact = two_way(rows)
    blurred = replace(
        exact,
        shown=tuple(
            tuple(one if one.number is None else replace(one, low=one.low - 2) for one in row)
            for row in exact.shown
        ),
    )
    assert 0 <= information(blurred) <= information(exact)


def without(whole: PublishedTable, hidden: set[tuple[int, int]]) -> PublishedTable:
    return replace(
        whole,
        shown=tuple(
            tuple(KEPT if (r, c) in hidden else one for c, one in enumerate(row))
            for r, row in enumerate(whole.shown)
        ),
    )

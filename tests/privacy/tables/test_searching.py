"""What the audit searches with: unknowns put together, and data sets that stay whole and true."""

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.summing import counts
from psg_desktop.privacy.tables.blocks import Blocks
from psg_desktop.privacy.tables.merging import Merged
from psg_desktop.privacy.tables.safety import Quantity
from psg_desktop.privacy.tables.scene import Published, Scene
from psg_desktop.privacy.tables.solving import Goal, Program
from tests.counted_by_hand import number
from tests.privacy.tables.populations import NEXT, QUARTER, cell, over_time

CODES = "abc"
LIVES = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(["01", "10", "11"])), max_size=40
)
CELLS = [
    cell(quarter, **where)
    for quarter in (QUARTER, NEXT)
    for where in ({}, *({"row": one} for one in CODES))
]


def floor(population: Population, cells: list[Cell]) -> list[Published]:
    numbers = counts(population, cells)
    rule = DisplayRule.NEAREST_FIVE
    return [Published(cell=one, shown=shown(numbers[one], rule)) for one in cells]


@settings(deadline=None, max_examples=60)
@given(LIVES)
def test_that_a_cell_is_the_sum_of_its_unknowns_however_it_is_counted(
    lives: list[tuple[str, str]],
) -> None:
    population = over_time(lives)
    scene = Scene(population, floor(population, CELLS))
    by_hand = [number(one, population) for one in CELLS]
    assert scene.values.tolist() == by_hand
    assert [counts(population, CELLS)[one] for one in CELLS] == by_hand
    assert scene.adds_up(scene.truth)
    assert scene.fits(scene.values[None]).all()


@settings(deadline=None, max_examples=40)
@given(LIVES)
def test_that_unknowns_put_together_count_each_unit_as_before(
    lives: list[tuple[str, str]],
) -> None:
    population = over_time(lives)
    blocks = Blocks(population, CELLS)
    merged = Merged(blocks)
    assert len(merged.amounts) <= len(blocks.unknowns)
    apart = blocks.amounts()
    for history in population.histories:
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        for found, unknowns, amounts in (
            (before, blocks.of(history), apart),
            (after, merged.of(blocks.of(history)), merged.amounts),
        ):
            for place in unknowns:
                for row, amount in amounts[place].items():
                    found[row] = found.get(row, 0) + amount
        assert before == after


@settings(deadline=None, max_examples=40)
@given(LIVES, st.integers(-6, 6).filter(bool), st.integers(0, len(CELLS) - 1))
def test_that_a_data_set_found_shows_the_same_and_reaches_its_goal(
    lives: list[tuple[str, str]], amount: int, row: int
) -> None:
    population = over_time(lives)
    scene = Scene(population, floor(population, CELLS))
    quantity = Quantity(terms=((row, 1),))
    found = Program(scene).search(Goal(quantity=quantity, amount=amount))
    if found is not None:
        off = int(found.rows[row] - scene.values[row])
        assert (off >= amount) if amount > 0 else (off <= amount)
        assert (found.rows >= scene.lows).all()
        assert (found.rows <= scene.highs).all()


def test_that_units_without_any_trait_asked_for_are_searched_as_well() -> None:
    population = over_time([("a", "11")] * 3)
    total = cell()
    band = Shown(number=None, low=0, high=9)
    scene = Scene(population, [Published(cell=total, shown=band)])
    program = Program(scene)
    quantity = Quantity(terms=((0, 1),))
    down = program.search(Goal(quantity=quantity, amount=-3))
    up = program.search(Goal(quantity=quantity, amount=6))
    assert down is not None
    assert up is not None
    assert (int(down.rows[0]), int(up.rows[0])) == (0, 9)
    assert program.search(Goal(quantity=quantity, amount=7)) is None

"""Walks to data sets: what arrives shows the same numbers, and starts from fractions are mended."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.summing import counts
from psg_desktop.privacy.tables.crew import Crew
from psg_desktop.privacy.tables.safety import Quantity
from psg_desktop.privacy.tables.scene import Published, Scene
from psg_desktop.privacy.tables.solving import Program
from psg_desktop.privacy.tables.walking import Walker
from psg_desktop.privacy.tables.witnesses import Checker, Goal
from tests.privacy.tables.populations import NEXT, QUARTER, cell, crossed, over_time

LIVES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["01", "10", "11"])), max_size=40
)
CELLS = [
    cell(quarter, **where)
    for quarter in (QUARTER, NEXT)
    for where in ({}, *({"row": one} for one in "abc"))
]
UNSHOWN = Shown(number=None, low=0, high=None)


def scene_of(population: Population, cells: list[Cell]) -> Scene:
    numbers = counts(population, cells)
    rule = DisplayRule.NEAREST_FIVE
    return Scene(
        population, [Published(cell=one, shown=shown(numbers[one], rule)) for one in cells]
    )


def walker(scene: Scene, seed: int = 0) -> Walker:
    return Walker(scene, np.random.default_rng(seed))


@settings(deadline=None, max_examples=25)
@given(LIVES, st.lists(st.integers(-6, 6).filter(bool), min_size=1, max_size=6), st.integers(0, 9))
def test_that_what_arrives_shows_the_same_and_is_what_was_looked_for(
    lives: list[tuple[str, str]], amounts: list[int], seed: int
) -> None:
    scene = scene_of(over_time(lives), CELLS)
    chance = np.random.default_rng(seed)
    goals = []
    for amount in amounts:
        one, other = chance.choice(len(CELLS), 2, replace=False).tolist()
        change = bool(chance.integers(2))
        terms = ((one, 1), (other, -1)) if change else ((one, 1),)
        kept = (int(chance.integers(len(scene.kinds))),) if scene.kinds else ()
        goals.append(Goal(quantity=Quantity(terms=terms, change=change), amount=amount, kept=kept))
    for goal, found in zip(goals, walker(scene, seed).walk(goals), strict=True):
        if found is None:
            continue
        assert scene.fits(found.rows[None]).all()
        moved = sum(by * (found.rows[row] - scene.values[row]) for row, by in goal.quantity.terms)
        assert moved >= goal.amount if goal.amount > 0 else moved <= goal.amount
        assert found.keeps[list(goal.kept)].all()
        # The solver agrees that there is such a data set.
        assert Program(scene).start(goal) is not None


def test_that_a_walk_arrives_where_there_is_room() -> None:
    scene = scene_of(over_time([("a", "11")] * 3 + [("b", "11")] * 30), CELLS)
    row = scene.cells.index(cell(row="a"))
    goals = [
        Goal(quantity=Quantity(terms=((row, 1),)), amount=amount, kept=kept)
        for amount in (-2, 4)
        for kept in ((), (scene.kinds.index(scene.kinds[0]),))
    ]
    assert all(walker(scene).walk(goals))


def test_that_nothing_arrives_where_nothing_can() -> None:
    exact = [
        Published(cell=one, shown=Shown(number=number, low=number, high=number))
        for one, number in ((cell(row="a"), 3), (cell(row="b"), 20))
    ]
    scene = Scene(crossed({("a", "w"): 3, ("b", "w"): 20}), exact)
    goal = Goal(quantity=Quantity(terms=((0, 1),)), amount=-1)
    assert walker(scene).walk([goal]) == [None]
    assert Crew(scene).starts([goal, goal, goal]) == [None, None, None]


def test_that_numbers_without_bands_can_be_walked() -> None:
    population = crossed({("a", "w"): 3})
    scene = Scene(population, [Published(cell=cell(row="a"), shown=UNSHOWN)])
    (found,) = walker(scene).walk([Goal(quantity=Quantity(terms=((0, 1),)), amount=-3)])
    assert found is not None
    assert found.rows.tolist() == [0]


def test_that_numbers_too_great_for_a_walk_are_left_to_the_solver() -> None:
    population = crossed({("a", "w"): 16_000, ("b", "w"): 12})
    scene = scene_of(population, [cell(), cell(row="b")])
    goal = Goal(quantity=Quantity(terms=((1, 1),)), amount=-1)
    assert walker(scene).walk([goal]) == [None]
    assert Program(scene).search(goal) is not None


@settings(deadline=None, max_examples=25)
@given(LIVES, st.integers(-6, 6).filter(bool), st.integers(0, len(CELLS) - 1))
def test_that_what_is_rounded_off_still_adds_up(
    lives: list[tuple[str, str]], amount: int, row: int
) -> None:
    scene = scene_of(over_time(lives), CELLS)
    goal = Goal(quantity=Quantity(terms=((row, 1),)), amount=amount)
    start = Program(scene).start(goal)
    if start is not None:
        assert scene.adds_up(start)
        assert (start >= 0).all()
        (found,) = walker(scene).walk([goal], [start], far=5)
        fits = Checker(scene).witness(start)
        assert found is not None or fits is None


@pytest.mark.parametrize("wrong", ["negative", "apart", "outside"])
def test_that_no_false_data_set_is_taken_for_a_proof(wrong: str) -> None:
    scene = scene_of(over_time([("a", "11")] * 12 + [("b", "11")] * 30), CELLS)
    numbers = scene.truth.copy()
    course, parts = scene.sums[0]
    if wrong == "negative":
        numbers[parts[0]], numbers[parts[1]] = -1, numbers[course] + 1
    elif wrong == "apart":
        numbers[course] += 1
    else:
        numbers[course] += 20
        numbers[parts[0]] += 20
    assert Checker(scene).witness(scene.truth) is not None
    assert Checker(scene).witness(numbers) is None

"""Sums over cases, attacked by somebody who knows one case exactly and everything displayed.

The attacker is written apart from the rule: it asks a solver of linear programs how large another
case can be, with every displayed sum as a constraint.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from psg_desktop.domain.statistics.magnitudes import Part, PublishedCohort, cohort, shown_sum
from psg_desktop.privacy.tables.magnitudes import MagnitudeRule
from tests.effort import examples

RULE = MagnitudeRule()
DAY = date(2026, 3, 31)
# Mostly small numbers, and now and then one case that is nearly all of a sum.
CONTACTS = st.one_of(st.integers(0, 30), st.integers(0, 30), st.integers(0, 600))
PAIRS = st.lists(st.tuples(CONTACTS, CONTACTS), min_size=8, max_size=24)
SETTINGS = settings(deadline=None, max_examples=examples(60, soak=1500))


def made(pairs: Sequence[tuple[int, int]], measure: str = "calls") -> PublishedCohort:
    """Give a cohort of cases numbered from nought."""
    parts = (
        Part(unit=f"{number:03}", before=before, after=after)
        for number, (before, after) in enumerate(pairs)
    )
    return cohort(measure, measure.capitalize(), DAY, parts)


def largest_seen(parts: Sequence[int], high: int) -> list[tuple[int, int]]:
    """Give each other part with the most that a reader who knows one part takes it for."""
    return [
        (other, high - own)
        for place, own in enumerate(parts)
        for beside, other in enumerate(parts)
        if beside != place
    ]


@SETTINGS
@given(PAIRS)
def test_that_nobody_who_knows_one_case_comes_near_another(pairs: list[tuple[int, int]]) -> None:
    one = made(pairs)
    assume(RULE.publishable(one.parts))
    for side in ("before", "after"):
        parts = [getattr(part, side) for part in one.parts]
        band = getattr(one, side)
        assert band.low <= sum(parts) <= band.high
        for other, most in largest_seen(parts, band.high):
            assert 100 * (most - other) >= 20 * other


@SETTINGS
@given(PAIRS)
def test_that_only_sums_of_enough_cases_are_published(pairs: list[tuple[int, int]]) -> None:
    one = made(pairs)
    assume(RULE.publishable(one.parts))
    assert sum(before > 0 for before, _ in pairs) >= 10
    assert sum(after > 0 for _, after in pairs) >= 10
    assert {one.cases.number is None, one.before.number is None, one.after.number is None} == {
        False
    }


def test_that_one_case_that_is_nearly_all_of_a_sum_waits() -> None:
    plain = [(5, 5)] * 12
    assert RULE.publishable(made(plain).parts)
    assert not RULE.publishable(made([*plain, (600, 5)]).parts)
    assert not RULE.publishable(made([*plain, (5, 600)]).parts)
    assert not RULE.publishable(made(plain[:9]).parts)
    # Ten cases, and one of them gives nothing: nine have a part in the sum.
    assert not RULE.publishable(made([*plain[:9], (5, 0)]).parts)


def test_that_the_rule_is_met_exactly_where_the_handbook_says() -> None:
    # Largest 100, second 50: the rest has to be 20.
    rest = [2] * 10
    assert RULE.protects([100, 50, *rest])
    assert not RULE.protects([100, 50, *rest[:-1], 1])
    assert not MagnitudeRule(per_cent=21).protects([100, 50, *rest])
    assert not MagnitudeRule(cases=13).protects([100, 50, *rest])


@pytest.mark.parametrize("low", [{"cases": 9}, {"per_cent": 19}])
def test_that_no_setting_goes_below_the_floor(low: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="below the floor"):
        MagnitudeRule(**low)


@given(st.integers(0, 3_000))
def test_that_a_sum_is_shown_to_the_nearest_ten_and_nothing_under_ten(total: int) -> None:
    seen = shown_sum(total)
    assert seen.low <= total <= (seen.high or 0)
    if total < 10:
        assert (seen.number, seen.high) == (None, 9)
    else:
        assert seen.number is not None
        assert seen.number % 10 == 0
        assert abs(seen.number - total) <= 5
        same = [other for other in range(10, 3_020) if shown_sum(other) == seen]
        assert (min(same), max(same)) == (seen.low, seen.high)


NESTED = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from([0, 0, 0, 1, 3, 250]), st.integers(1, 40)),
    min_size=10,
    max_size=16,
)


def most_of_difference(whole: PublishedCohort, part: PublishedCohort, own: int, case: int) -> float:
    """Solve how much a case gives to the whole beside the part at most.

    The unknowns are, for each case, what it gives to the part and what it gives beside it; of the
    reader's own case both are known.
    """
    count = len(whole.parts)
    beside = [w.before - p.before for w, p in zip(whole.parts, part.parts, strict=True)]
    inside = np.concatenate([np.ones(count), np.zeros(count)])
    everything = np.ones(2 * count)
    limits: list[tuple[int, int | None]] = [(0, None)] * (2 * count)
    limits[own] = (part.parts[own].before,) * 2
    limits[count + own] = (beside[own],) * 2
    sums = np.array([everything, -everything, inside, -inside])
    ends = [whole.before.high or 0, -whole.before.low, part.before.high or 0, -part.before.low]
    aim = np.zeros(2 * count)
    aim[count + case] = -1
    return -float(linprog(aim, A_ub=sums, b_ub=ends, bounds=limits).fun)


@settings(deadline=None, max_examples=60)
@given(NESTED, st.integers(0, 9))
def test_that_two_measures_together_hide_what_lies_between_them(
    triples: list[tuple[int, int, int]], reader: int
) -> None:
    part = made([(inside, after) for inside, _, after in triples], "emergency")
    whole = made([(inside + beside, after) for inside, beside, after in triples], "calls")
    assume(RULE.publishable(part.parts))
    assume(RULE.publishable(whole.parts))
    for new, there in ((whole, part), (part, whole)):
        if not RULE.safe_beside(new, [there]):
            continue
        # The nearest to the truth comes whoever has most beside the part, after the largest.
        order = sorted(range(len(triples)), key=lambda case: -triples[case][1])
        for own, case in ((order[1], order[0]), (order[0], order[1]), (reader, order[0])):
            seen = most_of_difference(whole, part, own, case)
            assert case == own or seen >= 1.2 * triples[case][1] - 1e-6


def test_that_a_measure_that_gives_one_case_away_beside_another_waits() -> None:
    # By itself each could be published; all of what lies between them is one case's.
    grown = [(20, 20)] * 40
    part, whole = made(grown, "emergency"), made([(270, 20), *grown[1:]], "calls")
    assert RULE.publishable(part.parts)
    assert RULE.publishable(whole.parts)
    assert not RULE.safe_beside(whole, [part])
    assert not RULE.safe_beside(part, [whole])
    # The same where the part was published in two cohorts.
    halves = [
        cohort("emergency", "Emergency", DAY, part.parts[:20]),
        cohort("emergency", "Emergency", DAY, part.parts[20:]),
    ]
    assert not RULE.safe_beside(whole, halves)
    assert not RULE.safe_beside(halves[1], [whole, halves[0]])


def test_that_measures_with_nothing_in_common_stand_side_by_side() -> None:
    calls, visits = made([(20, 5)] * 12, "calls"), made([(3, 30)] * 12, "visits")
    assert RULE.safe_beside(calls, [visits])
    assert RULE.safe_beside(visits, [calls])
    assert RULE.safe_beside(calls, [])
    # The same numbers twice: there is nothing between them.
    assert RULE.safe_beside(made([(20, 5)] * 12, "again"), [calls])

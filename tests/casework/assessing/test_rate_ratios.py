"""The rate ratio and its interval: laws that must hold, and numbers from another program."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psg_desktop.casework.assessing.rate_ratios import EXACT_BELOW, rate_ratio

SOME = st.integers(1, 60)
MONTHS = st.integers(1, 12)


# Ends worked out by scipy 1.17.1 as `scipy.stats.beta.ppf(tail, x, n - x + 1)` and
# `beta.ppf(1 - tail, x + 1, n - x)` for x after of n altogether, p / (1 - p) scaled by the months;
# scipy itself would add 170 MB to what the program is built from.
REFERENCE = [
    ((12, 3, 3, 3), (0.04527286360547267, 0.9263781937177047)),
    ((1, 6, 1, 6), (0.012739367083666617, 78.49683531626285)),
    ((30, 12, 10, 9), (0.19381811958744233, 0.9340937518688948)),
    ((99, 12, 80, 12), (0.5942002552665192, 1.0960648622979297)),
    ((2, 3, 40, 12), (1.2966281185708008, 42.70661932548372)),
    ((150, 12, 99, 12), (0.5067963186224185, 0.8563519451497895)),
    ((1000, 12, 5, 12), (0.0016199432356803765, 0.011707279012558127)),
]


@pytest.mark.parametrize(("counts", "ends"), REFERENCE)
def test_that_the_exact_interval_is_that_of_another_program(
    counts: tuple[int, int, int, int], ends: tuple[float, float]
) -> None:
    found = rate_ratio(*counts)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(ends, rel=1e-8)


def test_that_with_none_on_one_side_the_other_end_is_one_sided() -> None:
    fell = rate_ratio(5, 3, 0, 3)
    assert fell is not None
    assert (fell.ratio, fell.low) == (0, None)
    assert fell.high == pytest.approx(0.82056420302608, rel=1e-8)
    rose = rate_ratio(0, 6, 7, 6)
    assert rose is not None
    assert (rose.ratio, rose.high) == (None, None)
    assert rose.low == pytest.approx(1.8722124933553965, rel=1e-8)


def test_that_nothing_on_both_sides_and_no_month_on_one_are_not_compared() -> None:
    assert rate_ratio(0, 3, 0, 3) is None
    assert rate_ratio(4, 3, 0, 0) is None
    assert rate_ratio(0, 0, 4, 3) is None


def test_that_large_counts_are_within_a_hundredth_of_the_exact_interval() -> None:
    found = rate_ratio(4000, 12, 3000, 12)
    assert found is not None
    exact = (0.7150860951687146, 0.786554931299844)
    assert (found.low, found.high) == pytest.approx(exact, rel=0.01)
    just_below = rate_ratio(EXACT_BELOW - 1, 12, EXACT_BELOW, 12)
    just_above = rate_ratio(EXACT_BELOW, 12, EXACT_BELOW, 12)
    assert just_below is not None
    assert just_above is not None
    assert just_below.low == pytest.approx(just_above.low, rel=0.02)


@settings(deadline=None, max_examples=40)
@given(before=SOME, after=SOME, months=MONTHS, later=MONTHS)
def test_that_the_interval_contains_the_ratio(
    before: int, after: int, months: int, later: int
) -> None:
    found = rate_ratio(before, months, after, later)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.ratio is not None
    assert 0 < found.low < found.ratio < found.high
    assert found.ratio == pytest.approx((after / later) / (before / months))


@settings(deadline=None, max_examples=40)
@given(before=st.integers(0, 60), after=st.integers(0, 60), months=MONTHS, later=MONTHS)
def test_that_swapping_the_windows_turns_the_interval_over(
    before: int, after: int, months: int, later: int
) -> None:
    assume(before + after)
    found, swapped = (
        rate_ratio(before, months, after, later),
        rate_ratio(after, later, before, months),
    )
    assert found is not None
    assert swapped is not None
    for end, other in ((found.low, swapped.high), (found.high, swapped.low)):
        assert (end is None) == (other is None)
        if end is not None and other is not None:
            assert end * other == pytest.approx(1)


@settings(deadline=None, max_examples=30)
@given(before=SOME, after=SOME, times=st.integers(2, 20))
def test_that_the_interval_narrows_as_counts_grow(before: int, after: int, times: int) -> None:
    few, many = rate_ratio(before, 6, after, 6), rate_ratio(before * times, 6, after * times, 6)
    assert few is not None
    assert many is not None
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert many.high / many.low < few.high / few.low

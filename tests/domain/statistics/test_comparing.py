"""What is said of two displayed numbers follows from what is displayed alone."""

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.statistics.comparing import Direction, direction, percentage, rule_of
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown

COUNTS = st.integers(0, 300)
RULES = st.sampled_from(DisplayRule)


@given(COUNTS, COUNTS, RULES, RULES)
def test_that_higher_and_lower_are_true_of_what_was_counted(
    now: int, before: int, rule: DisplayRule, other: DisplayRule
) -> None:
    said = direction(shown(now, rule), shown(before, other))
    if said is Direction.HIGHER:
        assert now > before
    if said is Direction.LOWER:
        assert now < before
    if said is Direction.SAME:
        assert now == before


@given(COUNTS, RULES)
def test_that_the_rule_can_be_told_from_the_band(count: int, rule: DisplayRule) -> None:
    one = shown(count, rule)
    withheld = one.number is None
    assert rule_of(one) is (DisplayRule.WITHHELD if withheld else rule)


def test_that_nothing_is_said_of_a_withheld_number() -> None:
    withheld, number = shown(4, DisplayRule.EXACT), shown(60, DisplayRule.EXACT)
    assert direction(withheld, number) is direction(number, withheld) is Direction.WITHHELD
    assert percentage(withheld, number) is None
    assert percentage(number, withheld) is None


def test_that_numbers_whose_bands_overlap_are_not_called_higher_or_lower() -> None:
    rule = DisplayRule.NEAREST_FIVE
    assert direction(shown(17, rule), shown(18, rule)) is Direction.LOWER
    assert direction(shown(18, rule), shown(17, rule)) is Direction.HIGHER
    assert direction(shown(17, rule), shown(17, rule)) is Direction.UNCLEAR
    assert direction(shown(17, rule), shown(17, DisplayRule.EXACT)) is Direction.UNCLEAR
    endless = Shown(number=20, low=10, high=None)
    assert direction(endless, shown(40, rule)) is Direction.UNCLEAR


def test_that_a_percentage_is_of_displayed_numbers_and_of_a_base_of_50_or_more() -> None:
    five, exact = DisplayRule.NEAREST_FIVE, DisplayRule.EXACT
    assert percentage(shown(12, five), shown(49, exact)) is None
    assert percentage(shown(12, five), shown(50, exact)) == 20
    assert percentage(shown(12, five), shown(48, five)) == 20
    assert percentage(shown(25, exact), shown(200, exact)) == 13
    assert percentage(shown(52, exact), shown(52, five)) == 100

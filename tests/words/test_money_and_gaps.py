"""Amounts and gaps as a person reads them."""

import pytest

from psg_desktop.domain.today import Gap
from psg_desktop.words import gaps, money


@pytest.mark.parametrize(
    ("pence", "words"),
    [(0, "£0"), (125_000, "£1,250"), (125_050, "£1,250.50"), (5, "£0.05"), (-250, "-£2.50")],
)
def test_that_money_is_in_pounds(pence: int, words: str) -> None:
    assert money.pounds(pence) == words


@pytest.mark.parametrize("gap", list(Gap))
def test_that_every_gap_is_a_sentence_with_a_step(gap: Gap) -> None:
    assert gaps.sentence(gap, 1).endswith(".")
    assert gaps.sentence(gap, 1200).endswith(".")
    assert gaps.step(gap)[0].isupper()


def test_that_a_gap_counts_its_cases() -> None:
    assert gaps.sentence(Gap.NO_LEAD, 1) == "1 case has no lead agency."
    assert gaps.sentence(Gap.NO_LEAD, 1200) == "1,200 cases have no lead agency."

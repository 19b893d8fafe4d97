"""What is said of demand: never an infinite number, never more than the counts bear."""

from datetime import date
from typing import Any

import pytest

from psg_desktop.casework.assessing.demand import change
from psg_desktop.domain.demand import DemandTrigger, month_of, months_from
from psg_desktop.domain.demand_change import LeftOut, RateRatio, TriggerMet, WindowLength
from psg_desktop.words import demand
from tests.builders import TODAY, new_id

OPENED = date(2026, 6, 10)
AFTER = months_from(date(2026, 7, 1), date(2026, 9, 1))
BEFORE = months_from(date(2026, 3, 1), date(2026, 5, 1))


def said(before: int | None, after: int | None, today: date = TODAY) -> str:
    series = {} if before is None else dict.fromkeys(BEFORE, before)
    series |= {} if after is None else dict.fromkeys(AFTER, after)
    return demand.changed(change(OPENED, series, WindowLength.THREE, today))


def test_that_none_on_one_side_is_said_as_one_end_and_no_number_is_infinite() -> None:
    assert said(4, 0).startswith("None after. 95 % sure that the rate after is at most 0.28 times")
    assert said(0, 4).startswith("None before. 95 % sure that the rate after is at least 3.53")
    assert said(0, 0) == "None before and none after."


def test_that_months_that_are_missing_on_a_side_are_said_and_nothing_is_compared() -> None:
    assert said(None, 4) == "No month before is known, so nothing can be compared."
    assert said(4, None) == "No month after is known, so nothing can be compared."
    early = said(4, None, today=date(2026, 7, 2))
    assert early == "No month after is known yet, so nothing can be compared."


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (0.2, 0.9, "That is a fall beyond chance."),
        (1.1, 3.0, "That is a rise beyond chance."),
        (0.8, 1.3, "That can be chance."),
    ],
)
def test_that_a_change_is_beyond_chance_only_where_the_interval_leaves_out_one(
    low: float, high: float, verdict: str
) -> None:
    assert demand.ratio(RateRatio(ratio=1.0, low=low, high=high)).endswith(verdict)


def test_that_tiny_and_large_numbers_are_shown_as_far_as_they_mean_something() -> None:
    assert demand.times(0.0004) == "less than 0.01 times"
    assert demand.times(0.351) == "0.35 times"
    assert demand.times(42.7) == "43 times"


def a_trigger(**changes: Any) -> DemandTrigger:
    facts: dict[str, Any] = {"name": "Ambulance", "measures": ("ambulance",), "at_least": 12}
    return DemandTrigger(id=new_id(), **(facts | changes))


def test_that_a_trigger_says_its_months_and_its_rule() -> None:
    met = TriggerMet(
        trigger=a_trigger(months=3), count=14, first=date(2026, 11, 1), last=date(2027, 1, 1)
    )
    assert demand.met(met) == "Ambulance: 14 in November 2026 to January 2027"
    names = {"ambulance": "Ambulance calls"}
    assert demand.rule(a_trigger(months=3), names) == (
        "12 or more in 3 months in a row: Ambulance calls"
    )
    assert demand.rule(a_trigger(), names) == "12 or more in a month: Ambulance calls"


def test_that_those_left_out_are_counted_by_reason() -> None:
    found = {LeftOut.NOT_COUNTED: 44, LeftOut.NOT_OVER: 1}
    assert demand.left_out(found) == (
        "Left out: 44 cases have no counts of this; 1 case has months after that are not over yet."
    )
    assert demand.left_out({}) == "No case is left out."


def test_that_a_chart_shows_the_opening_and_no_more_months_than_fit() -> None:
    series = {date(2020, 1, 1): 4, date(2026, 5, 1): 2}
    first, last = demand.bounds(OPENED, series, TODAY, 25)
    assert last == month_of(OPENED)
    assert first == date(2024, 6, 1)

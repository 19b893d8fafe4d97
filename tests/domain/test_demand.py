"""Counts of demand by month, the triggers of high demand, and the two windows compared."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.demand import (
    LARGEST_COUNT,
    DemandCell,
    DemandCount,
    DemandTrigger,
    counted,
    month_of,
    months_from,
    shifted,
)
from psg_desktop.domain.demand_change import (
    WindowLength,
    after_window,
    before_window,
    is_over,
    merged,
    trigger_met,
)
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, new_id

CASE = CaseId(new_id())
OPENED = date(2026, 5, 14)
MONTHS = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(month_of)


def a_trigger(**changes: Any) -> DemandTrigger:
    facts = {"name": "Ambulance", "measures": ("ambulance",), "at_least": 5, "months": 1}
    return DemandTrigger(id=new_id(), **(facts | changes))


def count(month: date, number: int, measure: str = "ambulance", **facts: Any) -> DemandCount:
    return counted(DemandCell(case=CASE, measure=measure, month=month, **facts), number)


def refused(**changes: Any) -> set[tuple[str, Problem]]:
    with pytest.raises(Refused) as caught:
        a_trigger(**changes)
    return {(one.field, one.problem) for one in caught.value.problems}


def test_that_a_case_has_one_count_for_each_measure_agency_and_month() -> None:
    month = date(2026, 10, 1)
    agency = AgencyId(new_id())
    same = count(month, 3), count(month, 9)
    assert same[0].id == same[1].id
    others = {
        count(month, 3, "custody").id,
        count(shifted(month, 1), 3).id,
        count(month, 3, agency=agency).id,
        same[0].id,
    }
    assert len(others) == 4
    assert counted(same[0].cell, 3) == same[0]


@pytest.mark.parametrize("number", [-1, LARGEST_COUNT + 1])
def test_that_a_count_below_nothing_or_beyond_belief_is_refused(number: int) -> None:
    with pytest.raises(Refused, match="not_a_count"):
        count(date(2026, 10, 1), number)


def test_that_a_count_belongs_to_a_whole_month() -> None:
    with pytest.raises(Refused, match="month"):
        count(date(2026, 10, 2), 1)


def test_that_a_trigger_nobody_could_meet_or_name_is_refused() -> None:
    assert refused(name=" ") == {("name", Problem.NAME_MISSING)}
    assert refused(measures=()) == {("measures", Problem.NOTHING_CHOSEN)}
    assert refused(at_least=0, months=0) == {
        ("at_least", Problem.LENGTH_NOT_POSSIBLE),
        ("months", Problem.LENGTH_NOT_POSSIBLE),
    }


def test_that_five_in_one_month_meet_the_trigger_and_the_latest_month_is_told() -> None:
    counts = [count(date(2026, 3, 1), 7), count(date(2026, 10, 1), 6), count(date(2026, 11, 1), 4)]
    met = trigger_met(a_trigger(), counts)
    assert met is not None
    assert (met.count, met.first, met.last) == (6, date(2026, 10, 1), date(2026, 10, 1))
    assert trigger_met(a_trigger(at_least=8), counts) is None


def test_that_twelve_in_three_months_meet_it_over_the_end_of_a_year() -> None:
    counts = [count(date(2026, 11, 1), 4), count(date(2026, 12, 1), 4), count(date(2027, 1, 1), 4)]
    met = trigger_met(a_trigger(at_least=12, months=3), counts)
    assert met is not None
    assert (met.count, met.first, met.last) == (12, date(2026, 11, 1), date(2027, 1, 1))
    assert trigger_met(a_trigger(at_least=12, months=2), counts) is None


def test_that_measures_and_agencies_of_a_trigger_are_added_up_and_others_are_not() -> None:
    month = date(2026, 10, 1)
    calls = a_trigger(measures=("police_999", "police_101"), at_least=3)
    counts = [count(month, 1, "police_999"), count(month, 9, "custody")]
    assert trigger_met(calls, counts) is None
    counts += [count(month, 1, "police_101"), count(month, 1, "police_101", agency=new_id())]
    met = trigger_met(calls, counts)
    assert met is not None
    assert met.count == 3


def test_that_a_trigger_counts_only_in_the_months_it_is_in_force() -> None:
    counts = [count(date(2026, 3, 1), 7), count(date(2026, 10, 1), 6)]
    ended = trigger_met(a_trigger(until=date(2026, 6, 30)), counts)
    assert ended is not None
    assert ended.last == date(2026, 3, 1)
    assert trigger_met(a_trigger(since=date(2026, 11, 1)), counts) is None
    assert trigger_met(a_trigger(since=date(2026, 10, 31)), counts) is not None


def test_that_the_month_of_opening_is_on_neither_side() -> None:
    series = dict.fromkeys(months_from(date(2026, 1, 1), date(2026, 11, 1)), 1)
    before = before_window(series, OPENED, WindowLength.THREE)
    after = after_window(series, OPENED, WindowLength.THREE, TODAY)
    assert (before.first, before.last) == (date(2026, 2, 1), date(2026, 4, 1))
    assert (after.first, after.last) == (date(2026, 6, 1), date(2026, 8, 1))
    assert before.whole
    assert after.whole
    assert is_over(after, TODAY)


def test_that_a_month_that_is_not_known_is_not_a_month_of_none() -> None:
    series = {date(2026, 2, 1): 0, date(2026, 4, 1): 5}
    before = before_window(series, OPENED, WindowLength.THREE)
    assert (before.known, before.months, before.total) == (2, 3, 5)
    assert not before.whole


def test_that_a_month_that_is_not_over_is_not_known() -> None:
    series = dict.fromkeys(months_from(date(2026, 6, 1), date(2026, 11, 1)), 2)
    after = after_window(series, OPENED, WindowLength.SIX, TODAY)
    assert (after.last, after.known, after.total) == (date(2026, 11, 1), 5, 10)
    assert not is_over(after, TODAY)


def test_that_a_month_is_known_of_all_agencies_or_not_at_all() -> None:
    first, second = date(2026, 1, 1), date(2026, 2, 1)
    assert merged([{first: 1, second: 2}, {second: 3}]) == {second: 5}
    assert merged([]) == {}


@settings(deadline=None)
@given(month=MONTHS, by=st.integers(-300, 300))
def test_that_months_are_shifted_there_and_back(month: date, by: int) -> None:
    there = shifted(month, by)
    assert there.day == 1
    assert shifted(there, -by) == month
    assert len(months_from(min(month, there), max(month, there))) == abs(by) + 1

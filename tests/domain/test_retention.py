"""Times of keeping: counted in whole months, by the row of the day, the kind's own row first."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import RetentionRuleId, StayId
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.retention import (
    DueKind,
    Event,
    RetentionRule,
    RetentionTrigger,
    Stay,
    StayKind,
    due_records,
    months_after,
    rule_for,
)
from tests.builders import TODAY, new_id

DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def a_rule(months: int, **changes: object) -> RetentionRule:
    given_ = {"id": RetentionRuleId(new_id()), "trigger": RetentionTrigger.CASE_CLOSED} | changes
    return RetentionRule(months=months, **given_)  # type: ignore[arg-type] # any fields


def an_event(on: date, kind: CaseKind = CaseKind.PERSON) -> Event:
    return Event(
        about=DueKind.CASE, record=UUID(int=7), label="PSG-1 Noise", confirm="PSG-1",
        case_kind=kind, trigger=RetentionTrigger.CASE_CLOSED, on=on,
    )  # fmt: skip


def a_stay(**changes: object) -> Stay:
    given_ = {
        "id": StayId(new_id()), "kind": StayKind.HOLD, "about": DueKind.CASE,
        "record": UUID(int=7), "reason": "A claim.", "made_on": TODAY,
    } | changes  # fmt: skip
    return Stay(**given_)  # type: ignore[arg-type] # any fields


def test_that_a_month_without_the_day_ends_on_its_last() -> None:
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)


@given(day=DAYS, months=st.integers(1, 1200))
def test_that_a_time_of_keeping_lasts_its_months(day: date, months: int) -> None:
    due = months_after(day, months)
    assert (due.year - day.year) * 12 + due.month - day.month == months
    assert due.day <= day.day


def test_that_the_row_for_the_kind_comes_before_the_row_for_all() -> None:
    rules = (a_rule(120, case_kind=CaseKind.PLACE), a_rule(72))
    assert rule_for(rules, an_event(TODAY, CaseKind.PLACE)) is rules[0]
    assert rule_for(rules, an_event(TODAY)) is rules[1]


@given(day=DAYS)
def test_that_the_row_of_the_day_of_the_event_counts(day: date) -> None:
    rules = (a_rule(72, until=TODAY - DAY), a_rule(12, since=TODAY))
    found = rule_for(rules, an_event(day))
    assert found is rules[day >= TODAY]


def test_that_nothing_is_due_where_no_row_counts() -> None:
    rules = (a_rule(1, since=TODAY),)
    assert due_records([an_event(TODAY - 900 * DAY)], rules, [], TODAY) == ()


def test_that_a_stay_keeps_through_its_last_day_and_no_longer() -> None:
    event, rules = an_event(TODAY - 900 * DAY), (a_rule(1),)
    stay = a_stay(until=TODAY + DAY)
    for day, kept in ((TODAY + DAY, True), (TODAY + 2 * DAY, False)):
        (due,) = due_records([event], rules, [stay], day)
        assert (due.stay is stay) is kept
    (due,) = due_records([event], rules, [stay.lifted(TODAY)], TODAY)
    assert due.stay is None


@pytest.mark.parametrize("months", [0, -1, 1201])
def test_that_a_time_nobody_could_keep_to_is_refused(months: int) -> None:
    with pytest.raises(Refused):
        a_rule(months)


def test_that_a_stay_without_reason_or_with_its_end_before_its_start_is_refused() -> None:
    for changes in (
        {"reason": " "},
        {"until": TODAY - DAY},
        {"kind": StayKind.KEEP_LONGER},
        {"reason": "x" * 30_000},
    ):
        with pytest.raises(Refused):
            a_stay(**changes)

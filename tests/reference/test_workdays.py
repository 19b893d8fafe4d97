"""Bank holidays as published, then as the rules foretell; working days between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.reference import workdays
from psg_desktop.reference.workdays import add_working_days, is_working_day, next_working_day
from tests.tools.usual_holidays import usual_holidays

DAYS = st.dates(date(2012, 1, 1), date(2039, 12, 31))
# Years in which a holiday was moved or added by proclamation.
UNUSUAL = {2012, 2020, 2022, 2023}


def test_that_28_december_2026_is_a_bank_holiday() -> None:
    found = workdays.bank_holiday(date(2026, 12, 28))
    assert found is not None
    assert (found.name, found.published) == ("Boxing Day", True)
    assert not is_working_day(date(2026, 12, 28))
    assert next_working_day(date(2026, 12, 25)) == date(2026, 12, 29)


def test_that_one_off_holidays_are_known() -> None:
    assert not is_working_day(date(2023, 5, 8))
    assert not is_working_day(date(2022, 9, 19))


def test_that_the_rules_give_what_was_published() -> None:
    for year in range(2012, 2029):
        published = {day.on for day in workdays.bank_holidays() if day.on.year == year}
        if year not in UNUSUAL:
            assert published == {day for day, _ in usual_holidays(year)}


def test_that_later_years_are_marked_as_foretold() -> None:
    foretold = [day for day in workdays.bank_holidays() if not day.published]
    assert {day.on.year for day in foretold} == set(range(2029, 2041))
    assert len(foretold) == 8 * 12


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 11, 21), 10, date(2026, 12, 4)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
        (date(2026, 12, 25), 0, date(2026, 12, 25)),
    ],
)
def test_that_working_days_are_counted(start: date, count: int, end: date) -> None:
    assert add_working_days(start, count) == end


def test_that_days_off_of_ones_own_count_too() -> None:
    shut = {date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)}
    assert not is_working_day(date(2026, 12, 30), shut)
    assert next_working_day(date(2026, 12, 28), shut) == date(2027, 1, 4)
    assert add_working_days(date(2026, 12, 24), 1, shut) == date(2027, 1, 4)


@settings(deadline=None)
@given(DAYS, st.integers(1, 60))
def test_that_counting_agrees_with_looking_at_each_day(day: date, count: int) -> None:
    end = add_working_days(day, count)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(is_working_day(each) for each in between) == count
    assert is_working_day(end)


@settings(deadline=None)
@given(DAYS)
def test_that_the_next_working_day_is_the_first(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(days=n)) for n in range((found - day).days))

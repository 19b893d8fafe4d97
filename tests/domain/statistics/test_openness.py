"""What open on a day means, and that flow and stock can never disagree about it."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain import quarters
from psg_desktop.domain.statistics import matters
from psg_desktop.domain.statistics.counted import counted
from psg_desktop.domain.statistics.histories import History, Population
from psg_desktop.domain.statistics.matters import MatterFacts
from psg_desktop.domain.statistics.openness import Spell, months_between, open_on
from tests.builders import a_closure, new_id
from tests.domain.statistics.made_up import DAYS, open_times, read

FIRST = date(2024, 1, 1)
QUARTERS = quarters.between(FIRST, date(2026, 12, 31))
TRAITS = ("person", "noise", "not_recorded", "high", "not_recorded", "not_recorded")


def histories(*known: tuple[Spell, ...]) -> tuple[History, ...]:
    empty = Population(code="matters", variables=matters.VARIABLES, quarters=QUARTERS, histories=())
    units = [(str(new_id()), MatterFacts(traits=TRAITS, spells=one)) for one in known]
    return counted(empty, matters.HAPPENINGS, units).population.histories


def flow(history: History) -> list[Counter[str]]:
    return [Counter(event.measure for event in one.events) for one in history.standings]


def test_that_a_case_is_open_from_the_day_it_opens_to_the_day_before_it_closes() -> None:
    known = read(date(2026, 3, 10), a_closure(on=date(2026, 6, 20)))
    open_days = [date(2026, 3, 10), date(2026, 6, 19)]
    assert all(open_on(known, day) for day in open_days)
    assert not any(open_on(known, day) for day in (date(2026, 3, 9), date(2026, 6, 20)))


def test_that_a_reopened_case_is_open_again() -> None:
    closing = a_closure(on=date(2026, 6, 20), reopened_on=date(2026, 7, 1))
    again = open_on(read(date(2026, 3, 10), closing), date(2026, 7, 1))
    assert again is not None
    assert again.again
    assert open_on(read(date(2026, 3, 10), closing), date(2026, 6, 30)) is None


def test_that_days_out_of_order_end_nothing_before_it_began() -> None:
    known = read(date(2026, 5, 1), a_closure(on=date(2026, 2, 1), reopened_on=date(2026, 1, 1)))
    assert known == (
        Spell(opened=date(2026, 5, 1), closed=date(2026, 5, 1)),
        Spell(opened=date(2026, 5, 1), again=True),
    )


@given(st.lists(open_times(), max_size=6))
def test_that_open_at_start_with_opened_without_closed_gives_open_at_end(
    known: list[tuple[Spell, ...]],
) -> None:
    together = [Counter[str]() for _ in QUARTERS]
    for history in histories(*known):
        counts = flow(history)
        for total, one in zip(together, counts, strict=True):
            total.update(one)
        assert _agrees(counts)
        assert all(one["open_at_end"] <= 1 for one in counts)
    assert _agrees(together)


def _agrees(counts: list[Counter[str]]) -> bool:
    return all(
        before["open_at_end"] + now["opened"] - now["closed"] == now["open_at_end"]
        for before, now in zip([Counter[str](), *counts], counts, strict=False)
    )


@given(open_times(), DAYS)
def test_that_open_at_the_end_of_a_quarter_is_open_on_its_last_day(
    known: tuple[Spell, ...], day: date
) -> None:
    place = QUARTERS.index(quarters.quarter_of(day))
    counts = flow(histories(known)[0])
    end = quarters.last_day(QUARTERS[place])
    assert counts[place]["open_at_end"] == (open_on(known, end) is not None)


@given(DAYS, st.integers(0, 1200))
def test_that_whole_months_are_those_a_calendar_counts(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    months = months_between(first, last)
    assert months * 28 <= days
    assert days < (months + 1) * 31 + 1


def test_that_no_month_has_passed_backwards() -> None:
    assert months_between(date(2026, 5, 2), date(2026, 4, 1)) == 0
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_between(date(2025, 12, 5), date(2026, 6, 5)) == 6

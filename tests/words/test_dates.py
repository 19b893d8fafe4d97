"""Dates as people in Britain read them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from psg_desktop.words import dates

DAY = date(2026, 12, 3)
TODAY = date(2026, 11, 21)


def test_that_each_place_has_its_own_form() -> None:
    assert dates.grid(DAY) == "Thu 3 Dec 2026"
    assert dates.short(DAY) == "Thu 3 Dec"
    assert dates.prose(DAY) == "3 December 2026"
    assert dates.full(DAY) == "Thu 3 December 2026"
    assert dates.month_year(DAY) == "December 2026"
    assert dates.iso(DAY) == "2026-12-03"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (12, "in 12 days"),
        (-6, "6 days ago"),
        (700, "in 700 days"),
        (731, "in 2 years"),
        (-15_000, "41 years ago"),
    ],
)
def test_that_a_distance_is_said_in_words(days: int, words: str) -> None:
    assert dates.distance(TODAY + timedelta(days=days), TODAY) == words


def test_that_a_moment_is_said_in_local_time() -> None:
    summer = datetime(2026, 6, 30, 23, 15, tzinfo=UTC)
    assert dates.moment_words(summer, ZoneInfo("Europe/London")) == "Wed 1 Jul 2026 00:15"
    assert dates.clock_time(summer, UTC) == "23:15"

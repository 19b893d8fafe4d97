"""Times of day as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.ui.parts.clock_times import read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9.05", time(9, 5)),
        ("2.30pm", time(14, 30)),
        ("2 pm", time(14, 0)),
        ("12am", time(0, 0)),
        ("12 PM", time(12, 0)),
    ],
)
def test_that_a_time_is_read_as_it_is_meant(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "9", "25:00", "13pm", "0am", "noon", "12:60", "-1:30"])
def test_that_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@given(st.times())
def test_that_every_time_that_is_shown_is_read_back(moment: time) -> None:
    assert read_time(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0, tzinfo=None)


@given(st.text(max_size=12))
def test_that_no_text_breaks_the_reading(typed: str) -> None:
    found = read_time(typed)
    assert found is None or isinstance(found, time)

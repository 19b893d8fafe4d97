"""Spans of days, open or closed at either end."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.spans import backwards, covers, meets

ends = st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))


def test_that_both_ends_belong_to_a_span() -> None:
    first, last = date(2026, 4, 1), date(2026, 4, 30)
    assert covers(first, last, first)
    assert covers(first, last, last)
    assert not covers(first, last, first - timedelta(days=1))
    assert not covers(first, last, last + timedelta(days=1))
    assert covers(None, None, first)


@given(ends, ends, days, days)
def test_that_a_span_meets_days_exactly_when_it_covers_one_of_them(
    since: date | None, until: date | None, first: date, last: date
) -> None:
    if backwards(since, until) or last < first:
        return
    nearest = max(first, since or first)
    assert meets(since, until, first, last) == (nearest <= last and covers(since, until, nearest))

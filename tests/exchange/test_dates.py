"""Dates as British offices write them are read day first, and doubts are said aloud."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.exchange.dates import DateReader, Order, prose_date
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.troubles import Trouble
from tests.exchange.workbooks import TODAY

READER = DateReader(today=TODAY)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("21/11/2026", date(2026, 11, 21)),
        ("21.11.2026", date(2026, 11, 21)),
        ("21-11-2026", date(2026, 11, 21)),
        ("3/4/2026", date(2026, 4, 3)),
        ("1 1 2020", date(2020, 1, 1)),
        ("01/01/2009 03:01", date(2009, 1, 1)),
        ("2021-04-21T00:00:00+01:00", date(2021, 4, 21)),
        ("2026-11-21", date(2026, 11, 21)),
        ("20261121", date(2026, 11, 21)),
        ("Wednesday, 21 April, 2021", date(2021, 4, 21)),
        ("Wed 21 April 2021", date(2021, 4, 21)),
        ("21st Nov 2026", date(2026, 11, 21)),
        ("2nd of March 2020", date(2020, 3, 2)),
        ("April 21, 2021", date(2021, 4, 21)),
        (datetime(2026, 3, 4, 5, 6), date(2026, 3, 4)),  # noqa: DTZ001 - cells hold no zone
        (date(2026, 3, 4), date(2026, 3, 4)),
    ],
)
def test_that_a_plain_date_is_read_without_a_word(written: Cell, meant: date) -> None:
    reading = READER.read(written)
    assert reading.value == meant
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("written", "meant", "doubt"),
    [
        ("21.11.26", date(2026, 11, 21), Trouble.TWO_DIGIT_YEAR),
        ("1/2/46", date(2046, 2, 1), Trouble.TWO_DIGIT_YEAR),
        ("1/2/47", date(1947, 2, 1), Trouble.TWO_DIGIT_YEAR),
        (46000, date(2025, 12, 9), Trouble.NUMBER_AS_DATE),
        ("46000", date(2025, 12, 9), Trouble.NUMBER_AS_DATE),
        ("Sept 2025", date(2025, 9, 1), Trouble.ONLY_A_MONTH),
        ("2024-06", date(2024, 6, 1), Trouble.ONLY_A_MONTH),
        ("Tuesday 21 April 2021", date(2021, 4, 21), Trouble.WEEKDAY_DISAGREES),
    ],
)
def test_that_a_doubtful_date_is_read_and_named(written: Cell, meant: date, doubt: Trouble) -> None:
    reading = READER.read(written)
    assert reading.value == meant
    assert [remark.trouble for remark in reading.remarks] == [doubt]
    assert not reading.remarks[0].stops


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("404 error", Trouble.NOT_A_DATE),
        ("soon", Trouble.NOT_A_DATE),
        (7, Trouble.NOT_A_DATE),
        ("31/02/2026", Trouble.IMPOSSIBLE_DATE),
        ("0/0/2020", Trouble.IMPOSSIBLE_DATE),
        ("04/25/2026", Trouble.IMPOSSIBLE_DATE),
        ("1/3/0202", Trouble.UNLIKELY_YEAR),
        ("1/3/2226", Trouble.UNLIKELY_YEAR),
    ],
)
def test_that_what_is_no_date_stops_the_row(written: Cell, trouble: Trouble) -> None:
    reading = READER.read(written)
    assert reading.value is None
    assert [remark.trouble for remark in reading.remarks] == [trouble]
    assert reading.remarks[0].stops
    assert reading.remarks[0].advice


@pytest.mark.parametrize("written", [None, "", " ", "-", ":", "n/a", "N/A", "unknown", "TBC", "?"])
def test_that_nothing_is_nothing(written: Cell) -> None:
    assert READER.read(written).value is None
    assert READER.read(written).remarks == ()


def test_that_an_impossible_date_offers_the_american_reading() -> None:
    remark = READER.read("04/25/2026").remarks[0]
    assert remark.suggestion == "2026-04-25"


def test_that_a_mixed_column_makes_ambiguous_dates_stop() -> None:
    mixed = DateReader(today=TODAY, mixed=True)
    remark = mixed.read("03/04/2026").remarks[0]
    assert remark.trouble is Trouble.AMBIGUOUS_DATE
    assert "3 April 2026" in remark.sentence
    assert "4 March 2026" in remark.sentence
    assert mixed.read("04/04/2026").value == date(2026, 4, 4)


def test_that_a_two_digit_year_of_birth_lies_in_the_past() -> None:
    births = DateReader(today=TODAY, births=True)
    assert births.read("3/4/26").value == date(2026, 4, 3)
    assert births.read("3/4/27").value == date(1927, 4, 3)


@given(st.dates(date(1900, 3, 1), date(2046, 12, 31)))
def test_that_a_date_written_in_any_usual_way_comes_back(day: date) -> None:
    for written in (
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        prose_date(day),
        f"{day:%A} {prose_date(day)}",
        f"{day:%d-%b-%Y}",
        day,
    ):
        assert READER.read(written).value == day


@given(st.dates(date(2000, 1, 1), date(2020, 1, 1)))
def test_that_excel_counts_days_as_we_do(day: date) -> None:
    serial = (day - date(1899, 12, 30)) / timedelta(days=1)
    assert READER.read(serial).value == day


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)))
def test_that_month_first_columns_are_read_month_first(day: date) -> None:
    american = DateReader(today=TODAY, order=Order.MONTH_FIRST)
    assert american.read(f"{day:%m/%d/%Y}").value == day


@given(st.text(max_size=40))
def test_that_no_text_breaks_the_reader(text: str) -> None:
    reading = READER.read(text)
    assert reading.value is None or reading.value.year > 1889

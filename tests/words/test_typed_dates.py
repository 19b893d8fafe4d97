"""What the one-line date box takes, what it refuses and what it says back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.reference.workdays import is_working_day
from psg_desktop.words import dates
from psg_desktop.words.date_echo import Echo, echo
from psg_desktop.words.nearest import Looking
from psg_desktop.words.typed_dates import DateProblem, NotADate, Reckoning, parse

TODAY = date(2026, 11, 21)  # a Saturday
MEETINGS = (date(2027, 1, 7), date(2026, 11, 5), date(2026, 12, 3))
AHEAD = Reckoning(today=TODAY, meetings=MEETINGS)
BACK = Reckoning(today=TODAY, meetings=MEETINGS, looking=Looking.BACK)

TODAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
RECKONINGS = st.builds(
    Reckoning,
    today=TODAYS,
    looking=st.sampled_from(Looking),
    meetings=st.lists(TODAYS, max_size=4).map(tuple),
    days_off=st.frozensets(TODAYS, max_size=4),
)


@pytest.mark.parametrize(
    ("typed", "ahead", "back"),
    [
        ("today", "2026-11-21", "2026-11-21"),
        ("tom", "2026-11-22", "2026-11-22"),
        ("Tomorrow", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-20", "2026-11-20"),
        ("+3d", "2026-11-24", "2026-11-24"),
        ("+2w", "2026-12-05", "2026-12-05"),
        ("+ 2 weeks", "2026-12-05", "2026-12-05"),
        ("+1m", "2026-12-21", "2026-12-21"),
        ("+1y", "2027-11-21", "2027-11-21"),
        ("+10wd", "2026-12-04", "2026-12-04"),
        ("in 3 weeks", "2026-12-12", "2026-12-12"),
        ("-1wd", "2026-11-20", "2026-11-20"),
        ("3 days ago", "2026-11-18", "2026-11-18"),
        ("fri", "2026-11-27", "2026-11-20"),
        ("sat", "2026-11-28", "2026-11-14"),
        ("this fri", "2026-11-20", "2026-11-20"),
        ("next tue", "2026-11-24", "2026-11-24"),
        ("next Thurs", "2026-11-26", "2026-11-26"),
        ("last fri", "2026-11-20", "2026-11-20"),
        ("3/12", "2026-12-03", "2025-12-03"),
        ("21/11", "2026-11-21", "2026-11-21"),
        ("20/11", "2027-11-20", "2026-11-20"),
        ("3/12/26", "2026-12-03", "2026-12-03"),
        ("3/4/26", "2026-04-03", "2026-04-03"),
        ("3.12.2026", "2026-12-03", "2026-12-03"),
        ("03-12-2026", "2026-12-03", "2026-12-03"),
        ("3 dec", "2026-12-03", "2025-12-03"),
        ("3rd December", "2026-12-03", "2025-12-03"),
        ("3rd of December", "2026-12-03", "2025-12-03"),
        ("dec 3", "2026-12-03", "2025-12-03"),
        ("3 dec 2026", "2026-12-03", "2026-12-03"),
        ("9 Sept 27", "2027-09-09", "1927-09-09"),
        ("Thu 3 Dec 2026", "2026-12-03", "2026-12-03"),
        ("December 3, 2026.", "2026-12-03", "2026-12-03"),
        ("27th", "2026-11-27", "2026-10-27"),
        ("21st", "2026-11-21", "2026-11-21"),
        ("31st", "2026-12-31", "2026-10-31"),
        ("29 feb", "2028-02-29", "2024-02-29"),
        ("eom", "2026-11-30", "2026-10-31"),
        ("end of month", "2026-11-30", "2026-10-31"),
        ("psg", "2026-12-03", "2026-11-05"),
        ("PSG + 1", "2027-01-07", "2026-12-03"),
        ("2026-12-03", "2026-12-03", "2026-12-03"),
        ("\u00a0\uff13 dec  2026 ", "2026-12-03", "2026-12-03"),
    ],
)
def test_that_each_form_is_read_in_both_directions(typed: str, ahead: str, back: str) -> None:
    assert parse(typed, AHEAD) == date.fromisoformat(ahead)
    assert parse(typed, BACK) == date.fromisoformat(back)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", DateProblem.EMPTY),
        (" . ", DateProblem.EMPTY),
        ("asap", DateProblem.NOT_UNDERSTOOD),
        ("soon", DateProblem.NOT_UNDERSTOOD),
        ("3", DateProblem.NOT_UNDERSTOOD),
        ("+5", DateProblem.NOT_UNDERSTOOD),
        ("1st Mon in Jan", DateProblem.NOT_UNDERSTOOD),
        ("dec 2026", DateProblem.NOT_UNDERSTOOD),
        ("3/12.26", DateProblem.NOT_UNDERSTOOD),
        ("12/25", DateProblem.NO_SUCH_DAY),
        ("31/4", DateProblem.NO_SUCH_DAY),
        ("0/1", DateProblem.NO_SUCH_DAY),
        ("29/2/2027", DateProblem.NO_SUCH_DAY),
        ("32nd", DateProblem.NO_SUCH_DAY),
        ("0000-01-01", DateProblem.NO_SUCH_DAY),
        ("fri 3 dec 2026", DateProblem.OTHER_WEEKDAY),
        ("psg+9", DateProblem.NO_MEETING),
        ("psg-2", DateProblem.NO_MEETING),
        ("3/4/2126", DateProblem.TOO_FAR),
        ("1/1/1066", DateProblem.TOO_FAR),
        ("+999y", DateProblem.TOO_FAR),
    ],
)
def test_that_what_is_no_date_is_refused_with_its_reason(typed: str, problem: DateProblem) -> None:
    refused = parse(typed, AHEAD)
    assert isinstance(refused, NotADate)
    assert refused.problem is problem
    assert refused.sentence.endswith(".")


def test_that_the_american_order_is_answered_with_ours() -> None:
    refused = parse("12/25", AHEAD)
    assert isinstance(refused, NotADate)
    assert "no month 25" in refused.sentence
    assert "day first" in refused.sentence


def test_that_a_wrong_weekday_is_named() -> None:
    refused = parse("fri 3 dec 2026", AHEAD)
    assert isinstance(refused, NotADate)
    assert refused.sentence == "3 December 2026 is a Thursday, not a Friday."


def test_that_without_meetings_the_box_asks_for_them() -> None:
    refused = parse("psg", Reckoning(today=TODAY))
    assert isinstance(refused, NotADate)
    assert refused.problem is DateProblem.NO_MEETING


def test_that_a_meeting_today_is_the_next_and_the_last() -> None:
    for looking in Looking:
        on_the_day = Reckoning(today=date(2026, 12, 3), meetings=MEETINGS, looking=looking)
        assert parse("psg", on_the_day) == date(2026, 12, 3)


def test_that_a_month_on_from_the_31st_is_the_last_of_a_short_month() -> None:
    assert parse("+1m", Reckoning(today=date(2027, 1, 31))) == date(2027, 2, 28)
    assert parse("-2m", Reckoning(today=date(2024, 4, 30))) == date(2024, 2, 29)


def test_that_working_days_step_over_own_days_off() -> None:
    shut = Reckoning(today=date(2026, 12, 24), days_off=frozenset({date(2026, 12, 29)}))
    assert parse("+1wd", shut) == date(2026, 12, 30)


def test_that_the_echo_gives_date_distance_and_meeting() -> None:
    assert echo(date(2026, 12, 10), Reckoning(today=TODAY)) == Echo(
        text="Thu 10 December 2026, in 19 days"
    )
    assert echo(date(2026, 12, 4), AHEAD).text == (
        "Fri 4 December 2026, in 13 days, 1 day after the next PSG meeting"
    )
    assert echo(date(2026, 12, 1), AHEAD).text.endswith("2 days before the next PSG meeting")
    assert echo(date(2026, 12, 3), AHEAD).text.endswith("the day of the next PSG meeting")


@pytest.mark.parametrize(
    ("day", "caution", "instead"),
    [
        (
            date(2026, 12, 5),
            "That is a Saturday. The next working day is Mon 7 December 2026.",
            date(2026, 12, 7),
        ),
        (
            date(2026, 12, 28),
            "That is a bank holiday (Boxing Day). The next working day is Tue 29 December 2026.",
            date(2026, 12, 29),
        ),
        (
            date(2026, 12, 30),
            "That is a day off. The next working day is Thu 31 December 2026.",
            date(2026, 12, 31),
        ),
    ],
)
def test_that_no_working_day_is_said_and_another_offered(
    day: date, caution: str, instead: date
) -> None:
    by = Reckoning(today=TODAY, days_off=frozenset({date(2026, 12, 30)}))
    said = echo(day, by)
    assert (said.caution, said.instead) == (caution, instead)
    assert dates.prose(day) in said.text


def test_that_what_happened_may_have_happened_on_a_sunday() -> None:
    assert echo(date(2026, 11, 15), BACK) == Echo(text="Sun 15 November 2026, 6 days ago")


@given(
    st.dates(date(1900, 1, 1), date(2069, 12, 31)),
    st.sampled_from([dates.grid, dates.prose, dates.full, dates.iso]),
    RECKONINGS,
)
def test_that_every_date_is_read_back_from_every_form(day, form, by) -> None:
    assert parse(form(day), by) == day
    assert parse(form(day).upper(), by) == day


@given(TODAYS, RECKONINGS)
def test_that_a_day_without_its_year_is_the_nearest_that_way(day, by) -> None:
    found = parse(dates.short(day)[4:], by)
    assert isinstance(found, date)
    assert (found.day, found.month) == (day.day, day.month)
    ahead = by.looking is Looking.AHEAD
    assert found >= by.today if ahead else found <= by.today
    longest = 8 * 366 if (day.month, day.day) == (2, 29) else 366
    assert abs((found - by.today).days) <= longest


@given(st.text(max_size=30), RECKONINGS)
def test_that_no_text_raises(text, by) -> None:
    assert isinstance(parse(text, by), date | NotADate)


WORDS = (
    "+ - / . 0 1 3 12 31 99 999 26 2026 d w m y wd days ago in next last this fri tuesday dec "
    "december may psg eom th st of today tom"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=8), RECKONINGS)
def test_that_no_mixture_of_its_own_words_raises(pieces, by) -> None:
    found = parse("".join(piece + gap for piece, gap in pieces), by)
    if isinstance(found, NotADate):
        assert found.sentence
    else:
        said = echo(found, by)
        assert dates.full(found) in said.text
        assert bool(said.caution) == (said.instead is not None)
        assert said.instead is None or is_working_day(said.instead, by.days_off)


def test_that_no_working_day_is_offered_in_place_of_a_day_that_is_over() -> None:
    assert echo(date(2026, 11, 15), AHEAD).caution == ""

"""A clock that goes back, nights on which the clocks change, leap days, and centuries' ends."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from psg_desktop.casework.caseload import actions, cases, notes
from psg_desktop.casework.information_law import retention
from psg_desktop.casework.meeting import calendar_files
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import reviews
from psg_desktop.casework.trail import as_at, undoing
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.clock import end_of
from psg_desktop.domain.case_review_rules import last_day_of
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.retention import months_after
from psg_desktop.domain.subject_access import months_after as months_on
from tests.builders import a_case, a_closure, a_note, a_person, a_review
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.replying import agreed, opened, owner

DUE = date(2026, 12, 1)


def test_that_what_was_saved_before_the_clock_was_put_back_is_still_there(
    desk: Office, clock: FixedClock, tmp_path: Path
) -> None:
    case = opened(desk)
    action = agreed(desk, case, owner(desk), "Visit at home", DUE)
    clock.moment -= timedelta(days=1, hours=3)
    notes.add(desk, a_note(case=case.id, happened_on=desk.today(), written_at=desk.now()))
    actions.complete(desk, action.id, desk.today(), "Done")
    assert as_at.case_as_at(desk, case.id, desk.today()).case == case
    assert case.reference in {row.reference for row in as_at.caseload_as_at(desk, desk.today())}
    assert upkeep.check_trail(desk).sound
    undoing.undo_last(desk)
    assert actions.get(desk, action.id) == action
    made = upkeep.back_up(desk, tmp_path)
    desk.close()
    again = vaults.unlock(desk.place, PASSPHRASE, clock)
    try:
        assert upkeep.check_trail(again).sound
        assert as_at.case_as_at(again, case.id, again.today()).case == case
        assert made
    finally:
        again.close()


@dataclass
class Local(FixedClock):
    """A clock whose days are those of the machine's own zone."""

    @override
    def today(self) -> date:
        return self.moment.astimezone().date()


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the machine into British time."""
    if not hasattr(time, "tzset"):
        pytest.skip("This system does not let a program change its zone.")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


# In UTC: half past midnight of the autumn night, and the hour that comes twice; the spring night.
NIGHTS = {
    datetime(2026, 10, 24, 22, 30, tzinfo=UTC): date(2026, 10, 24),
    datetime(2026, 10, 24, 23, 30, tzinfo=UTC): date(2026, 10, 25),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC): date(2026, 10, 25),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC): date(2026, 10, 25),
    datetime(2026, 10, 25, 23, 30, tzinfo=UTC): date(2026, 10, 25),
    datetime(2027, 3, 27, 23, 59, tzinfo=UTC): date(2027, 3, 27),
    datetime(2027, 3, 28, 0, 30, tzinfo=UTC): date(2027, 3, 28),
    datetime(2027, 3, 28, 1, 30, tzinfo=UTC): date(2027, 3, 28),
    datetime(2027, 3, 28, 22, 30, tzinfo=UTC): date(2027, 3, 28),
    datetime(2027, 3, 28, 23, 30, tzinfo=UTC): date(2027, 3, 29),
}


@pytest.mark.usefixtures("london")
def test_that_what_is_saved_on_a_night_of_changed_clocks_belongs_to_its_day(vault: Path) -> None:
    clock = Local()
    desk = vaults.unlock(vault, PASSPHRASE, clock)
    try:
        clock.moment = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
        case = opened(desk)
        for moment, day in NIGHTS.items():
            clock.moment = moment
            assert desk.today() == day
            notes.add(desk, a_note(case=case.id, happened_on=day, written_at=moment))
        clock.moment += timedelta(days=9)
        for day in sorted(set(NIGHTS.values())):
            kept = as_at.case_as_at(desk, case.id, day).records[RecordKind.NOTE]
            assert [date.fromisoformat(one["happened_on"]) for one in kept] == [
                one for one in NIGHTS.values() if one <= day
            ]
    finally:
        desk.close()


@pytest.mark.usefixtures("london")
def test_that_no_day_loses_or_shares_a_moment() -> None:
    day, last = date(1972, 1, 1), end_of(date(1971, 12, 31))
    while day < date(2037, 12, 31):
        end = end_of(day)
        assert timedelta(hours=23) <= end - last <= timedelta(hours=25)
        assert (end - timedelta(seconds=1)).astimezone().date() == day
        day, last = day + timedelta(days=1), end


@pytest.mark.parametrize(
    ("on", "age"),
    [
        (date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 28), 19),
        (date(2028, 2, 29), 20), (date(2100, 2, 28), 91), (date(2100, 3, 1), 92),
    ],
)  # fmt: skip
def test_that_a_child_of_a_leap_day_is_older_on_the_first_of_march(on: date, age: int) -> None:
    assert a_person(born=date(2008, 2, 29)).age_on(on) == age


def test_that_a_review_on_a_leap_day_is_due_asked_and_in_the_calendar(
    desk: Office, clock: FixedClock, tmp_path: Path
) -> None:
    clock.moment = datetime(2028, 2, 1, 9, 30, tzinfo=UTC)
    person = a_person(born=date(2008, 2, 29))
    case = a_case(subject=person.id, opened=date(2028, 2, 1))
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    leap = date(2028, 2, 29)
    reviews.record(desk, a_review(case=case.id, held_on=date(2028, 2, 1), next_due=leap))
    agreed(desk, case, owner(desk), "By the century's end", date(2100, 2, 28))
    calendar_files.save_calendar(desk, tmp_path / "dates.ics")
    told = (tmp_path / "dates.ics").read_text("utf-8")
    for day in ("DTSTART;VALUE=DATE:20280229", "DTEND;VALUE=DATE:20280301",
                "DTSTART;VALUE=DATE:21000228", "DTEND;VALUE=DATE:21000301"):  # fmt: skip
        assert day in told
    clock.moment = datetime(2028, 2, 29, 9, 30, tzinfo=UTC)
    reviews.record(desk, a_review(case=case.id, held_on=leap, next_due=date(2029, 2, 28)))
    cases.close(desk, case.id, a_closure(on=leap))
    clock.moment = datetime(2034, 3, 1, 9, 30, tzinfo=UTC)
    (due,) = [one for one in retention.due(desk) if one.event.record == case.id]
    assert due.due == date(2034, 2, 28)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.sampled_from(
    [date(year, 2, 29) for year in (1904, 2000, 2024, 2028)] + [date(1900, 2, 28)]
)


@given(day=DAYS, months=st.integers(0, 1200))
def test_that_months_on_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later == months_on(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert months_after(day, months + 1) > later
    if months:
        assert last_day_of(day, months) in {later, later - timedelta(days=1)}

"""The calendar file, read by a strict reader of our own that shares nothing with what writes it."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.meeting import calendar_files, meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from tests.builders import a_closure
from tests.fakes import FixedClock
from tests.offices import psg_meeting
from tests.replying import agreed, opened, owner

LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)")


def read_strictly(content: bytes) -> list[dict[str, str]]:
    """Read the events of a calendar file; anything RFC 5545 does not allow fails."""
    assert content.endswith(b"\r\n")
    raw = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and line for line in raw)
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    events: list[dict[str, str]] = []
    open_parts: list[str] = []
    for line in lines:
        match = LINE.fullmatch(line)
        assert match is not None, line
        name, _, value = match.groups()
        if name == "BEGIN":
            open_parts.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert open_parts.pop() == value
        elif "VEVENT" in open_parts:
            key = name if open_parts[-1] == "VEVENT" else f"{open_parts[-1]}/{name}"
            assert key not in events[-1]
            events[-1][key] = value
    assert open_parts == []
    return events


def events(office: Office, folder: Path) -> list[dict[str, str]]:
    place = folder / calendar_files.FILE_NAME
    assert calendar_files.save_calendar(office, place) == len(calendar_files.entries(office))
    return read_strictly(place.read_bytes())


def compact(day: date) -> str:
    return day.strftime("%Y%m%d")


@pytest.fixture
def office(desk: Office) -> Office:
    """An office with a case, two actions, and the meeting every vault starts with."""
    case = opened(desk)
    agreed(desk, case, owner(desk), "See Quorbleton", date(2026, 12, 7))
    agreed(desk, case, owner(desk, 1), "See Quorbleton again", date(2026, 12, 29))
    return desk


def test_that_each_date_is_a_private_free_event_for_a_whole_day(
    office: Office, tmp_path: Path
) -> None:
    found = events(office, tmp_path)
    assert {one["SUMMARY"] for one in found} >= {"PSG meeting", "PSG-2026-700 action due"}
    for one in found:
        start = datetime.strptime(one["DTSTART"], "%Y%m%d")  # noqa: DTZ007 - a day has no zone
        assert one["DTEND"] == compact((start + timedelta(days=1)).date())
        assert (one["TRANSP"], one["CLASS"], one["CATEGORIES"]) == ("TRANSPARENT", "PRIVATE", "PSG")
        assert one["DTSTAMP"].endswith("Z")


def test_that_the_file_names_nobody_and_holds_no_identifier(office: Office, tmp_path: Path) -> None:
    events(office, tmp_path)
    content = (tmp_path / calendar_files.FILE_NAME).read_text("utf-8")
    for told in ("Quorbleton", "Cloverley", "Calls at night", "VTODO"):
        assert told not in content
    with office.reading() as unit:
        ids = [str(one.id) for one in (*unit.cases.all(), *unit.actions.all())]
    assert not [one for one in ids if one in content]


def test_that_the_reminder_is_at_nine_on_the_working_day_before(
    office: Office, tmp_path: Path
) -> None:
    alarms = {one["DTSTART"]: one.get("VALARM/TRIGGER") for one in events(office, tmp_path)}
    assert alarms["20261207"] == "-P2DT15H"  # a Monday: Friday at nine
    assert alarms["20261229"] == "-P4DT15H"  # after Christmas: Thursday 24 December at nine


def test_that_a_later_file_updates_the_same_events(
    office: Office, tmp_path: Path, clock: FixedClock
) -> None:
    before = {one["UID"]: one for one in events(office, tmp_path)}
    clock.moment += timedelta(hours=1)
    after = {one["UID"]: one for one in events(office, tmp_path)}
    assert before.keys() == after.keys()
    assert len(before) == len(events(office, tmp_path))
    for uid, one in after.items():
        assert int(one["SEQUENCE"]) > int(before[uid]["SEQUENCE"])


def test_that_a_moved_date_keeps_its_identifier_and_a_finished_action_goes(
    office: Office, tmp_path: Path
) -> None:
    with office.reading() as unit:
        first, second = unit.actions.where(case=unit.cases.all()[0].id)
    before = {one["UID"] for one in events(office, tmp_path)}
    actions.reassign(office, first.id, owner(office), "Ida Fennick", date(2027, 1, 5))
    actions.complete(office, second.id, office.today(), "Done.")
    after = events(office, tmp_path)
    assert {one["UID"] for one in after} < before
    assert [one["DTSTART"] for one in after if "action" in one["SUMMARY"]] == ["20270105"]


def test_that_a_cancelled_meeting_is_struck_out(office: Office, tmp_path: Path) -> None:
    meeting = psg_meeting(office, date(2027, 1, 14), chair="Ida Fennick", place="Fen Hall")
    meetings.plan(office, meeting)
    meetings.cancel(office, meeting.id, "Snow.")
    found = {one["DTSTART"]: one for one in events(office, tmp_path)}
    assert found["20270114"]["STATUS"] == "CANCELLED"
    assert "VALARM/TRIGGER" not in found["20270114"]
    assert found["20261203"]["STATUS"] == "CONFIRMED"
    assert "Fen" not in str(found)


def test_that_a_review_due_is_in_the_file_until_the_case_is_closed(
    office: Office, tmp_path: Path
) -> None:
    with office.working(Act.AMEND_CASE) as unit:
        case = unit.cases.all()[0]
        unit.cases.put(replace(case, review_due=date(2026, 12, 9)))
    titles = [one["SUMMARY"] for one in events(office, tmp_path)]
    assert "PSG-2026-700 review due" in titles
    cases.close(office, case.id, a_closure(on=office.today()))
    titles = [one["SUMMARY"] for one in events(office, tmp_path)]
    assert "PSG-2026-700 review due" not in titles

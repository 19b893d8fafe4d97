"""Meetings in the window: the calendar, the page of one, its checks, and the room."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.meeting import agendas, attendance, meetings, rooms
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.referring import referrals
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agendas import ItemKind, ItemState, total
from psg_desktop.domain.cases import Case, CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import ProposalState
from psg_desktop.domain.ids import AgendaItemId, AttendanceId, ReferralId
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingGroup, MeetingState, Presence
from psg_desktop.domain.preflight import Check
from psg_desktop.domain.referrals import Referral
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.meetings import choosers
from psg_desktop.ui.meetings.meeting_page import MeetingPage
from psg_desktop.ui.meetings.page import MeetingsPage
from psg_desktop.ui.meetings.room import Room
from psg_desktop.ui.parts import calendar_saving
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.vault import choosers as vault_choosers
from psg_desktop.words.agendas import meeting_words
from tests.builders import a_case, a_person, a_proposal, an_action
from tests.fakes import FixedClock
from tests.offices import psg_meeting
from tests.ui.cases.desk import CTRL, SHIFT, Hands, Key, _leave_the_form, words_of

HELD_ON = date(2026, 12, 3)
CASES = 9


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A PSG meeting with nine cases due at it, and the day it is held on is twelve days off."""
    made = psg_meeting(office, HELD_ON, chair="Morwenna Tallis")
    meetings.plan(office, made, psg_meeting(office, date(2026, 12, 17)))
    with office.working(Act.OPEN_CASE) as unit:  # one change: windows that are open hear it once
        for number in range(CASES):
            person = a_person()
            case = a_case(
                subject=person.id,
                kind=CaseKind.PERSON,
                reference=f"PSG-2026-{number + 101}",
                review_due=date(2026, 12, 1),
                risk=list(RiskLevel)[number % 3],
            )
            unit.people.put(person)
            unit.cases.put(case)
    return made


@pytest.fixture
def main(office: Office, application: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of the vault."""
    made = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(made.frame, before_close_func=_leave_the_form)
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    made.screens.meetings.close_room()
    office.forget(made.notifier.announce)


@pytest.fixture
def hands(main: MainWindow) -> Hands:
    return Hands(main.frame)


@pytest.fixture
def page(main: MainWindow, meeting: Meeting) -> MeetingPage:
    return main.screens.meetings.open(meeting.id)


def lines_of(office: Office, meeting: Meeting) -> list[ItemKind]:
    return [line.item.kind for line in agendas.lines(office, meeting.id)]


def cases_on(office: Office, meeting: Meeting) -> list[Case]:
    with office.reading() as unit:
        found = [line.case.id for line in agendas.lines(office, meeting.id) if line.case]
        return [unit.cases.get(one) for one in found]


def test_that_a_meeting_is_planned_and_cancelled(
    main: MainWindow, hands: Hands, office: Office
) -> None:
    main.frame.go("meetings")
    hands.choose("Plan a meeting", "PSG meeting")
    hands.type("3 dec")
    hands.save()
    assert meeting_days.days(office) == (HELD_ON,)
    calendar = main.frame.page
    assert isinstance(calendar, MeetingsPage)
    (line,) = calendar.coming.table_model.rows
    page = main.screens.meetings.open(line.meeting.id)
    page.call_off.trigger()
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"cancelled_because": "Say why the meeting is cancelled."}
    hands.fill({"Why it is cancelled": "Snow"})
    hands.save()
    assert meeting_days.days(office) == ()
    assert "cancelled: Snow" in words_of(page)
    main.frame.go("meetings")
    assert len(calendar.past.table_model.rows) == 1


def test_that_a_meeting_planned_twice_or_in_the_past_is_refused(
    main: MainWindow, hands: Hands, meeting: Meeting
) -> None:
    main.frame.go("meetings")
    hands.choose("Plan a meeting", "PSG meeting")
    hands.type("3 dec")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["on"] == "This is already there."
    hands.sheet.form.fields["on"].control.set_value(date(2026, 11, 1))
    hands.key(Key.Key_S, CTRL)
    assert "past" in hands.problems()["on"]


def test_that_a_series_is_shown_before_it_is_planned(
    main: MainWindow, hands: Hands, office: Office
) -> None:
    main.frame.go("meetings")
    hands.choose("Plan a series", "Delivery Group meeting")
    hands.type("3 dec")
    hands.fill({"Until": "28 jan 2027"})
    assert "3 meetings:\nThu 3 Dec 2026\nThu 31 Dec 2026\nThu 28 Jan 2027" in words_of(hands.sheet)
    hands.save()
    wanted = tuple(HELD_ON + weeks * timedelta(weeks=4) for weeks in range(3))
    assert meeting_days.days(office, MeetingGroup.DELIVERY_GROUP) == wanted


def test_that_the_agenda_is_proposed_and_put_in_order_by_keys(
    page: MeetingPage, hands: Hands, office: Office, meeting: Meeting
) -> None:
    hands.press("Propose what is due")
    before = agendas.lines(office, meeting.id)
    assert len(before) == CASES + 5
    table = page.agenda.table
    table.setFocus()
    table.choose(before[4].item.id)
    table.setCurrentIndex(table.table_model.index(4, 0))
    QTest.keyClick(table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = agendas.lines(office, meeting.id)
    assert after[3].item.id == before[4].item.id
    assert table.current is not None
    assert table.current.item.id == before[4].item.id
    assert {one.item.id for one in after} == {one.item.id for one in before}
    undoing.undo_last(office)
    page.refresh()
    assert [one.item.id for one in agendas.lines(office, meeting.id)] == [
        one.item.id for one in before
    ]


def test_that_the_agenda_has_room_for_a_whole_reference(page: MeetingPage, hands: Hands) -> None:
    hands.press("Propose what is due")
    table = page.agenda.table
    words = table.fontMetrics().horizontalAdvance("PSG-2026-032")
    assert table.columnWidth(2) >= words + 24  # what the cells keep free at their sides


def test_that_an_item_is_dragged_to_another_place(
    page: MeetingPage, office: Office, meeting: Meeting
) -> None:
    page.agenda.propose()
    table = page.agenda.table
    first = agendas.lines(office, meeting.id)[0].item.id
    view = table.viewport()
    left = Qt.MouseButton.LeftButton
    middle = table.rowHeight(0) // 2
    start, end = QPoint(60, middle), QPoint(60, table.rowViewportPosition(3) + middle + 4)
    QTest.mousePress(view, left, pos=start)
    QTest.mouseMove(view, QPoint(60, middle + 30))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, pos=end)
    assert agendas.lines(office, meeting.id)[3].item.id == first


def test_that_minutes_typed_for_an_item_are_kept(
    page: MeetingPage, hands: Hands, office: Office, meeting: Meeting
) -> None:
    page.agenda.propose()
    page.agenda.change(agendas.lines(office, meeting.id)[2])
    hands.fill({"Minutes to keep for it": "31"})
    hands.save()
    lines = agendas.lines(office, meeting.id)
    assert (lines[2].item.minutes, lines[2].item.pinned) == (31, True)
    assert total([line.item for line in lines]) == meeting.length
    assert "120 of 120 minutes" in words_of(page.agenda)


def test_that_each_check_is_mended_by_one_key(
    main: MainWindow, page: MeetingPage, hands: Hands, office: Office, meeting: Meeting
) -> None:
    page.go("checks")
    table = page.checks.table
    assert Check.AGENDA_EMPTY in {line.check for line in table.table_model.rows}
    table.setFocus()
    table.setCurrentIndex(table.table_model.index(0, 0))
    QTest.keyClick(table, Key.Key_F)
    assert Check.AGENDA_EMPTY not in {line.check for line in table.table_model.rows}
    rows = list(table.table_model.rows)
    place = next(at for at, line in enumerate(rows) if line.check is Check.STATEMENT_MISSING)
    table.setCurrentIndex(table.table_model.index(place, 0))
    QTest.keyClick(table, Key.Key_Return)
    hands.save()
    assert office.partnership().confidentiality
    assert Check.STATEMENT_MISSING not in {line.check for line in table.table_model.rows}


def test_that_every_kind_of_check_leads_somewhere(
    main: MainWindow,
    page: MeetingPage,
    office: Office,
    meeting: Meeting,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vault_choosers, "folder", lambda *_: None)
    page.agenda.propose()
    with office.working(Act.SET_UP) as unit:
        agency = unit.agencies.all()[0].id
        case = cases_on(office, meeting)[0]
        unit.cases.put(replace(case, problem="", lead_agency=None, focus_areas=(), risk=None))
        unit.actions.put(an_action(case=case.id, owner=agency, due=date(2026, 11, 1)))
        unit.meetings.put(psg_meeting(office, date(2026, 11, 5), state=MeetingState.HELD))
    page.refresh()
    lines = tuple(page.checks.table.table_model.rows)
    assert len({line.check for line in lines}) >= 8
    for line in {line.check: line for line in lines}.values():
        main.frame.open_page(page)
        page.go("checks")
        main.screens.meetings.mend(page, line)
        moved = main.frame.page is not page or main.frame.side.sheet is not None
        moved = moved or page.stack.currentWidget() is not page.checks
        changed = undoing.last_change(office) is not None
        assert moved or changed, line.check
        if main.frame.side.sheet is not None:
            main.frame.side.sheet.close_sheet()


def test_that_the_calendar_offers_its_dates_as_a_file(
    hands: Hands, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_saving, "calendar_place", lambda _parent, name: tmp_path / name)
    hands.frame.go("meetings")
    hands.press("Calendar file")
    saved = (tmp_path / "psg-dates.ics").read_text()
    assert f"DTSTART;VALUE=DATE:{meeting.on:%Y%m%d}" in saved
    assert meeting.chair not in saved


def room_of(main: MainWindow, meeting: Meeting, qtbot: QtBot) -> Room:
    room = main.screens.meetings.open_room(meeting.id)
    qtbot.addWidget(room)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    return room


def fill(room: Room, answers: dict[str, object]) -> None:
    sheet = room.aside.currentWidget()
    assert isinstance(sheet, RecordSheet)
    for name, value in answers.items():
        sheet.form.fields[name].control.set_value(value)
    sheet.save_asked.emit()


def problems(room: Room) -> set[str]:
    sheet = room.aside.currentWidget()
    assert isinstance(sheet, RecordSheet)
    return {name for name, field in sheet.form.fields.items() if field.problem}


def test_that_names_are_hidden_until_wanted(
    main: MainWindow, page: MeetingPage, office: Office, meeting: Meeting, qtbot: QtBot
) -> None:
    page.agenda.propose()
    room = room_of(main, meeting, qtbot)
    line = next(one for one in agendas.lines(office, meeting.id) if one.case)
    assert line.case is not None
    room.go(line.item.id)
    assert line.case.title not in words_of(room)
    assert line.case.reference in words_of(room)
    QTest.keyPress(room.windowHandle(), Key.Key_F9)
    assert line.case.title in words_of(room)
    QTest.keyRelease(room.windowHandle(), Key.Key_F9)
    assert line.case.title not in words_of(room)
    QTest.keyClick(room, Key.Key_H, CTRL | SHIFT)
    assert line.case.title in words_of(room)


def test_that_the_timer_counts_what_each_item_takes(  # noqa: PLR0917 - fixtures by name
    main: MainWindow,
    page: MeetingPage,
    office: Office,
    meeting: Meeting,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    page.agenda.propose()
    room = room_of(main, meeting, qtbot)
    assert room.line is not None
    first = room.line.item
    clock.forward(seconds=75)
    room.timer.tick()
    assert room.timer.text() == f"1:15 of {first.minutes} min"
    room.go_on()
    assert room.timer.text().startswith("0:00")
    room.go_back()
    assert room.timer.text().startswith("1:15")
    clock.forward(seconds=60 * (first.minutes + 1))
    room.timer.tick()
    assert room.timer.text().endswith("2 over")


def test_that_a_decision_being_typed_survives_a_crash(
    main: MainWindow, page: MeetingPage, office: Office, meeting: Meeting, qtbot: QtBot
) -> None:
    page.agenda.propose()
    room = room_of(main, meeting, qtbot)
    room.go_on()
    QTest.keyClicks(room.decision.decision.text, "The minutes are agr")
    qtbot.waitUntil(lambda: rooms.draft(office, room.line.item.id) is not None, timeout=4_000)
    room.decision.deleteLater()  # as a crash would: nothing is flushed
    again = Room(office, meeting.id)
    qtbot.addWidget(again)
    again.go(room.line.item.id)
    assert again.decision.decision.value() == "The minutes are agr"
    assert agendas.item(office, room.line.item.id).decision == ""


def test_that_an_unread_decision_leads_back_into_the_room(
    main: MainWindow, page: MeetingPage, office: Office, meeting: Meeting
) -> None:
    page.agenda.propose()
    item = agendas.lines(office, meeting.id)[1].item
    rooms.keep_draft(office, item.id, "Agreed as they st")
    main.screens.meetings.go_on_with(item.id)
    room = main.screens.meetings._room
    assert room is not None
    assert room.decision.decision.value() == "Agreed as they st"


def test_that_an_action_half_typed_keeps_the_room_at_its_item(
    main: MainWindow, office: Office, meeting: Meeting, qtbot: QtBot
) -> None:
    main.screens.meetings.open(meeting.id).agenda.propose()
    line = next(one for one in agendas.lines(office, meeting.id) if one.case)
    room = room_of(main, meeting, qtbot)
    room.go(line.item.id)
    room.agree_action()
    room.go_on()  # nothing was typed: the form goes with its item
    assert room.line is not None
    assert room.line.item.id != line.item.id
    room.go(line.item.id)
    room.agree_action()
    sheet = room.aside.currentWidget()
    assert isinstance(sheet, RecordSheet)
    sheet.form.fields["officer"].control.set_value("Joan Cloverley")
    for key in (Key.Key_F8, Key.Key_PageUp, Key.Key_F2):
        QTest.keyClick(room, key)
        room.away.click()
        assert room.isVisible()
        assert room.aside.currentWidget() is sheet
        assert room.line.item.id == line.item.id
    sheet.close_sheet()
    room.go_on()
    assert room.line.item.id != line.item.id


def test_that_what_a_referral_told_shows_with_the_names_alone(
    main: MainWindow, office: Office, meeting: Meeting, qtbot: QtBot
) -> None:
    given = Referral(
        id=ReferralId(office.new_id()),
        reference=referrals.next_reference(office),
        kind=CaseKind.PERSON,
        name="Wendell Tansyfield",
        problem="Wendell shouts at night.",
        asks="A joint visit",
        received_on=office.today(),
    )
    referrals.receive(office, given)
    main.screens.meetings.open(meeting.id).agenda.propose()
    line = next(one for one in agendas.lines(office, meeting.id) if one.item.about)
    room = room_of(main, meeting, qtbot)
    room.go(line.item.id)
    assert "Wendell" not in words_of(room)
    room.toggle_names()
    assert "Wendell shouts at night." in words_of(room)
    assert "A joint visit" in words_of(room)
    room.away.click()
    assert not room.isVisible()
    assert meetings.get(office, meeting.id).coming


def test_that_a_closing_agreed_in_the_room_settles_its_proposal(
    main: MainWindow, office: Office, meeting: Meeting, clock: FixedClock, qtbot: QtBot
) -> None:
    main.screens.meetings.open(meeting.id).agenda.propose()
    line = next(one for one in agendas.lines(office, meeting.id) if one.case)
    assert line.case is not None
    case = line.case.id
    room = room_of(main, meeting, qtbot)
    room.go(line.item.id)
    assert not room.decision.close_case.isVisible()
    closing.propose(office, a_proposal(case=case, summary="It has held."))
    clock.forward(days=12)
    room.go(line.item.id)
    QTest.keyClick(room, Key.Key_F6)
    fill(room, {"told": ""})
    assert problems(room) == {"told"}
    fill(room, {"told": "Everybody, in the room"})
    (settled,) = closing.of_case(office, case)
    assert settled.state is ProposalState.AGREED
    assert settled.settled_by == meeting_words(meeting)
    assert closing.waiting(office, case) is None
    assert not room.decision.close_case.isVisible()
    assert room.decision.form.fields["next_review"].isHidden()
    room.go_on()
    assert room.line != line


def test_that_a_whole_meeting_goes_from_agenda_to_minutes(  # noqa: PLR0915, PLR0917 - one journey
    main: MainWindow,
    page: MeetingPage,
    office: Office,
    meeting: Meeting,
    clock: FixedClock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fourteen items that are due and one that came up, nine of them cases, by keys alone."""
    page.agenda.propose()
    agendas.add_item(
        office,
        replace(
            agendas.lines(office, meeting.id)[-2].item,
            id=AgendaItemId(uuid4()),
            title="The new bus shelter",
        ),
    )
    with office.reading() as unit:
        agency, other = (one.id for one in unit.agencies.all()[:2])
    attendance.save(office, _somebody(office, meeting, agency, "Ros Amery"))
    attendance.save(office, _somebody(office, meeting, other, "Kit Farrow"))
    clock.forward(days=12)
    room = room_of(main, meeting, qtbot)
    assert room.where.text().endswith("item 1 of 15")
    room.opening.record.click()
    room.opening.people.table.setCurrentIndex(room.opening.people.table.table_model.index(0, 0))
    QTest.keyClick(room.opening.people.table, Key.Key_P)
    for number in range(15):
        assert room.line is not None
        QTest.keyClicks(room.decision.decision.text, f"Decided {number}")
        if room.line.case is not None:
            QTest.keyClick(room, Key.Key_F7)
        if number == 5:
            QTest.keyClick(room, Key.Key_F2)
            fill(room, {"what": "Fit a gate"})
            assert problems(room) == {"owner", "officer", "due"}
            fill(room, {"owner": other, "officer": "K Farrow", "due": date(2026, 12, 16)})
            assert "1 action agreed" in words_of(room)
        QTest.keyClick(room.decision.decision.text, Key.Key_F8)
    room.finish.click()
    QApplication.sendPostedEvents()
    held = meetings.get(office, meeting.id)
    assert (held.state, held.statement_by) == (MeetingState.HELD, "Morwenna Tallis")
    lines = agendas.lines(office, meeting.id)
    assert {line.item.state for line in lines} == {ItemState.DONE}
    assert [line.item.decision for line in lines] == [f"Decided {each}" for each in range(15)]
    assert all(one.review_due > HELD_ON for one in cases_on(office, meeting) if one.review_due)
    presence = {one.name: one.presence for one in attendance.listed(office, meeting.id)}
    assert sorted(presence.values()) == [Presence.ABSENT, Presence.PRESENT]
    shown = main.frame.page
    assert isinstance(shown, MeetingPage)
    assert "Not there (1)" in words_of(shown.minutes)
    file = tmp_path / "minutes.docx"
    monkeypatch.setattr(choosers, "save_place", lambda *_: file)
    shown.minutes.save.click()
    with zipfile.ZipFile(file) as held_file:
        said = held_file.read("word/document.xml").decode()
    assert "Decided 14" in said
    assert "Fit a gate" in said
    undoing.undo_last(office)
    assert meetings.get(office, meeting.id).coming


def _somebody(office: Office, meeting: Meeting, agency: object, name: str) -> Attendance:
    return Attendance(
        id=AttendanceId(office.new_id()), meeting=meeting.id, agency=agency, name=name
    )

"""The end of a meeting in the room: an item nothing was said of is asked about, and counted so."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgendaItemId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState
from psg_desktop.ui.meetings.minutes_pane import MinutesPane
from psg_desktop.ui.meetings.room import Room
from psg_desktop.ui.parts.sheets import RecordSheet
from tests.builders import a_case, a_person
from tests.fakes import FixedClock
from tests.offices import psg_meeting
from tests.ui.cases.desk import CTRL, Key, words_of

SHELTER, GATE = "The bus shelter", "The field gate"


@pytest.fixture
def meeting(office: Office, clock: FixedClock) -> Meeting:
    """A meeting of today with two matters of its own and nothing else."""
    made = psg_meeting(office, date(2026, 12, 3), chair="Morwenna Tallis")
    meetings.plan(office, made)
    for title in (SHELTER, GATE):
        agendas.add_item(
            office,
            AgendaItem(
                id=AgendaItemId(office.new_id()), meeting=made.id, kind=ItemKind.ESCALATION,
                title=title,
            ),
        )  # fmt: skip
    clock.forward(days=12)
    return made


@pytest.fixture
def room(office: Office, meeting: Meeting, application: object, qtbot: QtBot) -> Room:
    made = Room(office, meeting.id)
    qtbot.addWidget(made)
    made.show()
    return made


def states(office: Office, meeting: Meeting) -> list[ItemState]:
    return [line.item.state for line in agendas.lines(office, meeting.id)]


def sheet_of(room: Room) -> RecordSheet:
    sheet = room.aside.currentWidget()
    assert isinstance(sheet, RecordSheet)
    return sheet


def test_that_an_item_without_a_decision_is_asked_about(
    office: Office, meeting: Meeting, room: Room, qtbot: QtBot
) -> None:
    room.finish.click()
    assert meetings.get(office, meeting.id).coming
    sheet = sheet_of(room)
    assert "Item 1, Escalation" in words_of(sheet)
    assert SHELTER not in words_of(sheet)
    assert "Another item was not reached" in words_of(sheet)
    assert sheet.form.values()["became"] is ItemState.TO_COME
    with qtbot.waitSignal(room.ended):
        sheet.save_asked.emit()
    assert meetings.get(office, meeting.id).state is MeetingState.HELD
    assert states(office, meeting) == [ItemState.TO_COME, ItemState.TO_COME]


def test_that_the_answer_is_given_by_its_number(
    office: Office, meeting: Meeting, room: Room, qtbot: QtBot
) -> None:
    room.end()
    sheet = sheet_of(room)
    QTest.keyClick(sheet.form.fields["became"].control.parts()[0], Key.Key_2)
    with qtbot.waitSignal(room.ended):
        QTest.keyClick(sheet, Key.Key_S, CTRL)
    assert states(office, meeting) == [ItemState.DEFERRED, ItemState.TO_COME]


def test_that_going_back_to_the_meeting_ends_nothing(
    office: Office, meeting: Meeting, room: Room
) -> None:
    room.end()
    sheet_of(room).close_sheet()
    assert meetings.get(office, meeting.id).coming
    assert room.aside.currentIndex() == 0


def test_that_an_item_with_a_decision_ends_without_a_question(
    office: Office, meeting: Meeting, room: Room, qtbot: QtBot
) -> None:
    QTest.keyClicks(room.decision.decision.text, "The council pays.")
    with qtbot.waitSignal(room.ended):
        room.end()
    assert states(office, meeting) == [ItemState.DONE, ItemState.TO_COME]


def test_that_the_minutes_count_what_became_of_each_item(
    office: Office, meeting: Meeting, room: Room, qtbot: QtBot
) -> None:
    room.defer()
    room.end()
    with qtbot.waitSignal(room.ended):
        sheet_of(room).save_asked.emit()
    pane = MinutesPane(office, meeting.id)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_now()
    said = words_of(pane)
    assert "Put off to the next meeting (1)" in said
    assert "Not reached (1)" in said
    assert "Dealt with (" not in said


def test_that_the_statement_is_no_longer_offered_once_it_was_read(
    office: Office, meeting: Meeting, room: Room
) -> None:
    opening = room.opening
    opening.show_now()
    opening.record.click()
    assert (opening.record.isHidden(), opening.again.isHidden()) == (True, False)
    assert meetings.get(office, meeting.id).statement_by == "Morwenna Tallis"
    opening.again.click()
    opening.show_now()  # as holding the key that shows names does
    assert not opening.record.isHidden()
    opening.reader.control.set_value("Ivo Pryor-Lane")
    opening.record.click()
    assert meetings.get(office, meeting.id).statement_by == "Ivo Pryor-Lane"
    assert opening.record.isHidden()


def test_that_names_show_while_the_key_is_held_down_wherever_the_focus_is(
    office: Office, meeting: Meeting, room: Room
) -> None:
    room.decision.decision.text.setFocus()
    QTest.keyPress(room.windowHandle(), Qt.Key.Key_F9)
    assert SHELTER in words_of(room.item)
    QTest.keyRelease(room.windowHandle(), Qt.Key.Key_F9)
    assert SHELTER not in words_of(room.item)


def test_that_the_last_minutes_are_approved_in_the_room(
    office: Office, meeting: Meeting, qtbot: QtBot
) -> None:
    last = psg_meeting(office, date(2026, 11, 5), state=MeetingState.HELD)
    with office.working(Act.SET_UP) as unit:
        unit.meetings.put(last)
    agendas.propose_agenda(office, meeting.id)
    lines = agendas.lines(office, meeting.id)
    room = Room(office, meeting.id)
    qtbot.addWidget(room)
    room.show()
    room.go(next(one.item.id for one in lines if one.item.kind is ItemKind.LAST_MINUTES))
    (approve,) = room.item.findChildren(QPushButton)
    approve.click()
    assert meetings.get(office, last.id).approved_on == date(2026, 12, 3)
    assert "Approved on 3 December 2026" in words_of(room.item)


def test_that_psg_means_the_meeting_after_this_one(
    office: Office, meeting: Meeting, room: Room
) -> None:
    meetings.plan(office, psg_meeting(office, date(2026, 12, 17)))
    again = Room(office, meeting.id)
    QTest.keyClicks(again.decision.next_review.line, "psg")
    assert again.decision.next_review.value() == date(2026, 12, 17)
    again.agree_action()
    due = sheet_of(again).form.fields["due"].control
    due.set_value(None)
    QTest.keyClicks(due.parts()[0], "psg")
    assert due.value() == date(2026, 12, 17)
    again.deleteLater()


def test_that_a_decision_of_the_group_above_answers_the_escalation(
    office: Office, meeting: Meeting, room: Room, qtbot: QtBot
) -> None:
    assert room.decision.form.fields["answers"].isHidden()
    person = a_person()
    case = a_case(subject=person.id, kind=CaseKind.PERSON, reference="PSG-2026-301")
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
    cases.escalate(office, case.id, "Delivery Group", "Pay for a fence for Thrapstonby.")
    above = psg_meeting(office, date(2026, 12, 3), MeetingGroup.DELIVERY_GROUP)
    meetings.plan(office, above)
    agendas.propose_agenda(office, above.id)
    lines = agendas.lines(office, above.id)
    upper = Room(office, above.id)
    qtbot.addWidget(upper)
    upper.show()
    upper.go(next(one.item.id for one in lines if one.item.kind is ItemKind.ESCALATION))
    assert "Asked: Pay for a fence for [" in words_of(upper.item)
    QTest.keyClicks(upper.decision.decision.text, "The fence is paid for.")
    upper.go_on()
    with office.reading() as unit:
        now = unit.cases.get(case.id)
    assert now.escalations[-1].answer == "The fence is paid for."

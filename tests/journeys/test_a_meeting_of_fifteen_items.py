"""A whole PSG meeting of fifteen items by one key, from its agenda to minutes that are read back.

What each key of the room does alone is proved in `tests/ui/meetings/test_meetings.py`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.meeting import agendas, attendance, meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import ItemKind, ItemState, total
from psg_desktop.domain.cases import Case, CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import ProposalState
from psg_desktop.domain.ids import AgencyId, AttendanceId
from psg_desktop.domain.meetings import Attendance, MeetingGroup, MeetingState, Presence
from psg_desktop.domain.preflight import Check
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.meetings import choosers
from psg_desktop.ui.meetings.meeting_page import MeetingPage
from psg_desktop.ui.meetings.room import Room
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.vault import choosers as vault_choosers
from tests.builders import a_case, a_person, a_proposal, an_action
from tests.fakes import FixedClock
from tests.journeys.showing import shown
from tests.offices import psg_meeting
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, words_of

CASES, ITEMS = 9, 15
EARLIER = (date(2026, 10, 8), date(2026, 11, 5))
DUE = date(2026, 12, 16)


class Table:
    """A meeting with nine cases due at it, one of them proposed for closing, and old actions."""

    def __init__(self, office: Office) -> None:
        self.there, self.away = samples.agency(office, 0), samples.agency(office, 1)
        with office.working(Act.SET_UP) as unit:
            for on in EARLIER:
                unit.meetings.put(psg_meeting(office, on, state=MeetingState.HELD))
            known = unit.partnership.all()[0]
            unit.partnership.put(replace(known, confidentiality="Said here, stays here."))
        self.cases = [_due(office, number) for number in range(CASES)]
        with office.working(Act.ADD_ACTION) as unit:
            for case, owner, agreed in zip(
                self.cases, (self.there, self.away), EARLIER, strict=False
            ):
                old = an_action(case=case.id, owner=owner, agreed_on=agreed, what=f"Since {agreed}")
                unit.actions.put(old)
        self.closing = self.cases[-1]
        closing.propose(office, a_proposal(case=self.closing.id, summary="It has held."))
        coming = [one.meeting for one in meetings.calendar(office, MeetingGroup.PSG)]
        self.meeting = next(one for one in coming if one.coming)
        for agency, name in ((self.there, "Ros Amery"), (self.away, "Kit Farrow")):
            attendance.save(office, self._somebody(office, agency, name))

    def _somebody(self, office: Office, agency: AgencyId, name: str) -> Attendance:
        return Attendance(
            id=AttendanceId(office.new_id()), meeting=self.meeting.id, agency=agency, name=name
        )


def _due(office: Office, number: int) -> Case:
    person = a_person()
    case = a_case(
        subject=person.id, kind=CaseKind.PERSON, reference=f"PSG-2026-{number + 101}",
        review_due=date(2026, 12, 1), risk=list(RiskLevel)[number % 3],
    )  # fmt: skip
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
    return case


@pytest.fixture
def table(desk: Office) -> Table:
    return Table(desk)


@pytest.fixture
def window(desk: Office, table: Table, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    with shown(desk, qtbot) as made:
        yield made


def test_that_fifteen_items_go_from_the_agenda_to_minutes_read_back(  # noqa: PLR0917 - fixtures by name
    window: MainWindow,
    desk: Office,
    table: Table,
    clock: FixedClock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vault_choosers, "folder", lambda *_: None)
    file = tmp_path / "minutes.docx"
    monkeypatch.setattr(choosers, "save_place", lambda *_: file)
    page = window.screens.meetings.open(table.meeting.id)
    fill_the_agenda(Hands(window.frame), desk, table)
    walk_the_checks(page)
    clock.forward(days=12)
    room = window.screens.meetings.open_room(table.meeting.id)
    qtbot.addWidget(room)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    hold(room, table)
    QApplication.sendPostedEvents()
    kept_as_decided(desk, table)
    shown = window.frame.page
    assert isinstance(shown, MeetingPage)
    told_afterwards(words_of(shown.minutes))
    shown.minutes.save.click()
    read_back(docx.Document(str(file)))


def fill_the_agenda(hands: Hands, desk: Office, table: Table) -> None:
    hands.press("Propose what is due")
    proposed = len(agendas.lines(desk, table.meeting.id))
    assert proposed < ITEMS
    for number in range(ITEMS - proposed):
        hands.press("Add an item")
        hands.fill({"What the papers call it": f"The bus shelter {number}"})
        hands.save()
    items = [line.item for line in agendas.lines(desk, table.meeting.id)]
    assert (len(items), total(items)) == (ITEMS, table.meeting.length)
    assert ItemKind.CLOSURE in {one.kind for one in items}


def walk_the_checks(page: MeetingPage) -> None:
    """Mend by one key what can be mended on the spot; what leads elsewhere is read and left."""
    page.go("checks")
    table = page.checks.table
    before = [line.check for line in table.table_model.rows]
    assert Check.AGENDA_EMPTY not in before
    table.setFocus()
    for place in range(len(before)):
        table.setCurrentIndex(table.table_model.index(place, 0))
        assert table.current is not None
        assert table.current.check is before[place]


def answer(room: Room, **answers: object) -> None:
    sheet = room.aside.currentWidget()
    assert isinstance(sheet, RecordSheet)
    for name, value in answers.items():
        sheet.form.fields[name].control.set_value(value)
    sheet.save_asked.emit()
    assert not [one for one in sheet.form.fields.values() if one.problem]


def hold(room: Room, table: Table) -> None:
    """Go through all items by F8, typing a decision for each."""
    room.opening.record.click()
    people = room.opening.people.table
    names = [one.name for one in people.table_model.rows]
    people.setCurrentIndex(people.table_model.index(names.index("Ros Amery"), 0))
    QTest.keyClick(people, Key.Key_P)
    agreed = 0
    for number in range(ITEMS):
        line = room.line
        assert line is not None
        QTest.keyClicks(room.decision.decision.text, f"Decided {number}")
        if line.case is not None and line.case.id == table.closing.id:
            QTest.keyClick(room, Key.Key_F6)
            answer(room, told="Everybody, in the room")
        elif line.case is not None:
            QTest.keyClick(room, Key.Key_F7)
            if agreed < len(table.cases) and agreed < AGREED:
                owner = (table.there, table.away)[agreed % 2]
                QTest.keyClick(room, Key.Key_F2)
                answer(room, what=f"Fit gate {agreed}", owner=owner, officer="A Post", due=DUE)
                agreed += 1
        QTest.keyClick(room.decision.decision.text, Key.Key_F8)
    assert agreed == AGREED
    room.finish.click()


AGREED = 3


def kept_as_decided(desk: Office, table: Table) -> None:
    assert meetings.get(desk, table.meeting.id).state is MeetingState.HELD
    lines = agendas.lines(desk, table.meeting.id)
    assert {line.item.state for line in lines} == {ItemState.DONE}
    assert [line.item.decision for line in lines] == [f"Decided {one}" for one in range(ITEMS)]
    (settled,) = closing.of_case(desk, table.closing.id)
    assert settled.state is ProposalState.AGREED
    for case in table.cases[:-1]:
        with desk.reading() as unit:
            due = unit.cases.get(case.id).review_due
        assert due is not None, case.reference
        assert due > table.meeting.on
    presence = {one.name: one.presence for one in attendance.listed(desk, table.meeting.id)}
    assert presence["Ros Amery"] is Presence.PRESENT
    assert presence["Kit Farrow"] is Presence.ABSENT


def told_afterwards(shown: str) -> None:
    assert "Not there (1)" in shown
    assert "Since 2026-10-08" in shown


def read_back(minutes: Document) -> None:
    headings = [
        one.text for one in minutes.paragraphs if one.style and one.style.name == "Heading 1"
    ]
    numbered = [one for one in headings if one.split(".")[0].isdigit()]
    assert [one.split(".")[0] for one in numbered] == [str(one) for one in range(1, ITEMS + 1)]
    said = "\n".join(one.text for one in minutes.paragraphs)
    assert [f"Decision: Decided {one}" in said for one in range(ITEMS)] == [True] * ITEMS
    rows = [[cell.text for cell in row.cells] for one in minutes.tables for row in one.rows]
    assert [row[1] for row in rows if row[1].startswith("Fit gate")] == [
        f"Fit gate {one}" for one in range(AGREED)
    ]
    carried = {row[1]: row[-1] for row in rows if row[1].startswith("Since")}
    assert carried == {"Since 2026-10-08": "twice", "Since 2026-11-05": "once"}
    assert "2 open actions; Kit Farrow not there" in said

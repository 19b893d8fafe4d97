"""Names the room hides are nowhere: on no label, in no cell, no hint, and not read out."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.meeting import agendas, meetings, rooms
from psg_desktop.casework.meeting.rooms import AgreedAction
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgencyId, AgendaItemId, MeetingId
from psg_desktop.ui.meetings.room import Room
from tests.builders import a_case, a_person, an_action
from tests.casework.referring.test_referrals import received
from tests.offices import psg_meeting

NAMES = ("Quorbleton", "Thrapstonby", "Zibberwick", "Vexmoor")


@pytest.fixture
def meeting(office: Office) -> MeetingId:
    """A meeting whose every kind of item names somebody in each of its words."""
    made = psg_meeting(office, date(2026, 12, 3))
    meetings.plan(office, made)
    person = a_person(full_name="Ansel Quorbleton")
    case = a_case(
        subject=person.id, kind=CaseKind.PERSON, reference="PSG-2026-301",
        title="Quorbleton and his neighbours", review_due=date(2026, 12, 1),
    )  # fmt: skip
    late = an_action(
        case=case.id, owner=None, state=ActionState.PROPOSED, what="Visit Zibberwick",
        officer="Oona Vexmoor",
    )  # fmt: skip
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
        owner = unit.agencies.all()[0].id
        unit.actions.put(late, an_action(case=case.id, owner=owner, what="Write to Zibberwick"))
    received(office, name="Oswin Thrapstonby", problem="Thrapstonby shouts.")
    agendas.propose_agenda(office, made.id)
    agendas.add_item(
        office,
        AgendaItem(
            id=AgendaItemId(office.new_id()), meeting=made.id, kind=ItemKind.OTHER_BUSINESS,
            title="What Zibberwick wrote", ask="Agree an answer to Zibberwick.",
        ),
    )  # fmt: skip
    return made.id


def told(node: QAccessibleInterface) -> Iterator[str]:
    """Give every word of a part of the window that can be read out, and of its parts."""
    for kind in (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    ):
        yield node.text(kind)
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from told(child)


def everything(window: QWidget) -> str:
    """Give what is read out of a window, and every hint of it."""
    # What was shown before is let go when the program next rests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    hints = [one.toolTip() for one in window.findChildren(QWidget) if one.isVisible()]
    return "\n".join((*told(QAccessible.queryAccessibleInterface(window)), *hints))


def names_in(room: Room) -> set[str]:
    read = everything(room)
    return {name for name in NAMES if name in read}


@pytest.mark.usefixtures("application")
def test_that_hidden_names_are_on_no_item_and_are_not_read_out(
    office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    room = Room(office, meeting)
    qtbot.addWidget(room)
    room.show()
    shown = set[str]()
    for line in agendas.lines(office, meeting):
        room.go(line.item.id)
        assert names_in(room) == set(), line.item.kind
        room.names.click()
        shown |= names_in(room)
        room.names.click()
        assert names_in(room) == set(), line.item.kind
    assert shown >= {"Quorbleton", "Thrapstonby", "Zibberwick"}


@pytest.mark.usefixtures("application")
def test_that_actions_are_told_apart_while_names_are_hidden(
    office: Office, meeting: MeetingId, qtbot: QtBot
) -> None:
    room = Room(office, meeting)
    qtbot.addWidget(room)
    room.show()
    lines = agendas.lines(office, meeting)
    case = next(one.case.id for one in lines if one.case)
    owner, due = AgencyId(next(iter(lists.agency_names(office)))), date(2026, 12, 16)
    review = next(one.item.id for one in lines if one.item.kind is ItemKind.REVIEW)
    agreed = AgreedAction(
        case=case, what="Ring Zibberwick weekly", owner=owner, officer="Oona Vexmoor", due=due
    )
    rooms.agree_action(office, review, agreed)
    for kind in (ItemKind.MATTERS_ARISING, ItemKind.REVIEW):
        room.go(next(one.item.id for one in lines if one.item.kind is kind))
        read = everything(room)
        assert "Write to [" in read, kind
        assert "Ring [" in read, kind
        assert "weekly" in read, kind
        assert names_in(room) == set(), kind
    assert "1 action agreed" in everything(room)
    assert "2 open actions, 1 proposed" in everything(room)
    room.go(next(one.item.id for one in lines if one.item.kind is ItemKind.MATTERS_ARISING))
    table = room.actions_view.table
    table.setCurrentIndex(table.table_model.index(0, 0))
    room.actions_view.done.click()
    assert names_in(room) == set()

"""The windows of meetings: the calendar, one meeting in its parts, and the room."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import agendas, attendance, meetings
from psg_desktop.domain.agendas import ItemKind
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.ui.application import Application
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.meetings import item_sheets
from psg_desktop.ui.meetings.room import Room
from tests.ui.program_windows import main_window, office
from tests.ui.windows import window


def coming() -> MeetingId:
    """The next PSG meeting, its agenda proposed and the usual people asked."""
    lines = meetings.calendar(office(), MeetingGroup.PSG)
    id_ = next(line.meeting.id for line in lines if line.meeting.coming)
    agendas.propose_agenda(office(), id_)
    attendance.invite(office(), id_)
    return id_


@window("meetings")
def calendar(application: Application) -> QWidget:
    return main_window(application, lambda made: made.frame.go("meetings"))


def _part(part: str) -> None:
    @window(f"meeting: {part}")
    def meeting(application: Application) -> QWidget:
        return main_window(application, lambda made: made.screens.meetings.open(coming()).go(part))


for _name in ("agenda", "checks", "attendance", "minutes"):
    _part(_name)


@window("meeting: new item")
def new_item(application: Application) -> QWidget:
    def go(made: MainWindow) -> None:
        page = made.screens.meetings.open(coming())
        meeting = meetings.get(office(), page.meeting_id)
        made.frame.open_sheet(item_sheets.add_sheet(office(), meeting))

    return main_window(application, go)


def _room(name: str, kind: ItemKind, after: Callable[[Room], object]) -> None:
    @window(f"room: {name}")
    def room(application: Application) -> QWidget:
        made = Room(office(), coming())
        made.resize(1280, 720)
        lines = agendas.lines(office(), coming())
        made.go(next((one.item.id for one in lines if one.item.kind is kind), lines[0].item.id))
        after(made)
        return made


_room("opening", ItemKind.APOLOGIES, lambda _made: None)
_room("actions", ItemKind.MATTERS_ARISING, lambda _made: None)
_room("case", ItemKind.REVIEW, lambda made: made.toggle_names())
_room("agree an action", ItemKind.REVIEW, lambda made: made.agree_action())

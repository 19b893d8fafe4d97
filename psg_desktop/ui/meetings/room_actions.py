"""Matters arising in the room: the open actions, overdue first, and over how many meetings."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.meeting import aftermaths, meetings
from psg_desktop.casework.meeting.masking import Masking
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meeting_lists import CarriedAction
from psg_desktop.ui.parts import action_sheets
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import dates


class ActionsView(QWidget):
    """Emits `sheet_asked(SideSheet)` where an action is done or was not achieved."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId, masking: Masking) -> None:
        super().__init__()
        self._office, self._id, self._masking = office, meeting, masking
        self._named = False
        self.table = TableView[CarriedAction](
            "Open actions", _columns(), key=lambda one: one.action.id
        )
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.set_empty(EmptyState("No earlier action is open.", ""))
        self.table.opened.connect(self._complete)
        self.done = button("It is done (Enter)", "done")
        self.done.clicked.connect(lambda: self._complete(self.table.current))
        self.not_done = button("Not achieved", "not-done")
        self.not_done.clicked.connect(self._give_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(label("Matters arising and actions", "room_title", wrap=True))
        layout.addWidget(FlowRow(self.done, self.not_done))
        layout.addWidget(self.table, 1)

    def show_now(self, *, named: bool) -> None:
        """Show the actions that are still open; without names, whoever they name is masked."""
        self._named = named
        meeting = meetings.get(self._office, self._id)
        found = aftermaths.carried(self._office, meeting.on, meeting)
        self.table.show_rows(found if named else [self._unnamed(one) for one in found])

    def _complete(self, one: CarriedAction | None) -> None:
        if one is not None:
            self.sheet_asked.emit(action_sheets.complete_sheet(self._office, self._action(one)))

    def _give_up(self) -> None:
        one = self.table.current
        if one is not None:
            self.sheet_asked.emit(action_sheets.give_up_sheet(self._office, self._action(one)))

    def _action(self, one: CarriedAction) -> Action:
        """Give the action as its form may show it on this screen."""
        found = actions.get(self._office, one.action.id)
        return found if self._named else replace(found, what=self._masking.masked(found.what))

    def _unnamed(self, one: CarriedAction) -> CarriedAction:
        what = self._masking.masked(one.action.what)
        return replace(one, action=replace(one.action, what=what, officer="", case_title=""))


def _columns() -> tuple[Column[CarriedAction], ...]:
    return (
        Column("Case", lambda one: one.action.reference, width=126),
        Column("Agency", lambda one: one.action.owner, width=112),
        Column("Action", lambda one: one.action.what, width=160, stretch=True,
               tooltip=lambda one: one.action.what),
        Column("Due", _due, width=158, status=_late),
        Column("Carried", lambda one: str(one.times or ""), width=84, number=True,
               spoken=lambda one: f"carried over {one.times} meetings"),
    )  # fmt: skip


def _due(one: CarriedAction) -> str:
    return dates.grid(one.action.due) if one.action.due else ""


def _late(one: CarriedAction) -> Status | None:
    return Status("red", _due(one)) if one.action.overdue else None

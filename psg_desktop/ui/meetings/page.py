"""The calendar of meetings: those to come, the soonest first, and those that have been."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.meeting.meetings import MeetingLine
from psg_desktop.casework.office import Office
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.ui.meetings import plan_sheets
from psg_desktop.ui.meetings.columns import calendar_columns
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.calendar_saving import save_calendar
from psg_desktop.ui.widgets.buttons import button, menu_button
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words.agendas import group_meeting

MakeSheet = Callable[[Office, MeetingGroup], SideSheet]
_COMING_SHARE, _PAST_SHARE = 3, 2


class MeetingsPage(Page):
    """Emits `meeting_chosen(MeetingId)`, `sheet_asked(SideSheet)`, and `said(sentence)`."""

    meeting_chosen = Signal(object)
    sheet_asked = Signal(object)
    said = Signal(str)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Meetings")
        self._office = office
        self.coming = self._table("Meetings to come")
        self.past = self._table("Meetings that have been")
        self.coming.set_empty(
            EmptyState(
                "No meeting is planned.",
                "Agendas, packs and date boxes (“psg”) go by the meetings planned here.",
            )
        )
        self.past.set_empty(EmptyState("No meeting has been held yet.", ""))
        self.plan = self._menu("Plan a meeting", "plus", plan_sheets.new_sheet)
        self.plan_series = self._menu("Plan a series", "calendar", plan_sheets.SeriesSheet)
        self.calendar_file = button("Calendar file", "export")
        self.calendar_file.setToolTip("Meetings, reviews and due dates for Outlook, no names")
        self.calendar_file.clicked.connect(self.save_calendar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("To come", "section"))
        layout.addWidget(self.coming, _COMING_SHARE)
        layout.addWidget(label("Past and cancelled", "section"))
        layout.addWidget(self.past, _PAST_SHARE)
        notifier.changed.connect(self._hear)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.calendar_file, self.plan_series, self.plan)

    @override
    def refresh(self) -> None:
        rows = [line for group in MeetingGroup for line in meetings.calendar(self._office, group)]
        rows.sort(key=lambda line: (line.meeting.on, line.meeting.group))
        coming = [line for line in rows if line.meeting.coming]
        past = [line for line in reversed(rows) if not line.meeting.coming]
        self.coming.show_rows(coming)
        self.past.show_rows(past)
        self.retitle(summary=f"{len(coming):,} to come, {len(past):,} past or cancelled")

    @override
    def focus_start(self) -> None:
        table = self.coming if self.coming.table_model.rows else self.past
        if table.current is None and table.table_model.rows:
            table.setCurrentIndex(table.table_model.index(0, 0))
        table.setFocus()

    def save_calendar(self) -> None:
        """Ask where, and write the calendar file there."""
        sentence = save_calendar(self, self._office)
        if sentence:
            self.said.emit(sentence)

    def _table(self, name: str) -> TableView[MeetingLine]:
        columns = calendar_columns(self._office.today())
        made = TableView[MeetingLine](name, columns, key=lambda line: line.meeting.id)
        made.opened.connect(lambda line: self.meeting_chosen.emit(line.meeting.id))
        return made

    def _menu(self, words: str, icon: str, sheet: MakeSheet) -> QPushButton:
        actions = []
        for group in MeetingGroup:
            action = QAction(group_meeting(group), self)
            action.triggered.connect(lambda *_, of=group: self._ask(sheet(self._office, of)))
            actions.append(action)
        return menu_button(words, actions, icon)

    def _ask(self, sheet: SideSheet) -> None:
        self.sheet_asked.emit(sheet)

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()

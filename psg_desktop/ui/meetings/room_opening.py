"""The start of a meeting in the room: the statement is read and recorded, and who is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.meeting import meetings, rooms
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui import appearance
from psg_desktop.ui.meetings.attendance_pane import AttendancePane
from psg_desktop.ui.widgets.buttons import primary, quiet
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.forms import Field
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, refusals

_ROWS = 8
_NONE = "No statement is kept in the settings. Read out the one your group has agreed."


class OpeningView(QWidget):
    """Emits `sheet_asked(SideSheet)` for somebody new or a substitute."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId) -> None:
        super().__init__()
        self._office, self._id = office, meeting
        self.statement = label(role="room_fact", wrap=True)
        self.read = label(role="secondary", wrap=True)
        self.reader = Field("Read by", Line(longest=LINE_LIMIT))
        self.record = primary("The statement was read", "tick")
        self.record.clicked.connect(self._record)
        self.again = quiet("Record it again")
        self.again.clicked.connect(self._record_again)
        self._correcting = False
        self.people = AttendancePane(office, meeting)
        self.people.sheet_asked.connect(self.sheet_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.statement)
        layout.addWidget(self.read)
        layout.addWidget(self.reader)
        layout.addWidget(FlowRow(self.record, self.again))
        layout.addWidget(self.people, 1)
        rows = appearance.current().row_height * _ROWS
        self.people.table.setMinimumHeight(rows)

    def show_now(self) -> None:
        """Show the statement, who read it, and who is there."""
        meeting = meetings.get(self._office, self._id)
        self.statement.setText(self._office.partnership().confidentiality or _NONE)
        if not self.reader.control.value():
            self.reader.control.set_value(meeting.statement_by or meeting.chair)
        if meeting.statement_at is not None:
            at = dates.clock_time(meeting.statement_at)
            self.read.setText(f"Read by {meeting.statement_by} at {at}.")
        else:
            self.read.setText("Not read yet.")
        asked = self._correcting or meeting.statement_at is None
        self.reader.setVisible(asked)
        self.record.setVisible(asked)
        self.again.setVisible(not asked)
        self.people.show_now()

    def _record_again(self) -> None:
        self._correcting = True
        self.show_now()
        self.reader.control.setFocus()

    def _record(self) -> None:
        try:
            rooms.read_statement(self._office, self._id, self.reader.control.value())
        except Refused as refused:
            self.reader.show_problem(" ".join(refusals.sentences(refused.problems)))
            return
        self.reader.show_problem("")
        self._correcting = False
        self.show_now()
        self.people.start()

"""Who is asked to a meeting and who came, one key each: P, A, N."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.meeting import attendance
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Attendance, Presence
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.meetings import people_sheets
from psg_desktop.ui.meetings.columns import attendance_columns
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, quiet
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import names, refusals

_KEYS = {
    Qt.Key.Key_P: Presence.PRESENT,
    Qt.Key.Key_A: Presence.APOLOGY,
    Qt.Key.Key_N: Presence.ABSENT,
}


class AttendanceTable(TableView[Attendance]):
    """Emits `marked(Attendance, Presence)` on P, A or N."""

    marked = Signal(object, object)

    def __init__(self, agencies: dict[UUID, str]) -> None:
        columns = attendance_columns(agencies)
        super().__init__("Attendance", columns, key=lambda one: one.id)
        self.setSelectionMode(self.SelectionMode.SingleSelection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        presence = _KEYS.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and presence is not None and self.current is not None:
            self.marked.emit(self.current, presence)
        else:
            super().keyPressEvent(event)


class AttendancePane(QWidget):
    """Emits `sheet_asked(SideSheet)`; shown on the page of a meeting and in the room."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId) -> None:
        super().__init__()
        self._office, self._id = office, meeting
        self.table = AttendanceTable(lists.agency_names(office))
        self.said = label(role="secondary")
        self.banner = Banner()
        self.banner.hide()
        self.usual = button("Ask the usual people", "people")
        self.add_button = button("Add somebody", "plus")
        self.marks = {presence: quiet(names.name(presence)) for presence in _KEYS.values()}
        self.substitute = quiet("Substitute came")
        self.remove = quiet("Take off", "close")
        self._build()

    def show_now(self) -> None:
        """Show who is on the list now."""
        people = attendance.listed(self._office, self._id)
        made = EmptyState(
            "Nobody is asked yet.",
            "The usual people are those of the last meeting, and who must answer for an action.",
            "Ask the usual people",
        )
        made.stepped.connect(self.invite)
        self.table.set_empty(made)
        self.table.show_rows(people)
        there = sum(one.presence is Presence.PRESENT for one in people)
        self.said.setText(f"{there} of {len(people)} present. P, A and N mark them.")

    def start(self) -> None:
        """Go to the list, to be marked by keys."""
        if self.table.current is None:
            self.table.setCurrentIndex(self.table.table_model.index(0, 0))
        self.table.setFocus()

    def invite(self) -> None:
        """Ask the usual people."""
        try:
            added = attendance.invite(self._office, self._id)
        except Refused as refused:
            self.banner.say(" ".join(refusals.sentences(refused.problems)), Tone.CARE)
            return
        words = "1 person was added." if added == 1 else f"{added:,} people were added."
        none = "Nobody is left to ask. Contacts of agencies stand on the agencies' pages."
        self.banner.say(words if added else none)
        self.show_now()
        if added:
            self.table.setCurrentIndex(self.table.table_model.index(0, 0))
            self.table.setFocus()

    def _build(self) -> None:
        self.usual.clicked.connect(self.invite)
        self.add_button.clicked.connect(self._add)
        self.substitute.clicked.connect(self._substitute)
        self.remove.clicked.connect(self._remove)
        self.table.marked.connect(self._mark)
        self.table.opened.connect(lambda _one: self._substitute())
        for presence, made in self.marks.items():
            made.clicked.connect(lambda *_, given=presence: self._mark(self.table.current, given))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(FlowRow(self.usual, self.add_button, self.substitute, self.remove))
        layout.addWidget(FlowRow(*self.marks.values(), self.said))
        layout.addWidget(self.banner)
        layout.addWidget(self.table, 1)

    def _add(self) -> None:
        self.sheet_asked.emit(people_sheets.add_sheet(self._office, self._id))

    def _substitute(self) -> None:
        if self.table.current is not None:
            self.sheet_asked.emit(people_sheets.substitute_sheet(self._office, self.table.current))

    def _remove(self) -> None:
        if self.table.current is not None:
            attendance.remove(self._office, self.table.current.id)
            self.show_now()

    def _mark(self, one: Attendance | None, presence: Presence) -> None:
        if one is None:
            return
        place = self.table.currentIndex().row()
        attendance.mark(self._office, one.id, presence)
        self.show_now()
        last = len(self.table.table_model.rows) - 1
        self.table.setCurrentIndex(self.table.table_model.index(min(place + 1, last), 0))

"""The agenda of a meeting: proposed from what is due, put in order, its minutes shared out."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.meeting import agendas
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import total
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.meetings import item_sheets
from psg_desktop.ui.meetings.agenda_table import AgendaTable
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, quiet
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import refusals
from psg_desktop.words.agendas import minutes

_DUE = "The program proposes what is due: referrals, reviews, places, projects and actions."
_DUE_ABOVE = "The program proposes the standing business and what was escalated to the group."


class AgendaPane(QWidget):
    """Emits `sheet_asked(SideSheet)` and `case_chosen(CaseId)`."""

    sheet_asked = Signal(object)
    case_chosen = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId) -> None:
        super().__init__()
        self._office, self._id = office, meeting
        self._meeting: Meeting | None = None
        self.table = AgendaTable()
        self.said = label(role="secondary")
        self.banner = Banner()
        self.banner.hide()
        self.propose_button = button("Propose what is due", "review")
        self.add_button = button("Add an item", "plus")
        self.up, self.down = quiet("Up", "chevron-up"), quiet("Down", "chevron-down")
        self.up.setToolTip("Alt+Up")
        self.down.setToolTip("Alt+Down")
        self.open_case = quiet("Open the case", "caseload")
        self.remove_button = quiet("Take off", "close")
        self.remove_button.setToolTip("Delete")
        self._build()
        self._connect()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the agenda as it is kept now."""
        self._meeting = meeting
        lines = agendas.lines(self._office, self._id)
        self.table.set_empty(self._empty())
        self.table.show_lines(lines)
        taken = total([line.item for line in lines])
        several = "1 item" if len(lines) == 1 else f"{len(lines):,} items"
        self.said.setText(f"{several}, {taken:,} of {minutes(meeting.length)}" if lines else "")
        for each in (
            self.propose_button,
            self.add_button,
            self.up,
            self.down,
            self.remove_button,
        ):
            each.setEnabled(meeting.coming)
        self._follow(self.table.current)

    def propose(self) -> None:
        """Put everything that is due on the agenda."""
        added = self._try(lambda: agendas.propose_agenda(self._office, self._id))
        if added is not None:
            words = f"{added:,} items were added." if added != 1 else "1 item was added."
            self.banner.say(words if added else "Everything that is due is on the agenda.")

    def change(self, line: AgendaLine) -> None:
        """Ask for the words and minutes of an item."""
        if self._meeting is not None and self._meeting.coming:
            self.sheet_asked.emit(item_sheets.change_sheet(self._office, line))
        elif line.case is not None:
            self.case_chosen.emit(line.case.id)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        tools = (
            self.propose_button,
            self.add_button,
            self.up,
            self.down,
            self.open_case,
            self.remove_button,
            self.said,
        )
        layout.addWidget(FlowRow(*tools))
        layout.addWidget(self.banner)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.propose_button.clicked.connect(self.propose)
        self.add_button.clicked.connect(self._add)
        self.up.clicked.connect(lambda: self.table.shift(-1))
        self.down.clicked.connect(lambda: self.table.shift(1))
        self.remove_button.clicked.connect(lambda: self._remove(self.table.current))
        self.open_case.clicked.connect(self._open_case)
        self.table.opened.connect(self.change)
        self.table.moved.connect(self._move)
        self.table.removed.connect(self._remove)
        self.table.chosen.connect(self._follow)
        QShortcut(QKeySequence("Ctrl+Return"), self.table, self._open_case)

    def _empty(self) -> EmptyState:
        psg = self._meeting is None or self._meeting.group is MeetingGroup.PSG
        made = EmptyState(
            "Nothing is on the agenda yet.",
            _DUE if psg else _DUE_ABOVE,
            "Propose what is due" if self._meeting and self._meeting.coming else "",
        )
        made.stepped.connect(self.propose)
        return made

    def _follow(self, line: AgendaLine | None) -> None:
        self.open_case.setEnabled(line is not None and line.case is not None)

    def _open_case(self) -> None:
        line = self.table.current
        if line is not None and line.case is not None:
            self.case_chosen.emit(line.case.id)

    def _add(self) -> None:
        if self._meeting is not None:
            self.sheet_asked.emit(item_sheets.add_sheet(self._office, self._meeting))

    def _move(self, line: AgendaLine, to: int) -> None:
        self._try(lambda: agendas.move_item(self._office, line.item.id, to))
        announce(self.table, f"Now item {to + 1}")

    def _remove(self, line: AgendaLine | None) -> None:
        if line is not None:
            self._try(lambda: agendas.remove_item(self._office, line.item.id))

    def _try(self, work: Callable[[], int | None]) -> int | None:
        try:
            done = work()
        except Refused as refused:
            self.banner.say(" ".join(refusals.sentences(refused.problems)), Tone.CARE)
            return None
        self.banner.hide()
        return done

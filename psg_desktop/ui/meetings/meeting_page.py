"""The page of one meeting: agenda, checks before papers go out, attendance, minutes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.meeting import meetings, minutes
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui import appearance
from psg_desktop.ui.meetings import approving, choosers, plan_sheets
from psg_desktop.ui.meetings.agenda_pane import AgendaPane
from psg_desktop.ui.meetings.attendance_pane import AttendancePane
from psg_desktop.ui.meetings.checks_pane import ChecksPane
from psg_desktop.ui.meetings.minutes_pane import MinutesPane
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.contents import Contents
from psg_desktop.ui.parts.document_entries import DocumentsOf
from psg_desktop.ui.widgets.buttons import menu_button, primary
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import agendas, dates, names

PARTS = (
    ("agenda", "Agenda"),
    ("checks", "Checks"),
    ("attendance", "Attendance"),
    ("minutes", "Minutes"),
    ("documents", "Documents"),
)
# Pixels at 100 % below which the parts stand above the pane, not beside it.
_NARROW = 520


class MeetingPage(Page):
    """Emits what it leads to: forms, cases, the room, and the lines of the checks to be mended.

    *backed_up* gives when the last backup was made and tried.
    """

    sheet_asked = Signal(object)
    case_chosen = Signal(object)
    mend_asked = Signal(object)
    room_asked = Signal(object)
    saved = Signal(str)
    attach_asked = Signal(object, object)
    document_chosen = Signal(object)
    as_at_asked = Signal(object)
    gone = Signal()

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        meeting: MeetingId,
        backed_up: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        shown = meetings.get(office, meeting)
        super().__init__(agendas.meeting_words(shown))
        self._office, self.meeting_id, self._backed_up = office, meeting, backed_up
        self.agenda = AgendaPane(office, meeting)
        self.checks = ChecksPane(office, shown)
        self.attendance = AttendancePane(office, meeting)
        self.minutes = MinutesPane(office, meeting)
        self.documents = DocumentsOf(office, Owner(meeting=meeting))
        self.documents.attach_asked.connect(self.attach_asked)
        self.documents.document_chosen.connect(self.document_chosen)
        kept = ReadingColumn("Documents of the meeting")
        kept.add("documents", self.documents)
        self.contents = Contents("Parts of the meeting", PARTS)
        self.facts = label(role="secondary", wrap=True)
        self.stack = QStackedWidget()
        self._panes = dict(
            zip(
                (key for key, _words in PARTS),
                (self.agenda, self.checks, self.attendance, self.minutes, kept),
                strict=True,
            )
        )
        self._build()
        self._connect(notifier)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.more, self.run)

    @override
    def refresh(self) -> None:
        try:
            meeting = meetings.get(self._office, self.meeting_id)
        except Refused:
            self.gone.emit()
            return
        self.retitle(agendas.meeting_words(meeting), _summary(meeting, self._office))
        self.facts.setText(_facts(meeting))
        self.agenda.show_meeting(meeting)
        self.contents.show_count("agenda", len(self.agenda.table.table_model.rows))
        found = self.checks.show_checks(meeting, self._backed_up())
        self.contents.show_count("checks", found)
        self.attendance.show_now()
        self.contents.show_count("attendance", len(self.attendance.table.table_model.rows))
        self.minutes.show_now()
        self.documents.show_now()
        self._offer(meeting)

    @override
    def focus_start(self) -> None:
        # Back from what a check led to, work goes on with the next one.
        checking = self.stack.currentWidget() is self.checks
        if checking and self.checks.table.current is not None:
            self.checks.table.setFocus()
        else:
            self.contents.setFocus()

    def go(self, part: str) -> None:
        """Show a part of the meeting: agenda, checks, attendance, minutes, documents."""
        self.contents.show_section(part)
        self.stack.setCurrentWidget(self._panes[part])

    def save_minutes(self) -> None:
        """Ask where, and write the draft minutes there."""
        meeting = meetings.get(self._office, self.meeting_id)
        place = choosers.save_place(self, minutes.file_name(meeting))
        if place is not None:
            minutes.save_minutes(self._office, self.meeting_id, place)
            self.saved.emit(
                f"The draft minutes are saved as {place.name}. They name people: keep them "
                "restricted."
            )

    def _build(self) -> None:
        self.run = primary("Run the meeting", "meeting")
        self.change = self._action("Change the meeting", self._change)
        self.sent = self._action("Papers have gone out", self._send_papers)
        self.approve = self._action("Minutes are approved", self._approve)
        self.call_off = self._action("Cancel the meeting", self._cancel)
        self.as_at = self._action(
            "The agenda as at a past day", lambda: self.as_at_asked.emit(self.meeting_id)
        )
        steps = (self.change, self.sent, self.approve, self.as_at, self.call_off)
        self.more = menu_button("More", steps, "more")
        for pane in self._panes.values():
            self.stack.addWidget(pane)
        # Twice enlarged on a small screen the tools alone are as high as the window.
        inside = QWidget()
        self._across = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.contents, alignment=Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.facts)
        beside.addWidget(self.stack, 1)
        layout.addLayout(beside, 1)
        scrolled = QScrollArea()
        scrolled.setAccessibleName("Meeting")
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < appearance.current().px(_NARROW)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _connect(self, notifier: Notifier) -> None:
        self.run.clicked.connect(lambda: self.room_asked.emit(self.meeting_id))
        self.contents.section_chosen.connect(self.go)
        self.agenda.sheet_asked.connect(self.sheet_asked)
        self.attendance.sheet_asked.connect(self.sheet_asked)
        self.agenda.case_chosen.connect(self.case_chosen)
        self.minutes.case_chosen.connect(self.case_chosen)
        self.minutes.approval_asked.connect(self._approve)
        self.minutes.save_asked.connect(self.save_minutes)
        self.checks.mend_asked.connect(self.mend_asked)
        notifier.changed.connect(self._hear)

    def _action(self, words: str, done: Callable[[], None]) -> QAction:
        made = QAction(words, self)
        made.triggered.connect(lambda *_: done())
        return made

    def _offer(self, meeting: Meeting) -> None:
        self.run.setEnabled(meeting.state is not MeetingState.CANCELLED)
        words = "Run the meeting" if meeting.coming else "Open the room again"
        self.run.setText(words)
        self.run.setAccessibleName(words)
        self.sent.setEnabled(meeting.state is MeetingState.PLANNED)
        self.approve.setEnabled(meeting.state is MeetingState.HELD)
        self.call_off.setEnabled(meeting.coming)

    def _change(self) -> None:
        self.sheet_asked.emit(plan_sheets.change_sheet(self._office, self.meeting_id))

    def _cancel(self) -> None:
        meeting = meetings.get(self._office, self.meeting_id)
        self.sheet_asked.emit(plan_sheets.cancel_sheet(self._office, meeting))

    def _send_papers(self) -> None:
        meetings.send_papers(self._office, self.meeting_id)

    def _approve(self) -> None:
        self.sheet_asked.emit(approving.approve_sheet(self._office, self.meeting_id))

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()


def _summary(meeting: Meeting, office: Office) -> str:
    state = names.name(meeting.state).lower()
    parts = [dates.distance(meeting.on, office.today()), state]
    return ", ".join(parts)


def _facts(meeting: Meeting) -> str:
    parts = [agendas.time_and_place(meeting)]
    if meeting.chair:
        parts.append(f"chaired by {meeting.chair}")
    if meeting.state is MeetingState.PLANNED:
        parts.append(f"papers by {dates.short(meetings.cut_offs(meeting).papers)}")
    if meeting.coming and meeting.group is MeetingGroup.PSG:
        parts.append(f"referrals until {dates.short(meetings.cut_offs(meeting).referrals)}")
    if meeting.cancelled_because:
        parts.append(f"cancelled: {meeting.cancelled_because}")
    return ", ".join(parts)

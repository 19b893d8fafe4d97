"""The calendar of meetings, the page of one, the room, and the way from each check to its form."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Qt, Signal

from psg_desktop.casework import lists
from psg_desktop.casework.meeting import aftermaths, agendas
from psg_desktop.casework.meeting import meetings as meetings_work
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AgendaItemId, CaseId, MeetingId, ReferralId
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.preflight import Check, CheckLine
from psg_desktop.domain.today import Gap
from psg_desktop.ui.as_at.agenda_page import AgendaAsAtPage
from psg_desktop.ui.as_at.case_page import CaseAsAtPage
from psg_desktop.ui.cases.closing_sheets import close_sheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.main_window.mending import mend
from psg_desktop.ui.meetings import item_sheets, people_sheets, plan_sheets
from psg_desktop.ui.meetings.meeting_page import MeetingPage
from psg_desktop.ui.meetings.page import MeetingsPage
from psg_desktop.ui.meetings.room import Room
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.statement_sheet import statement_sheet
from psg_desktop.words.agendas import meeting_words, what_became

_GAPS = {
    Check.NO_RISK: Gap.NO_RISK,
    Check.NO_REVIEW_DATE: Gap.NO_REVIEW_DATE,
    Check.NO_LEAD: Gap.NO_LEAD,
    Check.NO_FOCUS_AREA: Gap.NO_FOCUS_AREA,
    Check.NO_PROBLEM: Gap.NO_FOCUS_AREA,
    Check.NO_OPEN_ACTION: Gap.NO_OPEN_ACTION,
    Check.ACTIONS_UNDECIDED: Gap.PROPOSED_ACTIONS,
}
_PARTS = {
    Check.INTERVENTION_DUE: "interventions",
    Check.PROJECT_REPORT_MISSING: "project",
    Check.CASE_QUIET: "",
}


class Meetings(QObject):
    """Makes these pages; `said`, `back_up_asked` and `referral_chosen` go up to the screens.

    *open_case* opens a case, *backed_up* gives when the last backup was made and tried.
    """

    said = Signal(str)
    back_up_asked = Signal()
    referral_chosen = Signal(object)
    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        open_case: Callable[[CaseId], CaseScreen],
        backed_up: Callable[[], datetime | None],
    ) -> None:
        super().__init__()
        self._office, self._notifier = office, notifier
        self._open_case, self._backed_up = open_case, backed_up
        self._room: Room | None = None

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def calendar(self) -> Page:
        """Make the calendar."""
        page = MeetingsPage(self._office, self._notifier)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.meeting_chosen.connect(self.open)
        page.said.connect(self.said)
        return page

    def open(self, id_: MeetingId) -> MeetingPage:
        """Open the page of a meeting."""
        page = MeetingPage(self._office, self._notifier, id_, self._backed_up)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.case_chosen.connect(self._open_case)
        page.mend_asked.connect(lambda line: self.mend(page, line))
        page.room_asked.connect(self.open_room)
        page.saved.connect(self.said)
        page.as_at_asked.connect(self.open_as_at)
        page.attach_asked.connect(self.attach_asked)
        page.document_chosen.connect(self.document_chosen)
        page.gone.connect(self._frame.go_back, Qt.ConnectionType.QueuedConnection)
        self._frame.open_page(page, "meetings")
        return page

    def open_as_at(self, id_: MeetingId) -> None:
        """Open the agenda of a meeting as it stood; a case of it opens as it stood that day."""
        page = AgendaAsAtPage(self._office, id_, self._office.today())
        page.case_opened.connect(self._open_case_as_at)
        self._frame.open_page(page, "meetings")

    def _open_case_as_at(self, case: CaseId, day: date) -> None:
        self._frame.open_page(CaseAsAtPage(self._office, case, day), "meetings")

    def open_room(self, id_: MeetingId) -> Room:
        """Open the room of a meeting, full screen on a second screen where there is one."""
        if self._room is not None:
            self._room.close()
        room = Room(self._office, id_)
        room.ended.connect(self._end)
        room.closing_asked.connect(lambda case: self._close_in(room, id_, case))
        self._room = room
        room.show_beside(self._frame)
        return room

    def _close_in(self, room: Room, id_: MeetingId, case: CaseId) -> None:
        """Show the form in the room; a proposal that waits is agreed at this meeting."""
        meeting = meeting_words(meetings_work.get(self._office, id_))
        found = lists.case_page(self._office, case).case
        room.show_sheet(close_sheet(self._office, found, meeting))

    def open_next(self) -> None:
        """Open the next meeting of the PSG at its checks, or the calendar where none is planned."""
        lines = meetings_work.calendar(self._office, MeetingGroup.PSG)
        coming = [
            line.meeting
            for line in lines
            if line.meeting.coming and line.meeting.on >= self._office.today()
        ]
        if coming:
            self.open(coming[0].id).go("checks")
        else:
            self._frame.go("meetings")

    def go_on_with(self, id_: AgendaItemId) -> None:
        """Open the room at an item whose decision was being typed."""
        item = agendas.item(self._office, id_)
        self.open_room(item.meeting).go(id_)

    def close_room(self) -> None:
        """Close the room, keeping what was being typed."""
        if self._room is not None:
            self._room.close()
            self._room = None

    def mend(self, page: MeetingPage, line: CheckLine) -> None:
        """Open or mend what a check found."""
        if line.check in _GAPS and line.case is not None:
            mend(self._office, _GAPS[line.check], self._open_case(line.case))
        elif line.action is not None and line.case is not None:
            self._open_case(line.case).show_action(line.action)
        elif line.check in _PARTS and line.case is not None:
            screen = self._open_case(line.case)
            if _PARTS[line.check]:
                screen.go(_PARTS[line.check])
        elif line.item is not None:
            self._mend_item(page, line)
        else:
            self._mend_meeting(page, line)

    def _mend_item(self, page: MeetingPage, line: CheckLine) -> None:
        if line.check in {Check.DUPLICATE_ITEM, Check.CLOSED_CASE} and line.item is not None:
            agendas.remove_item(self._office, line.item)
            return
        if line.check in {Check.REFERRAL_LATE, Check.REFERRAL_INCOMPLETE}:
            self._open_referral(line.item)
            return
        lines = agendas.lines(self._office, page.meeting_id)
        found = next((one for one in lines if one.item.id == line.item), None)
        if found is not None:
            self._frame.open_sheet(item_sheets.change_sheet(self._office, found))

    def _open_referral(self, item: AgendaItemId | None) -> None:
        about = agendas.item(self._office, item).about if item is not None else None
        if about is not None:
            self.referral_chosen.emit(ReferralId(about))

    def _mend_meeting(self, page: MeetingPage, line: CheckLine) -> None:
        office, id_ = self._office, page.meeting_id
        steps: dict[Check, Callable[[], object]] = {
            Check.AGENDA_EMPTY: page.agenda.propose,
            Check.STATEMENT_MISSING: lambda: self._frame.open_sheet(statement_sheet(office)),
            Check.LENGTH_NOT_MATCHING: lambda: self._share_out(page),
            Check.PAPERS_LATE: lambda: meetings_work.send_papers(office, id_),
            Check.LAST_MINUTES: lambda: self._open_last(id_),
            Check.NOBODY_INVITED: lambda: self._invite(page),
            Check.AGENCY_NOT_INVITED: lambda: self._frame.open_sheet(
                people_sheets.add_sheet(office, id_, line.agency)
            ),
            Check.BACKUP_OLD: self.back_up_asked.emit,
        }
        ask_change = self._ask_change
        steps.get(line.check, lambda: ask_change(id_))()

    def _ask_change(self, id_: MeetingId) -> None:
        self._frame.open_sheet(plan_sheets.change_sheet(self._office, id_))

    def _share_out(self, page: MeetingPage) -> None:
        """Share the minutes out; where that cannot help, ask for a longer meeting."""
        agendas.share_out(self._office, page.meeting_id)
        left = {line.check for line in page.checks.table.table_model.rows}
        if Check.LENGTH_NOT_MATCHING in left:
            self._ask_change(page.meeting_id)

    def _invite(self, page: MeetingPage) -> None:
        page.go("attendance")
        page.attendance.invite()

    def _open_last(self, id_: MeetingId) -> None:
        last = meetings_work.last_held(self._office, meetings_work.get(self._office, id_))
        if last is not None:
            self.open(last.id).go("minutes")

    def _end(self, id_: MeetingId) -> None:
        self.close_room()
        page = self._frame.page
        if not isinstance(page, MeetingPage) or page.meeting_id != id_:
            page = self.open(id_)
        page.refresh()
        page.go("minutes")
        page.minutes.save.setFocus()
        left = aftermaths.of(self._office, id_)
        self.said.emit(
            f"The meeting is ended: {what_became(left)}. Its draft minutes can be saved, and "
            "those who were not there are listed."
        )

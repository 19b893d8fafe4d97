"""The caseload and a case as they stood on a past day."""

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import meetings
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.ui.application import Application
from psg_desktop.ui.as_at.agenda_page import AgendaAsAtPage
from psg_desktop.ui.as_at.case_page import CaseAsAtPage
from psg_desktop.ui.as_at.list_page import CaseloadAsAtPage
from tests.ui.list_windows import frame
from tests.ui.program_windows import a_case, office
from tests.ui.windows import window


@window("caseload as at a past day")
def caseload_as_at(application: Application) -> QWidget:
    return frame(application, CaseloadAsAtPage(office()))


@window("case as at a past day")
def case_as_at(application: Application) -> QWidget:
    return frame(application, CaseAsAtPage(office(), a_case(), office().today()))


@window("agenda as at a past day")
def agenda_as_at(application: Application) -> QWidget:
    desk = office()
    first = meetings.calendar(desk, MeetingGroup.PSG)[0].meeting
    return frame(application, AgendaAsAtPage(desk, first.id, desk.today()))

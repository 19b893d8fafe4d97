"""Lists and pages of people, places, projects, agencies and actions, and the ways between them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from psg_desktop.casework.meeting.replies import Reply
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId, CaseId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.ui.actions.page import ActionsPage
from psg_desktop.ui.actions.reply_page import ReplyPage
from psg_desktop.ui.agencies.agency_page import AgencyPage
from psg_desktop.ui.agencies.page import AgenciesPage
from psg_desktop.ui.agencies.sheet import AgencySheet
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.main_window.access_requests import AccessRequests
from psg_desktop.ui.main_window.police import PoliceFigures
from psg_desktop.ui.merging.page import MergePage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.people.page import PeoplePage
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.places.page import PlacesPage
from psg_desktop.ui.places.place_page import PlacePage
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.projects.page import ProjectsPage
from psg_desktop.ui.projects.project_page import ProjectPage
from psg_desktop.ui.projects.sheet import ProjectSheet

_LATER = Qt.ConnectionType.QueuedConnection
_SECTIONS = {
    CaseKind.PERSON: "people",
    CaseKind.PLACE: "places",
    CaseKind.PROJECT: "projects",
}


class Records(QObject):
    """Makes these pages in a frame; `open_case` is called for a case chosen on any of them.

    Emits `said(sentence)`, `warned(sentence)`, `priority_chosen(PlanPriorityId)` and
    `case_review_chosen(CaseReviewId)`.
    """

    said = Signal(str)
    warned = Signal(str)
    priority_chosen = Signal(object)
    case_review_chosen = Signal(object)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        runner: Runner,
        open_case: Callable[[CaseId], object],
    ) -> None:
        super().__init__()
        self._office, self._notifier, self._open_case = office, notifier, open_case
        self.requests = AccessRequests(office, notifier, runner, self.open_party)
        self.police = PoliceFigures(office, notifier, runner)
        self.requests.said.connect(self.said)
        self.requests.warned.connect(self.warned)

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame
        self.requests.place(frame)
        self.police.place(frame)

    def people(self) -> Page:
        """Make the list of people."""
        page = PeoplePage(self._office, self._notifier)
        page.requests_asked.connect(self.requests.open_register)
        return self._listing(page, page.sheet_asked, page.party_chosen, self.open_party)

    def places(self) -> Page:
        """Make the list of places."""
        page = PlacesPage(self._office, self._notifier)
        page.police_asked.connect(self.police.open)
        return self._listing(page, page.sheet_asked, page.party_chosen, self.open_party)

    def projects(self) -> Page:
        """Make the list of projects."""
        page = ProjectsPage(self._office, self._notifier)
        page.said.connect(self.said)
        return self._listing(page, page.sheet_asked, page.party_chosen, self.open_party)

    def agencies(self) -> Page:
        """Make the list of agencies."""
        page = AgenciesPage(self._office, self._notifier)
        return self._listing(page, page.sheet_asked, page.agency_chosen, self.open_agency)

    def actions(self) -> Page:
        """Make the list of actions."""
        page = ActionsPage(self._office, self._notifier)
        page.papers.said.connect(self.said)
        page.papers.warned.connect(self.warned)
        page.papers.reply_read.connect(self.open_reply)
        return self._listing(page, page.sheet_asked, page.case_chosen, self._open_case)

    def open_party(self, kind: CaseKind, id_: UUID) -> None:
        """Open the page of a person, place or project."""
        page: RecordPage
        match kind:
            case CaseKind.PERSON:
                page = PersonPage(self._office, self._notifier, PersonId(id_))
                page.request_chosen.connect(self.requests.open)
            case CaseKind.PLACE:
                page = PlacePage(self._office, self._notifier, PlaceId(id_))
            case CaseKind.PROJECT:
                page = self._project(ProjectId(id_))
        self._open(page, _SECTIONS[kind])

    def open_merge(self, kind: PartyKind, kept: UUID, other: UUID | None = None) -> None:
        """Open the page on which another record is merged into one."""
        page = MergePage(self._office, kind, kept, other)
        for ended in (page.merged, page.gone):
            ended.connect(self._frame.go_back, _LATER)
        section = _SECTIONS[CaseKind(kind.value)]
        self._frame.open_page(page, section)

    def open_agency(self, id_: AgencyId) -> None:
        """Open the page of an agency."""
        page = AgencyPage(self._office, self._notifier, id_)
        page.said.connect(self.said)
        self._open(page, "agencies")

    def open_reply(self, reply: Reply) -> None:
        """Open the preview of a reply; back to the actions when it is taken in."""
        page = ReplyPage(self._office, reply)
        page.taken.connect(self._tell_taken)
        self._frame.open_page(page, "actions")

    def _tell_taken(self, count: int) -> None:
        self._frame.go("actions")
        self.said.emit(f"{count} answer{' was' if count == 1 else 's were'} taken in.")

    def new_person(self) -> None:
        """Ask for a new person, and open their page."""
        sheet = PersonSheet(self._office)
        for signal in (sheet.person_saved, sheet.person_chosen):
            signal.connect(lambda id_: self.open_party(CaseKind.PERSON, id_))
        self._frame.open_sheet(sheet)

    def new_place(self) -> None:
        """Ask for a new place, and open its page."""
        sheet = PlaceSheet(self._office)
        for signal in (sheet.place_saved, sheet.place_chosen):
            signal.connect(lambda id_: self.open_party(CaseKind.PLACE, id_))
        self._frame.open_sheet(sheet)

    def new_project(self) -> None:
        """Ask for a new project, and open its page."""
        sheet = ProjectSheet(self._office)
        sheet.project_saved.connect(lambda id_: self.open_party(CaseKind.PROJECT, id_))
        self._frame.open_sheet(sheet)

    def new_agency(self) -> None:
        """Ask for a new agency, and open its page."""
        sheet = AgencySheet(self._office)
        sheet.agency_saved.connect(self.open_agency)
        self._frame.open_sheet(sheet)

    def _project(self, id_: ProjectId) -> ProjectPage:
        page = ProjectPage(self._office, self._notifier, id_)
        page.priority_chosen.connect(self.priority_chosen)
        page.said.connect(self.said)
        return page

    def _listing(
        self,
        page: Page,
        sheet_asked: SignalInstance,
        chosen: SignalInstance,
        opened: Callable[..., object],
    ) -> Page:
        sheet_asked.connect(self._frame.open_sheet)
        chosen.connect(opened)
        return page

    def _open(self, page: RecordPage, section: str) -> None:
        page.sheet_asked.connect(self._frame.open_sheet)
        page.case_chosen.connect(self._open_case)
        page.party_chosen.connect(self.open_party)
        page.merge_asked.connect(self.open_merge)
        page.case_review_chosen.connect(self.case_review_chosen)
        page.gone.connect(self._frame.go_back, _LATER)
        self._frame.open_page(page, section)

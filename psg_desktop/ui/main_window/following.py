"""Leads from a line of the first page to what it names."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AccessRequestId, AgendaItemId, CaseId, ProjectId
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.main_window.case_reviews import CaseReviews
from psg_desktop.ui.main_window.meetings import Meetings
from psg_desktop.ui.main_window.mending import mend
from psg_desktop.ui.main_window.plan import Plans
from psg_desktop.ui.main_window.referrals import Referrals
from psg_desktop.ui.main_window.reviews import Reviews
from psg_desktop.ui.today import targets

_Part = targets.OpenAction | targets.OpenIntervention | targets.AskHeld
_Page = targets.OpenProject | targets.OpenPriority | targets.OpenDeathReviews | targets.OpenRequest
_List = (
    targets.OpenView
    | targets.OpenReferral
    | targets.OpenReferrals
    | targets.OpenCaseReview
    | targets.ReviewNow
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """The pages that lines of the first page lead to."""

    office: Office
    open_case: Callable[[CaseId], CaseScreen]
    meetings: Meetings
    referrals: Referrals
    reviews: Reviews
    case_reviews: CaseReviews
    open_project: Callable[[ProjectId], object]
    open_request: Callable[[AccessRequestId], object]
    plans: Plans

    def follow(self, target: targets.Target, frame: Frame) -> None:
        """Open what a line leads to."""
        match target:
            case (
                targets.OpenView()
                | targets.OpenReferral()
                | targets.OpenReferrals()
                | targets.OpenCaseReview()
                | targets.ReviewNow()
            ):  # fmt: skip
                self._list(target, frame)
            case targets.OpenCase():
                self.open_case(target.case).show_view(target.section)
            case targets.OpenAction() | targets.OpenIntervention() | targets.AskHeld():
                _show_part(self.open_case(target.case), target)
            case targets.Restore():
                self._restore(target.key)
            case targets.PlanMeeting():
                self.meetings.open_next()
            case (
                targets.OpenProject()
                | targets.OpenPriority()
                | targets.OpenDeathReviews()
                | targets.OpenRequest()
            ):
                self._page(target)
            case targets.Mend():
                mend(self.office, target.gap, self.open_case(target.case))

    def _page(self, target: _Page) -> None:
        match target:
            case targets.OpenProject():
                self.open_project(target.project)
            case targets.OpenPriority():
                self.plans.open_priority(target.priority)
            case targets.OpenDeathReviews():
                self.plans.open_reviews()
            case targets.OpenRequest():
                self.open_request(target.request)

    def _list(self, target: _List, frame: Frame) -> None:
        match target:
            case targets.OpenView():
                frame.go("caseload", target.view)
            case targets.OpenReferral():
                self.referrals.open(target.referral)
            case targets.OpenReferrals():
                frame.go("referrals")
            case targets.OpenCaseReview():
                self.case_reviews.open(target.review)
            case targets.ReviewNow():
                self.reviews.open_queue()

    def _restore(self, key: str) -> None:
        """Go on with a note, a referral or a decision that was being typed."""
        kind, _, record = key.partition("/")
        if kind == "referral":
            self.referrals.new()
        elif kind == "note":
            self.open_case(CaseId(UUID(record))).chronology.add_note()
        elif kind == "decision":
            self.meetings.go_on_with(AgendaItemId(UUID(record)))


def _show_part(screen: CaseScreen, target: _Part) -> None:
    match target:
        case targets.OpenAction():
            screen.show_action(target.action)
        case targets.OpenIntervention():
            screen.go("interventions")
        case targets.AskHeld():
            screen.decisions.ask_whether_it_held()

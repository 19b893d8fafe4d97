"""Makes the screens and leads from each to the next: every signal of a page ends here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import (
    ActionId,
    AgencyId,
    AttachmentId,
    CaseId,
    CaseReviewId,
    PlanPriorityId,
    ReferralId,
)
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.cases.new_case import NewCaseSheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.help.page import HelpPage
from psg_desktop.ui.help.topics import topic_of
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.interventions.page import InterventionsPage
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.main_window.case_reviews import CaseReviews
from psg_desktop.ui.main_window.caseloads import Caseloads
from psg_desktop.ui.main_window.documents import Documents, Openers
from psg_desktop.ui.main_window.following import Following
from psg_desktop.ui.main_window.meetings import Meetings
from psg_desktop.ui.main_window.new_things import NEW_THINGS
from psg_desktop.ui.main_window.plan import Plans
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.main_window.referrals import Referrals
from psg_desktop.ui.main_window.retention import retention_page
from psg_desktop.ui.main_window.reviews import Reviews
from psg_desktop.ui.main_window.statistics import Statistics
from psg_desktop.ui.main_window.vaults import Vaults
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.flow import PackFlow
from psg_desktop.ui.pages import Page
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.page import TodayPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Fittings:
    """What screens need beside the vault; `settings` gives what this machine keeps now."""

    runner: Runner
    appearance: Appearance
    settings: Callable[[], Settings]


class Screens(QObject):
    """Knows every screen; `said` and `warned`, each a sentence, are for the bar above the page."""

    said = Signal(str)
    warned = Signal(str)
    settings_changed = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, fittings: Fittings) -> None:
        super().__init__()
        self._office, self._notifier, self._fittings = office, notifier, fittings
        self._runner = runner = fittings.runner
        self._packs = PackFlow(office, notifier, runner, self._open_pack_page)
        self._records = Records(office, notifier, runner, self.open_case)
        self.caseloads = Caseloads(office, notifier, self.open_case)
        self.caseloads.new_case_asked.connect(self._new_case)
        self.vaults = Vaults(office, runner, lambda: fittings.settings().backups)
        self.vaults.done.connect(self.said)
        self.meetings = Meetings(office, notifier, self.open_case, self.vaults.last_backup)
        self.meetings.back_up_asked.connect(self.vaults.back_up)
        self.reviews = Reviews(office, notifier, self.open_case)
        self._referrals = Referrals(office, notifier, self._records, self.open_case)
        self._case_reviews = CaseReviews(office, notifier, self._records, self.open_case)
        self.plans = Plans(office, notifier, self.open_case, self._records.open_party)
        self.statistics = Statistics(office, notifier, runner)
        self._records.priority_chosen.connect(self.plans.open_priority)
        self._records.case_review_chosen.connect(self._case_reviews.open)
        opened = Openers(self.open_case, self._referrals.open, self.meetings.open)
        self._documents = Documents(office, notifier, runner, opened)
        for speaking in (
            self._records,
            self.meetings,
            self.reviews,
            self.plans,
            self.statistics,
            self._documents,
        ):
            speaking.said.connect(self.said)
        for warning in (self._records, self.reviews, self.plans, self.statistics):
            warning.warned.connect(self.warned)
        for pages in (self.meetings, self._referrals):
            self._documents.serve(pages.attach_asked, pages.document_chosen)

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the screens."""
        self._frame = frame
        for pages in (
            self._records,
            self.caseloads,
            self.vaults,
            self.meetings,
            self._referrals,
            self._case_reviews,
            self.plans,
            self.statistics,
            self.reviews,
            self._documents,
        ):
            pages.place(frame)
        self.meetings.referral_chosen.connect(self._referrals.open)

    def makers(self) -> dict[str, Callable[[], Page]]:
        """Give how the page of each section is made, by its key."""
        return {
            "today": self._today,
            "caseload": self.caseloads.page,
            "referrals": self._referrals.page,
            "case_reviews": self._case_reviews.page,
            "actions": self._records.actions,
            "meetings": self.meetings.calendar,
            "reviews": self.reviews.page,
            "interventions": self._interventions,
            "people": self._records.people,
            "places": self._records.places,
            "projects": self._records.projects,
            "plan": self.plans.page,
            "statistics": self.statistics.page,
            "agencies": self._records.agencies,
            "import": lambda: ImportPage(self._office, self._runner),
            "packs": self._packs.home,
            "retention": self._retention,
            "settings": self._settings,
            "vault": self.vaults.page,
            "help": HelpPage,
        }

    def new_things(self) -> tuple[tuple[str, str, str, str], ...]:
        """Give what can be made new: key, words, keys and icon."""
        return NEW_THINGS

    def make_new(self, key: str) -> None:
        """Open the form for something new."""
        forms: dict[str, Callable[[], None]] = {
            "case": self._new_case,
            "referral": self._referrals.new,
            "case_review": self._case_reviews.new,
            "person": self._records.new_person,
            "place": self._records.new_place,
            "project": self._records.new_project,
            "agency": self._records.new_agency,
            "pack": self._packs.prepare,
        }
        forms[key]()

    def open_found(self, found: Found) -> None:
        """Open what the search found; an action opens its case."""
        opened: dict[FoundKind, Callable[[], object]] = {
            FoundKind.CASE: lambda: self.open_case(CaseId(found.id)),
            FoundKind.REFERRAL: lambda: self._referrals.open(ReferralId(found.id)),
            FoundKind.CASE_REVIEW: lambda: self._case_reviews.open(CaseReviewId(found.id)),
            FoundKind.DOCUMENT: lambda: self._documents.open(AttachmentId(found.id)),
            FoundKind.AGENCY: lambda: self._records.open_agency(AgencyId(found.id)),
            FoundKind.PRIORITY: lambda: self.plans.open_priority(PlanPriorityId(found.id)),
            FoundKind.RECOMMENDATION: self.plans.open_reviews,
            FoundKind.DEATH_REVIEW: self.plans.open_reviews,
        }
        if found.kind is FoundKind.ACTION and found.case is not None:
            self.open_case(found.case).show_action(ActionId(found.id))
        elif found.kind in opened:
            opened[found.kind]()
        else:
            self._records.open_party(CaseKind(found.kind.value), found.id)

    def open_case(self, id_: CaseId) -> CaseScreen:
        """Open the page of a case."""
        screen = CaseScreen(self._office, self._notifier, id_)
        screen.sheet_asked.connect(self._frame.open_sheet)
        screen.party_chosen.connect(self._records.open_party)
        screen.case_chosen.connect(self.open_case)
        screen.referral_chosen.connect(self._referrals.open)
        self._case_reviews.serve(screen)
        screen.priority_chosen.connect(self.plans.open_priority)
        screen.as_at_asked.connect(self.caseloads.open_as_at)
        self._documents.serve(screen.attach_asked, screen.document_chosen)
        screen.gone.connect(self._leave_gone, Qt.ConnectionType.QueuedConnection)
        self._frame.open_page(screen, "caseload")
        return screen

    def help(self) -> None:
        """Open the page of the help that belongs to where the window is."""
        topic = topic_of(self._frame.section)
        self._frame.go("help")
        if isinstance(self._frame.page, HelpPage):
            self._frame.page.show_topic(topic)

    def _settings(self) -> Page:
        fittings = self._fittings
        page = SettingsPage(self._office, self._notifier, fittings.appearance, fittings.settings)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.settings_changed.connect(self.settings_changed)
        return page

    def _new_case(self) -> None:
        sheet = NewCaseSheet(self._office)
        sheet.case_opened.connect(self.open_case)
        self._frame.open_sheet(sheet)

    def _open_pack_page(self, page: Page) -> None:
        self._frame.open_page(page, "packs")

    def _today(self) -> Page:
        page = TodayPage(self._office, self._notifier)
        page.chosen.connect(self._follow)
        page.new_case_asked.connect(self._new_case)
        page.import_asked.connect(lambda: self._frame.go("import"))
        return page

    def _interventions(self) -> Page:
        page = InterventionsPage(self._office, self._notifier)
        page.intervention_chosen.connect(lambda id_: self.open_case(id_).go("interventions"))
        return page

    def _retention(self) -> Page:
        page = retention_page(self._office, self._notifier, self._frame, self.open_found)
        page.said.connect(self.said)
        page.warned.connect(self.warned)
        return page

    def _follow(self, target: targets.Target) -> None:
        following = Following(
            office=self._office,
            open_case=self.open_case,
            meetings=self.meetings,
            referrals=self._referrals,
            reviews=self.reviews,
            case_reviews=self._case_reviews,
            open_project=partial(self._records.open_party, CaseKind.PROJECT),
            open_request=self._records.requests.open,
            plans=self.plans,
        )
        following.follow(target, self._frame)

    def _leave_gone(self) -> None:
        """Leave the page of a record that is no longer there, as after its opening was undone."""
        self._frame.go_back()

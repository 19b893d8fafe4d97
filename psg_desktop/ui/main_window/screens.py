"""Makes the screens and leads from each to the next: every signal of a page ends here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId, AttachmentId, CaseId, CaseReviewId, ReferralId
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.as_at.case_page import CaseAsAtPage
from psg_desktop.ui.as_at.list_page import CaseloadAsAtPage
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.caseload.preview import CasePreview
from psg_desktop.ui.cases.new_case import NewCaseSheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.demand.page import CaseloadDemandPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.help.page import HelpPage
from psg_desktop.ui.help.topics import topic_of
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.interventions.page import InterventionsPage
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.main_window.case_reviews import CaseReviews
from psg_desktop.ui.main_window.documents import Documents, Openers
from psg_desktop.ui.main_window.following import Following
from psg_desktop.ui.main_window.meetings import Meetings
from psg_desktop.ui.main_window.new_things import NEW_THINGS
from psg_desktop.ui.main_window.plan import Plans
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.main_window.referrals import Referrals
from psg_desktop.ui.main_window.retention import retention_page
from psg_desktop.ui.main_window.reviews import Reviews
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.flow import PackFlow
from psg_desktop.ui.pages import Page
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.page import TodayPage
from psg_desktop.ui.vault.change import ChangePassphrase
from psg_desktop.ui.vault.checking import CheckBackup
from psg_desktop.ui.vault.keeping import backups_of
from psg_desktop.ui.vault.page import VaultPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Fittings:
    """What screens need beside the vault; `settings` gives what this machine keeps now."""

    runner: Runner
    appearance: Appearance
    settings: Callable[[], Settings]


class Screens(QObject):
    """Knows every screen; `said(sentence)` is for the bar above the page."""

    said = Signal(str)
    backed_up = Signal(str)
    lock_asked = Signal()
    settings_changed = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, fittings: Fittings) -> None:
        super().__init__()
        self._office, self._notifier, self._fittings = office, notifier, fittings
        self._runner = runner = fittings.runner
        self._packs = PackFlow(office, notifier, runner, self._open_pack_page)
        self._records = Records(office, notifier, runner, self.open_case)
        self._records.said.connect(self.said)
        self.meetings = Meetings(office, notifier, self.open_case, self._last_backup)
        self.meetings.said.connect(self.said)
        self.meetings.back_up_asked.connect(self.back_up)
        self.reviews = Reviews(office, notifier, self.open_case)
        self.reviews.said.connect(self.said)
        self._referrals = Referrals(office, notifier, self._records, self.open_case)
        self._case_reviews = CaseReviews(office, notifier, self._records, self.open_case)
        self.plans = Plans(office, notifier, self.open_case, self._records.open_party)
        self.plans.said.connect(self.said)
        self._records.priority_chosen.connect(self.plans.open_priority)
        opened = Openers(self.open_case, self._referrals.open, self.meetings.open)
        self._documents = Documents(office, notifier, runner, opened)
        self._documents.said.connect(self.said)
        for pages in (self.meetings, self._referrals):
            self._documents.serve(pages.attach_asked, pages.document_chosen)

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the screens."""
        self._frame = frame
        self._records.place(frame)
        self.meetings.place(frame)
        self.meetings.section_asked.connect(frame.go)
        self._referrals.place(frame)
        self._case_reviews.place(frame)
        self.plans.place(frame)
        self.reviews.place(frame)
        self._documents.place(frame)

    def makers(self) -> dict[str, Callable[[], Page]]:
        """Give how the page of each section is made, by its key."""
        return {
            "today": self._today,
            "caseload": self._caseload,
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
            "agencies": self._records.agencies,
            "import": lambda: ImportPage(self._office, self._runner),
            "packs": self._packs.home,
            "retention": self._retention,
            "settings": self._settings,
            "vault": self._vault,
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
        }
        if found.kind is FoundKind.ACTION and found.case is not None:
            self.open_case(found.case).go("plan")
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
        screen.as_at_asked.connect(self._case_as_at)
        self._documents.serve(screen.attach_asked, screen.document_chosen)
        screen.gone.connect(self._leave_gone, Qt.ConnectionType.QueuedConnection)
        self._frame.open_page(screen, "caseload")
        return screen

    def back_up(self) -> None:
        """Go to the vault's page and back up."""
        self._frame.go("vault")
        if isinstance(self._frame.page, VaultPage):
            self._frame.page.back_up()

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

    def _caseload(self) -> Page:
        page = CaseloadPage(self._office, self._notifier)
        page.case_opened.connect(self.open_case)
        page.case_previewed.connect(self.preview)
        page.case_chosen.connect(self._follow_choice)
        page.as_at_asked.connect(self._caseload_as_at)
        page.demand_asked.connect(self._caseload_demand)
        page.new_case_asked.connect(self._new_case)
        page.import_asked.connect(lambda: self._frame.go("import"))
        return page

    def _interventions(self) -> Page:
        page = InterventionsPage(self._office, self._notifier)
        page.intervention_chosen.connect(lambda id_: self.open_case(id_).go("interventions"))
        return page

    def _caseload_demand(self) -> None:
        self._frame.open_page(CaseloadDemandPage(self._office, self._notifier), "caseload")

    def _retention(self) -> Page:
        return retention_page(self._office, self._notifier, self._frame, self.open_found)

    def _caseload_as_at(self) -> None:
        page = CaseloadAsAtPage(self._office)
        page.case_opened.connect(self._case_as_at)
        self._frame.open_page(page, "caseload")

    def _case_as_at(self, case: CaseId, day: date | None = None) -> None:
        page = CaseAsAtPage(self._office, case, day or self._office.today())
        self._frame.open_page(page, "caseload")

    def _vault(self) -> Page:
        page = VaultPage(self._office, self._runner, self._fittings.settings().backups)
        page.lock_asked.connect(self.lock_asked)
        page.passphrase_asked.connect(self._change_passphrase)
        page.check_asked.connect(self._check_backup)
        page.backed_up.connect(self.backed_up)
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

    def _last_backup(self) -> datetime | None:
        found = backups_of(self._office, self._fittings.settings().backups)
        return found[0].taken if found else None

    def _leave_gone(self) -> None:
        """Leave the page of a record that is no longer there, as after its opening was undone."""
        self._frame.go_back()

    def preview(self, id_: CaseId) -> None:
        """Show a case in short beside the list, or put the pane away."""
        side = self._frame.side
        if side.previewing:
            side.show_preview(shown=False)
            return
        side.show_preview(shown=True)
        self._show_preview(id_)

    def _follow_choice(self, id_: CaseId | None) -> None:
        if id_ is not None and self._frame.side.previewing:
            self._show_preview(id_)

    def _show_preview(self, id_: CaseId) -> None:
        preview = CasePreview(self._office, id_)
        preview.opened.connect(self.open_case)
        self._frame.side.preview.show_widget(preview)

    def _change_passphrase(self) -> None:
        sheet = ChangePassphrase(
            self._office,
            self._runner,
            lambda: self.said.emit("The new passphrase opens this file from now on."),
        )
        self._frame.open_sheet(sheet)

    def _check_backup(self, file: Path) -> None:
        self._frame.open_sheet(CheckBackup(file, self._runner, self._office))

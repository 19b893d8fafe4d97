"""From one page of a pack to the next: chosen, reviewed, released."""

from collections.abc import Callable
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing.packs import ApprovedPack
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.choose import ChoosePage
from psg_desktop.ui.packs.page import PacksPage
from psg_desktop.ui.packs.release import ReleasePage
from psg_desktop.ui.packs.review import ReviewPage
from psg_desktop.ui.pages import Page


class PackFlow:
    """Makes the pages of a pack and hands each to *open_page*, such as the frame's."""

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        runner: Runner,
        open_page: Callable[[Page], object],
    ) -> None:
        self._office, self._notifier, self._runner = office, notifier, runner
        self._open = open_page

    def home(self) -> PacksPage:
        """Make the page of the section, from which a pack is prepared."""
        page = PacksPage(self._office, self._notifier)
        page.prepare_asked.connect(self.prepare)
        return page

    def prepare(self) -> None:
        """Open the page where the meeting and the cases are chosen."""
        page = ChoosePage(self._office)
        page.chosen.connect(self._review)
        self._open(page)

    def _review(self, meeting_on: date, cases: tuple[CaseId, ...]) -> None:
        page = ReviewPage(self._office, self._notifier, self._runner, meeting_on, cases)
        page.approved.connect(self._release)
        self._open(page)

    def _release(self, approved: ApprovedPack, pdf: bytes) -> None:
        self._open(ReleasePage(self._office, approved, pdf))

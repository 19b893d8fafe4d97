"""The pages of the plan, and the ways from them to cases and projects."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, PlanPriorityId
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.plan.page import REVIEWS, PlanPage
from psg_desktop.ui.plan.priority_page import PriorityPage


class Plans(QObject):
    """Makes these pages in a frame; emits `said(sentence)` and `warned(sentence)`."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        open_case: Callable[[CaseId], object],
        open_party: Callable[[CaseKind, UUID], object],
    ) -> None:
        super().__init__()
        self._office, self._notifier = office, notifier
        self._open_case, self._open_party = open_case, open_party

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def page(self) -> Page:
        """Make the page of the plan and of death reviews."""
        page = PlanPage(self._office, self._notifier)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.priority_chosen.connect(self.open_priority)
        page.said.connect(self.said)
        page.warned.connect(self.warned)
        return page

    def open_priority(self, id_: PlanPriorityId) -> None:
        """Open the page of a priority."""
        page = PriorityPage(self._office, self._notifier, id_)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.case_chosen.connect(self._open_case)
        page.party_chosen.connect(self._open_party)
        page.gone.connect(self._frame.go_back, Qt.ConnectionType.QueuedConnection)
        self._frame.open_page(page, "plan")

    def open_reviews(self) -> None:
        """Go to the death reviews."""
        self._frame.go("plan")
        if isinstance(self._frame.page, PlanPage):
            self._frame.page.show_view(REVIEWS)

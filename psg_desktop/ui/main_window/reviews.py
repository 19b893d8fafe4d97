"""The pages of reviews, and the ways from the queue to the forms of a case."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseMove
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.cases.closing_sheets import reopen_sheet
from psg_desktop.ui.cases.move_sheets import escalate_sheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.reviews.held_page import HeldPage
from psg_desktop.ui.reviews.page import ReviewsPage
from psg_desktop.ui.reviews.queue_page import QueuePage

SECTION = "reviews"


class Reviews(QObject):
    """Makes these pages; `said` and `warned` are for the bar above the page."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self, office: Office, notifier: Notifier, open_case: Callable[[CaseId], CaseScreen]
    ) -> None:
        super().__init__()
        self._office, self._notifier, self._open_case = office, notifier, open_case

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def page(self) -> Page:
        """Make the page of the load."""
        page = ReviewsPage(self._office, self._notifier)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.queue_asked.connect(self.open_queue)
        page.held_asked.connect(self.open_held)
        page.hold_asked.connect(self._ask_whether_it_held)
        return page

    def open_queue(self) -> None:
        """Lead through the next reviews."""
        page = QueuePage(self._office, self._notifier)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.escalate_asked.connect(self._escalate)
        page.case_chosen.connect(self._open_case)
        page.ended.connect(self._frame.go_back)
        page.said.connect(self.said)
        page.reopen_asked.connect(self._ask_to_reopen)
        self._frame.open_page(page, SECTION)

    def open_held(self) -> None:
        """Show what held in a year."""
        page = HeldPage(self._office)
        page.said.connect(self.said)
        page.warned.connect(self.warned)
        self._frame.open_page(page, SECTION)

    def _ask_whether_it_held(self, id_: CaseId) -> None:
        self._open_case(id_).decisions.ask_whether_it_held()

    def _ask_to_reopen(self, id_: CaseId, because: str) -> None:
        case = lists.case_page(self._office, id_).case
        self._frame.open_sheet(reopen_sheet(self._office, case, because))

    def _escalate(self, id_: CaseId) -> None:
        case = lists.case_page(self._office, id_).case
        if CaseMove.ESCALATE in case.moves():
            self._frame.open_sheet(escalate_sheet(self._office, case))
        else:
            self.warned.emit("The case is escalated already. Its answer is awaited.")

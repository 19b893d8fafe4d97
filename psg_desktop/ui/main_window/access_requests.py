"""The pages of requests about information, and the ways between them and the people."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.subject_access.register_page import RegisterPage
from psg_desktop.ui.subject_access.request_page import RequestPage
from psg_desktop.ui.subject_access.review_page import ReviewPage

SECTION = "people"
_LATER = Qt.ConnectionType.QueuedConnection


class AccessRequests(QObject):
    """Makes these pages in a frame; `open_party` is called for a person chosen on them.

    `said` and `warned`, each a sentence, are for the bar above the page.
    """

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        runner: Runner,
        open_party: Callable[[CaseKind, UUID], object],
    ) -> None:
        super().__init__()
        self._office, self._notifier, self._runner = office, notifier, runner
        self._open_party = open_party

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def open_register(self) -> None:
        """Show every request."""
        page = RegisterPage(self._office, self._notifier)
        page.request_chosen.connect(self.open)
        self._frame.open_page(page, SECTION)

    def open(self, id_: AccessRequestId) -> None:
        """Show one request."""
        page = RequestPage(self._office, self._notifier, id_)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.party_chosen.connect(self._open_party)
        page.review_asked.connect(self.open_review)
        page.gone.connect(self._frame.go_back, _LATER)
        self._frame.open_page(page, SECTION)

    def open_review(self, id_: AccessRequestId) -> None:
        """Show the copy to be read."""
        page = ReviewPage(self._office, self._notifier, self._runner, id_)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.warned.connect(self.warned)
        page.given.connect(lambda _id: self._frame.go_back(), _LATER)
        page.told.connect(self.said, _LATER)  # on the page one comes back to
        self._frame.open_page(page, SECTION)

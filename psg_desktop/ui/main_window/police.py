"""The page of police figures, and the way from a proposal to the form of a priority area."""

from PySide6.QtCore import QObject

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics.police_reviewing import AreaProposal
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.places.place_sheets import proposed_sheet
from psg_desktop.ui.police.page import PoliceFiguresPage

SECTION = "places"


class PoliceFigures(QObject):
    """Makes the page in a frame."""

    def __init__(self, office: Office, notifier: Notifier, runner: Runner) -> None:
        super().__init__()
        self._office, self._notifier, self._runner = office, notifier, runner

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the page."""
        self._frame = frame

    def open(self) -> None:
        """Show the page."""
        page = PoliceFiguresPage(self._office, self._notifier, self._runner)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.record_asked.connect(self._record)
        self._frame.open_page(page, SECTION)

    def _record(self, asked: AreaProposal) -> None:
        self._frame.open_sheet(proposed_sheet(self._office, asked))

"""The page of statistics, and the way from its list to a release."""

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.statistics.page import StatisticsPage
from psg_desktop.ui.statistics.release_page import ReleasePage

SECTION = "statistics"


class Statistics(QObject):
    """Makes these pages in a frame; emits `said(sentence)` and `warned(sentence)`."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, notifier: Notifier, runner: Runner) -> None:
        super().__init__()
        self._office, self._notifier, self._runner = office, notifier, runner

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the pages."""
        self._frame = frame

    def page(self) -> Page:
        """Make the page of the section."""
        page = StatisticsPage(self._office, self._notifier, self._runner)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.release_chosen.connect(self.open)
        page.said.connect(self.said)
        page.warned.connect(self.warned)
        return page

    def open(self, release: StatisticsRelease) -> None:
        """Open the page of a release."""
        page = ReleasePage(self._office, self._notifier, self._runner, release)
        page.sheet_asked.connect(self._frame.open_sheet)
        page.said.connect(self.said)
        page.warned.connect(self.warned)
        self._frame.open_page(page, SECTION)

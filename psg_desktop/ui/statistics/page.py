"""The section of statistics: to publish, to look up what was, to make a table, to look up words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.domain.changes import Changes
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.faults import Fault
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.statistics.board_view import BoardView
from psg_desktop.ui.statistics.builder_view import BuilderView
from psg_desktop.ui.statistics.definitions_view import DefinitionsView
from psg_desktop.ui.statistics.release_page import KINDS
from psg_desktop.ui.statistics.releases_view import ReleasesView
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import statistics_page as words

BOARD, RELEASES, BUILDER, DEFINITIONS = range(4)


class StatisticsPage(Page):
    """Emits `sheet_asked(SideSheet)`, `release_chosen(StatisticsRelease)`, `said` and `warned`."""

    sheet_asked = Signal(object)
    release_chosen = Signal(object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, notifier: Notifier, runner: Runner) -> None:
        super().__init__("Statistics")
        self._office = office
        self._releases: tuple[StatisticsRelease, ...] = ()
        self._stale = True
        self.damaged = Banner(self)
        self.damaged.keep()
        self.board, self.builder = BoardView(office, runner), BuilderView(office, runner)
        self.releases, self.definitions = ReleasesView(), DefinitionsView(office)
        for part in (self.board, self.builder):
            part.sheet_asked.connect(self.sheet_asked)
            part.running.said.connect(self.said)
            part.running.warned.connect(self.warned)
        self.releases.opened.connect(self.release_chosen)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the statistics")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._views = QStackedWidget()
        for said, view in (
            (words.BOARD, self.board),
            (words.RELEASES, self.releases),
            (words.BUILDER, self.builder),
            (words.DEFINITIONS, self.definitions),
        ):
            self.tabs.addTab(said)
            self._views.addWidget(view)
        self.tabs.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.damaged)
        layout.addWidget(self._views, 1)
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        """Offer the periods of today; read the ledger again if something was put into it."""
        if self._stale:
            self._stale = False
            self._read()
        for view in (self.board, self.releases, self.builder):
            view.show_releases(self._releases)
        if self.tabs.currentIndex() == DEFINITIONS:
            self.definitions.refresh()
        count = len(self._releases)
        self.retitle(summary=words.releases(count) if count else "")

    @override
    def focus_search(self) -> None:
        self.tabs.setCurrentIndex(DEFINITIONS)
        self.definitions.words.setFocus()

    @override
    def focus_start(self) -> None:
        self.tabs.setFocus()

    def _turn(self, place: int) -> None:
        self._views.setCurrentIndex(place)
        if place == DEFINITIONS:
            self.definitions.refresh()

    def _read(self) -> None:
        # Takes a tenth of a second for each release: too long for every visit.
        try:
            self._releases = publishing.releases(self._office)
        except Fault as fault:
            self._releases = ()
            self.damaged.say(str(fault), Tone.PROBLEM)
        else:
            self.damaged.hide()

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.concern(*KINDS):
            self._stale = True
            if self.isVisible():
                self.refresh()

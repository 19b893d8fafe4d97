"""The table builder: a table is asked for, safe ways of showing it are offered, one published."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import alternatives
from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.statistics.alternatives_pane import AlternativesPane
from psg_desktop.ui.statistics.beside import Beside
from psg_desktop.ui.statistics.focusing import lead_on
from psg_desktop.ui.statistics.publisher import Publisher
from psg_desktop.ui.statistics.question import Question
from psg_desktop.ui.statistics.running import Running
from psg_desktop.ui.widgets.banner import Banner
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.words import statistics_page as words

_QUESTION, _LEAST = (236, 300), 450
_NOTHING, _FOUND = range(2)


class BuilderView(QWidget):
    """Emits `sheet_asked(SideSheet)`."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, runner: Runner) -> None:
        super().__init__()
        self._office = office
        self._releases: tuple[StatisticsRelease, ...] = ()
        self.banner = Banner(self)
        self.running = Running(runner, self.banner)
        self.running.changed.connect(self._show_steps)
        self.found = AlternativesPane()
        self.publisher = Publisher(self, office, self.running)
        self.publisher.sheet_asked.connect(self.sheet_asked)
        self.publisher.published.connect(self.found.keep)
        self.publisher.left.connect(self.found.lead_back)
        self.found.publish_asked.connect(self.publisher.publish)
        self.found.again_asked.connect(self.publisher.write_again)
        self.question = Question()
        self.show_button = button(words.SHOW_TABLE, "eye")
        self.show_button.clicked.connect(self.look)
        self._build()

    def show_releases(self, releases: tuple[StatisticsRelease, ...]) -> None:
        """Take what was published; the numbers that are shown stay."""
        self._releases = releases
        self.question.offer(self._office.today())

    def look(self) -> None:
        """Look for safe ways of showing what is asked for."""
        asked = self.question.asked
        if asked is not None:
            self.running.check(
                lambda told: alternatives.search(self._office, asked, told), self._offer
            )

    def _offer(self, found: tuple[Alternative, ...]) -> None:
        self.found.offer(found, self._releases)
        self._views.setCurrentIndex(_FOUND)
        lead_on(self, self.found.list)
        self.running.tell_elsewhere(words.WAYS_FOUND)

    def _show_steps(self) -> None:
        self.show_button.setEnabled(not self.running.busy)
        self.found.set_free(free=not self.running.busy)

    def _build(self) -> None:
        asking = QWidget()
        left = QVBoxLayout(asking)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.question)
        left.addLayout(row(self.show_button))
        left.addStretch()
        self._views = QStackedWidget()
        self._views.addWidget(EmptyState(words.NO_TABLE_YET, words.NO_TABLE_YET_HINT))
        self._views.addWidget(self.found)
        self._views.setMinimumHeight(appearance.current().px(_LEAST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addWidget(Beside(words.BUILDER, asking, self._views, _QUESTION), 1)

"""The board's release of a period: seen as it would be published, then published."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.casework.statistics.plain_tables import plain_tables
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.papers.statistics.publication import OpenTable
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.statistics.about import about_plan, reasons_of
from psg_desktop.ui.statistics.focusing import bring_up, lead_on
from psg_desktop.ui.statistics.naming import name_of
from psg_desktop.ui.statistics.period_choice import PeriodChoice
from psg_desktop.ui.statistics.preview import Preview, Told
from psg_desktop.ui.statistics.publisher import Publisher
from psg_desktop.ui.statistics.running import Running, Telling
from psg_desktop.ui.statistics.scrolling import scrolling
from psg_desktop.ui.widgets.banner import Banner
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import ShortLabel
from psg_desktop.words import statistics_page as words

_NOTHING, _PREVIEW = range(2)
_LEAST = 260


class Planned(NamedTuple):
    """A plan, and what stands beside its tables of counts."""

    plan: Plan
    plain: tuple[OpenTable, ...]


class BoardView(QWidget):
    """Emits `sheet_asked(SideSheet)`."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, runner: Runner) -> None:
        super().__init__()
        self._office = office
        self._releases: tuple[StatisticsRelease, ...] = ()
        self._now: Planned | None = None
        self.banner = Banner(self)
        self.running = Running(runner, self.banner)
        self.running.changed.connect(self._show_steps)
        self.publisher = Publisher(self, office, self.running)
        self.publisher.sheet_asked.connect(self.sheet_asked)
        self.publisher.published.connect(self._keep)
        self.publisher.left.connect(self._lead_back)
        self.choice = PeriodChoice("the board release")
        self.show_button = button(words.SHOW, "eye")
        self.show_button.clicked.connect(self.look)
        self.title = ShortLabel("section")
        self.publish = primary(words.PUBLISH, "export")
        self.publish.clicked.connect(self._publish)
        self.again = button(words.WRITE_AGAIN, "save")
        self.again.clicked.connect(self._write_again)
        self.preview = Preview("Board release")
        self.preview.setMinimumHeight(appearance.current().px(_LEAST))
        self._build()

    @property
    def plan(self) -> Plan | None:
        """What is shown, None before anything was."""
        return self._now.plan if self._now is not None else None

    def show_releases(self, releases: tuple[StatisticsRelease, ...]) -> None:
        """Take what was published; the numbers that are shown stay."""
        self._releases = releases
        standing = {
            one.period.code for one in releases if not one.about and one.withdrawn_on is None
        }
        self.choice.offer(self._office.today(), standing)

    def look(self) -> None:
        """Count and check the chosen period, and show what would be published."""
        period = self.choice.period
        if period is not None:
            self.running.check(lambda told: self._planned(period, told), self._show)

    def _planned(self, period: Period, told: Telling) -> Planned:
        plan = publishing.plan(self._office, period, told)
        return Planned(plan, plain_tables(self._office, plan.release))

    def _show(self, planned: Planned) -> None:
        self._now, (plan, plain) = planned, planned
        reasons = reasons_of(plan, self._releases)
        about = about_plan(plan, reasons)
        self.title.setText(name_of(plan.release))
        self.preview.show_release(
            Told(release=plan.release, plain=plain, reasons=reasons, about=about)
        )
        self._views.setCurrentIndex(_PREVIEW)
        self._show_steps()
        lead_on(self, self.preview.list)
        self.running.tell_elsewhere(words.ready(name_of(plan.release)))

    def _keep(self, release: StatisticsRelease) -> None:
        now = self._now
        if now is not None and now.plan.entry.id == release.id:
            self._show(now._replace(plan=replace(now.plan, published=True)))

    def _lead_back(self) -> None:
        """What asked for the form is gone once the release stands: go on with its tables."""
        if not self.publish.isVisible():
            self.preview.list.setFocus()
            bring_up(self.preview.list)

    def _publish(self) -> None:
        if self.plan is not None:
            self.publisher.publish(self.plan)

    def _write_again(self) -> None:
        if self.plan is not None:
            self.publisher.write_again(self.plan.release)

    def _show_steps(self) -> None:
        """Offer what can be done with what is shown, while nothing goes on."""
        free = not self.running.busy
        standing = self.plan is not None and self.plan.published
        self.show_button.setEnabled(free)
        self.publish.setEnabled(free)
        self.again.setEnabled(free)
        self.publish.setVisible(not standing)
        self.again.setVisible(standing)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for step in (self.publish, self.again):
            head.addWidget(step)
        shown = QWidget()
        down = QVBoxLayout(shown)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addLayout(head)
        down.addWidget(self.preview, 1)
        empty = EmptyState(words.NOTHING_YET, words.NOTHING_YET_HINT)
        self._views = QStackedWidget()
        self._views.addWidget(empty)
        self._views.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        asking = FlowRow(self.choice.kinds, self.choice.periods, self.show_button)
        layout.addWidget(scrolling(words.BOARD, asking, self._views), 1)
        self._show_steps()

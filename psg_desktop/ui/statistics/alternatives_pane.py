"""Safe ways of showing a table, the chosen one as it would be published, and the way to do so."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.casework.statistics.alternatives import Alternative
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui import appearance
from psg_desktop.ui.statistics.about import reasons_of
from psg_desktop.ui.statistics.alternatives_list import ALTERNATIVES, Offered, offered
from psg_desktop.ui.statistics.figures import figures_of
from psg_desktop.ui.statistics.focusing import bring_up
from psg_desktop.ui.statistics.table_pane import TablePane
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import statistics_choices
from psg_desktop.words import statistics_page as words

_LINES = 156
_TABLE, _UNSAFE = range(2)


class AlternativesPane(QWidget):
    """Emits `publish_asked(Plan)` and `again_asked(StatisticsRelease)`."""

    publish_asked = Signal(object)
    again_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._free = True
        self._releases: Sequence[StatisticsRelease] = ()
        self.list = TableView[Offered](words.WAYS, ALTERNATIVES, key=lambda one: one.place)
        self.list.setFixedHeight(appearance.current().px(_LINES))
        self.list.chosen.connect(self._show)
        self.pane = TablePane()
        self.unsafe = label("", wrap=True)
        self.costs = label(statistics_choices.FINER_COSTS, wrap=True)
        self.publish = primary(words.PUBLISH_TABLE, "export")
        self.publish.clicked.connect(lambda: self.publish_asked.emit(self.plan))
        self.again = button(words.WRITE_AGAIN, "save")
        self.again.clicked.connect(self._write_again)
        self._build()

    @property
    def plan(self) -> Plan | None:
        """The release of the way that is chosen; None where it is not a safe one."""
        current = self.list.current
        plan = current.alternative.plan if current is not None else None
        return plan if plan is not None and plan.tables else None

    def offer(self, found: Sequence[Alternative], releases: Sequence[StatisticsRelease]) -> None:
        """Offer ways that were found beside what was published; the first is chosen."""
        self._releases = releases
        self.list.show_rows(offered(found))
        self.list.choose(0)
        self._show(self.list.current)

    def keep(self, release: StatisticsRelease) -> None:
        """Keep only what was published: the others were checked without it."""
        rows = [
            replace(one, alternative=replace(one.alternative, plan=replace(plan, published=True)))
            for one in self.list.table_model.rows
            if (plan := one.alternative.plan) is not None and plan.entry.id == release.id
        ]
        self.list.show_rows(rows)
        self._show(self.list.current)

    def lead_back(self) -> None:
        """Go on with what was published: what asked for the form is gone then."""
        if not self.publish.isVisible():
            self.list.setFocus()
            bring_up(self.list)

    def set_free(self, *, free: bool) -> None:
        """Let the chosen way be published, or not while something goes on."""
        self._free = free
        self._show_steps()

    def _show(self, current: Offered | None) -> None:
        plan = self.plan
        if plan is not None:
            self.pane.show_figures(figures_of(plan.tables[0], reasons_of(plan, self._releases)))
        elif current is not None:
            self.unsafe.setText(current.alternative.why or words.NO_SAFE_WAY)
        self._tables.setCurrentIndex(_UNSAFE if plan is None else _TABLE)
        self.costs.setVisible(current is not None and current.alternative.finer)
        self._show_steps()

    def _show_steps(self) -> None:
        plan = self.plan
        standing = plan is not None and plan.published
        self.publish.setVisible(plan is not None and not standing)
        self.again.setVisible(standing)
        self.publish.setEnabled(self._free)
        self.again.setEnabled(self._free)

    def _write_again(self) -> None:
        if self.plan is not None:
            self.again_asked.emit(self.plan.release)

    def _build(self) -> None:
        unsafe = QWidget()
        around = QVBoxLayout(unsafe)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.unsafe)
        around.addStretch()
        self._tables = QStackedWidget()
        self._tables.addWidget(self.pane)
        self._tables.addWidget(unsafe)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(words.FULLEST_FIRST, "secondary", wrap=True), 1)
        for step in (self.publish, self.again):
            head.addWidget(step)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self._tables, 1)
        layout.addWidget(self.costs)
        self._show_steps()

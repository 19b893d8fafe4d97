"""What rows say otherwise than what is there: taken or left line by line, nothing unasked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.differences import Difference, Differing
from psg_desktop.exchange.outcomes import Take
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_WORDS = {
    Differing.TITLE: "Working title",
    Differing.FOCUS_AREAS: "Focus areas",
    Differing.STATE: "State",
    Differing.RISK: "Risk",
    Differing.REVIEW: "Next review",
    Differing.LEAD_AGENCY: "Lead agency",
    Differing.LEAD_PRACTITIONER: "Lead practitioner",
    Differing.PERSON: "Person",
    Differing.PLACE: "Place",
    Differing.COUNT: "Count",
}


def _decision(one: Difference) -> Status:
    if one.locked:
        return Status("none", "Stays as it is")
    if one.taken is None:
        return Status("amber", "Decide")
    return Status("done", "Take") if one.taken else Status("done", "Leave")


def _what(one: Difference) -> str:
    return one.detail or _WORDS[one.what]


COLUMNS: tuple[Column[Difference], ...] = (
    Column("Row", lambda one: str(one.row), width=56, number=True),
    Column("Of", lambda one: one.about, width=120, tooltip=lambda one: one.about),
    Column("What", _what, width=240, tooltip=_what),
    Column("There now", lambda one: one.before, width=120, tooltip=lambda one: one.before),
    Column(
        "In the file",
        lambda one: one.after,
        width=150,
        stretch=True,
        tooltip=lambda one: one.after,
    ),
    Column("Decision", lambda one: _decision(one).word, width=130, status=_decision),
)


class Differences(QWidget):
    """Emits `fixed(fixes)`: a tuple of what was decided."""

    fixed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView[Difference]("Differences", COLUMNS, key=lambda one: one.key)
        self.table.set_empty(EmptyState("No row says anything else than what is there."))
        self.table.chosen.connect(self._explain)
        self._said = label(role="secondary", wrap=True)
        self.take = button("Take from the file")
        self.leave = button("Leave as it is")
        self.take_all = button("Take all that are left")
        self.leave_all = button("Leave all that are left")
        self.take.clicked.connect(lambda: self._decide(taken=True))
        self.leave.clicked.connect(lambda: self._decide(taken=False))
        self.take_all.clicked.connect(lambda: self._decide_rest(taken=True))
        self.leave_all.clicked.connect(lambda: self._decide_rest(taken=False))
        self._shown: tuple[Difference, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)
        layout.addWidget(FlowRow(self.take, self.leave, self.take_all, self.leave_all))

    def show_run(self, run: DryRun) -> None:
        """Show the differences of a dry run; the first that waits comes into view."""
        self._shown = run.differences
        self.table.show_rows(self._shown)
        if run.unsettled:
            self.table.choose(run.unsettled[0].key)
        waiting = bool(run.unsettled)
        for part in (self.take_all, self.leave_all):
            part.setEnabled(waiting)
        self._explain(self.table.current)

    def _explain(self, one: Difference | None) -> None:
        said = "What is there stays unless you take what the file says."
        self._said.setText(one.locked if one is not None and one.locked else said)
        for part in (self.take, self.leave):
            part.setEnabled(one is not None and not one.locked)

    def _decide(self, *, taken: bool) -> None:
        keys = frozenset(one.key for one in self.table.selected())
        if keys:
            self.fixed.emit((Take(keys=keys, taken=taken),))

    def _decide_rest(self, *, taken: bool) -> None:
        keys = frozenset(one.key for one in self._shown if one.unsettled)
        self.fixed.emit((Take(keys=keys, taken=taken),))

"""Rows that look like something that is there already: like whom, and what is to become of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.outcomes import Choice, Choose, ChooseAll, Fix, RowOutcome, Status
from psg_desktop.ui.imports.sentences import becomes, decision, subject, why
from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_ASKED = frozenset({Status.DUPLICATE, Status.CHANGED})
_NUMBER: Column[RowOutcome] = Column("Row", lambda one: str(one.number), width=64, number=True)
_TWINS: tuple[Column[RowOutcome], ...] = (
    _NUMBER,
    Column("This row", subject, width=190),
    Column("Looks like", lambda one: one.twin.label if one.twin else "", width=190, stretch=True),
    Column("Because", lambda one: one.twin.why if one.twin else "", width=240),
    Column("Decision", lambda one: decision(one).word, width=130, status=decision),
)
_ROWS: tuple[Column[RowOutcome], ...] = (
    _NUMBER,
    Column("What becomes of it", lambda one: becomes(one).word, width=180, status=becomes),
    Column("About", subject, width=220),
    Column("Why", why, width=240, stretch=True, tooltip=why),
)


class Twins(QWidget):
    """Emits `fixed(fixes)`: a tuple of what was decided."""

    fixed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView[RowOutcome]("Rows like others", _TWINS, key=lambda one: one.number)
        self.table.set_empty(EmptyState("No row looks like anything that is there already."))
        self._said = label(
            "Join adds the row to the record it looks like. Make new keeps it apart.",
            "secondary",
            wrap=True,
        )
        self.alike = QCheckBox("The same for every row that is not decided yet")
        self.join = button("Join", "link")
        self.new = button("Make new", "plus")
        self.skip = button("Leave out")
        for made, choice in (
            (self.join, Choice.JOIN),
            (self.new, Choice.NEW),
            (self.skip, Choice.SKIP),
        ):
            made.clicked.connect(lambda _on, choice=choice: self._decide(choice))
        self._run: DryRun | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)
        across = row(self.join, self.new, self.skip)
        across.insertWidget(3, self.alike)
        layout.addLayout(across)

    def show_run(self, run: DryRun) -> None:
        """Show the rows of a dry run that look like others."""
        self._run = run
        rows = [one for one in run.rows if one.status in _ASKED]
        self.table.show_rows(rows)
        waiting = [one for one in rows if one.undecided]
        if waiting:
            self.table.choose(waiting[0].number)
        for part in (self.join, self.new, self.skip, self.alike):
            part.setEnabled(bool(rows))

    def _decide(self, choice: Choice) -> None:
        if self._run is None:
            return
        if self.alike.isChecked():
            statuses = {one.status for one in self._run.undecided}
            every: list[Fix] = [ChooseAll(status=one, choice=choice) for one in statuses]
            self.fixed.emit(tuple(every))
        else:
            chosen = self.table.selected()
            self.fixed.emit(tuple(Choose(row=one.number, choice=choice) for one in chosen))


def every_row() -> TableView[RowOutcome]:
    """Give the list of every row of the file, and what becomes of it."""
    made = TableView[RowOutcome]("Every row", _ROWS, key=lambda one: one.number)
    made.set_empty(EmptyState("The sheet has no rows."))
    return made

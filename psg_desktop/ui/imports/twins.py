"""Rows that look like something that is there already: like whom, and what is to become of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.outcomes import Choice, Choose, ChooseAll, Fix, RowOutcome, Status
from psg_desktop.ui.imports.sentences import becomes, decision, subject, why
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_ASKED = frozenset({Status.DUPLICATE, Status.CHANGED})
_OF_CASES = (
    "Join", "Make new", "Join adds the row to the record it looks like. Make new keeps it apart."
)  # fmt: skip
_OF_REFERRALS = (
    "Link",
    "Keep apart",
    (
        "Link says that the referral is about the record it looks like, or follows that referral. "
        "Append joins it to the case, with a note there. Each of the others waits for a decision."
    ),
)
_NUMBER: Column[RowOutcome] = Column("Row", lambda one: str(one.number), width=64, number=True)


def _twin(one: RowOutcome) -> str:
    return one.twin.label if one.twin else ""


def _because(one: RowOutcome) -> str:
    return one.twin.why if one.twin else ""


_TWINS: tuple[Column[RowOutcome], ...] = (
    _NUMBER,
    Column("This row", subject, width=160, tooltip=subject),
    Column("Looks like", _twin, width=200, tooltip=_twin),
    Column("Because", _because, width=240, stretch=True, tooltip=_because),
    Column("Decision", lambda one: decision(one).word, width=190, status=decision),
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
        self.table.chosen.connect(self._follow)
        self._said = label(role="secondary", wrap=True)
        self.alike = QCheckBox("The same for every row that is not decided yet")
        self.join = button("Join", "link")
        self.append = button("Append to the case", "link")
        self.new = button("Make new", "plus")
        self.skip = button("Leave out")
        for made, choice in (
            (self.join, Choice.JOIN),
            (self.append, Choice.APPEND),
            (self.new, Choice.NEW),
            (self.skip, Choice.SKIP),
        ):
            made.clicked.connect(lambda _on, choice=choice: self._decide(choice))
        self._run: DryRun | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._said)
        layout.addWidget(FlowRow(self.join, self.append, self.new, self.skip, self.alike))

    def show_run(self, run: DryRun) -> None:
        """Show the rows of a dry run that look like others."""
        self._run = run
        rows = [one for one in run.rows if one.status in _ASKED and not _is_count(one)]
        referrals = run.mapping.purpose is Purpose.REFERRALS
        join, new, said = _OF_REFERRALS if referrals else _OF_CASES
        self._said.setText(said)
        for made, words in ((self.join, join), (self.new, new)):
            made.setText(words)
            made.setAccessibleName(words)
        self.append.setVisible(referrals)
        self.table.show_rows(rows)
        waiting = [one for one in rows if one.undecided]
        if waiting:
            self.table.choose(waiting[0].number)
        for part in (self.join, self.new, self.skip, self.alike):
            part.setEnabled(bool(rows))
        self._follow(self.table.current)

    def _follow(self, chosen: RowOutcome | None) -> None:
        """Offer the case of what the chosen row looks like, where there is an open one."""
        twin = chosen.twin if chosen is not None else None
        case = twin.case_label if twin is not None else ""
        words = f"Append to {case}" if case else "Append to the case"
        self.append.setText(words)
        self.append.setAccessibleName(words)
        self.append.setEnabled(bool(case))

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


def _is_count(one: RowOutcome) -> bool:
    return one.twin is not None and one.twin.kind == "count"


def every_row() -> TableView[RowOutcome]:
    """Give the list of every row of the file, and what becomes of it."""
    made = TableView[RowOutcome]("Every row", _ROWS, key=lambda one: one.number)
    made.set_empty(EmptyState("The sheet has no rows."))
    return made

"""What is wrong or doubtful, alike problems together, with the way to put each right."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.outcomes import ProblemGroup, SetCell, SetValue, SkipRow
from psg_desktop.exchange.sheets import listed
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.widgets.buttons import button, primary, row
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.controls import Choice, Line, Option
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.forms import Field
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import dates

_OFFERED = 200


def _reading(suggestion: str) -> str:
    """Give a date as in every grid, anything else as it stands."""
    try:
        return dates.grid(date.fromisoformat(suggestion))
    except ValueError:
        return suggestion


COLUMNS: tuple[Column[ProblemGroup], ...] = (
    Column(
        "Problem",
        lambda group: group.trouble.value,
        width=240,
        status=lambda group: Status("red" if group.stops else "amber", group.trouble.value),
    ),
    Column("Column", lambda group: group.header or "The whole row", width=140),
    Column("In the file", lambda group: group.shown, width=150, stretch=True),
    Column("Read as", lambda group: _reading(group.suggestion), width=140),
    Column("Rows", lambda group: listed([str(one) for one in group.rows]), width=130),
)


class Problems(QWidget):
    """Emits `fixed(fixes)`: a tuple of what was decided."""

    fixed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = TableView[ProblemGroup]("Problems", COLUMNS, key=_key)
        self.table.set_empty(EmptyState("Nothing is wrong in this file."))
        self.table.chosen.connect(self._show)
        self._said = label(role="strong", wrap=True)
        self.value = Line(longest=2_000)
        self.scope = give_way(Choice((), nothing="All rows alike"))
        self.put = primary("Put it in")
        self.put.clicked.connect(self._put)
        self.value.line.returnPressed.connect(self.put.click)
        self.skip = button("Leave the rows out")
        self.skip.clicked.connect(self._skip)
        self.all = button("Take every reading proposed")
        self.all.clicked.connect(self._take_all)
        self._groups: tuple[ProblemGroup, ...] = ()
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(Field("Put instead (empty clears it)", self.value), 2)
        self._where = Field("In", self.scope)
        across.addWidget(self._where, 1)
        self._fixing = QWidget()
        below = QVBoxLayout(self._fixing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._said)
        below.addLayout(across)
        below.addLayout(row(self.put, self.skip, self.all))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._fixing)

    def show_run(self, run: DryRun, *, first: bool) -> None:
        """Show the problems of a dry run; later the one that was chosen stays so if it is there."""
        self._groups = run.groups()
        self.table.show_rows(self._groups)
        if self._groups and (first or self.table.current is None):
            self.table.choose(_key(self._groups[0]))
        self.all.setVisible(any(group.suggestion for group in self._groups))
        self._show(self.table.current)

    def _show(self, group: ProblemGroup | None) -> None:
        self._fixing.setVisible(group is not None)
        if group is None:
            return
        self._said.setText(f"{group.sentence} {group.advice}".strip())
        self.value.set_value(group.suggestion or group.shown)
        if self.value.line.hasFocus():  # Enter put something in, and this comes next
            self.value.line.selectAll()
            (self.value.line if group.header else self.table).setFocus()
        self.value.setEnabled(bool(group.header))
        self.put.setEnabled(bool(group.header))
        count = len(group.rows)
        rows = group.rows[:_OFFERED] if count > 1 else ()
        self.scope.set_options([Option(one, f"Row {one} only") for one in rows])
        self.scope.set_value(None)
        self._where.setVisible(count > 1)
        self.skip.setText("Leave the rows out" if count > 1 else "Leave the row out")
        self.skip.setAccessibleName(self.skip.text())

    def _put(self) -> None:
        group = self.table.current
        if group is None:
            return
        value, number = self.value.value(), self.scope.value()
        if number is None:
            self.fixed.emit((SetValue(header=group.header, shown=group.shown, value=value),))
        else:
            self.fixed.emit((SetCell(row=number, header=group.header, value=value),))

    def _skip(self) -> None:
        group = self.table.current
        if group is None:
            return
        number = self.scope.value()
        rows = group.rows if number is None else (number,)
        self.fixed.emit(tuple(SkipRow(row=one) for one in rows))

    def _take_all(self) -> None:
        self.fixed.emit(
            tuple(
                SetValue(header=group.header, shown=group.shown, value=group.suggestion)
                for group in self._groups
                if group.suggestion and group.header
            )
        )


def _key(group: ProblemGroup) -> tuple[str, str, str, str]:
    return (group.trouble.value, group.header, group.shown, group.sentence)

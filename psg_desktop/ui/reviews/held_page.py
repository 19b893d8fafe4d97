"""What held: which responses went with which end, in the cases closed in a year."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import learning
from psg_desktop.casework.caseload.learning import HELD, RESULTS, LearningRow
from psg_desktop.casework.office import Office
from psg_desktop.faults import Fault
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.save_place import ask_save_place
from psg_desktop.ui.widgets.table import TableView

Chooser = Callable[[QWidget, str], Path | None]


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    return ask_save_place(parent, "Save what held", name, "Excel workbook (*.xlsx)")


class HeldPage(Page):
    """Shows the sheet of a year; emits `said` when it was saved, `warned` when it could not be."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, choose: Chooser = choose_place) -> None:
        super().__init__("What held")
        self._office, self._choose = office, choose
        self.year = Choice([Option(one, str(one)) for one in learning.years(office)])
        self.year.name("Year")
        self.year.set_value(office.today().year)
        self.year.edited.connect(self.refresh)
        self.save = button("Save as a workbook", "save")
        self.save.clicked.connect(self.save_sheet)
        self.table = TableView[LearningRow](
            "What held", _columns(), key=lambda row: (row.area, row.response)
        )
        self.table.set_empty(
            EmptyState(
                "No case was closed in this year.",
                "Responses count here once their case is closed.",
            )
        )
        top = QHBoxLayout()
        top.addWidget(label("Cases closed in"))
        top.addWidget(self.year)
        top.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(learning.CAUTION, "secondary", wrap=True))
        layout.addWidget(self.table, 1)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.save,)

    @override
    def refresh(self) -> None:
        rows = learning.what_held(self._office, self._chosen())
        self.table.show_rows(rows)
        noun = "line" if len(rows) == 1 else "lines"
        self.retitle(summary=f"{self._chosen()}, {len(rows):,} {noun}")

    @override
    def focus_start(self) -> None:
        self.table.setFocus()

    def save_sheet(self) -> None:
        """Ask where the workbook goes, and write it there."""
        year = self._chosen()
        place = self._choose(self, f"What held {year}.xlsx")
        if place is None:
            return
        try:
            learning.write_sheet(self._office, year, place)
        except Fault as fault:
            self.warned.emit(str(fault))
            return
        self.said.emit(f"Saved as {place.name}. It is restricted: nothing protects this file.")

    def _chosen(self) -> int:
        return int(self.year.value() or self._office.today().year)


def _counted(counts: Sequence[int], kinds: Sequence[str]) -> str:
    said = (f"{count:,} {kind.casefold()}" for count, kind in zip(counts, kinds, strict=True)
            if count)  # fmt: skip
    return ", ".join(said)


def _results(row: LearningRow) -> str:
    return _counted(row.results, RESULTS)


def _held(row: LearningRow) -> str:
    return _counted(row.held, HELD)


def _columns() -> tuple[Column[LearningRow], ...]:
    return (
        Column("Focus area", lambda row: row.area, width=200, tooltip=lambda row: row.area),
        Column("Response", lambda row: row.response, width=220, tooltip=lambda row: row.response),
        Column("Cases", lambda row: f"{row.cases:,}", width=70, number=True),
        Column("Result", _results, width=220, stretch=True, tooltip=_results),
        Column("Did it hold?", _held, width=260, tooltip=_held),
    )

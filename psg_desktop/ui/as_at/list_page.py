"""The caseload as it stood on a day that has passed."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.domain.lists import CaseRow
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.as_at.day_bar import DayBar
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.case_columns import columns
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import refusals

_MONTH = timedelta(days=30)


class CaseloadAsAtPage(Page):
    """Lists the cases that were open; emits `case_opened(CaseId, date)` on Enter."""

    case_opened = Signal(object, object)

    def __init__(self, office: Office) -> None:
        super().__init__("Caseload as at a past day")
        self._office = office
        self.day = office.today() - _MONTH
        self.bar = DayBar(office, self.day)
        self.bar.day_chosen.connect(self.show_day)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.bar)
        self.table = self._table(self.day)
        self._layout.addWidget(self.table, 1)

    @override
    def refresh(self) -> None:
        self.show_day(self.day)

    @override
    def focus_start(self) -> None:
        self.bar.box.line.setFocus()

    def show_day(self, day: date) -> None:
        """Show the cases that were open at the end of a day."""
        try:
            rows = as_at.caseload_as_at(self._office, day)
        except Refused as refused:
            self.bar.say_problem(" ".join(refusals.sentences(refused.problems)))
            return
        if day != self.day:
            # What is due is marked as it was on that day, so the columns are those of the day.
            self.day = day
            before, self.table = self.table, self._table(day)
            self._layout.replaceWidget(before, self.table)
            self.table.show()
            before.hide()
            before.deleteLater()
        self.table.show_rows(rows)
        self.bar.say_day(day)
        noun = "case" if len(rows) == 1 else "cases"
        self.retitle(summary=f"{len(rows):,} open {noun}")

    def _table(self, day: date) -> TableView[CaseRow]:
        # The past is read whole and stands by reference: nothing to sort or to filter in a store.
        plain = [replace(one, key="", sift=None) for one in columns(day)]
        table = TableView[CaseRow]("Cases on that day", plain, key=lambda row: row.id)
        table.set_empty(EmptyState("No case was open on that day."))
        table.opened.connect(lambda row: self.case_opened.emit(row.id, self.day))
        return table

"""The caseload as it stood on a day that has passed."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.domain.lists import CaseRow
from psg_desktop.ui.as_at.past_page import PastPage
from psg_desktop.ui.parts.case_columns import columns
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.table import TableView

_MONTH = timedelta(days=30)


class CaseloadAsAtPage(PastPage[tuple[CaseRow, ...]]):
    """Lists the cases that were open; emits `case_opened(CaseId, date)` on Enter."""

    case_opened = Signal(object, object)

    def __init__(self, office: Office) -> None:
        super().__init__("Caseload as at a past day", office, office.today() - _MONTH)
        self.table = self._table(self.day)
        self.put_below(self.table)

    @override
    def read(self, day: date) -> tuple[CaseRow, ...]:
        return as_at.caseload_as_at(self.office, day)

    @override
    def show_found(self, found: tuple[CaseRow, ...], day: date) -> None:
        if day != self.day:
            # What is due is marked as it was on that day, so the columns are those of the day.
            before, self.table = self.table, self._table(day)
            self.put_below(self.table, instead=before)
        self.table.show_rows(found)
        noun = "case" if len(found) == 1 else "cases"
        self.retitle(summary=f"{len(found):,} open {noun}")

    def _table(self, day: date) -> TableView[CaseRow]:
        # The past is read whole and stands by reference: nothing to sort or to filter in a store.
        plain = [replace(one, key="", sift=None) for one in columns(day)]
        table = TableView[CaseRow]("Cases on that day", plain, key=lambda row: row.id)
        table.set_empty(EmptyState("No case was open on that day."))
        table.opened.connect(lambda row: self.case_opened.emit(row.id, self.day))
        return table

"""The caseload page: search, filters, saved views and the grid of cases."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.partnership import meeting_days, settings
from psg_desktop.domain.lists import CaseFilter, CaseRow, CaseView
from psg_desktop.domain.lists import Page as Part
from psg_desktop.domain.orders import CaseColumn, CaseOrder
from psg_desktop.ui.caseload import narrowing
from psg_desktop.ui.caseload.emptiness import empty_state
from psg_desktop.ui.caseload.filter_bar import FilterBar
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.case_columns import columns
from psg_desktop.ui.parts.listed_rows import ListedRows
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.rows import Between, Filter, ValueCount
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import names, typed_dates
from psg_desktop.words.typed_dates import NotADate, Reckoning

_NOTHING = slice(0, 0)


class CaseloadPage(Page):
    """Emits `case_opened(id)` on Enter, `case_previewed(id)` on Space, `case_chosen(id or None)`.

    `new_case_asked` and `import_asked` are the first steps that an empty caseload offers;
    `as_at_asked` asks for the list as it stood on a past day, `demand_asked` for what it calls on.
    """

    case_opened = Signal(object)
    case_previewed = Signal(object)
    case_chosen = Signal(object)
    new_case_asked = Signal()
    import_asked = Signal()
    as_at_asked = Signal()
    demand_asked = Signal()
    previews = True

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Caseload")
        self._office = office
        self.asked = CaseFilter()
        self.order = CaseOrder()
        self._view = ""
        self._shown: ListedRows[CaseRow] | None = None
        self.bar = FilterBar()
        self.banner = Banner()
        self.past = button("As at a past day", "history")
        self.past.clicked.connect(self.as_at_asked)
        self.demand = button("Demand", "phone")
        self.demand.clicked.connect(self.demand_asked)
        self.table = TableView[CaseRow](
            "Cases", columns(office.today()), key=lambda row: row.id, values=self._values
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.table, 1)
        self._connect()
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        """Read again; the chosen case stays chosen."""
        place = self.table.currentIndex().row()
        rows = ListedRows(self._read, lambda row: row.id, place if place >= 0 else None)
        self._shown = rows
        whole = self._total(CaseFilter(view=CaseView.ALL))
        self._explain(whole)
        self.table.show_rows(rows)
        self.table.show_sorting(self.order.column, descending=self.order.descending)
        self.table.show_filters(narrowing.marks(self.asked))
        areas = settings.focus_areas(self._office)
        self.bar.offer_areas(
            [one for one in areas if one.in_force(self._office.today())], self.asked.focus_areas
        )
        self.bar.show_held(narrowing.held(self.asked, agencies.choices(self._office), areas))
        noun = "case" if whole == 1 else "cases"
        summary = f"{len(rows):,} of {whole:,} {noun} shown"
        self.retitle(summary=summary)

    @override
    def show_view(self, view: str) -> None:
        """Show a saved view, with every other filter taken away; the one shown stays as it is."""
        if view == self._view:
            return
        self._view = view
        chosen = CaseView(view) if view else CaseView.OPEN
        self.banner.hide()
        self.bar.search.forget()
        heading = names.name(chosen) if view else "Caseload"
        self.retitle(heading)
        self._ask(CaseFilter(view=chosen))

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.demand, self.past)

    @override
    def focus_search(self) -> None:
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    @override
    def focus_start(self) -> None:
        if self.table.current is None and self._shown:
            self.table.setCurrentIndex(self.table.table_model.index(0, 0))
        self.table.setFocus()

    def clear_filters(self) -> None:
        """Take every filter away but the saved view."""
        self.bar.search.forget()
        self.banner.hide()
        self._ask(CaseFilter(view=self.asked.view))

    def show_all(self) -> None:
        """Show every case there is, closed ones too."""
        self.bar.search.forget()
        self._ask(CaseFilter(view=CaseView.ALL))

    def _connect(self) -> None:
        self.bar.search.typed.connect(self._search)
        self.bar.search.left_down.connect(self.focus_start)
        self.bar.areas_chosen.connect(
            lambda codes: self._ask(replace(self.asked, focus_areas=codes))
        )
        self.bar.narrowed.connect(self._ask)
        self.bar.cleared.connect(self.clear_filters)
        self.table.sort_asked.connect(self._sort)
        self.table.filter_asked.connect(self._filter)
        self.table.opened.connect(lambda row: self.case_opened.emit(row.id))
        self.table.previewed.connect(lambda row: self.case_previewed.emit(row.id))
        self.table.chosen.connect(lambda row: self.case_chosen.emit(row.id if row else None))
        keys = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.clear_filters)

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()

    def _ask(self, asked: CaseFilter) -> None:
        self.asked = asked
        self.refresh()
        announce(self, self.summary)

    def _search(self, words: str) -> None:
        self._ask(replace(self.asked, words=words))

    def _sort(self, key: str, descending: bool) -> None:  # noqa: FBT001 - the shape of the signal
        self.order = CaseOrder(column=CaseColumn(key), descending=descending)
        self.refresh()

    def _filter(self, key: str, chosen: Filter | None) -> None:
        if CaseColumn(key) is CaseColumn.REVIEW:
            self._filter_reviews(chosen)
        else:
            self._ask(narrowing.narrowed(self.asked, key, chosen))

    def _filter_reviews(self, chosen: Filter | None) -> None:
        ends: list[date | None] = []
        for typed in (chosen.first, chosen.last) if isinstance(chosen, Between) else ("", ""):
            found = typed_dates.parse(typed, self._reckoning()) if typed else None
            if isinstance(found, NotADate):
                self.banner.say(f"“{typed}” was not read as a date. {found.sentence}", Tone.PROBLEM)
                return
            ends.append(found)
        self.banner.hide()
        self._ask(narrowing.between(self.asked, *ends))

    def _reckoning(self) -> Reckoning:
        meetings = meeting_days.days(self._office)
        return Reckoning(today=self._office.today(), meetings=meetings)

    def _read(self, part: slice) -> Part[CaseRow]:
        return lists.cases(self._office, self.asked, self.order, part)

    def _values(self, key: str) -> list[ValueCount]:
        known = agencies.choices(self._office)
        return narrowing.values(self.asked, key, known, self._total)

    def _total(self, asked: CaseFilter) -> int:
        return lists.cases(self._office, asked, CaseOrder(), _NOTHING).total

    def _explain(self, whole: int) -> None:
        state, step = empty_state(self.asked, whole)
        steps = {
            "new": self.new_case_asked.emit,
            "clear": self.clear_filters,
            "all": self.show_all,
        }
        if step:
            state.stepped.connect(steps[step])
        self.table.set_empty(state)

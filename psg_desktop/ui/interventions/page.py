"""The register: every intervention of the caseload, narrowed, ordered and copied."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.assessing import register
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.parties.local_wards import local_wards
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.intervention_lists import (
    InterventionRow,
    RegisterColumn,
    RegisterFilter,
    RegisterOrder,
    RegisterView,
)
from psg_desktop.domain.lists import Page
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.intervention_entries import row_status
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.widgets import copied
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, names

_ALL = slice(0, None)
_VIEWS = tuple(one for one in options_of(RegisterView) if one.key is not RegisterView.LIVE)
_NONE = {
    RegisterView.LIVE: "No intervention is in force.",
    RegisterView.PLANNED: "No intervention is planned.",
    RegisterView.EXPIRING: "No intervention expires within 28 days.",
    RegisterView.BREACHED: "No intervention was breached.",
    RegisterView.OVER: "No intervention has expired or ended.",
    RegisterView.ALL: "There is no intervention.",
}


def _columns(today: date) -> tuple[Column[InterventionRow], ...]:
    return (
        Column(
            "Status",
            lambda row: row_status(row, today).word,
            RegisterColumn.STATUS,
            width=186,
            status=lambda row: row_status(row, today),
        ),
        Column(
            "Kind", lambda row: row.short_name, RegisterColumn.NAME, width=112,
            tooltip=lambda row: row.name,
        ),
        Column(
            "For", lambda row: row.target, RegisterColumn.TARGET, width=130, stretch=True,
            tooltip=lambda row: row.target,
        ),
        Column("Issued by", lambda row: row.agency or "nobody yet", RegisterColumn.AGENCY,
               width=96),
        Column("Served", lambda row: _dated(row.served_on), RegisterColumn.SERVED, width=138),
        Column("Last day", lambda row: _dated(row.expires), RegisterColumn.EXPIRES, width=138),
        Column(
            "Breaches", _breaches, RegisterColumn.BREACHES, width=104,
            status=_breach_status,
        ),
        Column(
            "Case", lambda row: row.reference, RegisterColumn.CASE, width=124,
            tooltip=lambda row: row.case_title,
        ),
    )  # fmt: skip


def words(today: date) -> ListWords[InterventionRow]:
    """Give what the list is called and shows, as read on a day."""
    return ListWords(
        heading="Interventions",
        one="intervention",
        many="interventions",
        search="Search people, places, conditions and cases",
        columns=_columns(today),
        key=lambda row: row.id,
        empty=("No intervention is in force.", "They are registered on the page of their case."),
        kinds=(RecordKind.INTERVENTION, RecordKind.CASE, RecordKind.AGENCY, RecordKind.PERSON,
               RecordKind.PLACE),
    )  # fmt: skip


class InterventionsPage(ListPage[InterventionRow, RegisterOrder]):
    """Emits `intervention_chosen(CaseId)` on Enter, with the case it belongs to."""

    intervention_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, words(office.today()), RegisterOrder())
        self._office = office
        self.asked = RegisterFilter()
        self.view = self._choice("Which interventions", names.name(RegisterView.LIVE), _VIEWS)
        self.kind = self._choice("Kind of intervention", "Every kind")
        self.agency = self._choice("Issued by", "Every agency")
        self.area = self._choice("Area", "Every area")
        self.beside_search(self.view, self.kind, self.agency, self.area)
        self.copy_list = button("Copy the list")
        self.copy_list.setToolTip("Puts every row shown on the clipboard, as a table for a sheet.")
        self.copy_list.clicked.connect(self.copy_all)

    @override
    def read(self, typed: str, part: slice) -> Page[InterventionRow]:
        asked = replace(self.asked, words=typed)
        return register.listed(self._office, asked, self.order, part)

    @override
    def open_row(self, row: InterventionRow) -> None:
        self.intervention_chosen.emit(row.case)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.copy_list,)

    @override
    def refresh(self) -> None:
        self._offer()
        super().refresh()

    @override
    def show_view(self, view: str) -> None:
        """Show one of the views, "expiring" for instance."""
        if view:
            self.view.set_value(RegisterView(view))
            self.asked = replace(self.asked, view=RegisterView(view))

    @override
    def explain_empty(self) -> EmptyState:
        if self.typed:
            return super().explain_empty()
        narrowed = self.asked.kinds or self.asked.agencies or self.asked.areas
        said = "No intervention fits these filters." if narrowed else _NONE[self.asked.view]
        if self.asked == RegisterFilter(view=RegisterView.ALL):
            return EmptyState(said, "They are registered on the page of their case.")
        made = EmptyState(said, "", "Show all interventions")
        made.stepped.connect(self._widen)
        return made

    def copy_all(self) -> None:
        """Put every row under the filter on the clipboard, in the order shown."""
        columns = self.table.table_model.columns
        rows = self.read(self.typed, _ALL).rows
        cells = [[column.text(row) for column in columns] for row in rows]
        headings = [column.heading for column in columns]
        QGuiApplication.clipboard().setMimeData(copied.table(headings, cells))
        noun = "intervention" if len(rows) == 1 else "interventions"
        announce(self, f"{len(rows):,} {noun} copied")
        self.copy_list.setText(f"Copied {len(rows):,}")

    def _choice(self, name: str, nothing: str, options: tuple[Option, ...] = ()) -> Choice:
        made = give_way(Choice(options, nothing=nothing))
        made.name(name)
        made.edited.connect(self._narrow)
        return made

    def _narrow(self) -> None:
        self.asked = RegisterFilter(
            view=self.view.value() or RegisterView.LIVE,
            kinds=_one(self.kind.value()),
            agencies=_one(self.agency.value()),
            areas=_one(self.area.value()),
        )
        self._search(self.typed)

    def _widen(self) -> None:
        self.view.set_value(RegisterView.ALL)
        for choice in (self.kind, self.agency, self.area):
            choice.set_value(None)
        self._narrow()

    def _offer(self) -> None:
        self.copy_list.setText("Copy the list")
        self.kind.set_options([Option(*one) for one in register.kinds(self._office)])
        known = agencies.choice_names(self._office)
        self.agency.set_options([Option(*one) for one in known.items()])
        local = local_wards(self._office)
        self.area.set_options(
            [Option(area, local.name(area)) for area in register.areas(self._office)]
        )


def _one(value: Any) -> frozenset[Any]:
    return frozenset() if value is None else frozenset({value})


def _dated(day: date | None) -> str:
    return dates.grid(day) if day else ""


def _breaches(row: InterventionRow) -> str:
    if not row.breaches:
        return ""
    return f"{row.breaches}, {row.unanswered} open" if row.unanswered else str(row.breaches)


def _breach_status(row: InterventionRow) -> Status | None:
    return Status("red", _breaches(row)) if row.unanswered else None

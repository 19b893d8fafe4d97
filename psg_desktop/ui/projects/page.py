"""The list of projects: how each stands, what it reports next, its money and milestones."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page as Part
from psg_desktop.domain.lists import ProjectRow
from psg_desktop.domain.orders import ProjectColumn, ProjectOrder
from psg_desktop.domain.rag import Rag
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListWords
from psg_desktop.ui.parts.party_list import Parties, PartyListPage
from psg_desktop.ui.projects.return_sheet import ReturnSheet
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, money, names
from psg_desktop.words.projects import standing
from psg_desktop.words.quarters import quarter


def columns(today: date) -> tuple[Column[ProjectRow], ...]:
    """Give what the list shows of each, as read on a day."""
    return (
        Column(
            "Name", lambda row: row.name, ProjectColumn.NAME, width=170, stretch=True,
            tooltip=lambda row: row.name,
        ),
        Column(
            "How it stands", _colours, ProjectColumn.STANDING, width=142, status=_worst,
            tooltip=_standing, spoken=_standing,
        ),
        Column(
            "Next report", _report, ProjectColumn.REPORT, width=138,
            status=lambda row: _late_report(row, today), tooltip=_report_due,
        ),
        Column(
            "Next milestone", lambda row: row.next_milestone, ProjectColumn.MILESTONE, width=110,
            tooltip=lambda row: row.next_milestone,
        ),
        Column(
            "Milestone due", lambda row: _day(row.next_due), ProjectColumn.DUE, width=140,
            status=lambda row: _late(row, today),
        ),
        Column("Budget", _budget, ProjectColumn.BUDGET, width=106, number=True),
        Column("Ends", lambda row: _day(row.ends), ProjectColumn.ENDS, width=132),
        Column(
            "Cases", lambda row: str(row.cases or ""), ProjectColumn.CASES, width=64, number=True
        ),
    )  # fmt: skip


def words(today: date) -> ListWords[ProjectRow]:
    """Give what the list is called and shows, as read on a day."""
    return ListWords(
        heading="Projects",
        one="project",
        many="projects",
        search="Search projects",
        columns=columns(today),
        key=lambda row: row.id,
        empty=(
            "No project is on file yet.",
            "A project has an objective, a budget and milestones, and can be worked as a case.",
        ),
        new="New project",
        kinds=(
            RecordKind.PROJECT,
            RecordKind.CASE,
            RecordKind.OBJECTIVE,
            RecordKind.REPORTING,
            RecordKind.PROJECT_REPORT,
            RecordKind.PROJECT_RATING,
            RecordKind.CLAWBACK,
        ),
    )


class ProjectsPage(PartyListPage[ProjectRow, ProjectOrder]):
    """Emits `party_chosen(CaseKind.PROJECT, ProjectId)`, `sheet_asked(SideSheet)`, `said`."""

    said = Signal(str)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        parties = Parties(
            kind=CaseKind.PROJECT,
            listed=projects.listed,
            order=ProjectOrder(),
            new_sheet=ProjectSheet,
        )
        super().__init__(office, notifier, words(office.today()), parties)
        self.view = Choice([Option(key=True, words="Something is late")], nothing="All projects")
        self.view.name("Which projects")
        self.view.edited.connect(self.refresh)
        self.beside_search(self.view)
        self.paper = button("Quarter's return...")
        self.paper.setToolTip("Saves the return of a quarter for every project as a workbook.")
        self.paper.clicked.connect(self.ask_return)

    @override
    def read(self, typed: str, part: slice) -> Part[ProjectRow]:
        waiting = bool(self.view.value())
        return projects.listed(self._office, typed, part, self.order, waiting=waiting)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.paper, *super().tools())

    @override
    def explain_empty(self) -> EmptyState:
        if not self.view.value():
            return super().explain_empty()
        made = EmptyState("Nothing of any project is late or outstanding.", "", "Show all of them")
        made.stepped.connect(self._show_every)
        return made

    @override
    def summarise(self, found: int) -> str:
        whole = projects.listed(self._office, "", slice(0, 0)).total
        return f"{found:,} of {whole:,} {'project' if whole == 1 else 'projects'} shown"

    @override
    def show_view(self, view: str) -> None:
        """Show those with something late for "late"."""
        if view:
            self.view.set_value(value=True)

    def ask_return(self) -> None:
        """Ask for which quarter the return of all projects is made."""
        sheet = ReturnSheet(self._office)
        sheet.said.connect(self.said)
        self.sheet_asked.emit(sheet)

    def _show_every(self) -> None:
        self.view.set_value(None)
        self.refresh()


def _day(day: date | None) -> str:
    return dates.grid(day) if day else ""


def _budget(row: ProjectRow) -> str:
    return money.exact(row.budget_pence) if row.budget_pence else ""


def _late(row: ProjectRow, today: date) -> Status | None:
    if row.next_due is None or row.next_due >= today:
        return None
    return Status("red", _day(row.next_due))


def _standing(row: ProjectRow) -> str:
    return standing({one.aspect: one for one in row.ratings})


def _worst(row: ProjectRow) -> Status | None:
    held = {one.rag for one in row.ratings}
    worst = next((rag for rag in Rag if rag in held), None)
    return Status(worst.value, _colours(row)) if worst else None


def _colours(row: ProjectRow) -> str:
    counts = Counter(one.rag for one in row.ratings)
    return ", ".join(f"{counts[rag]} {names.name(rag).casefold()}" for rag in Rag if counts[rag])


def _report(row: ProjectRow) -> str:
    return quarter(row.next_report.quarter) if row.next_report else ""


def _report_due(row: ProjectRow) -> str:
    return f"{_report(row)}, due {dates.full(row.next_report.due)}" if row.next_report else ""


def _late_report(row: ProjectRow, today: date) -> Status | None:
    owed = row.next_report
    return Status("red", f"{_report(row)} late") if owed and owed.late(today) else None

"""The list of projects: who commissioned them, their money and the next milestone."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page, ProjectRow
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, money


def words(today: date) -> ListWords[ProjectRow]:
    """Give what the list is called and shows, as read on a day."""
    columns: tuple[Column[ProjectRow], ...] = (
        Column("Name", lambda row: row.name, width=170, stretch=True),
        Column("Commissioned by", lambda row: row.commissioner, width=150),
        Column("Ends", lambda row: _day(row.ends), width=144),
        Column("Budget", _budget, width=92, number=True),
        Column(
            "Next milestone",
            lambda row: row.next_milestone,
            width=180,
            tooltip=lambda row: row.next_milestone,
        ),
        Column(
            "Due", lambda row: _day(row.next_due), width=164, status=lambda row: _late(row, today)
        ),
        Column("Cases", lambda row: str(row.cases or ""), width=64, number=True),
    )
    return ListWords(
        heading="Projects",
        one="project",
        many="projects",
        search="Search projects",
        columns=columns,
        key=lambda row: row.id,
        empty=(
            "No project is on file yet.",
            "A project has an objective, a budget and milestones, and can be worked as a case.",
        ),
        new="New project",
        kinds=(RecordKind.PROJECT, RecordKind.CASE),
    )


class ProjectsPage(ListPage[ProjectRow]):
    """Emits `party_chosen(CaseKind.PROJECT, ProjectId)` and `sheet_asked(SideSheet)`."""

    party_chosen = Signal(object, object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, words(office.today()))
        self._office = office

    @override
    def read(self, typed: str, part: slice) -> Page[ProjectRow]:
        return projects.listed(self._office, typed, part)

    @override
    def open_row(self, row: ProjectRow) -> None:
        self.party_chosen.emit(CaseKind.PROJECT, row.id)

    @override
    def make_new(self) -> None:
        sheet = ProjectSheet(self._office)
        sheet.project_saved.connect(self.table.choose)
        self.sheet_asked.emit(sheet)


def _day(day: date | None) -> str:
    return dates.grid(day) if day else ""


def _budget(row: ProjectRow) -> str:
    return money.pounds(row.budget_pence) if row.budget_pence else ""


def _late(row: ProjectRow, today: date) -> Status | None:
    if row.next_due is None or row.next_due >= today:
        return None
    return Status("red", _day(row.next_due))

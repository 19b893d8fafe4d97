"""The list of projects: who commissioned them, their money and the next milestone."""

from datetime import date

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import ProjectRow
from psg_desktop.domain.orders import ProjectColumn, ProjectOrder
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListWords
from psg_desktop.ui.parts.party_list import Parties, PartyListPage
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, money


def columns(today: date) -> tuple[Column[ProjectRow], ...]:
    """Give what the list shows of each, as read on a day."""
    return (
        Column("Name", lambda row: row.name, ProjectColumn.NAME, width=170, stretch=True),
        Column(
            "Commissioned by", lambda row: row.commissioner, ProjectColumn.COMMISSIONER, width=150
        ),
        Column("Ends", lambda row: _day(row.ends), ProjectColumn.ENDS, width=144),
        Column("Budget", _budget, ProjectColumn.BUDGET, width=92, number=True),
        Column(
            "Next milestone",
            lambda row: row.next_milestone,
            ProjectColumn.MILESTONE,
            width=180,
            tooltip=lambda row: row.next_milestone,
        ),
        Column(
            "Due",
            lambda row: _day(row.next_due),
            ProjectColumn.DUE,
            width=164,
            status=lambda row: _late(row, today),
        ),
        Column(
            "Cases", lambda row: str(row.cases or ""), ProjectColumn.CASES, width=64, number=True
        ),
    )


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
        kinds=(RecordKind.PROJECT, RecordKind.CASE),
    )


class ProjectsPage(PartyListPage[ProjectRow, ProjectOrder]):
    """Emits `party_chosen(CaseKind.PROJECT, ProjectId)` and `sheet_asked(SideSheet)`."""

    def __init__(self, office: Office, notifier: Notifier) -> None:
        parties = Parties(
            kind=CaseKind.PROJECT,
            listed=projects.listed,
            order=ProjectOrder(),
            new_sheet=ProjectSheet,
        )
        super().__init__(office, notifier, words(office.today()), parties)


def _day(day: date | None) -> str:
    return dates.grid(day) if day else ""


def _budget(row: ProjectRow) -> str:
    return money.pounds(row.budget_pence) if row.budget_pence else ""


def _late(row: ProjectRow, today: date) -> Status | None:
    if row.next_due is None or row.next_due >= today:
        return None
    return Status("red", _day(row.next_due))

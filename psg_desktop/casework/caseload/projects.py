"""Projects: adding and changing commissioned work."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.lists import Page, PartyCase, ProjectRow
from psg_desktop.domain.orders import ProjectOrder
from psg_desktop.domain.projects import Project
from psg_desktop.store.queries import case_pages, project_rows
from psg_desktop.store.queries.parties import Wanted

_BY_NAME = ProjectOrder()


def save(office: Office, project: Project) -> None:
    """Keep a new or changed project."""
    with office.working(Act.SAVE_PROJECT) as unit:
        unit.projects.put(project)


def get(office: Office, id_: ProjectId) -> Project:
    """Read one project.

    Raises:
        Refused: There is no such project.
    """
    with office.reading() as unit:
        return unit.projects.get(id_)


def listed(
    office: Office,
    typed: str,
    part: slice,
    order: ProjectOrder = _BY_NAME,
    *,
    waiting: bool = False,
) -> Page[ProjectRow]:
    """Read one page of projects whose names hold every word typed.

    Args:
        office: The open vault.
        typed: The words.
        part: Which rows.
        order: What they are ordered by.
        waiting: Whether only those are shown of which something is late or outstanding.
    """
    with office.reading() as unit:
        wanted = Wanted(typed=typed, order=order, part=part)
        return project_rows.projects(unit.reading, wanted, office.today(), waiting=waiting)


def cases_of(office: Office, id_: ProjectId) -> tuple[PartyCase, ...]:
    """Read the cases a project is the subject of."""
    with office.reading() as unit:
        return case_pages.cases_of(unit.reading, id_, office.today())

"""Everything on file about projects, and what of them waits for somebody."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.project_files import ProjectFile, ProjectWait
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.queries import project_files


def of_project(office: Office, id_: ProjectId) -> ProjectFile:
    """Read everything on file about one project.

    Raises:
        Refused: There is no such project.
    """
    found = find(office, id_)
    if found is None:
        raise refuse("", Problem.NOT_FOUND)
    return found


def find(office: Office, id_: ProjectId) -> ProjectFile | None:
    """Read everything on file about one project, None where there is no such project."""
    with office.reading() as unit:
        return project_files.of_projects(unit.reading, (id_,)).get(id_)


def every(office: Office) -> tuple[ProjectFile, ...]:
    """Read everything on file about every project, in the order of their names."""
    with office.reading() as unit:
        found = project_files.of_projects(unit.reading).values()
    return tuple(sorted(found, key=lambda one: one.project.name.casefold()))


def waiting(office: Office) -> tuple[ProjectWait, ...]:
    """Read what waits for somebody today: late reports, milestones, money to be paid back."""
    today = office.today()
    return tuple(wait for one in every(office) for wait in one.waits(today))

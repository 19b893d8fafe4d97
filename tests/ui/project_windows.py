"""Windows of a project's page and forms, on the projects of the sample that have most to show."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.projects import project_files
from psg_desktop.domain.lists import Found, FoundKind
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.projects import money_sheets
from psg_desktop.ui.projects.page import ProjectsPage
from psg_desktop.ui.projects.report_sheet import report_sheet
from psg_desktop.ui.projects.return_sheet import ReturnSheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import main_window, office
from tests.ui.windows import window


def fullest(*, over: bool = False) -> ProjectFile:
    """Give the project with the most on file; *over* one that has its final report."""
    every = project_files.every(office())
    final = [one for one in every if one.reporting and one.reporting.final_received]
    return max(
        final if over and final else every, key=lambda one: (len(one.ratings), one.project.id)
    )


@window("project that is over")
def over(application: Application) -> QWidget:
    found = Found(kind=FoundKind.PROJECT, id=fullest(over=True).project.id, label="", detail="")
    return main_window(application, lambda made: made.screens.open_found(found))


def _form(name: str, made: Callable[[ProjectFile], RecordSheet]) -> None:
    @window(name)
    def form(application: Application) -> QWidget:
        return frame(application, ProjectsPage(office(), Notifier()), made(fullest()))


_form("project report form", lambda file: report_sheet(office(), file))
_form("project money form", lambda file: money_sheets.spending_sheet(office(), file.project))
# Nobody is there to answer a dialog of the system.
_form("project return", lambda file: ReturnSheet(office(), file.project.id, lambda *_: None))

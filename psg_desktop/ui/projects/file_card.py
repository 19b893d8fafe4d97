"""What each card of a project's page is: entries drawn from the project's file, and forms."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from psg_desktop.casework.office import Office
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.side_sheet import SideSheet


class FileCard(EntryCard):
    """One part of a project's file; emits `sheet_asked(SideSheet)`."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, title: str, *tools: QPushButton) -> None:
        super().__init__(title, *tools)
        self.office = office
        self._file: ProjectFile | None = None

    @property
    def file(self) -> ProjectFile:
        """The file that is shown.

        Raises:
            RuntimeError: Nothing has been shown yet.
        """
        if self._file is None:
            raise RuntimeError("A card was asked before it showed a project.")
        return self._file

    def show_file(self, file: ProjectFile) -> None:
        """Show a project's file."""
        self._file = file
        self.draw(file)

    def draw(self, file: ProjectFile) -> None:
        """Show the part of the file this card is about."""
        raise NotImplementedError

    def ask(self, sheet: SideSheet) -> None:
        """Have a form shown beside the page."""
        self.sheet_asked.emit(sheet)

"""Chooses and reads police files beside the window, and shows what they would bring in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import police
from psg_desktop.casework.statistics.police import Intake
from psg_desktop.faults import Fault
from psg_desktop.paths import documents_folder
from psg_desktop.ui.jobs import Ending, Job, Runner
from psg_desktop.ui.police import choosers
from psg_desktop.ui.police.intake_sheet import intake_sheet
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import menu_button
from psg_desktop.words import police as words

Chooser = Callable[[QWidget, Path], tuple[Path, ...]]
BRING_IN = "Bring in police files..."


class BringingIn(QWidget):
    """A banner that says what goes on, and the button that begins it, for the head of the page.

    Emits `sheet_asked(SideSheet)` with what was read.
    """

    sheet_asked = Signal(object)

    def __init__(self, office: Office, runner: Runner) -> None:
        super().__init__()
        self._office, self._runner = office, runner
        self._start = documents_folder()
        self._job: Job | None = None
        self.banner = Banner(self)
        self.banner.stepped.connect(self.stop)
        folder, files = QAction("A folder...", self), QAction("Single files...", self)
        folder.triggered.connect(lambda *_: self.choose(choosers.folder))
        files.triggered.connect(lambda *_: self.choose(choosers.files))
        self.button = menu_button(BRING_IN, (folder, files), "import")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)

    def choose(self, chooser: Chooser) -> None:
        """Ask which files are meant, and read them."""
        chosen = chooser(self, self._start)
        if chosen:
            self._start = chosen[0].parent
            self.read(chosen)

    def read(self, places: tuple[Path, ...]) -> None:
        """Read files and folders; what they would bring in is shown when that is done."""
        self.stop()
        self.banner.say(words.reading(0, 0), step="Stop")
        self._job = self._runner.run(
            lambda progress: police.look(self._office, places, progress),
            Ending(done=self._show, failed=self._fail, progress=self._tell, cancelled=self._free),
        )

    def stop(self) -> None:
        """Stop reading; nothing was kept."""
        if self._job is not None:
            self._job.cancel()
        self._free()

    def _tell(self, done: int, total: int) -> None:
        self.banner.say(words.reading(done, total), step="Stop")

    def _free(self) -> None:
        self._job = None
        self.banner.hide()

    def _show(self, intake: Intake) -> None:
        self._free()
        if intake.kept:
            self.sheet_asked.emit(intake_sheet(self._office, intake))
        else:
            self.banner.say(words.NOTHING_NEW)

    def _fail(self, problem: Exception) -> None:
        self._free()
        if not isinstance(problem, Fault):
            raise problem
        self.banner.say(str(problem), Tone.PROBLEM)

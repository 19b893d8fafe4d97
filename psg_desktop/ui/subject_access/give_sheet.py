"""The form that writes the copy as it is given, beside the window, and records that it was."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from shiboken6 import isValid
from typing_extensions import override

from psg_desktop.casework.information_law import copy_files
from psg_desktop.casework.information_law.copy_files import CopyFiles
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.ui.jobs import Ending, Job, Progress, Runner
from psg_desktop.ui.parts.sheets import RecordSheet, by_field
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label

_SEARCHED = (
    "The program looks through every record of this vault, not into documents. Say what else was "
    "searched, such as e-mails and paper files, and why no further was reasonable and "
    "proportionate."
)
_MAKE, _MAKING = "Make it and record it", "Making it"


class GiveSheet(RecordSheet):
    """Stays open while the copy is made, and says why where it cannot be.

    Emits `made(CopyFiles)` once it is.
    """

    made = Signal(object)

    def __init__(self, office: Office, runner: Runner, id_: AccessRequestId, folder: Path) -> None:
        form = Form()
        form.add("searched", "Where was searched", LongText(lines=4), hint=_SEARCHED)
        super().__init__("Make the copy", form, self._start, save=_MAKE)
        self._office, self._runner, self._id, self._folder = office, runner, id_, folder
        self._job: Job | None = None
        self._told = label(role="problem", wrap=True)
        self._told.hide()
        form.add_widget(self._told)
        self.closed.connect(self._leave)

    @override
    def _submit(self) -> None:
        unreadable = self.form.unreadable()
        self.form.show_problems(unreadable)
        if not unreadable:
            self._keep_values(self.form.values())

    def _start(self, given: dict[str, Any]) -> None:
        searched = given["searched"] or ""

        def write(progress: Progress) -> CopyFiles:
            return copy_files.answer(self._office, self._id, self._folder, searched, progress)

        self._told.hide()
        self._working(on=True)
        self._job = self._runner.run(write, Ending(done=self._written, failed=self._fail))

    def _written(self, files: CopyFiles) -> None:
        if isValid(self):
            self._working(on=False)
            self.form.mark_saved()
            self.close_sheet()
            self.saved.emit()
            self.made.emit(files)

    def _fail(self, problem: Exception) -> None:
        if not isinstance(problem, Fault | Refused):
            raise problem
        if not isValid(self):
            return
        self._working(on=False)
        if isinstance(problem, Refused):
            self.form.show_problems(by_field(problem.problems))
            return
        self._told.setText(str(problem))
        self._told.show()
        announce(self, str(problem), urgent=True)

    def _working(self, *, on: bool) -> None:
        self._save_button.setEnabled(not on)
        self._save_button.setText(_MAKING if on else _MAKE)

    def _leave(self) -> None:
        if self._job is not None:
            self._job.cancel()

"""Looking through every record for a copy, beside the window: how far it is, and a way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from psg_desktop.casework.information_law import copies
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.privacy.subject_entries import SubjectCopy
from psg_desktop.ui.jobs import Ending, Job, Runner
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import refusals

_LOOKING = "Looking through every record of the vault, its history, and texts not saved yet."
_STOPPED = "The search was stopped, so the copy is not complete. Start it again when you like."
STOP, AGAIN = "Stop", "Look again"


class Looking(Banner):
    """Emits `gathered(SubjectCopy)`, `stood(done, total)` meanwhile, and `stopped` without a copy.

    `again` asks for it to be started once more.
    """

    gathered = Signal(object)
    stood = Signal(int, int)
    stopped = Signal()
    again = Signal()

    def __init__(
        self, office: Office, runner: Runner, id_: AccessRequestId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._runner, self._id = office, runner, id_
        self._job: Job | None = None
        self._turn = 0
        self.busy = False
        self.keep()
        self.stepped.connect(self._step_taken)

    def start(self, person: PersonId) -> None:
        """Gather; what was begun before is thrown away."""
        self.stop()
        self._turn += 1
        turn = self._turn
        self.busy = True
        self.say(_LOOKING, step=STOP)
        self._job = self._runner.run(
            lambda progress: copies.gather(self._office, person, self._id, progress),
            Ending(
                done=lambda copy: self._end(turn, copy),
                failed=lambda problem: self._fail(turn, problem),
                progress=lambda done, total: self._tell(turn, done, total),
                cancelled=lambda: self._end(turn, None),
            ),
        )

    def stop(self) -> None:
        """Have it stop at its next step."""
        if self.busy and self._job is not None:
            self._job.cancel()

    def _current(self, turn: int) -> bool:
        """Say whether this is still waited for: the page may have gone since."""
        return isValid(self) and turn == self._turn

    def _tell(self, turn: int, done: int, total: int) -> None:
        if self._current(turn):
            self.stood.emit(done, total)

    def _end(self, turn: int, copy: SubjectCopy | None) -> None:
        if not self._current(turn):
            return
        self.busy = False
        if copy is not None:
            self.hide()
            self.gathered.emit(copy)
        else:
            self.say(_STOPPED, Tone.CARE, step=AGAIN)
            self.stopped.emit()

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Fault | Refused):
            raise problem
        if not self._current(turn):
            return
        self.busy = False
        said = str(problem)
        if isinstance(problem, Refused):
            said = " ".join(refusals.sentences(problem.problems))
        self.say(said, Tone.PROBLEM, step=AGAIN)
        self.stopped.emit()

    def _step_taken(self) -> None:
        if self.busy:
            self.stop()
        else:
            self.again.emit()

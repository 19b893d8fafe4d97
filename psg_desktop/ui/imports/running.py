"""Does one piece of an import at a time beside the window, while the steps wait."""

from collections.abc import Callable

from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.ui.imports.importing import Importing
from psg_desktop.ui.jobs import Ending, Job, Runner
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import refusals


class Running:
    """Says in a banner what is going on, and why it failed; `back()` is called before the latter.

    Attributes:
        busy: What is waited for, in a sentence; "" for nothing.
    """

    def __init__(self, runner: Runner, banner: Banner, back: Callable[[], None]) -> None:
        self._runner, self._banner, self._back = runner, banner, back
        self._job: Job | None = None
        self.busy = ""

    def run(
        self, said: str, work: Callable[[], Importing], done: Callable[[Importing], None]
    ) -> None:
        """Do *work* beside the window, then *done* with what it gave."""
        self.busy = f"{said} This takes a moment."
        self._banner.say(said)

        def end(state: Importing) -> None:
            self._free()
            done(state)

        self._job = self._runner.run(
            lambda _progress: work(), Ending(done=end, failed=self._fail, cancelled=self._free)
        )

    def stop(self) -> None:
        """Have what is going on stop, and wait for nothing."""
        if self._job is not None:
            self._job.cancel()
        self._free()

    def _free(self) -> None:
        self.busy, self._job = "", None
        self._banner.hide()

    def _fail(self, problem: Exception) -> None:
        self._free()
        if not isinstance(problem, Fault | Refused):
            raise problem
        self._back()
        self._banner.say(sentence(problem), Tone.PROBLEM)


def sentence(problem: Fault | Refused) -> str:
    """Give a fault or a refusal in words."""
    if isinstance(problem, Fault):
        return str(problem)
    return " ".join(refusals.sentences(problem.problems))

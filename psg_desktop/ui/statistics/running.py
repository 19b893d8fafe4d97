"""Does one piece of work at a time beside the window, and says in a banner how it goes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.ui.jobs import Ending, Job, Progress, Runner
from psg_desktop.ui.statistics.focusing import KeptFocus, lead_on
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import refusals
from psg_desktop.words import statistics_page as words

T = TypeVar("T")
# A sentence is read out each time it changes: twenty times for each population are enough.
_STEPS = 20


class Telling:
    """Carries to the banner which population a check is at, and how far."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.population = ""

    def __call__(self, population: str, done: int, total: int) -> None:
        """Tell how far the check is; ends it once it is not wanted any more."""
        self.population = population
        self._progress(done, total)


class Running(QObject):
    """What goes on in one part of the page; `changed` says that it began or ended.

    While that part is not looked at, `said(sentence)` and `warned(sentence)` tell how it ended.
    """

    changed = Signal()
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, runner: Runner, banner: Banner) -> None:
        super().__init__(banner)
        self._runner, self._banner = runner, banner
        self._job: Job | None = None
        self._step: Callable[[], object] | None = None
        self._seen: tuple[str, int] | None = None
        self._told: Telling | None = None
        self._focus = KeptFocus(banner)
        banner.stepped.connect(self._do_step)

    @property
    def _view(self) -> QWidget:
        return self._banner.parentWidget() or self._banner

    @property
    def busy(self) -> bool:
        """Whether something goes on."""
        return self._job is not None

    def say(
        self,
        sentence: str,
        tone: Tone = Tone.NEWS,
        step: str = "",
        done: Callable[[], object] | None = None,
    ) -> None:
        """Say something, with a step where there is one to do."""
        self._step = done
        self._banner.say(sentence, tone, step=step if done else "")
        self.tell_elsewhere(sentence, tone)

    def tell_elsewhere(self, sentence: str, tone: Tone = Tone.SUCCESS) -> None:
        """Tell how something ended to whoever looks at another page meanwhile."""
        ended = {Tone.SUCCESS: self.said, Tone.PROBLEM: self.warned}.get(tone)
        if ended is not None and not self._view.isVisible():
            ended.emit(sentence)

    def fail(
        self,
        problem: Exception,
        before: str = "",
        step: str = "",
        done: Callable[[], object] | None = None,
    ) -> None:
        """Say why something could not be, after what stands all the same, with a step to mend it.

        What is no fault and no refusal is raised.
        """
        sentence = sentence_of(problem)
        if not sentence:
            raise problem
        self.say(" ".join(filter(None, (before, sentence))), Tone.PROBLEM, step, done)

    def check(self, work: Callable[[Telling], T], done: Callable[[T], None]) -> None:
        """Do *work*, which tells how far its check is and can be cancelled, then *done*."""
        self._seen = None
        self._focus.note()
        self.say(words.checking("matters", 0, 0), step=words.CANCEL, done=self.cancel)
        lead_on(self._view, self._banner.step)

        def checked(progress: Progress) -> T:
            self._told = told = Telling(progress)
            return work(told)

        self._run(checked, done, self.fail)

    def write(
        self,
        sentence: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do *work* that is not cancelled half way, then *done* or *failed*."""
        self._focus.note()
        self.say(sentence)
        self._run(lambda _progress: work(), done, failed)

    def cancel(self) -> None:
        """Have what goes on stop; it leaves nothing behind."""
        if self._job is not None:
            self._job.cancel()
            self._cancelled()

    def _run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        job: Job | None = None
        ended = False
        self._focus.settle()

        def end(then: Callable[[], None]) -> None:
            nonlocal ended
            ended = True
            # The page may be gone, or something else may be going on by now.
            if isValid(self) and (self._job is job or job is None):
                self._free()
                then()

        job = self._runner.run(
            work,
            Ending(
                done=lambda found: end(lambda: done(found)),
                failed=lambda problem: end(lambda: failed(problem)),
                progress=self._tell,
                cancelled=lambda: end(self._cancelled),
            ),
        )
        if not ended:
            self._job = job
            self.changed.emit()
            self._focus.settle()

    def _tell(self, done: int, total: int) -> None:
        if not isValid(self) or self._told is None or self._job is None:
            return
        population = self._told.population
        step = (population, _STEPS * done // total if total else 0)
        if step != self._seen:
            self._seen = step
            said = words.checking(population, done, total)
            self.say(said, step=words.CANCEL, done=self.cancel)

    def _cancelled(self) -> None:
        self._free()
        self.say(words.CANCELLED)

    def _free(self) -> None:
        self._job = None
        self.changed.emit()
        self._focus.give_back()
        self._banner.hide()

    def _do_step(self) -> None:
        if self._step is not None:
            self._step()


def sentence_of(problem: Exception) -> str:
    """Give what is said of a problem; "" of one that nobody foresaw."""
    if isinstance(problem, Fault):
        return str(problem)
    if isinstance(problem, Refused):
        return " ".join(refusals.sentences(problem.problems))
    return ""

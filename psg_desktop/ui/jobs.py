"""Runs the few long pieces of work beside the window, and carries what they find back to it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """The worker no longer wants what a job was making."""


class Progress:
    """What a job is handed: it tells how far it is, and hears here that it should stop."""

    def __init__(self, stop: Event, tell: Callable[[int, int], None]) -> None:
        self._stop = stop
        self._tell = tell

    def __call__(self, done: int, total: int) -> None:
        """Tell that *done* of *total* steps are behind; a total of 0 means it is not known.

        Raises:
            Cancelled: the job should leave things as it found them.
        """
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)


class Job:
    """The window's end of a piece of work."""

    def __init__(self) -> None:
        self.stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it makes is then thrown away."""
        self.stop.set()


def _nothing(*_: object) -> None:
    """Hear, and do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Generic[T]):
    """Who hears how a job ends: called in the window's thread, never after a cancel but one."""

    done: Callable[[T], None]
    failed: Callable[[Exception], None]
    progress: Callable[[int, int], None] = _nothing
    cancelled: Callable[[], None] = _nothing


class Runner(Protocol):
    """Something that runs long work: the real one, or the one for tests."""

    def run(self, work: Callable[[Progress], T], ending: Ending[T]) -> Job:
        """Do *work*, then tell *ending*."""

    def close(self) -> None:
        """Cancel what runs, and wait until it has stopped."""


class Jobs(QObject):
    """One worker thread; jobs run in the order they were asked for."""

    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._open: set[Job] = set()
        self._landed.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether any job has not ended yet."""
        return bool(self._open)

    def run(self, work: Callable[[Progress], T], ending: Ending[T]) -> Job:
        """Do *work* in the other thread, then tell *ending* in this one."""
        job = Job()
        self._open.add(job)

        def tell(done: int, total: int) -> None:
            self._landed.emit(lambda: None if job.stop.is_set() else ending.progress(done, total))

        def land(future: Future[T]) -> None:
            self._landed.emit(lambda: self._end(job, future, ending))

        self._pool.submit(work, Progress(job.stop, tell)).add_done_callback(land)
        return job

    def close(self) -> None:
        """Cancel what runs, wait until it has stopped, and tell nobody any more."""
        for job in self._open:
            job.cancel()
        self._landed.disconnect()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.clear()

    def _end(self, job: Job, future: Future[T], ending: Ending[T]) -> None:
        self._open.discard(job)
        _finish(job, future.result, ending)


class JobsAtOnce:
    """Runs each job on the spot, in the window's thread: for tests and for the self-test."""

    def run(self, work: Callable[[Progress], T], ending: Ending[T]) -> Job:
        """Do *work* now, then tell *ending*."""
        job = Job()
        progress = Progress(job.stop, ending.progress)
        _finish(job, lambda: work(progress), ending)
        return job

    def close(self) -> None:
        """Have nothing to stop."""


def _finish(job: Job, result: Callable[[], T], ending: Ending[T]) -> None:
    try:
        found = result()
    except Cancelled:
        ending.cancelled()
    except Exception as problem:  # noqa: BLE001 - whatever went wrong there must be told here
        ending.failed(problem)
    else:
        if job.stop.is_set():
            ending.cancelled()
        else:
            ending.done(found)

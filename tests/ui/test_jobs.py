import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.ui.jobs import Cancelled, Ending, Jobs, JobsAtOnce, Progress
from psg_desktop.ui.notifier import Notifier


class Heard:
    """What the window heard of a job, and in which thread."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.threads: set[int] = set()

    def note(self, what: object) -> None:
        self.said.append(what)
        self.threads.add(threading.get_ident())

    def ending(self) -> Ending[object]:
        return Ending(
            done=lambda found: self.note(("done", found)),
            failed=lambda problem: self.note(("failed", type(problem).__name__)),
            progress=lambda done, total: self.note((done, total)),
            cancelled=lambda: self.note("cancelled"),
        )


@pytest.fixture
def jobs(qtbot: QtBot) -> object:
    made = Jobs()
    yield made
    made.close()


def test_that_work_is_done_elsewhere_and_told_here(jobs: Jobs, qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: Progress) -> int:
        progress(1, 2)
        return threading.get_ident()

    jobs.run(work, heard.ending())
    qtbot.waitUntil(lambda: len(heard.said) == 2)
    first, (kind, thread) = heard.said
    assert first == (1, 2)
    assert kind == "done"
    assert thread != threading.get_ident()
    assert heard.threads == {threading.get_ident()}
    assert not jobs.busy


def test_that_a_failure_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    heard = Heard()
    jobs.run(lambda _progress: 1 / 0, heard.ending())
    qtbot.waitUntil(lambda: heard.said == [("failed", "ZeroDivisionError")])


def test_that_a_cancelled_job_stops_at_its_next_step(jobs: Jobs, qtbot: QtBot) -> None:
    heard, started, go_on = Heard(), threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        started.set()
        go_on.wait(5)
        progress(1, 2)
        return "made"

    job = jobs.run(work, heard.ending())
    started.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard.said == ["cancelled"])


def test_that_what_a_cancelled_job_still_made_is_thrown_away(jobs: Jobs, qtbot: QtBot) -> None:
    heard, go_on = Heard(), threading.Event()
    job = jobs.run(lambda _progress: go_on.wait(5), heard.ending())
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard.said == ["cancelled"])


def test_that_jobs_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    heard = Heard()
    running: list[int] = []

    def work(_progress: Progress) -> int:
        running.append(1)
        together = len(running)
        running.pop()
        return together

    for _ in range(20):
        jobs.run(work, heard.ending())
    qtbot.waitUntil(lambda: len(heard.said) == 20)
    assert set(heard.said) == {("done", 1)}


def test_that_closing_waits_for_what_runs_and_tells_nobody(qapp: QApplication) -> None:
    jobs, heard, started = Jobs(), Heard(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress(0, 0)

    jobs.run(work, heard.ending())
    started.wait(5)
    jobs.close()
    qapp.sendPostedEvents()  # whatever the thread had posted by its end is delivered now
    assert [said for said in heard.said if said != (0, 0)] == []
    assert not jobs.busy


def test_that_the_runner_for_tests_does_the_same_on_the_spot() -> None:
    heard = Heard()
    runner = JobsAtOnce()
    runner.run(lambda progress: progress(1, 1), heard.ending())
    runner.run(lambda _progress: 1 / 0, heard.ending())

    def give_up(_progress: Progress) -> None:
        raise Cancelled

    runner.run(give_up, heard.ending())
    runner.close()
    assert heard.said == [(1, 1), ("done", None), ("failed", "ZeroDivisionError"), "cancelled"]


def test_that_a_change_is_told_to_every_screen(qtbot: QtBot) -> None:
    notifier, heard = Notifier(), Heard()
    notifier.changed.connect(heard.note)
    notifier.announce({"cases": 1})
    assert heard.said == [{"cases": 1}]

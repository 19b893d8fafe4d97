"""A check beside the window: it says how far it is, can be stopped, and outlives no window."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import Jobs
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.statistics.page import StatisticsPage
from psg_desktop.ui.statistics.release_page import ReleasePage
from psg_desktop.words import statistics_page as words
from tests.ui.cases.desk import Hands, Key
from tests.ui.statistics.conftest import Chooser, period

REAL = publishing.plan

pytestmark = pytest.mark.usefixtures("cases")


class Gate:
    """Holds the check after its first step until it is let go on."""

    def __init__(self) -> None:
        self.reached, self.open = Event(), Event()

    def plan(self, office: Office, period: Period, watch: publishing.Watch) -> publishing.Plan:
        def watching(population: str, done: int, total: int) -> None:
            watch(population, done, total)
            if total:
                self.reached.set()
                assert self.open.wait(60)

        return REAL(office, period, watching)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(publishing, "plan", made.plan)
    yield made
    made.open.set()


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def busy(
    application: Application, office: Office, jobs: Jobs, qtbot: QtBot, gate: Gate
) -> Iterator[MainWindow]:
    """A window in which a check goes on; it is left as a lock leaves it."""
    window = MainWindow(office, application.appearance, jobs, Settings())
    window.frame.show()
    window.frame.go("statistics")
    page_of(window).board.look()
    qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    yield window
    gate.open.set()
    if isValid(window.frame) and window.frame.isVisible():
        window.forget()


def page_of(window: MainWindow) -> StatisticsPage:
    page = window.frame.page
    assert isinstance(page, StatisticsPage)
    return page


def test_that_a_check_says_how_far_it_is_and_shows_what_it_found(
    busy: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    board = page_of(busy).board
    qtbot.waitUntil(lambda: " of " in board.banner.words)
    assert "cases and referrals: 0 of" in board.banner.words
    assert not board.show_button.isEnabled()
    gate.open.set()
    qtbot.waitUntil(lambda: board.plan is not None, timeout=30_000)
    assert board.show_button.isEnabled()
    assert not board.banner.isVisible()


def test_that_a_check_is_stopped_and_nothing_is_kept(
    busy: MainWindow, gate: Gate, jobs: Jobs, qtbot: QtBot, office: Office
) -> None:
    board = page_of(busy).board
    board.banner.stepped.emit()
    assert board.banner.words == words.CANCELLED
    assert board.show_button.isEnabled()
    gate.open.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert board.plan is None
    assert board.banner.words == words.CANCELLED
    assert publishing.releases(office) == ()


def test_that_the_focus_goes_to_cancel_and_back_to_what_began_the_check(
    busy: MainWindow, gate: Gate, jobs: Jobs, qtbot: QtBot
) -> None:
    board = page_of(busy).board
    gate.open.set()
    qtbot.waitUntil(lambda: not jobs.busy and board.show_button.isEnabled(), timeout=30_000)
    gate.open.clear()
    hands = Hands(busy.frame)
    board.show_button.setFocus()
    hands.key(Key.Key_Space)
    assert not board.show_button.isEnabled()
    assert board.banner.step.hasFocus()
    hands.key(Key.Key_Space)
    assert board.banner.words == words.CANCELLED
    assert board.show_button.hasFocus()


def test_that_the_focus_goes_on_to_what_was_found(
    busy: MainWindow, gate: Gate, jobs: Jobs, qtbot: QtBot
) -> None:
    board = page_of(busy).board
    gate.open.set()
    qtbot.waitUntil(lambda: not jobs.busy and board.show_button.isEnabled(), timeout=30_000)
    board.show_button.setFocus()
    Hands(busy.frame).key(Key.Key_Space)
    assert board.banner.step.hasFocus()
    qtbot.waitUntil(board.show_button.isEnabled, timeout=30_000)
    assert board.preview.list.hasFocus()


def test_that_the_window_goes_while_a_check_goes_on(
    busy: MainWindow, gate: Gate, office: Office
) -> None:
    gate.open.set()
    busy.forget()
    assert publishing.releases(office) == ()


def test_that_another_page_is_looked_at_meanwhile(
    busy: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    page = page_of(busy)
    busy.frame.go("people")
    gate.open.set()
    qtbot.waitUntil(lambda: page.board.plan is not None, timeout=30_000)
    focused = busy.frame.focusWidget()
    assert focused is None or not page.isAncestorOf(focused)
    said = words.ready("Board release, July to September 2026")
    assert busy.frame.desk.banner.words == said
    busy.frame.go("statistics")
    assert page.board.preview.isVisible()


def test_that_what_was_found_takes_the_focus_from_nobody(
    busy: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    page = page_of(busy)
    search = busy.frame.top.search
    search.setFocus()
    busy.frame.activateWindow()
    gate.open.set()
    qtbot.waitUntil(lambda: page.board.plan is not None, timeout=30_000)
    focused = busy.frame.focusWidget()
    assert focused is not None
    assert not page.isAncestorOf(focused)


def test_that_a_page_left_while_its_files_are_written_has_them_written_all_the_same(
    busy: MainWindow, gate: Gate, jobs: Jobs, qtbot: QtBot, chooser: Chooser
) -> None:
    gate.open.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)
    release = publishing.publish(busy.office, REAL(busy.office, period("2026Q2")))
    busy.screens.statistics.open(release)
    left = busy.frame.page
    assert isinstance(left, ReleasePage)
    left.again.click()
    busy.frame.go_back()
    qtbot.waitUntil(lambda: not isValid(left))
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)
    assert chooser.answer is not None
    (folder,) = chooser.answer.iterdir()
    assert any(one.suffix == ".xlsx" for one in folder.iterdir())

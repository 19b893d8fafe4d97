"""Where the focus lands when a case is opened, and what the window says when it moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseMove
from psg_desktop.faults import VaultMoved
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from tests.casework.caseload.test_cases import opened
from tests.ui.cases.desk import CTRL, Hands, Key


@pytest.fixture
def window(desk: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    application = Application()
    application.alarm.remove()
    for _ in range(2):
        opened(desk)
    made = MainWindow(desk, application.appearance, JobsAtOnce(), Settings())
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    made.forget()


def in_the_page(window: MainWindow) -> bool:
    page, focus = window.frame.page, QApplication.focusWidget()
    assert isinstance(page, CaseScreen)
    return focus is not None and page.isAncestorOf(focus)


def test_that_a_case_opened_from_the_list_has_the_focus(window: MainWindow) -> None:
    window.frame.go("caseload")
    listed = window.frame.page
    assert isinstance(listed, CaseloadPage)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Down)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert in_the_page(window)


def test_that_a_case_opened_from_the_search_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    search = window.frame.top.search
    search.setFocus()
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, "PSG-2026-002")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert in_the_page(window)


def test_that_typed_words_stay_while_the_vault_is_away(
    window: MainWindow, desk: Office, qtbot: QtBot
) -> None:
    hands = Hands(window.frame)
    window.screens.make_new("case")
    hands.fill({"About": "Wendell Tansyfield", "Working title": "Callers at all hours"})
    sheet, away = hands.sheet, desk.place.with_name("away.psgstore")
    desk.place.rename(away)
    with qtbot.captureExceptions() as raised:
        hands.key(Key.Key_S, CTRL)
    away.rename(desk.place)
    assert [kind for kind, *_ in raised] == [VaultMoved]
    assert hands.sheet is sheet
    assert sheet.form.values()["title"] == "Callers at all hours"
    hands.save()
    assert window.frame.side.sheet is None


def test_that_a_moved_case_says_to_where(window: MainWindow, desk: Office) -> None:
    offered: list[str] = []
    window.frame.desk.undo.offered.connect(offered.append)
    case = opened(desk)
    cases.move(desk, case.id, CaseMove.START_PLAN)
    cases.move(desk, case.id, CaseMove.STEP_DOWN)
    assert offered[-2:] == ["Case moved to active plan.", "Case moved to monitoring."]

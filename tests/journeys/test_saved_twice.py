"""A form saved by a double click, or by Ctrl+S pressed twice, is saved once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.main_window.window import MainWindow
from tests.casework.caseload.test_cases import opened
from tests.journeys.showing import shown
from tests.ui.cases.desk import CTRL, Hands, Key

FORMS = {
    "person": {"Full name": "Wendell Tansyfield"},
    "place": {"Name": "Sluice Green"},
    "agency": {"Name": "Fen Rangers"},
    "case": {"About": "Oriel Quillfeather", "Working title": "Callers at all hours"},
}


@pytest.fixture
def window(desk: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    with shown(desk, qtbot) as made:
        yield made


def batches(office: Office) -> int:
    with office.reading() as unit:
        counted = unit.reading.connection.execute(text("SELECT count(*) FROM batches"))
        return int(counted.scalar_one())


def save_twice(hands: Hands, *, by_keys: bool) -> None:
    if by_keys:
        hands.key(Key.Key_S, CTRL)
        hands.key(Key.Key_S, CTRL)
        return
    button = hands.sheet._save_button
    for _ in range(2):
        # A button that has gone with its form is hit by no second click.
        if isValid(button) and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("by_keys", [True, False], ids=["keys", "mouse"])
def test_that_a_form_saved_twice_is_saved_once(
    window: MainWindow, desk: Office, *, by_keys: bool
) -> None:
    hands = Hands(window.frame)
    for key, answers in FORMS.items():
        before = batches(desk)
        window.screens.make_new(key)
        hands.fill(answers)
        save_twice(hands, by_keys=by_keys)
        assert window.frame.side.sheet is None, hands.problems()
        assert batches(desk) == before + 1, key


def test_that_a_note_saved_twice_stands_once(window: MainWindow, desk: Office) -> None:
    case = opened(desk)
    screen = window.screens.open_case(case.id)
    assert isinstance(screen, CaseScreen)
    before, hands = batches(desk), Hands(window.frame)
    screen.chronology.add_note()
    hands.fill({"Note": "She rang back."})
    save_twice(hands, by_keys=False)
    assert batches(desk) == before + 1

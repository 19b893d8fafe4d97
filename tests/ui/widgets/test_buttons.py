"""Buttons as the keyboard presses them."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui.top_bar import TopBar
from psg_desktop.ui.widgets.buttons import button, link, primary, row


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    page = QWidget()
    made = [primary("Open the case"), button("Start"), link("Back")]
    pressed: list[object] = []
    for each in made:
        each.clicked.connect(partial(pressed.append, each.text()))
    page.setLayout(row(*made))
    qtbot.addWidget(page)
    page.show()
    for each in made:
        QTest.keyClick(each, key)
    assert pressed == ["Open the case", "Start", "Back"]


def test_that_enter_with_ctrl_is_left_to_the_sheet_it_saves(qtbot: QtBot) -> None:
    made = button("Start")
    qtbot.addWidget(made)
    pressed: list[bool] = []
    made.clicked.connect(pressed.append)
    QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pressed


def test_that_enter_after_ctrl_n_makes_the_first_new_thing(qtbot: QtBot) -> None:
    bar = TopBar("Coordinator")
    qtbot.addWidget(bar)
    for key in ("case", "person"):
        bar.offer_new(key, key.title())
    bar.show()
    bar.open_new()
    with qtbot.waitSignal(bar.new_asked) as asked:
        QTest.keyClick(bar.new.menu(), Qt.Key.Key_Return)
    assert asked.args == ["case"]

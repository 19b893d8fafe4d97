"""What is led on to can be seen, however large the letters are."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui.application import Application
from psg_desktop.ui.statistics.focusing import lead_on
from psg_desktop.ui.statistics.scrolling import scrolling

_HEIGHT, _ROOM = 200, 300


class View(QWidget):
    """Five tall parts in a low window."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [QWidget() for _ in range(5)]
        for part in self.parts:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.setFixedHeight(_HEIGHT)
        self.area = scrolling("Parts", *self.parts)
        layout = QVBoxLayout(self)
        layout.addWidget(self.area)
        self.resize(_ROOM, _ROOM)


@pytest.fixture
def view(application: Application, qtbot: QtBot) -> View:
    made = View()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("place", [1, 3])
def test_that_what_is_led_on_to_is_scrolled_into_view(view: View, place: int) -> None:
    view.parts[0].setFocus()
    lead_on(view, view.parts[place])
    assert view.parts[place].hasFocus()
    top = view.parts[place].mapTo(view.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= view.area.viewport().height() - _HEIGHT


def test_that_nothing_is_scrolled_that_can_be_seen(view: View) -> None:
    view.parts[0].setFocus()
    lead_on(view, view.parts[0])
    assert view.area.verticalScrollBar().value() == 0

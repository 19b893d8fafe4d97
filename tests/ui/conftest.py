"""The one application of the window's tests, in its light look unless a test asks for another."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.theme import SchemeChoice


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> Application:
    """The application without its alarm: an exception in a slot must fail the test."""
    made = Application()
    made.alarm.remove()
    return made


@pytest.fixture(autouse=True)
def appearance(application: Application) -> Appearance:
    """The look of the program, light at 100 per cent."""
    application.appearance.apply(SchemeChoice.LIGHT)
    return application.appearance


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget, active and painted; it is closed after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitActive(widget).__enter__()
        return widget

    return show

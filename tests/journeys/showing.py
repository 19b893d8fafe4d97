"""The real window of an open vault, on the screen for as long as a journey lasts."""

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow


@contextmanager
def shown(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window and bring it to the front; close it with whatever sheet stands in it."""
    application = Application()
    application.alarm.remove()
    made = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    if made.frame.side.sheet is not None:
        made.frame.side.sheet.close_sheet()
    made.forget()

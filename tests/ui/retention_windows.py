"""The page of retention seven years on, when much of the made-up caseload is due."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.information_law import retention
from psg_desktop.casework.office import Office
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.retention.page import RetentionPage
from psg_desktop.ui.retention.sheets import dispose_sheet
from tests.fakes import FixedClock
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def later() -> Office:
    """The office of the sample as it is read in 2035."""
    return Office(office().desk, FixedClock(datetime(2035, 1, 15, 9, 30, tzinfo=UTC)))


@window("retention")
def retention_page(application: Application) -> QWidget:
    return frame(application, RetentionPage(later(), Notifier()))


@window("dispose")
def dispose(application: Application) -> QWidget:
    desk = later()
    sheet = dispose_sheet(desk, retention.due(desk)[0])
    return frame(application, RetentionPage(desk, Notifier()), sheet)

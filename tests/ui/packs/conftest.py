"""A frame with the packs of a vault that holds one full case and one bare one."""

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from tests.ui.cases import samples
from tests.ui.packs.reading import Reading


@pytest.fixture
def reading(office: Office, notifier: Notifier, application: Application, qtbot: QtBot) -> Reading:
    samples.full_case(office)
    return Reading(office, notifier, application, qtbot)

"""The one application of the window's tests, in its light look unless a test asks for another."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.partnership import Partnership
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.theme import SchemeChoice
from tests.fakes import FixedClock

PASSPHRASE = "fen market bell tower clock"


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> Application:
    """The application without its alarm: an exception in a slot must fail the test."""
    made = Application()
    made.alarm.remove()
    return made


@pytest.fixture(autouse=True)
def appearance(application: Application) -> Appearance:
    """The look of the program, light at 100 per cent."""
    # A new look is put on all there is: first lets go of what the test before had shown.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
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


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault of Fenmarket with its lists and agencies, made once; tests work on copies."""
    place = tmp_path_factory.mktemp("made") / "fenmarket.psgstore"
    partnership = Partnership(name="Fenmarket CSP", district="E07000009", sample=True)
    office = vaults.create(place, PASSPHRASE, partnership, FixedClock(), cost=FLOOR_COST)
    for name in ("County Council", "Housing", "Police"):
        agencies.save(office, Agency(id=AgencyId(office.new_id()), name=name))
    office.close()
    return place


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still at Saturday 21 November 2026, 09:30."""
    return FixedClock()


@pytest.fixture
def office(made_vault: Path, tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Office]:
    """An open vault of Fenmarket; its windows are closed before it is."""
    place = Path(shutil.copytree(made_vault, tmp_path / made_vault.name))
    opened = vaults.unlock(place, PASSPHRASE, clock)
    yield opened
    opened.close()


@pytest.fixture
def notifier(office: Office) -> Notifier:
    """The notifier that carries what the office keeps to the screens."""
    made = Notifier()
    office.listen(made.announce)
    return made

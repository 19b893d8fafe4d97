"""The window of a vault with twenty-seven cases that have much in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.statistics import choosers
from psg_desktop.ui.statistics.page import StatisticsPage
from tests.builders import a_case, a_person, new_id
from tests.ui.cases.desk import Hands


@dataclass
class Chooser:
    """Stands in for the dialogs of the system: answers with a folder, and keeps what was shown."""

    answer: Path | None
    asked: int = 0
    shown: list[Path] = field(default_factory=list)

    def folder(self, _parent: QWidget, _start: Path) -> Path | None:
        self.asked += 1
        return self.answer


@pytest.fixture
def chooser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Chooser:
    place = tmp_path / "out"
    place.mkdir()
    made = Chooser(place)
    monkeypatch.setattr(choosers, "folder", made.folder)
    monkeypatch.setattr(choosers, "show_folder", made.shown.append)
    return made


def period(code: str) -> Period:
    """Give a period as typed."""
    found = read_period(code)
    assert found is not None
    return found


@pytest.fixture
def cases(office: Office) -> None:
    """Open cases about people: twelve of high risk, twelve of medium and three of standard."""
    risks = [RiskLevel.HIGH] * 12 + [RiskLevel.MEDIUM] * 12 + [RiskLevel.STANDARD] * 3
    people = [a_person(id=new_id(), full_name=f"Wren Tansleyford {n}") for n in range(27)]
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.people.put_all(people)
        unit.cases.put_all(
            a_case(
                reference=f"PSG-2026-{number:03}",
                subject=one.id,
                opened=date(2026, 8, 3),
                risk=risk,
            )
            for number, (one, risk) in enumerate(zip(people, risks, strict=True))
        )


@pytest.fixture
def opened(application: Application, qtbot: QtBot) -> Iterator[Callable[[Office], MainWindow]]:
    made: list[MainWindow] = []

    def open_window(office: Office) -> MainWindow:
        window = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
        made.append(window)
        qtbot.addWidget(window.frame)
        window.frame.show()
        window.frame.activateWindow()
        qtbot.waitUntil(window.frame.isActiveWindow)
        return window

    yield open_window
    for window in made:
        if window.frame.side.sheet is not None:
            window.frame.side.sheet.close_sheet()
        window.office.forget(window.notifier.announce)


@pytest.fixture
def window(office: Office, cases: None, opened: Callable[[Office], MainWindow]) -> MainWindow:
    return opened(office)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window.frame)


@pytest.fixture
def page(window: MainWindow) -> StatisticsPage:
    window.frame.go("statistics")
    found = window.frame.page
    assert isinstance(found, StatisticsPage)
    return found

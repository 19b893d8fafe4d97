"""Sheets out, a reply in and the calendar file, by hand from the lists."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.ui.actions.page import ActionsPage
from psg_desktop.ui.actions.reply_page import ReplyPage
from psg_desktop.ui.agencies.agency_page import AgencyPage
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Section
from psg_desktop.ui.parts import calendar_saving, sheet_making
from tests.replying import FIRST, agreed, fill, opened, owner, sheet_of


@pytest.fixture
def made(office: Office) -> tuple[Action, Action]:
    case = opened(office)
    first = agreed(office, case, owner(office), "Fit a gate", date(2026, 12, 4))
    return first, agreed(office, case, owner(office), "Write to the owner", date(2026, 12, 8))


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def frame(
    application: Application, qtbot: QtBot, office: Office, notifier: Notifier, heard: list[str]
) -> Frame:
    records = Records(office, notifier, JobsAtOnce(), lambda _case: None)
    records.said.connect(heard.append)
    sections = (
        Section("actions", "Actions", "action", records.actions),
        Section("agencies", "Agencies", "agency", records.agencies),
    )
    shown = Frame(sections, "A. Worker", application.appearance)
    records.place(shown)
    shown.setProperty("records", records)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.go("actions")
    return shown


def drop(page: ActionsPage, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def actions_page(frame: Frame) -> ActionsPage:
    assert isinstance(frame.page, ActionsPage)
    return frame.page


def test_that_a_reply_dropped_on_the_list_is_taken_line_by_line_and_taken_back(
    frame: Frame, office: Office, made: tuple[Action, Action], tmp_path: Path, heard: list[str]
) -> None:
    path = sheet_of(office, owner(office), tmp_path)
    fill(path, FIRST, PROGRESS="Gate fitted.", DONE_ON=office.today())
    fill(path, FIRST + 1, NEW_DUE=date(2027, 1, 8))
    drop(actions_page(frame), path)
    page = frame.page
    assert isinstance(page, ReplyPage)
    assert [card.tick.isChecked() for card in page.cards] == [True, True]
    page.cards[1].tick.setChecked(False)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert actions.get(office, made[0].id).state is ActionState.COMPLETED
    assert actions.get(office, made[1].id) == made[1]
    assert heard == ["1 answer was taken in."]
    assert isinstance(frame.page, ActionsPage)
    undoing.undo_last(office)
    assert actions.get(office, made[0].id) == made[0]


def test_that_a_reply_taken_in_already_offers_nothing(
    frame: Frame, office: Office, made: tuple[Action, Action], tmp_path: Path
) -> None:
    path = fill(sheet_of(office, owner(office), tmp_path), FIRST, NEW_DUE=date(2027, 1, 8))
    for taken in (True, False):
        frame.go("actions")
        drop(actions_page(frame), path)
        page = frame.page
        assert isinstance(page, ReplyPage)
        assert page.take.isEnabled() is taken
        page.take.click()
    assert page.banner.words == "This reply was taken in already. Nothing would change."
    assert actions.get(office, made[0].id).due == date(2027, 1, 8)


def test_that_an_answer_changed_meanwhile_is_not_ticked(
    frame: Frame, office: Office, made: tuple[Action, Action], tmp_path: Path
) -> None:
    path = fill(sheet_of(office, owner(office), tmp_path), FIRST, PROGRESS="Half way.")
    actions.start(office, made[0].id)
    drop(actions_page(frame), path)
    page = frame.page
    assert isinstance(page, ReplyPage)
    assert not page.cards[0].tick.isChecked()
    assert not page.take.isEnabled()
    page.cards[0].tick.setChecked(True)
    assert page.take.isEnabled()


def test_that_sheets_and_the_calendar_are_made_from_the_list(
    frame: Frame,
    made: tuple[Action, Action],
    tmp_path: Path,
    heard: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = actions_page(frame)
    monkeypatch.setattr(sheet_making, "folder", lambda _parent: tmp_path)
    monkeypatch.setattr(calendar_saving, "calendar_place", lambda _parent, name: tmp_path / name)
    page.papers.sheets.trigger()
    page.papers.calendar.trigger()
    assert sorted(one.suffix for one in tmp_path.glob("*.*") if one.is_file()) == [
        ".eml",
        ".ics",
        ".xlsx",
    ]
    assert made[0].due is not None
    assert "2 dates are in psg-dates.ics" in heard[1]


def test_that_the_page_of_an_agency_makes_its_sheet_and_shows_what_was_made(
    frame: Frame,
    office: Office,
    made: tuple[Action, Action],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_making, "folder", lambda _parent: tmp_path)
    records = frame.property("records")
    assert isinstance(records, Records)
    records.open_agency(made[0].owner)
    page = frame.page
    assert isinstance(page, AgencyPage)
    page.sheet.click()
    page.refresh()
    assert len(list(tmp_path.glob("*.xlsx"))) == 1
    shown = " ".join(one.text() for one in page.sent.findChildren(QLabel))
    assert "2 actions: PSG-2026-700" in shown
    records.open_agency(owner(office, 5))
    assert isinstance(frame.page, AgencyPage)
    assert not frame.page.sheet.isEnabled()

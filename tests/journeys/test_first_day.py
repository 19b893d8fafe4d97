"""The first day: a file of our own, a case in it, found by a nickname, locked and found again."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop import settings
from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.clock import Clock
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.faults import NotSealed
from psg_desktop.store.vault import FLOOR_COST, folder
from psg_desktop.ui.application import Application
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.session import Session, Sitting
from psg_desktop.ui.vault.create import NewVault
from psg_desktop.ui.vault.door import Door, Openers
from psg_desktop.ui.widgets.controls import Option
from tests.fakes import FixedClock
from tests.ui.cases.desk import CTRL, Hands, Key, words_of

PASSPHRASE = "heron lantern drove staithe"


def create(new: NewVault, clock: Clock) -> Office:
    return vaults.create(new.place, new.passphrase, new.partnership, clock, FLOOR_COST)


@pytest.fixture
def application(qapp: QApplication) -> Application:
    """The application without its alarm: an exception in a slot must fail the test."""
    made = Application()
    made.alarm.remove()
    return made


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(
        openers=Openers(create=create, unlock=vaults.unlock, restore=upkeep.restore),
        clock=FixedClock(),
        settings_file=tmp_path / "settings.json",
        folder=tmp_path,
        runner=JobsAtOnce,
    )


@pytest.fixture
def session(application: Application, sitting: Sitting, qtbot: QtBot) -> Iterator[Session]:
    made = Session(sitting, application.appearance)
    made.begin()
    yield made
    window = made.window
    if window is not None and window.frame.side.sheet is not None:
        window.frame.side.sheet.close_sheet()
    made.end()


def door(session: Session) -> Door:
    assert session.door is not None
    return session.door


def window(session: Session) -> MainWindow:
    assert session.window is not None
    return session.window


def active(shown: QWidget, qtbot: QtBot) -> None:
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)


def start_our_own_file(session: Session) -> None:
    page = door(session).create_page
    door(session).welcome.start.click()
    district = page.form.fields["district"].control
    district.set_option(Option("E07000009", "East Cambridgeshire"))  # type: ignore[attr-defined]
    for name in ("passphrase", "again"):
        QTest.keyClicks(page.form.fields[name].control.parts()[0], PASSPHRASE)
    page.accepted.setChecked(True)
    page.go.click()


def unlock(session: Session, words: str = PASSPHRASE) -> str:
    """Type a passphrase at the unlock screen; give what it says beside the line."""
    page = door(session).unlock_page
    page.passphrase.line.clear()
    QTest.keyClicks(page.passphrase.line, words)
    QTest.keyClick(page.passphrase.line, Key.Key_Return)
    return page.field.problem if session.door is not None else ""


def add_case(session: Session, qtbot: QtBot) -> None:
    """Add a case from the keyboard, and give its person a nickname through casework."""
    frame = window(session).frame
    active(frame, qtbot)
    hands = Hands(frame)
    window(session).screens.make_new("case")
    hands.fill({"About": "Wendell Tansyfield", "Working title": "Callers at all hours"})
    hands.save()


def drop(session: Session) -> None:
    """Say that the open form need not be saved."""
    sheet = window(session).frame.side.sheet
    assert sheet is not None
    sheet.close_sheet()


def nickname(session: Session, alias: str) -> None:
    office = window(session).office
    (row,) = people.listed(office, "wendell", slice(0, 2)).rows
    known = people.get(office, row.id)
    people.save(office, type(known)(id=known.id, full_name=known.full_name, aliases=(alias,)))


def find(session: Session, words: str, qtbot: QtBot) -> list[str]:
    """Search the caseload page and give the references shown."""
    frame = window(session).frame
    frame.go("caseload")
    page = frame.page
    assert isinstance(page, CaseloadPage)
    page.bar.search.clear()
    with qtbot.waitSignal(page.bar.search.typed):
        QTest.keyClicks(page.bar.search, words)
    return [row.reference for row in page.table.table_model.rows]


def test_that_the_first_window_is_no_larger_than_the_screen(session: Session) -> None:
    shown = door(session)
    room = shown.screen().availableGeometry()
    assert shown.width() <= room.width()
    assert shown.height() <= room.height()


def test_that_a_case_is_there_again_after_locking(session: Session, qtbot: QtBot) -> None:
    start_our_own_file(session)
    assert session.door is None
    add_case(session, qtbot)
    assert isinstance(window(session).frame.page, CaseScreen)
    nickname(session, "Tansy Boy")
    assert find(session, "ansy", qtbot) == ["PSG-2026-001"]
    Hands(window(session).frame).key(Key.Key_L, CTRL)
    assert session.window is None
    assert "Our caseload" in words_of(door(session))
    assert "passphrase" in unlock(session, "not these words")
    assert session.window is None
    assert unlock(session) == ""
    assert find(session, "ansy", qtbot) == ["PSG-2026-001"]
    page = window(session).frame.page
    assert isinstance(page, CaseloadPage)
    QTest.keyClick(page.table, Key.Key_Return)
    assert isinstance(window(session).frame.page, CaseScreen)
    qtbot.waitUntil(lambda: "Callers at all hours" in words_of(window(session).frame))


def test_that_locking_closes_the_file_and_forgets_what_was_shown(
    session: Session, qtbot: QtBot
) -> None:
    start_our_own_file(session)
    add_case(session, qtbot)
    place = window(session).office.place
    window(session).lock()
    vaults.unlock(place, PASSPHRASE, FixedClock()).close()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert all("Callers" not in words_of(one) for one in shown)


def test_that_a_full_disk_locks_all_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_our_own_file(session)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(folder, "write_durably", full)
        with pytest.raises(NotSealed, match="the disk is full"):
            session._lock()
    assert door(session).isVisible()
    assert unlock(session) == ""


def test_that_a_lock_with_an_open_form_asks_about_it_first(session: Session, qtbot: QtBot) -> None:
    start_our_own_file(session)
    active(window(session).frame, qtbot)
    window(session).screens.make_new("case")
    hands = Hands(window(session).frame)
    hands.fill({"Working title": "Half a title"})
    hands.key(Key.Key_L, CTRL)
    assert session.window is not None
    drop(session)
    hands.key(Key.Key_L, CTRL)
    assert session.window is None


def test_that_a_note_being_typed_survives_a_lock(session: Session, qtbot: QtBot) -> None:
    start_our_own_file(session)
    add_case(session, qtbot)
    screen = window(session).frame.page
    assert isinstance(screen, CaseScreen)
    screen.chronology.add_note()
    Hands(window(session).frame).fill({"Note": "She rang back and said that"})
    window(session).lock()
    unlock(session)
    (draft,) = lists.today(window(session).office).drafts
    assert draft.text == "She rang back and said that"


def test_that_ctrl_z_takes_back_one_change_after_the_other(session: Session, qtbot: QtBot) -> None:
    start_our_own_file(session)
    add_case(session, qtbot)
    office = window(session).office
    nickname(session, "Tansy Boy")
    hands = Hands(window(session).frame)
    hands.key(Key.Key_Z, CTRL)
    (row,) = people.listed(office, "wendell", slice(0, 2)).rows
    assert row.aliases == ()
    hands.key(Key.Key_Z, CTRL)
    assert lists.cases(office, CaseFilter(), CaseOrder(), slice(0, 5)).total == 0


def test_that_the_last_file_is_asked_for_next_time(
    session: Session, sitting: Sitting, application: Application, qtbot: QtBot
) -> None:
    start_our_own_file(session)
    place = window(session).office.place
    window(session).frame.close()
    again = Session(sitting, application.appearance)
    again.begin()
    assert door(again).unlock_page.place == place
    assert settings.read(sitting.settings_file).vault == str(place)
    again.end()


def test_that_the_top_box_finds_a_person_by_part_of_a_nickname(
    session: Session, qtbot: QtBot
) -> None:
    start_our_own_file(session)
    add_case(session, qtbot)
    nickname(session, "Tansy Boy")
    search = window(session).frame.top.search
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, "ansy")
    shown = [search._results.list.item(n).text() for n in range(search._results.list.count())]
    assert any("PSG-2026-001" in line for line in shown)
    assert any("Wendell Tansyfield" in line for line in shown)


def test_that_the_top_box_runs_a_command(session: Session, qtbot: QtBot) -> None:
    start_our_own_file(session)
    search = window(session).frame.top.search
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, "go vau")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window(session).frame.page is not None
    assert window(session).frame.page.heading == "Vault"

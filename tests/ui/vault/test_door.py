"""The unlock screen: three ways to begin, and each fault as one plain sentence."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.clock import Clock
from psg_desktop.domain.partnership import Partnership
from psg_desktop.faults import Unwritable
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.store.vault.place import HEADER
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import Jobs, JobsAtOnce, Runner
from psg_desktop.ui.vault import choosers
from psg_desktop.ui.vault.create import NewVault
from psg_desktop.ui.vault.door import Door, Openers
from psg_desktop.ui.widgets.banner import Banner
from psg_desktop.words.sample_stages import Tell
from tests.fakes import FixedClock

PASSPHRASE = "heron lantern drove staithe"
HOLD = """
import sys
from pathlib import Path
from psg_desktop.casework.vault import upkeep, vaults
from tests.fakes import FixedClock
office = vaults.unlock(Path(sys.argv[1]), sys.argv[2], FixedClock())
print("open", flush=True)
sys.stdin.readline()
office.close()
"""


def create(new: NewVault, clock: Clock) -> Office:
    return vaults.create(new.place, new.passphrase, new.partnership, clock, FLOOR_COST)


def sample(clock: Clock, tell: Tell) -> Office:
    tell(1, 6)
    raise Unwritable("There is no room for the sample.")


@pytest.fixture
def offices() -> Iterator[list[Office]]:
    made: list[Office] = []
    yield made
    for office in made:
        office.close()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    place = tmp_path / "Fenmarket.psgstore"
    partnership = Partnership(name="Fenmarket CSP")
    vaults.create(place, PASSPHRASE, partnership, FixedClock(), FLOOR_COST).close()
    return place


def opened_door(qtbot: QtBot, offices: list[Office], folder: Path, runner: Runner) -> Door:
    openers = Openers(create=create, unlock=vaults.unlock, restore=upkeep.restore, sample=sample)
    made = Door(openers, FixedClock(), runner, folder)
    made.opened.connect(offices.append)
    qtbot.addWidget(made)
    made.show_welcome()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def door(application: Application, qtbot: QtBot, offices: list[Office], tmp_path: Path) -> Door:
    return opened_door(qtbot, offices, tmp_path, JobsAtOnce())


def type_passphrase(door: Door, words: str) -> str:
    """Type a passphrase and press Enter; give the sentence that then stands beside it."""
    line = door.unlock_page.passphrase.line
    line.clear()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return door.unlock_page.field.problem


def test_that_the_first_screen_offers_three_ways(door: Door) -> None:
    buttons = (door.welcome.look, door.welcome.start, door.welcome.open)
    assert [one.text() for one in buttons] == [
        "Look around with made-up data",
        "Start our own file",
        "Open a file I was given",
    ]


def test_that_the_passphrase_opens_the_vault(
    door: Door, vault: Path, offices: list[Office]
) -> None:
    door.show_unlock(vault)
    assert type_passphrase(door, PASSPHRASE) == ""
    assert [office.place for office in offices] == [vault]


def test_that_the_making_of_the_sample_says_how_far_it_is(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(Banner, "say", lambda _banner, words, *_tone: said.append(words))
    door.welcome.look.click()
    assert said[0].startswith("Making up a sample in an encrypted file.")
    assert said[1].startswith("Making up people, places and three years of cases. Step 2 of 6.")
    assert said[2] == "There is no room for the sample."


def test_that_a_wrong_passphrase_is_said_plainly_and_can_be_typed_again(
    door: Door, vault: Path, offices: list[Office]
) -> None:
    door.show_unlock(vault)
    said = type_passphrase(door, "not these words")
    assert "passphrase" in said
    assert "not these words" not in said
    assert door.unlock_page.passphrase.line.hasFocus()
    type_passphrase(door, PASSPHRASE)
    assert len(offices) == 1


def test_that_an_empty_passphrase_is_not_tried(door: Door, vault: Path) -> None:
    door.show_unlock(vault)
    assert type_passphrase(door, "") == "Enter the passphrase of this vault."


def test_that_a_second_opener_in_another_process_is_told_who_has_it(
    door: Door, vault: Path, offices: list[Office]
) -> None:
    command = [sys.executable, "-c", HOLD, str(vault), PASSPHRASE]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "open"
        door.show_unlock(vault)
        said = type_passphrase(door, PASSPHRASE)
        other.communicate("\n")
    assert "open in another window" in said
    assert offices == []
    assert type_passphrase(door, PASSPHRASE) == ""
    assert len(offices) == 1


def test_that_damage_to_the_header_is_not_called_a_wrong_passphrase(
    door: Door, vault: Path
) -> None:
    header = vault / HEADER
    found = bytearray(header.read_bytes())
    found[len(found) // 2] ^= 1
    header.write_bytes(found)
    door.show_unlock(vault)
    said = type_passphrase(door, PASSPHRASE)
    assert said
    assert "wrong" not in said.casefold()


def test_that_a_folder_without_a_vault_is_explained(door: Door, tmp_path: Path) -> None:
    door.show_unlock(tmp_path)
    assert "There is no vault in that folder." in door.banner.words
    assert door.welcome.isVisible()


def test_that_the_folder_around_one_vault_leads_to_it(
    door: Door, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosers, "folder", lambda *_: vault.parent)
    door.welcome.open.click()
    assert door.unlock_page.place == vault


def test_that_a_file_somebody_was_given_is_chosen(
    door: Door, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosers, "folder", lambda *_: vault)
    door.welcome.open.click()
    assert door.unlock_page.place == vault
    assert door.unlock_page.isVisible()


def backup_of(vault: Path, folder: Path) -> Path:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    made = upkeep.back_up(office, folder)
    office.close()
    return made.path


def test_that_a_backup_is_restored_to_a_new_file_and_opened(
    door: Door, vault: Path, offices: list[Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backup_of(vault, vault.parent)
    monkeypatch.setattr(choosers, "file", lambda *_: file)
    monkeypatch.setattr(choosers, "folder", lambda *_: vault.parent)
    door.welcome.restore.click()
    assert type_passphrase(door, "not these words")
    assert offices == []
    assert type_passphrase(door, PASSPHRASE) == ""
    assert [office.place for office in offices] == [vault.parent / f"{file.stem}.psgstore"]


def test_that_the_window_stays_alive_while_the_key_is_derived(
    application: Application, qtbot: QtBot, offices: list[Office], vault: Path, tmp_path: Path
) -> None:
    jobs = Jobs()
    door = opened_door(qtbot, offices, tmp_path, jobs)
    door.show_unlock(vault)
    with qtbot.waitSignal(door.opened, timeout=20_000):
        type_passphrase(door, PASSPHRASE)
        assert door.unlock_page.go.text() == "Opening…"
        assert not door.unlock_page.go.isEnabled()
    jobs.close()
    assert len(offices) == 1


def test_that_a_vault_opened_too_late_is_closed_again(
    application: Application, qtbot: QtBot, offices: list[Office], vault: Path, tmp_path: Path
) -> None:
    door = opened_door(qtbot, offices, tmp_path, JobsAtOnce())
    door.show_unlock(vault)
    door.close()
    door._unlock(vault, PASSPHRASE)
    assert offices == []
    vaults.unlock(vault, PASSPHRASE, FixedClock()).close()


def test_that_the_passphrase_can_be_pasted_and_shown(door: Door, vault: Path) -> None:
    door.show_unlock(vault)
    box = door.unlock_page.passphrase
    QGuiApplication.clipboard().setText(PASSPHRASE)
    QTest.keyClick(box.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.value() == PASSPHRASE
    assert box.line.echoMode() is QLineEdit.EchoMode.Password
    show = box.parts()[1]
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert box.line.echoMode() is QLineEdit.EchoMode.Normal


def test_that_closing_forgets_what_was_typed(door: Door, vault: Path) -> None:
    door.show_unlock(vault)
    QTest.keyClicks(door.unlock_page.passphrase.line, PASSPHRASE)
    door.close()
    assert door.unlock_page.passphrase.value() == ""

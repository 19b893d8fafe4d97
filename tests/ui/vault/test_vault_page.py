"""Looking after the vault from its page: backups that restore, the history, the passphrase."""

from datetime import UTC
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.vault import choosers
from psg_desktop.ui.vault.change import ChangePassphrase
from psg_desktop.ui.vault.checking import CheckBackup
from psg_desktop.ui.vault.keeping import last_backup
from psg_desktop.ui.vault.page import VaultPage
from tests.fakes import FixedClock
from tests.ui.conftest import PASSPHRASE

NEW = "bittern sluice harrow candle"


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> VaultPage:
    made = VaultPage(office, JobsAtOnce(), "")
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the worker chooses."""
    made = tmp_path / "backups"
    made.mkdir()
    monkeypatch.setattr(choosers, "folder", lambda *_: made)
    return made


def test_that_a_backup_goes_to_the_folder_chosen_and_restores(
    page: VaultPage, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.backed_up) as backed_up:
        page.now.click()
    assert backed_up.args == [str(folder)]
    (file,) = folder.glob("*.psgbackup")
    assert file.name in page.banner.words
    upkeep.restore(file, tmp_path / "again.psgstore", PASSPHRASE)
    vaults.unlock(tmp_path / "again.psgstore", PASSPHRASE, FixedClock()).close()


def test_that_the_last_backup_is_told_in_words(
    page: VaultPage, office: Office, folder: Path
) -> None:
    assert last_backup(office, str(folder), UTC) == "No backup yet"
    page.now.click()
    assert last_backup(office, str(folder), UTC) == "Last verified backup today 09:30"


def test_that_a_backup_inside_the_vault_is_refused_with_a_sentence(
    page: VaultPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosers, "folder", lambda *_: office.place)
    page.now.click()
    assert "would be lost with it" in page.banner.words
    assert page.now.isEnabled()


def test_that_changing_ones_mind_backs_nothing_up(
    page: VaultPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosers, "folder", lambda *_: None)
    page.now.click()
    assert page.banner.isHidden()


def test_that_the_history_is_checked(page: VaultPage) -> None:
    page.trail.click()
    assert page.banner.words == "The history holds together from the first entry on."


def test_that_a_backup_is_checked_with_its_passphrase(
    page: VaultPage, folder: Path, qtbot: QtBot
) -> None:
    page.now.click()
    (file,) = folder.glob("*.psgbackup")
    sheet = CheckBackup(file, JobsAtOnce(), FixedClock())
    qtbot.addWidget(sheet)
    sheet.passphrase.set_value("not these words")
    sheet.save_asked.emit()
    assert sheet.form.fields["passphrase"].problem
    sheet.passphrase.set_value(PASSPHRASE)
    sheet.passphrase.line.returnPressed.emit()
    assert sheet.banner.words.startswith("This backup is whole and restores.")


def test_that_a_cut_backup_is_called_so(page: VaultPage, folder: Path, qtbot: QtBot) -> None:
    page.now.click()
    (file,) = folder.glob("*.psgbackup")
    file.write_bytes(file.read_bytes()[:-4096])
    sheet = CheckBackup(file, JobsAtOnce(), FixedClock())
    qtbot.addWidget(sheet)
    sheet.passphrase.set_value(PASSPHRASE)
    sheet.save_asked.emit()
    said = sheet.banner.words or sheet.form.fields["passphrase"].problem
    assert "not a whole backup" in said


def change(sheet: ChangePassphrase, old: str, new: str, again: str) -> dict[str, str]:
    for name, words in (("old", old), ("new", new), ("again", again)):
        sheet.form.fields[name].control.set_value(words)
    sheet.save_asked.emit()
    return {name: one.problem for name, one in sheet.form.fields.items() if one.problem}


def test_that_the_passphrase_is_changed(office: Office, qtbot: QtBot) -> None:
    said: list[str] = []
    sheet = ChangePassphrase(office, JobsAtOnce(), lambda: said.append("changed"))
    qtbot.addWidget(sheet)
    assert change(sheet, PASSPHRASE, NEW, NEW) == {}
    assert said == ["changed"]
    place = office.place
    office.close()
    vaults.unlock(place, NEW, FixedClock()).close()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("", NEW, NEW), "old"),
        (("not these words", NEW, NEW), "old"),
        ((PASSPHRASE, "password", "password"), "new"),
        ((PASSPHRASE, NEW, NEW + "s"), "again"),
    ],
)
def test_that_what_is_wrong_is_said_beside_its_field(
    office: Office, qtbot: QtBot, typed: tuple[str, str, str], field: str
) -> None:
    sheet = ChangePassphrase(office, JobsAtOnce(), lambda: None)
    qtbot.addWidget(sheet)
    assert set(change(sheet, *typed)) == {field}

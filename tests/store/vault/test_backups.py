"""A backup that is called good restores to the same records; any other is never called so."""

import errno
import os
import random
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from psg_desktop.faults import BackupFault, DiskFull, VaultExists, WrongPassphrase
from psg_desktop.store.vault import (
    BackupReceipt,
    backups,
    backups_in,
    restore,
    verify,
    verify_backup,
)
from psg_desktop.store.vault.canonical import Malformed
from psg_desktop.store.vault.connections import connect
from psg_desktop.store.vault.container import unpack
from tests.store.vault.caseload import (
    NOTES,
    NOW,
    PASSPHRASE,
    Keys,
    add_note,
    flip,
    notes,
    open_vault,
    reopen,
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    place = tmp_path / "shelf"
    place.mkdir()
    return place


@pytest.fixture
def receipt(folder: Path, keys: Keys, shelf: Path) -> BackupReceipt:
    vault = reopen(folder, keys)
    receipt = vault.back_up(shelf, NOW)
    vault.close()
    return receipt


def test_that_a_backup_restores_to_the_same_records(
    folder: Path, keys: Keys, shelf: Path, tmp_path: Path
) -> None:
    vault = reopen(folder, keys)
    add_note(vault, "before the backup")
    receipt = vault.back_up(shelf, NOW)
    kept = notes(vault)
    add_note(vault, "after the backup")
    vault.close()
    assert receipt.path == shelf / "fenmarket-2026-11-21T093000Z.psgbackup"
    assert receipt.size == receipt.path.stat().st_size
    assert receipt.store_id == keys.header.store_id
    restore(receipt.path, tmp_path / "again.psgstore", PASSPHRASE)
    assert verify(tmp_path / "again.psgstore", PASSPHRASE, NOW).sound
    with open_vault(tmp_path / "again.psgstore") as again:
        assert notes(again) == kept
        assert kept[-1] == "before the backup"
        assert not again.recovered


def test_that_a_restored_vault_is_one_that_can_be_worked_in(
    receipt: BackupReceipt, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        restore(receipt.path, tmp_path / name, PASSPHRASE)
        with open_vault(tmp_path / name) as vault:
            add_note(vault)
        with open_vault(tmp_path / name) as vault:
            assert len(notes(vault)) == NOTES + 1


def test_that_a_good_backup_verifies_and_the_wrong_passphrase_is_told_apart(
    receipt: BackupReceipt,
) -> None:
    assert verify_backup(receipt.path, PASSPHRASE).sound
    with pytest.raises(WrongPassphrase):
        verify_backup(receipt.path, "guess")


def test_that_restoring_never_overwrites(receipt: BackupReceipt, folder: Path) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(VaultExists, match="already something"):
        restore(receipt.path, folder, PASSPHRASE)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_that_any_flipped_byte_of_a_backup_is_noticed(
    receipt: BackupReceipt, tmp_path: Path
) -> None:
    size = receipt.size
    chance = random.Random(1)
    front = range(2400)  # first line, manifest, header and part of the seal: every byte
    for n, offset in enumerate([*front, *(chance.randrange(size) for _ in range(200))]):
        flip(receipt.path, offset, bit=offset % 8)
        place = tmp_path / f"try-{n}"
        place.mkdir()
        with pytest.raises(Malformed):
            unpack(receipt.path, place)
        shutil.rmtree(place)
        flip(receipt.path, offset, bit=offset % 8)
    (tmp_path / "whole").mkdir()
    unpack(receipt.path, tmp_path / "whole")


def test_that_a_damaged_backup_is_neither_verified_nor_restored(
    receipt: BackupReceipt, tmp_path: Path
) -> None:
    flip(receipt.path, receipt.size - 1000)
    with pytest.raises(BackupFault, match="not a whole backup"):
        verify_backup(receipt.path, PASSPHRASE)
    with pytest.raises(BackupFault, match="not a whole backup"):
        restore(receipt.path, tmp_path / "again", PASSPHRASE)
    assert not (tmp_path / "again").exists()
    assert not [file for file in tmp_path.iterdir() if "again" in file.name]


def test_that_a_half_written_backup_is_never_listed(receipt: BackupReceipt, shelf: Path) -> None:
    whole = receipt.path.read_bytes()
    assert backups_in(shelf) == (receipt,)
    for length in (0, 1, 21, 100, 1000, len(whole) // 2, len(whole) - 1):
        receipt.path.write_bytes(whole[:length])
        assert backups_in(shelf) == ()
    receipt.path.write_bytes(whole + b"x")
    assert backups_in(shelf) == ()


def test_that_backups_are_listed_newest_first(folder: Path, keys: Keys, shelf: Path) -> None:
    vault = reopen(folder, keys)
    taken = [vault.back_up(shelf, NOW + timedelta(days=day)) for day in (0, 2, 1)]
    vault.close()
    assert backups_in(shelf) == (taken[1], taken[2], taken[0])


def test_that_a_backup_that_fails_leaves_the_good_one_of_that_name(
    folder: Path, keys: Keys, receipt: BackupReceipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = receipt.path.read_bytes()
    vault = reopen(folder, keys)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("psg_desktop.store.vault.container.folder.write_all", full)
    with pytest.raises(DiskFull):
        vault.back_up(receipt.path, NOW)
    monkeypatch.undo()
    vault.close()
    assert receipt.path.read_bytes() == good
    assert [file.name for file in receipt.path.parent.iterdir()] == [receipt.path.name]


def test_that_a_copy_that_differs_is_not_called_a_backup(
    folder: Path, keys: Keys, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rehearsal does compare: a copy from which one note was removed is refused."""
    vault = reopen(folder, keys)
    real = backups._copy

    def lose_one(*arguments: object) -> object:
        made = real(*arguments)  # type: ignore[arg-type]  # passed on as they came
        copy = Path(str(arguments[2])) / "store-1.db"
        with closing(connect(copy, keys.secrets.store_key)) as connection:
            connection.execute("DELETE FROM note WHERE id = 7")
        return made

    monkeypatch.setattr(backups, "_copy", lose_one)
    with pytest.raises(BackupFault, match="was not kept"):
        vault.back_up(shelf, NOW)
    monkeypatch.undo()
    vault.close()
    assert list(shelf.iterdir()) == []


def test_that_a_backup_inside_the_vault_is_refused(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with pytest.raises(BackupFault, match="another disk"):
        vault.back_up(folder, NOW)
    vault.close()


def test_that_a_backup_does_not_open_with_another_key(
    receipt: BackupReceipt, tmp_path: Path
) -> None:
    (tmp_path / "parts").mkdir()
    head = unpack(receipt.path, tmp_path / "parts")
    with pytest.raises(Exception, match="not a database"):
        connect(tmp_path / "parts" / head.store_file, bytes(32), "ro")

"""Changing a passphrase re-wraps one slot, and a failure half-way leaves the old one."""

import errno
import os
from pathlib import Path

import pytest

from psg_desktop.faults import DiskFull, WrongPassphrase
from psg_desktop.store.vault import folder as folders
from psg_desktop.store.vault import unlock
from psg_desktop.store.vault.header import load
from tests.store.vault.caseload import (
    NOTES,
    NOW,
    PASSPHRASE,
    Keys,
    notes,
    open_vault,
    reopen,
    store_of,
)

NEW = "seven brass kettles humming"


def test_that_the_new_passphrase_opens_and_the_old_does_not(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    before = load(folder).slots[0]
    vault.change_passphrase(PASSPHRASE, NEW)
    after = load(folder).slots[0]
    vault.close()
    assert before.derivation.salt != after.derivation.salt
    assert before.nonce != after.nonce
    assert before.derivation.cost == after.derivation.cost
    assert (before.slot_id, before.signing) == (after.slot_id, after.signing)
    with pytest.raises(WrongPassphrase):
        unlock(folder, PASSPHRASE, now=NOW)
    with open_vault(folder, NEW) as vault:
        assert len(notes(vault)) == NOTES
        assert not vault.recovered


def test_that_the_old_passphrase_must_be_known(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("guess", NEW)
    with pytest.raises(ValueError, match="blank"):
        vault.change_passphrase(PASSPHRASE, " ")
    vault.close()
    unlock(folder, PASSPHRASE, now=NOW).close()


def test_that_the_records_are_not_written_again(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    size, inode = store_of(folder).stat().st_size, store_of(folder).stat().st_ino
    vault.change_passphrase(PASSPHRASE, NEW)
    assert (store_of(folder).stat().st_size, store_of(folder).stat().st_ino) == (size, inode)
    vault.close()


@pytest.mark.parametrize("failing", range(1, 5))
def test_that_a_full_disk_at_any_step_leaves_the_old_passphrase(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """`header.prev` and `header` are written and flushed: each of the four calls fails once."""
    vault = reopen(folder, keys)
    calls = 0

    def fail_once(step: str) -> None:
        real = getattr(os, step)

        def call(*arguments: object) -> object:
            nonlocal calls
            calls += 1
            if calls == failing:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments)

        monkeypatch.setattr(folders.os, step, call)

    fail_once("write")
    fail_once("fsync")
    with pytest.raises(DiskFull, match="Free some space"):
        vault.change_passphrase(PASSPHRASE, NEW)
    assert calls > failing
    monkeypatch.undo()
    vault.close()
    with pytest.raises(WrongPassphrase):
        unlock(folder, NEW, now=NOW)
    unlock(folder, PASSPHRASE, now=NOW).close()

"""A disk that fills up while a vault is open takes nothing from what a verb was asked for."""

import errno
import json
from pathlib import Path

import pytest

from psg_desktop.store.vault import folder
from tests.cli.conftest import Shell

DONE = 0
WARNING = (
    "The vault could not be closed in order because the disk is full; nothing that was saved is "
    "lost."
)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """No seal can be written, as on a full disk."""
    whole = folder.write_durably

    def write(path: Path, data: bytes) -> None:
        if path.name == folder.SEAL:
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(path, data)

    monkeypatch.setattr(folder, "write_durably", write)


@pytest.mark.usefixtures("full")
def test_that_a_list_is_shown_and_the_seal_is_a_warning(
    shell: Shell, vault: Path, words: Path
) -> None:
    ran = shell("list", vault, "cases", "--json", "--passphrase-file", words)
    assert ran.code == DONE
    assert json.loads(ran.out) == []
    assert WARNING in ran.said
    assert "was not saved" not in ran.said


@pytest.mark.usefixtures("full")
def test_that_what_goes_to_another_disk_is_made(
    shell: Shell, vault: Path, words: Path, tmp_path: Path
) -> None:
    for verb in (("export", vault, "--out", tmp_path / "out"), ("verify", vault)):
        ran = shell(*verb, "--passphrase-file", words)
        assert ran.code == DONE, ran
        assert WARNING in ran.said


def test_that_a_vault_closed_without_its_seal_opens_again(
    shell: Shell, vault: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(folder, "write_durably", _refuse)
        ran = shell("list", vault, "cases", "--passphrase-file", words)
        assert WARNING in ran.said
    ran = shell("list", vault, "cases", "--passphrase-file", words)
    assert (ran.code, ran.said) == (DONE, "")


def _refuse(_path: Path, _data: bytes) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")

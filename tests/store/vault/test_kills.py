"""A killed program loses nothing it acknowledged, and a lock never outlives its holder."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from psg_desktop.faults import VaultInUse, WrongPassphrase
from psg_desktop.store.vault import Verification, create, unlock, verify
from psg_desktop.store.vault.lock import read_holder
from tests.store.vault.caseload import (
    NOTES,
    NOW,
    PASSPHRASE,
    add_note,
    child,
    lay_out,
    notes,
    open_vault,
    stretch_at_once,
)
from tests.store.vault.killing import Nursery

COMMIT_KILLS = 30
PASSPHRASE_KILLS = 50
CYCLE_KILLS = 60
LOOK_AFTER = 0.5  # the other half of the kills meets a vault left by the kill before

# Each child opens the vault before its first line, so that a kill falls into the work.
PREPARE = """
import sys
from pathlib import Path
from psg_desktop.store.vault import stretching
from tests.store.vault.caseload import *
stretching.from_passphrase = stretch_at_once
vault = unlock(Path(sys.argv[1]), PASSPHRASE, now=NOW)
print("open", flush=True)
"""
HOLD = PREPARE + "sys.stdin.read()"
SAVES = (
    PREPARE
    + """
for n in range(100000):
    add_note(vault, f"saved {n} " + "x" * (n * 37 % 9000))
    print(n, flush=True)
"""
)
BOASTS = (
    PREPARE
    + """
for n in range(100000):
    print(n, flush=True)
    add_note(vault, f"saved {n} " + "x" * (n * 37 % 9000))
"""
)
CYCLES = (
    PREPARE
    + """
before = len(notes(vault))
for n in range(before, 100000):
    add_note(vault, f"cycle {n}")
    print(n, flush=True)
    vault.close()
    vault = unlock(Path(sys.argv[1]), PASSPHRASE, now=NOW)
"""
)
CHANGES = (
    PREPARE
    + """
words = [PASSPHRASE, *(f"passphrase number {n}" for n in range(100000))]
for n in range(100000):
    print(n, flush=True)
    vault.change_passphrase(words[n], words[n + 1])
"""
)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("psg_desktop.store.vault.stretching.from_passphrase", stretch_at_once)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.psgstore"
    create(path, PASSPHRASE, label="Coordinator", now=NOW, lay_out=lay_out).close()
    return path


@pytest.fixture
def folder(source: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(source, tmp_path / "fenmarket.psgstore"))


def test_that_a_second_program_is_refused_and_told_where_and_since_when(folder: Path) -> None:
    holder = child(HOLD, str(folder))
    assert holder.stdout
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(VaultInUse, match=r"another window on .+, since .+ 2026") as refused:
        unlock(folder, PASSPHRASE, now=NOW)
    assert "Coordinator" not in str(refused.value)
    with pytest.raises(VaultInUse):
        verify(folder, PASSPHRASE, NOW)
    holder.kill()
    holder.communicate()
    with open_vault(folder) as vault:
        assert vault.recovered
    with open_vault(folder) as vault:
        assert not vault.recovered


def test_that_the_lock_of_this_process_survives_a_second_try_in_it(
    folder: Path,
) -> None:
    """A refused opener must not drop the locks of the one before (POSIX would, by closing)."""
    vault = unlock(folder, PASSPHRASE, now=NOW)
    for _ in range(2):
        with pytest.raises(VaultInUse):
            unlock(folder, PASSPHRASE, now=NOW)
    _, said = child(HOLD, str(folder)).communicate()
    assert "VaultInUse" in said
    add_note(vault, "still ours")
    vault.close()


def test_that_the_lock_says_closed_after_closing(folder: Path) -> None:
    vault = unlock(folder, PASSPHRASE, now=NOW)
    held = read_holder(folder)
    assert held
    assert (held.phase, held.since) == ("open", NOW)
    vault.close()
    held = read_holder(folder)
    assert held
    assert held.phase == "closed"


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    nursery = Nursery(tmp_path_factory.mktemp("nursery"))
    yield nursery
    nursery.close()


def saved_after_a_kill(
    nursery: Nursery, program: str, folder: Path, chance: random.Random
) -> tuple[int, int]:
    """Give how many saves were acknowledged before a kill, and how many are there after it."""
    said = nursery.kill_after(program, folder, chance.randrange(2, 9), chance.random() / 100)
    acknowledged = len(said) - 1  # the first says that the vault is open
    with open_vault(folder) as vault:
        assert vault.recovered
        found = [int(body.split()[1]) for body in notes(vault) if body.startswith("saved")]
    assert found == list(range(len(found)))
    assert verify(folder, PASSPHRASE, NOW).sound
    return acknowledged, len(found)


def test_that_a_kill_during_saving_loses_nothing_acknowledged(
    folder: Path, source: Path, nursery: Nursery
) -> None:
    chance = random.Random(2)
    for _ in range(COMMIT_KILLS):
        shutil.rmtree(folder)
        shutil.copytree(source, folder)
        acknowledged, found = saved_after_a_kill(nursery, SAVES, folder, chance)
        assert acknowledged <= found <= acknowledged + 1


def test_that_a_program_that_boasts_too_early_is_caught(
    folder: Path, source: Path, nursery: Nursery
) -> None:
    """The kills above do fall into saves: an early acknowledgement is found to be untrue."""
    chance = random.Random(3)
    for _ in range(COMMIT_KILLS):
        shutil.rmtree(folder)
        shutil.copytree(source, folder)
        acknowledged, found = saved_after_a_kill(nursery, BOASTS, folder, chance)
        if acknowledged > found:
            return
    pytest.fail("no kill fell into a save")


def test_that_a_kill_during_opening_or_closing_leaves_a_vault_that_opens(
    folder: Path, nursery: Nursery
) -> None:
    """Kill after kill on one folder: also in the middle of recovering from the last."""
    chance = random.Random(8)
    acknowledged = NOTES - 1
    ends = set()
    unlooked = 0  # each kill may fall between a save and its acknowledgement
    for _ in range(CYCLE_KILLS):
        unlooked += 1
        said = nursery.kill_after(CYCLES, folder, chance.randrange(3), chance.random() / 20)
        acknowledged = max([acknowledged, *(int(line) for line in said if line != "open\n")])
        if chance.random() < LOOK_AFTER:
            with open_vault(folder) as vault:
                ends.add(vault.recovered)
                found = len(notes(vault))
            assert acknowledged + 1 <= found <= acknowledged + 1 + unlooked
            acknowledged, unlooked = found - 1, 0
            assert verify(folder, PASSPHRASE, NOW) == Verification(findings=())
    assert ends == {True, False}  # some kills fell after the seal was written


def test_that_a_kill_during_a_change_of_passphrase_leaves_exactly_one(
    folder: Path, source: Path, nursery: Nursery
) -> None:
    """Argon2id is left out, so that the kills fall between the writes."""
    chance = random.Random(6)
    ends = set()
    for _ in range(PASSPHRASE_KILLS):
        shutil.rmtree(folder)
        shutil.copytree(source, folder)
        said = nursery.kill_after(CHANGES, folder, chance.randrange(2, 7), chance.random() / 30)
        begun = len(said) - 1
        words = [PASSPHRASE, *(f"passphrase number {n}" for n in range(begun))]
        works = [word for word in words if opens(folder, word)]
        assert len(works) == 1
        assert works[0] in words[-2:]
        ends.add(words[-1] == works[0])
    assert ends == {True, False}  # kills fell on both sides of the commit point


def opens(folder: Path, passphrase: str) -> bool:
    try:
        unlock(folder, passphrase, now=NOW).close()
    except WrongPassphrase:
        return False
    return True

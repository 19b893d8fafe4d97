"""Any damaged byte is noticed, a cut file never looks empty, half a folder is refused."""

import itertools
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from psg_desktop.faults import (
    DamagedHeader,
    DamagedStore,
    Fault,
    IncompleteVault,
    NewerVault,
    VaultFault,
    WrongPassphrase,
)
from psg_desktop.store.vault import FLOOR_COST, create, unlock, verify
from psg_desktop.store.vault.canonical import Malformed
from psg_desktop.store.vault.connections import connect
from psg_desktop.store.vault.folder import check_store_file
from psg_desktop.store.vault.header import load, parse
from psg_desktop.store.vault.lock import Lock, Phase
from psg_desktop.store.vault.seal import parse as parse_seal
from tests.store.vault.caseload import (
    NOW,
    PASSPHRASE,
    Keys,
    add_note,
    child,
    flip,
    lay_out,
    notes,
    open_vault,
    reopen,
    store_of,
)

PAGE = 4096
FORBIDDEN = ("delete the vault", "start again", "Error", "Invalid")


def test_that_three_troubles_have_three_sentences_with_a_safe_next_step(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        unlock(folder, "not this", now=NOW)
    damaged = Path(shutil.copytree(folder, tmp_path / "header"))
    flip(damaged / "header", 400)
    with pytest.raises(DamagedHeader) as header:
        unlock(damaged, PASSPHRASE, now=NOW)
    damaged = Path(shutil.copytree(folder, tmp_path / "page"))
    flip(store_of(damaged), 3 * PAGE + 77)
    with pytest.raises(DamagedStore) as page:
        unlock(damaged, PASSPHRASE, now=NOW)
    sentences = [str(each.value) for each in (wrong, header, page)]
    assert len(set(sentences)) == 3
    assert "try again" in sentences[0]
    assert "header.prev" in sentences[1]
    assert "restore the latest backup" in sentences[1]
    assert "restore the latest backup" in sentences[2]
    assert not [word for word in FORBIDDEN for sentence in sentences if word in sentence]


def test_that_every_flipped_bit_of_the_header_is_refused(folder: Path) -> None:
    whole = (folder / "header").read_bytes()
    parse(whole)  # the unharmed header is accepted
    for offset, bit in itertools.product(range(len(whole)), range(8)):
        harmed = bytearray(whole)
        harmed[offset] ^= 1 << bit
        with pytest.raises((Malformed, NewerVault)):
            parse(bytes(harmed))


def test_that_every_flipped_bit_of_the_seal_is_refused(folder: Path) -> None:
    header = load(folder)
    whole = (folder / "seal").read_bytes()
    assert parse_seal(whole, header).store_id == header.store_id
    for offset, bit in itertools.product(range(len(whole)), range(8)):
        harmed = bytearray(whole)
        harmed[offset] ^= 1 << bit
        try:
            found = parse_seal(bytes(harmed), header)
        except Malformed:
            continue
        # Another vault's identity is told apart before its signature can be checked.
        assert found.store_id != header.store_id


def test_that_the_header_before_opens_the_vault_when_the_header_is_damaged(folder: Path) -> None:
    with open_vault(folder) as vault:
        add_note(vault, "kept")
    flip(folder / "header", 10)
    shutil.copyfile(folder / "header.prev", folder / "header")
    with open_vault(folder) as vault:
        assert notes(vault)[-1] == "kept"
        assert vault.recovered
    with open_vault(folder) as vault:
        assert not vault.recovered


def test_that_flipped_bytes_in_any_page_are_noticed_on_opening(folder: Path, keys: Keys) -> None:
    size = store_of(folder).stat().st_size
    offsets = [page + at for page in range(0, size, PAGE) for at in (0, 16, 2000, 4030, 4095)]
    for offset in offsets:
        flip(store_of(folder), offset, bit=offset % 8)
        with pytest.raises(DamagedStore):
            reopen(folder, keys)
        flip(store_of(folder), offset, bit=offset % 8)
    reopen(folder, keys).close()  # the unharmed file is accepted


def test_that_flipped_bytes_in_a_vault_without_a_seal_are_noticed(folder: Path, keys: Keys) -> None:
    """After a crash there is no seal; the page check does its work."""
    crash(folder, keys)
    pages = range(0, store_of(folder).stat().st_size, PAGE)
    for page in pages:
        offset = page + random.Random(page).randrange(PAGE)
        flip(store_of(folder), offset)
        with pytest.raises((DamagedStore, MemoryError)):
            reopen(folder, keys)
        flip(store_of(folder), offset)
    vault = reopen(folder, keys)
    assert vault.recovered
    vault.close()


def crash(folder: Path, keys: Keys) -> None:
    """Leave the folder as a killed program leaves it: a copy taken while the vault was open."""
    vault = reopen(folder, keys)
    add_note(vault, "last")
    copy = folder.with_name("crashed")
    shutil.copytree(folder, copy)
    vault.close()
    shutil.rmtree(folder)
    copy.rename(folder)


@pytest.mark.parametrize(("phase", "opens"), [("opening", True), ("open", False)])
def test_that_a_crash_during_recovery_is_told_from_a_lost_journal(
    folder: Path, keys: Keys, phase: Phase, opens: bool
) -> None:
    """SQLite removes the journal when it has undone a change; a crash just then loses nothing."""
    crash(folder, keys)
    lock = Lock(folder, now=NOW)
    lock.record(phase)
    lock.release()
    (folder / "store-1.db-journal").unlink()
    if opens:
        vault = reopen(folder, keys)
        assert vault.recovered
        vault.close()
    else:
        with pytest.raises(IncompleteVault, match="is missing"):
            reopen(folder, keys)


def test_that_a_journal_whose_header_was_never_written_is_passed_over(
    folder: Path, keys: Keys
) -> None:
    """A kill before SQLite names its journal valid, met with the generation already raised."""
    vault = reopen(folder, keys)
    vault._raise_generation()
    crashed = Path(shutil.copytree(folder, folder.with_name("crashed")))
    vault.close()
    (crashed / "store-1.db-journal").write_bytes(bytes(512) + b"\x01" * 4104)
    vault = reopen(crashed, keys)
    assert vault.recovered
    vault.close()
    assert verify(crashed, PASSPHRASE, NOW).notes == ()


def test_that_verify_recovers_an_unsealed_vault_and_says_so(folder: Path, keys: Keys) -> None:
    crash(folder, keys)
    for _ in range(2):
        found = verify(folder, PASSPHRASE, NOW)
        assert found.sound
        assert "not closed properly" in found.notes[0]
    with open_vault(folder) as vault:
        assert vault.recovered
    assert verify(folder, PASSPHRASE, NOW).notes == ()


def test_that_verify_names_the_damaged_pages_of_a_vault(folder: Path) -> None:
    assert verify(folder, PASSPHRASE, NOW).sound
    flip(store_of(folder), 4 * PAGE + 99)
    flip(store_of(folder), 6 * PAGE + 99)
    found = verify(folder, PASSPHRASE, NOW)
    assert not found.sound
    assert any("number 5, 7" in sentence for sentence in found.findings)
    assert any("changed since the vault was last closed" in s for s in found.findings)
    assert all(sentence.endswith(".") for sentence in found.findings)


def test_that_an_open_vault_can_be_verified(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    add_note(vault)
    assert vault.verify().sound
    harm = child(
        "import sys; from pathlib import Path; from tests.store.vault.caseload import *\n"
        "flip(Path(sys.argv[1]), 5 * 4096 + 9)",
        str(store_of(folder)),
    )
    assert harm.communicate() == ("", "")
    found = vault.verify()
    assert not found.sound
    assert any("number 6" in sentence for sentence in found.findings)
    vault.close()


def test_that_an_old_page_put_back_while_closed_is_noticed(folder: Path, keys: Keys) -> None:
    """Both of the database's own checks accept it: only the seal can tell."""
    old = store_of(folder).read_bytes()
    vault = reopen(folder, keys)
    add_note(vault)
    vault.close()
    new = bytearray(store_of(folder).read_bytes())
    changed = [p for p in range(0, len(old), PAGE) if old[p : p + PAGE] != new[p : p + PAGE]]
    assert len(changed) > 1
    for page in changed:
        mixed = bytearray(new)
        mixed[page : page + PAGE] = old[page : page + PAGE]
        store_of(folder).write_bytes(mixed)
        with pytest.raises((DamagedStore, IncompleteVault)):
            reopen(folder, keys)


def test_that_a_whole_older_store_file_is_noticed(folder: Path, keys: Keys) -> None:
    old, old_seal = store_of(folder).read_bytes(), (folder / "seal").read_bytes()
    vault = reopen(folder, keys)
    vault.close()
    store_of(folder).write_bytes(old)
    with pytest.raises(IncompleteVault, match="older than its header"):
        reopen(folder, keys)
    (folder / "seal").write_bytes(old_seal)
    with pytest.raises(IncompleteVault, match="older than its header"):
        reopen(folder, keys)


def test_that_a_header_two_steps_old_is_noticed(folder: Path, keys: Keys) -> None:
    old = (folder / "header").read_bytes()
    for _ in range(2):
        reopen(folder, keys).close()
    (folder / "header").write_bytes(old)
    with pytest.raises(IncompleteVault, match="header is older"):
        reopen(folder, keys)


def test_that_a_cut_store_is_refused_at_every_length(folder: Path, keys: Keys) -> None:
    whole = store_of(folder).read_bytes()
    edges = range(0, len(whole), PAGE)
    lengths = {*range(40), 511, 512, 4095, *(e + d for e in edges for d in (-1, 0, 1) if e)}
    for length in sorted(lengths):
        store_of(folder).write_bytes(whole[:length])
        with pytest.raises((DamagedStore, IncompleteVault)):
            unlock_without_waiting(folder, keys)
    store_of(folder).write_bytes(bytes(len(whole)))
    with pytest.raises(DamagedStore):
        unlock_without_waiting(folder, keys)


def unlock_without_waiting(folder: Path, keys: Keys) -> None:
    check_store_file(store_of(folder))
    reopen(folder, keys).close()


def test_that_a_cut_file_opens_as_an_empty_store_without_our_check(
    folder: Path, keys: Keys
) -> None:
    """The danger the check above guards against is real."""
    store_of(folder).write_bytes(b"")
    with closing(connect(store_of(folder), keys.secrets.store_key)) as naive:
        assert naive.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert naive.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


def test_that_a_plain_database_is_refused(folder: Path) -> None:
    store_of(folder).write_bytes(b"SQLite format 3\x00" + bytes(2 * PAGE - 16))
    (folder / "seal").unlink()
    with pytest.raises(DamagedStore, match="not encrypted"):
        unlock(folder, PASSPHRASE, now=NOW)


@pytest.mark.parametrize("closed", [True, False])
def test_that_no_part_of_a_folder_looks_whole(
    made: Path, keys: Keys, tmp_path: Path, closed: bool
) -> None:
    """Every subset of the files either opens with all notes, or is refused with a reason."""
    source = Path(shutil.copytree(made, tmp_path / "source"))
    if not closed:
        crash(source, keys)
    whole = len(notes_once(Path(shutil.copytree(source, tmp_path / "whole")), keys))
    names = sorted(file.name for file in source.iterdir())
    opened = []
    for count in range(len(names)):
        for kept in itertools.combinations(names, count):
            part = tmp_path / "part"
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            for name in kept:
                shutil.copyfile(source / name, part / name)
            try:
                found = notes_once(part, keys)
            except VaultFault:
                continue
            assert len(found) == whole
            opened.append(set(kept))
    needed = {"header", "store-1.db"} if closed else {"header", "store-1.db", "store-1.db-journal"}
    assert opened
    assert all(needed <= kept for kept in opened)
    if closed:
        assert all("seal" in kept or "lock" in kept for kept in opened)


def notes_once(folder: Path, keys: Keys) -> list[str]:
    from psg_desktop.store.vault.folder import check_present  # noqa: PLC0415

    check_present(folder)
    check_store_file(store_of(folder))
    vault = reopen(folder, keys)
    try:
        return notes(vault)
    finally:
        vault.close()


def test_that_files_of_two_vaults_do_not_mix(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.psgstore"
    create(other, PASSPHRASE, label="A", now=NOW, cost=FLOOR_COST, lay_out=lay_out).close()
    for name in ("header", "seal", "store-1.db"):
        mixed = Path(shutil.copytree(folder, tmp_path / f"mixed-{name}"))
        shutil.copyfile(other / name, mixed / name)
        with pytest.raises((IncompleteVault, DamagedStore), match=r"another vault|cut|changed"):
            unlock(mixed, PASSPHRASE, now=NOW)


def test_that_a_journal_from_another_time_is_refused(folder: Path, keys: Keys) -> None:
    (folder / "store-1.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    with pytest.raises(IncompleteVault, match="another time"):
        reopen(folder, keys)


def test_that_no_fault_text_holds_a_record(folder: Path, keys: Keys) -> None:
    crash(folder, keys)
    for page in range(0, store_of(folder).stat().st_size, PAGE):
        flip(store_of(folder), page + 50)
        with pytest.raises((Fault, MemoryError)) as problem:
            reopen(folder, keys)
        flip(store_of(folder), page + 50)
        assert "Quillfeather" not in repr(problem.value) + repr(problem.value.__context__)

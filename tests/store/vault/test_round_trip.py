"""What is put into a vault is there when it is opened again, and nothing else happens to it."""

import os
import stat
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from psg_desktop.faults import VaultExists, VaultMissing, WrongPassphrase
from psg_desktop.store.vault import (
    FLOOR_COST,
    KdfCost,
    Vault,
    create,
    is_vault,
    key_holders,
    unlock,
)
from psg_desktop.store.vault.connections import connect
from psg_desktop.store.vault.header import load
from tests.store.vault.caseload import (
    NOTES,
    NOW,
    PASSPHRASE,
    Keys,
    add_note,
    lay_out,
    notes,
    open_vault,
    reopen,
    store_of,
)


def test_that_what_is_put_in_is_found_after_closing_and_unlocking(folder: Path) -> None:
    with open_vault(folder) as vault:
        add_note(vault, "Ądam Łęcki’s gate – mended")
        assert vault.slot_label == "Coordinator"
        assert not vault.recovered
        assert vault.generation == 2  # the making ended with a clean close
    with open_vault(folder) as vault:
        assert notes(vault)[-1] == "Ądam Łęcki’s gate – mended"
        assert len(notes(vault)) == NOTES + 1
        assert vault.generation == 3


def test_that_the_passphrase_is_the_same_however_the_keyboard_composes_it(tmp_path: Path) -> None:
    words = "café Łódź naïve"
    composed, decomposed = (unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    assert composed != decomposed
    path = tmp_path / "v.psgstore"
    vault = create(path, composed, label="A", now=NOW, cost=FLOOR_COST, lay_out=lay_out)
    vault.close()
    with open_vault(path, decomposed) as again:
        assert again.store_id == vault.store_id


def test_that_a_wrong_passphrase_says_so_and_changes_nothing(folder: Path) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(WrongPassphrase, match="does not open the vault"):
        unlock(folder, PASSPHRASE + " ", now=NOW)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_that_closing_twice_is_closing_once(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    vault.close()
    generation = load(folder).generation
    vault.close()
    assert load(folder).generation == generation


def test_that_a_closed_vault_opens_no_connection(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    vault.close()
    with pytest.raises(RuntimeError, match="closed"):
        add_note(vault)


def test_that_a_vault_cannot_be_closed_under_a_connection_in_use(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with vault.reader.connect(), pytest.raises(RuntimeError, match="in use"):
        vault.close()
    vault.close()


def test_that_a_vault_is_made_only_where_nothing_is(folder: Path) -> None:
    with pytest.raises(VaultExists, match="already something"):
        create(folder, PASSPHRASE, label="A", now=NOW, cost=FLOOR_COST, lay_out=lay_out)


def test_that_a_failed_making_leaves_nothing_behind(tmp_path: Path) -> None:
    def lay_out_half(engine: Engine) -> None:
        lay_out(engine)
        raise ZeroDivisionError

    path = tmp_path / "v.psgstore"
    with pytest.raises(ZeroDivisionError):
        create(path, PASSPHRASE, label="A", now=NOW, cost=FLOOR_COST, lay_out=lay_out_half)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("passphrase", "label", "cost"),
    [
        ("  ", "A", FLOOR_COST),
        (PASSPHRASE, "", FLOOR_COST),
        (PASSPHRASE, "A\n", FLOOR_COST),
        (PASSPHRASE, "A" * 51, FLOOR_COST),
        (PASSPHRASE, "A", KdfCost(memory_kib=64 * 1024, iterations=2, lanes=4)),
    ],
)
def test_that_a_blank_passphrase_an_unfit_label_or_a_cheap_derivation_is_refused(
    tmp_path: Path, passphrase: str, label: str, cost: KdfCost
) -> None:
    with pytest.raises(ValueError, match=r"blank|floor"):
        create(tmp_path / "v", passphrase, label=label, now=NOW, cost=cost, lay_out=lay_out)


def test_that_an_empty_place_is_named_as_no_vault(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(VaultMissing, match="no vault"):
        unlock(tmp_path / "nowhere", PASSPHRASE, now=NOW)
    assert not is_vault(tmp_path)
    assert is_vault(folder)


def test_that_the_slots_can_be_listed_without_a_passphrase(folder: Path) -> None:
    (holder,) = key_holders(folder)
    assert (holder.label, holder.role) == ("Coordinator", "coordinator")


def test_that_a_slot_can_be_chosen(folder: Path) -> None:
    (holder,) = key_holders(folder)
    unlock(folder, PASSPHRASE, now=NOW, slot_id=holder.slot_id).close()
    with pytest.raises(WrongPassphrase):
        unlock(folder, PASSPHRASE, now=NOW, slot_id=UUID(int=1))


def test_that_only_the_owner_can_read_the_files(folder: Path, keys: Keys, made: Path) -> None:
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    vault = reopen(folder, keys)
    add_note(vault)
    names = ("header", "header.prev", "lock", "store-1.db", "store-1.db-journal")
    found = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert found == dict.fromkeys(names, 0o600)
    vault.close()
    assert {file.name for file in folder.iterdir()} == {
        "header",
        "header.prev",
        "lock",
        "seal",
        "store-1.db",
    }


def test_that_every_connection_has_its_safety_settings(folder: Path, keys: Keys) -> None:
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "cache_size": -65536,
        "foreign_keys": 1,
        "page_size": "4096",
        "busy_timeout": 10000,
    }
    vault = reopen(folder, keys)
    with vault.engine.connect() as one, vault.reader.connect() as two:
        for connection in (one, two):
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected
            }
            assert found == expected
    vault.close()


def test_that_a_reader_cannot_write_and_the_same_connection_can_write_later(
    folder: Path, keys: Keys
) -> None:
    vault = reopen(folder, keys)
    with vault.reader.begin() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("DELETE FROM note"))
    add_note(vault, "after")
    assert notes(vault)[-1] == "after"
    with vault.reader.begin() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("DELETE FROM note"))
    vault.close()


def test_that_a_failed_change_of_tables_leaves_no_trace(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)

    def change_half() -> None:
        with vault.engine.begin() as connection:
            connection.execute(text("CREATE TABLE half (a)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_half()
    with vault.reader.begin() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_schema")).scalars().all()
    assert "half" not in tables
    vault.close()


def test_that_many_threads_can_read_and_write(folder: Path, keys: Keys) -> None:
    """With SQLAlchemy's default pool for such an address this crashes the interpreter."""
    vault = reopen(folder, keys)

    def work(number: int) -> int:
        for turn in range(3):
            add_note(vault, f"thread {number} turn {turn}")
        return len(notes(vault))

    with ThreadPoolExecutor(24) as threads:
        assert min(threads.map(work, range(24))) > NOTES
    assert len(notes(vault)) == NOTES + 3 * 24
    vault.close()


def test_that_opening_cannot_create(tmp_path: Path, keys: Keys) -> None:
    with pytest.raises(Exception, match="unable to open"):
        connect(tmp_path / "nothing.db", keys.secrets.store_key)
    assert list(tmp_path.iterdir()) == []


def test_that_a_person_signs_with_the_key_named_in_their_slot(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    signature = vault.sign(b"an entry")
    Ed25519PublicKey.from_public_bytes(load(folder).slots[0].signing).verify(signature, b"an entry")
    assert vault.person_id == load(folder).slots[0].person_id
    vault.close()


def test_that_a_moment_in_another_zone_is_written_in_utc(tmp_path: Path) -> None:
    summer = datetime(2026, 7, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    path = tmp_path / "v.psgstore"
    create(path, PASSPHRASE, label="A", now=summer, cost=FLOOR_COST, lay_out=lay_out).close()
    assert load(path).created.isoformat() == "2026-07-01T09:30:00+00:00"


def test_that_the_data_key_is_never_changed_in_place() -> None:
    sources = Path(__file__).resolve().parents[3] / "psg_desktop" / "store" / "vault"
    assert not [file for file in sources.glob("*.py") if "rekey" in file.read_text("utf-8")]


def test_that_the_store_is_not_a_plain_database(folder: Path) -> None:
    assert store_of(folder).read_bytes()[:16] != b"SQLite format 3\x00"


def test_that_neither_vault_nor_keys_show_a_secret(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    shown = repr(vault) + repr(keys.secrets) + repr(vault._found) + repr(vars(vault))
    vault.close()
    hidden = (keys.secrets.store_key, keys.secrets.signing.private_bytes_raw())
    assert not [secret for secret in hidden if secret.hex() in shown or repr(secret) in shown]
    assert isinstance(vault, Vault)
    assert os.fspath(vault.path) == os.fspath(folder)

"""A vault and a backup written in format 1 open for ever.

The files in `format_1` were written when the format was fixed and are never written again: a
change that cannot read them needs a new format number and a way from this one to it.
"""

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlcipher3 import dbapi2 as sqlcipher

from psg_desktop.store.vault import backups_in, restore, unlock, verify, verify_backup
from tests.store.vault.caseload import NOW, keys_of

KEPT = Path(__file__).parent / "format_1"
PASSPHRASE = "copper lantern orchard tenfold"
WORDS = "Fenmarket – the gate was mended"


def words_in(path: Path) -> str:
    with unlock(path, PASSPHRASE, now=NOW) as vault, vault.reader.begin() as connection:
        return str(connection.execute(text("SELECT body FROM note")).scalar_one())


def test_that_a_vault_of_format_1_opens(tmp_path: Path) -> None:
    path = Path(shutil.copytree(KEPT / "fenmarket.psgstore", tmp_path / "v"))
    assert verify(path, PASSPHRASE, NOW).sound
    assert words_in(path) == WORDS
    assert words_in(path) == WORDS  # closed and sealed anew in between


def test_that_a_backup_of_format_1_restores(tmp_path: Path) -> None:
    (receipt,) = backups_in(KEPT)
    assert verify_backup(receipt.path, PASSPHRASE).sound
    restore(receipt.path, tmp_path / "v", PASSPHRASE)
    assert words_in(tmp_path / "v") == WORDS


def test_that_any_reader_of_sqlcipher_opens_the_store_with_its_key() -> None:
    """Nobody is locked in: the key in hexadecimal digits and the library's own settings do."""
    path = KEPT / "fenmarket.psgstore"
    key = keys_of(path).secrets.store_key.hex()
    with closing(sqlcipher.connect(f"{(path / 'store-1.db').as_uri()}?mode=ro", uri=True)) as plain:
        plain.execute(f"PRAGMA key = \"x'{key}'\"")
        assert plain.execute("SELECT body FROM note").fetchone() == (WORDS,)

"""A small vault with a table of notes, and the ways tests look at and damage it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, text

from psg_desktop.store.vault import Vault, unlock
from psg_desktop.store.vault.header import Header, load
from psg_desktop.store.vault.keys import find_keys
from psg_desktop.store.vault.secret_keys import Secrets
from psg_desktop.store.vault.slots import Slot
from psg_desktop.store.vault.stretching import KdfCost, SlotKey
from psg_desktop.store.vault.unlocking import adopt

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PASSPHRASE = "copper lantern orchard tenfold"
MARKER = "Zephyrine Quillfeather, 17 Marrowbone Lock"
NOTES = 400
ROOT = Path(__file__).resolve().parents[3]


def lay_out(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
        )
        connection.execute(text("CREATE INDEX note_body ON note (body)"))
        connection.execute(
            text("INSERT INTO note (id, body) VALUES (:id, :body)"),
            [{"id": n, "body": f"{MARKER} note {n} {'word ' * 20}"} for n in range(1, NOTES + 1)],
        )


def add_note(vault: Vault, body: str = MARKER) -> None:
    with vault.engine.begin() as connection:
        connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": body})


def notes(vault: Vault) -> list[str]:
    with vault.reader.begin() as connection:
        return list(connection.execute(text("SELECT body FROM note ORDER BY id")).scalars())


@dataclass(frozen=True)
class Keys:
    """What opening by hand needs, so that a test of damage need not wait for the derivation."""

    header: Header
    slot: Slot
    secrets: Secrets


def keys_of(path: Path) -> Keys:
    header = load(path)
    slot, secrets = find_keys(header, PASSPHRASE)
    return Keys(header, slot, secrets)


def reopen(path: Path, keys: Keys) -> Vault:
    """Open with the keys in hand: every step of unlocking but the derivation."""
    return adopt(path, load(path), keys.slot, keys.secrets, now=NOW)


@contextmanager
def open_vault(path: Path, passphrase: str = PASSPHRASE) -> Iterator[Vault]:
    vault = unlock(path, passphrase, now=NOW)
    try:
        yield vault
    finally:
        vault.close()


def stretch_at_once(passphrase: str, *, salt: bytes, cost: KdfCost, info: bytes) -> SlotKey:
    """Stand in for Argon2id where kills must fall between the writes and not into it."""
    spread = hashlib.sha512(passphrase.encode() + salt + info).digest()
    return SlotKey(key=spread[:32], commitment=spread[32:])


def store_of(path: Path) -> Path:
    return path / "store-1.db"


def flip(file: Path, offset: int, bit: int = 0) -> None:
    with file.open("r+b") as opened:
        opened.seek(offset)
        harmed = opened.read(1)[0] ^ (1 << bit)
        opened.seek(offset)
        opened.write(bytes([harmed]))


def child(source: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a real second process of this program, with our lines on its command line."""
    return subprocess.Popen(
        [sys.executable, "-c", source, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

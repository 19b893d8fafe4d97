"""Opening a vault for work, in the order that can harm nothing.

Present and whole; locked to us; header and seal believed; passphrase (all in `keys`); the encrypted
file opened without being able to create one; the three accounts compared; only then is the seal
removed and the vault open for writing.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from psg_desktop.faults import DamagedStore, IncompleteVault
from psg_desktop.store.vault import checks, connections, folder, header, identity, seal
from psg_desktop.store.vault.folder import SEAL, check_present
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.keys import Opened, opened
from psg_desktop.store.vault.lock import Lock
from psg_desktop.store.vault.secret_keys import Secrets
from psg_desktop.store.vault.slots import Slot
from psg_desktop.store.vault.translation import translating
from psg_desktop.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHolder:
    """A slot as the unlock screen may show it: anybody with the folder can read this."""

    slot_id: UUID
    label: str
    role: str


def key_holders(path: Path) -> tuple[KeyHolder, ...]:
    """List the slots of a vault, for choosing whose passphrase is asked.

    Raises:
        VaultMissing, IncompleteVault, DamagedHeader, NewerVault: see `unlock`.
    """
    check_present(path)
    with translating():
        slots = header.load(path).slots
    return tuple(KeyHolder(slot_id=s.slot_id, label=s.label, role=s.role) for s in slots)


def unlock(path: Path, passphrase: str, *, now: datetime, slot_id: UUID | None = None) -> Vault:
    """Open a vault for work; close it when done.

    The passphrase is spelt in Unicode form NFC. Without a `slot_id` each slot is tried, about a
    second each.

    Raises:
        VaultMissing, IncompleteVault, VaultInUse, DamagedHeader, NewerVault, WrongPassphrase,
        DamagedStore: what each says; nothing has been changed.
        DiskFull, Unwritable: the disk refused.
    """
    with translating(), opened(path, passphrase, now=now, slot_id=slot_id) as (found, keep):
        vault = _admitted(found)
        keep.pop_all()
    return vault


def adopt(path: Path, head: Header, slot: Slot, secrets: Secrets, *, now: datetime) -> Vault:
    """Open a vault just made, whose keys are still in hand."""
    with translating(), ExitStack() as keep:
        lock = Lock(path, now=now)
        keep.callback(lock.release)
        found = Opened(
            path=path,
            lock=lock,
            header=head,
            seal=seal.load(path, head),
            sealed_digest=folder.digest(path / head.store_file),
            slot=slot,
            secrets=secrets,
        )
        vault = _admitted(found)
        keep.pop_all()
    return vault


def _admitted(found: Opened) -> Vault:
    return Vault(found, recovered=_admit(found))


def _admit(found: Opened) -> bool:
    """Compare the accounts, remove the seal, and say whether the vault had to be recovered."""
    check_journal(found)
    if found.altered:
        raise explain_altered(found)
    with recovering(found) as connection:
        account = identity.read(connection)
        identity.compare(account, found.header)
        check_seal_generation(found, account.generation)
        if found.seal is None:
            checks.refuse_damage(connection)
    found.lock.record("open")
    folder.remove_durably(found.path / SEAL)
    return found.seal is None or account.generation != found.header.generation


@contextmanager
def recovering(found: Opened) -> Iterator[Any]:
    """Give a connection that first undoes what a crash left unfinished.

    The journal is there before and after, and the lock says `opening` in between, because SQLite
    removes the journal when it has undone a change: a crash just then must not look like a folder
    that lost a file.
    """
    _keep_journal(found)
    found.lock.record("opening")
    with closing(connections.connect(found.store, found.secrets.store_key)) as connection:
        yield connection
    _keep_journal(found)
    # What SQLite has read past is dead: a journal whose header never reached the disk.
    os.truncate(found.journal, 0)


def _keep_journal(found: Opened) -> None:
    if not found.journal.exists():
        folder.make_private_file(found.journal)
        folder.flush_folder(found.path)


def check_journal(found: Opened) -> None:
    """Refuse a folder whose rollback journal is missing or does not belong there.

    Raises:
        IncompleteVault: a file was lost, or another session's was added.
    """
    size = folder.plain_size(found.journal)
    if found.seal is not None and size:
        raise IncompleteVault(
            f"The file “{found.journal.name}” in the vault's folder is from another time than the "
            "rest. Copy the whole folder again from where it came, or restore the latest backup."
        )
    phase = found.lock.before.phase if found.lock.before else ""
    if found.seal is None and size is None and phase not in {"opening", "closed"}:
        raise IncompleteVault(
            f"The vault was not closed properly, and the file “{found.journal.name}” that would "
            "undo its last unfinished change is missing. Copy the whole folder again from where "
            "it came, or restore the latest backup."
        )


def check_seal_generation(found: Opened, generation: int) -> None:
    """Refuse a seal of another time than the file.

    Raises:
        IncompleteVault: the two generations differ.
    """
    if found.seal is not None and found.seal.generation != generation:
        raise IncompleteVault(
            f"The file “{SEAL}” in the vault's folder is from another time than the rest. Copy "
            "the whole folder again from where it came, or restore the latest backup."
        )


def explain_altered(found: Opened) -> Exception:
    """Find out, reading only, why the encrypted file is not the one that was sealed."""
    with (
        translating(),
        closing(connections.connect(found.store, found.secrets.store_key, "ro")) as connection,
    ):
        identity.compare(identity.read(connection), found.header)
        checks.refuse_damage(connection)
    return DamagedStore(
        "The vault's encrypted file was changed since the vault was last closed, by something "
        "other than this program: part of it may be an older copy. Keep a copy of the folder as "
        "it is, and restore the latest backup."
    )

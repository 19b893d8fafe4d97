"""From a vault's folder and a passphrase to the keys, changing nothing but the lock."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from psg_desktop.faults import DamagedHeader, DamagedStore, WrongPassphrase
from psg_desktop.store.vault import folder, header, seal
from psg_desktop.store.vault.canonical import Malformed
from psg_desktop.store.vault.folder import check_present, check_store_file
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.lock import Lock
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE
from psg_desktop.store.vault.seal import Seal
from psg_desktop.store.vault.secret_keys import Secrets
from psg_desktop.store.vault.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A vault whose keys are in hand, locked to us, nothing of it changed yet."""

    path: Path
    lock: Lock
    header: Header
    seal: Seal | None
    sealed_digest: str
    slot: Slot
    secrets: Secrets = field(repr=False)

    @property
    def store(self) -> Path:
        """The encrypted file."""
        return self.path / self.header.store_file

    @property
    def journal(self) -> Path:
        """SQLite's rollback journal beside it."""
        return self.path / f"{self.header.store_file}-journal"

    @property
    def altered(self) -> bool:
        """Whether the encrypted file is not the one that was sealed."""
        return self.seal is not None and self.seal.sha256 != self.sealed_digest


@contextmanager
def opened(
    path: Path, passphrase: str, *, now: datetime, slot_id: UUID | None = None
) -> Iterator[tuple[Opened, ExitStack]]:
    """Take the lock and find the keys; the lock is released at the end unless kept."""
    check_present(path)
    with ExitStack() as keep:
        lock = Lock(path, now=now)
        keep.callback(lock.release)
        head = header.load(path)
        store = path / head.store_file
        size = check_store_file(store)
        closed = seal.load(path, head)
        if closed is not None and size != closed.size:
            raise DamagedStore(
                "The vault's encrypted file is not as long as when it was closed: it was cut, or "
                "only half copied. Copy it again from where it came, or restore the latest "
                "backup; do not delete anything yet."
            )
        with ThreadPoolExecutor(1) as beside:
            # Hashing runs beside the key derivation, which leaves a core free for it.
            hashed = beside.submit(folder.digest, store) if closed else None
            slot, secrets = find_keys(head, passphrase, slot_id)
            digest = hashed.result() if hashed else ""
        yield (
            Opened(
                path=path,
                lock=lock,
                header=head,
                seal=closed,
                sealed_digest=digest,
                slot=slot,
                secrets=secrets,
            ),
            keep,
        )


def find_keys(head: Header, passphrase: str, slot_id: UUID | None = None) -> tuple[Slot, Secrets]:
    """Open the first slot the passphrase fits.

    Raises:
        WrongPassphrase: it fits none.
        DamagedHeader: the slot was altered, or made by another authority than signed the header.
    """
    for slot in head.slots:
        key = None
        if slot_id in (None, slot.slot_id):
            key = slot.key_from(passphrase, head.store_id)
        if key is not None:
            try:
                secrets = slot.open(key, store_id=head.store_id, epoch=head.epoch)
            except Malformed:
                raise _replaced() from None
            if secrets.authority_public != head.authority:
                raise _replaced()
            return slot, secrets
    raise _wrong()


def check_passphrase(found: Opened, passphrase: str) -> None:
    """Refuse any but the passphrase of the slot that opened the vault.

    Raises:
        WrongPassphrase: it is another.
    """
    if found.slot.key_from(passphrase, found.header.store_id) is None:
        raise _wrong()


def _wrong() -> WrongPassphrase:
    return WrongPassphrase(
        "This passphrase does not open the vault. Check Caps Lock and the keyboard language and "
        "try again; nothing has been changed."
    )


def _replaced() -> DamagedHeader:
    return DamagedHeader(
        "The header of this vault was altered by somebody who does not hold its keys. Copy "
        f"“{HEADER_BEFORE}” over “{HEADER}” inside the vault's folder and try "
        "again, or restore the latest backup."
    )

"""An unlocked vault: the engine to work with, and the few things done to the vault as a whole."""

from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from sqlalchemy.pool import QueuePool
from typing_extensions import override

from psg_desktop.faults import Fault
from psg_desktop.store.vault import (
    backups,
    checks,
    connections,
    folder,
    identity,
    keys,
    seal,
    slots,
)
from psg_desktop.store.vault import header as headers
from psg_desktop.store.vault.backups import BackupReceipt
from psg_desktop.store.vault.checks import Verification
from psg_desktop.store.vault.folder import SEAL
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.keys import Opened
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE
from psg_desktop.store.vault.translation import not_sealed, translating


class Vault:
    """A vault that is open for work in this process and locked against any other."""

    def __init__(self, found: Opened, *, recovered: bool) -> None:
        self.recovered = recovered
        self._found = found
        self._closed = False
        self.engine = connections.engine_on(self._connect)
        self.reader = connections.readers(self.engine)

    @override
    def __repr__(self) -> str:
        return f"Vault({self.store_id}, {'closed' if self._closed else 'open'})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The vault's folder."""
        return self._found.path

    @property
    def store_id(self) -> UUID:
        """Identity of the vault, the same in every copy and backup of it."""
        return self._found.header.store_id

    @property
    def generation(self) -> int:
        """Counts clean closes and changes of slots: of two copies the higher is the newer."""
        return self._found.header.generation

    @property
    def slot_label(self) -> str:
        """Public label of the slot that opened the vault."""
        return self._found.slot.label

    @property
    def person_id(self) -> UUID:
        """Identifier of the person whose slot opened the vault."""
        return self._found.slot.person_id

    def sign(self, data: bytes) -> bytes:
        """Sign with the Ed25519 key of the person who opened the vault."""
        return self._found.secrets.signing.sign(data)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap this person's slot anew; the records are not touched.

        The new passphrase has been tried on the header as written before this returns. Whatever
        happens in between, exactly one of the two opens the vault. Old backups, and the header
        before this one until the next close, still open with the old passphrase.

        Raises:
            WrongPassphrase: `old` is not the passphrase of the slot that opened the vault.
            DiskFull, Unwritable: the header could not be written; the old passphrase still holds.
        """
        if not new.strip():
            raise ValueError("a blank passphrase")
        found = self._found
        keys.check_passphrase(found, old)
        slot = slots.rewrap(
            found.slot,
            new,
            found.secrets,
            store_id=self.store_id,
            epoch=found.header.epoch,
        )
        with translating():
            changed = found.header.with_slot(slot, generation=self._raise_generation())
            try:
                self._put_header(changed)
                keys.find_keys(headers.load(self.path), new, slot.slot_id)
            except BaseException:
                self._put_header(found.header)
                raise
        self._found = replace(found, header=changed, slot=slot)

    def back_up(self, folder_or_file: Path, now: datetime) -> BackupReceipt:
        """Write one encrypted file that holds the whole vault, and prove that it restores.

        Work may go on; saving waits meanwhile. The backup opens with the passphrases of today.

        Raises:
            BackupFault: the copy did not restore to the same records; nothing is left of it.
            DiskFull, Unwritable: the disk refused.
        """
        return backups.back_up(self._found, self.engine, folder_or_file, now)

    def verify(self) -> Verification:
        """Check every page and the structure while the vault is open; saving waits meanwhile.

        The seal speaks only of a closed vault: `verify` of this package looks at that too.
        """
        found = self._found
        with (
            translating(),
            self.engine.begin(),
            closing(connections.connect(found.store, found.secrets.store_key, "ro")) as connection,
        ):
            return Verification(findings=checks.findings(connection))

    def close(self) -> None:
        """Close every connection, seal the encrypted file and let the next opener in.

        Safe to call again. If sealing fails, everything saved stays saved and the vault opens as
        recovered next time.

        Raises:
            RuntimeError: a connection is still in use; the vault stays open.
            NotSealed: the seal could not be written; the vault is closed all the same.
        """
        if self._closed:
            return
        if self._connections_in_use():
            raise RuntimeError("the vault is closed while a connection is in use")
        self._closed = True
        try:
            with self.translating():
                self._seal()
        except Fault as fault:
            raise not_sealed(fault) from fault
        finally:
            self.engine.dispose()
            self._found.lock.release()

    def translating(self) -> AbstractContextManager[None]:
        """Turn what the driver or the system raises inside into its fault, a moved vault too."""
        return translating(self._found.store)

    def _connect(self) -> Any:
        if self._closed:
            # The lock is gone: a connection now could write beside another program's.
            raise RuntimeError("the vault is closed")
        return connections.connect(self._found.store, self._found.secrets.store_key)

    def _connections_in_use(self) -> int:
        pool = self.engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    def _seal(self) -> None:
        found = self._found
        generation = self._raise_generation()
        self.engine.dispose()
        if found.journal.exists() and found.journal.stat().st_size:
            raise RuntimeError("a journal is still in use at closing")
        header = replace(found.header, generation=generation)
        self._put_header(header)
        # Only now: no connection of this process holds the file any more.
        sealed = seal.of(found.store, header, generation)
        written = seal.write(sealed, found.slot.slot_id, found.secrets.signing)
        folder.write_durably(self.path / SEAL, written)
        found.lock.record("closed")
        found.journal.unlink(missing_ok=True)

    def _raise_generation(self) -> int:
        """Raise the generation in the encrypted file; the header must follow."""
        found = self._found
        generation = found.header.generation + 1
        with closing(connections.connect(found.store, found.secrets.store_key)) as connection:
            identity.raise_generation(connection, generation)
        return generation

    def _put_header(self, header: Header) -> None:
        """Write a header, keeping the one before: the single commit point of a key change."""
        before = folder.read_small(self.path / HEADER)
        folder.write_durably(self.path / HEADER_BEFORE, before)
        data = headers.write(header, self._found.secrets.authority)
        folder.write_durably(self.path / HEADER, data)
        self._found = replace(self._found, header=header)

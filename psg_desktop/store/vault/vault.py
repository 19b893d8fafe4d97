"""An unlocked vault: the engine to work with, and the few things done to the vault as a whole."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy.pool import QueuePool
from typing_extensions import override

from psg_desktop.store.vault import connections, folder, identity, seal
from psg_desktop.store.vault import header as headers
from psg_desktop.store.vault.folder import HEADER, HEADER_BEFORE, SEAL
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.keys import Opened
from psg_desktop.store.vault.seal import Seal
from psg_desktop.store.vault.translation import translating


class Vault:
    """A vault that is open for work in this process and locked against any other."""

    def __init__(self, found: Opened, *, recovered: bool) -> None:
        self.path = found.path
        self.recovered = recovered
        self._header = found.header
        self._slot = found.slot
        self._secrets = found.secrets
        self._lock = found.lock
        self._closed = False
        self.engine = connections.engine_on(self._store, self._secrets.store_key)
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
    def store_id(self) -> UUID:
        """Identity of the vault, the same in every copy and backup of it."""
        return self._header.store_id

    @property
    def generation(self) -> int:
        """Counts clean closes and changes of slots: of two copies the higher is the newer."""
        return self._header.generation

    @property
    def slot_label(self) -> str:
        """Public label of the slot that opened the vault."""
        return self._slot.label

    @property
    def person_id(self) -> UUID:
        """Identifier of the person whose slot opened the vault."""
        return self._slot.person_id

    @property
    def _store(self) -> Path:
        return self.path / self._header.store_file

    def sign(self, data: bytes) -> bytes:
        """Sign with the Ed25519 key of the person who opened the vault."""
        return self._secrets.signing.sign(data)

    def close(self) -> None:
        """Close every connection, seal the encrypted file and let the next opener in.

        Safe to call again. If sealing fails, everything saved stays saved and the vault opens as
        recovered next time.

        Raises:
            RuntimeError: a connection is still in use; the vault stays open.
            DiskFull, Unwritable: the seal could not be written; the vault is closed all the same.
        """
        if self._closed:
            return
        if self._connections_in_use():
            raise RuntimeError("the vault is closed while a connection is in use")
        self._closed = True
        try:
            with translating():
                self._seal()
        finally:
            self.engine.dispose()
            self._lock.release()

    def _connections_in_use(self) -> int:
        pool = self.engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    def _seal(self) -> None:
        generation = self._raise_generation()
        self.engine.dispose()
        journal = self.path / f"{self._header.store_file}-journal"
        if journal.exists() and journal.stat().st_size:
            raise RuntimeError("a journal is still in use at closing")
        self._put_header(replace(self._header, generation=generation))
        # Only now: no connection of this process holds the file any more.
        found = Seal(
            store_id=self.store_id,
            epoch=self._header.epoch,
            generation=generation,
            size=self._store.stat().st_size,
            sha256=folder.digest(self._store),
        )
        sealed = seal.write(found, self._slot.slot_id, self._secrets.signing)
        folder.write_durably(self.path / SEAL, sealed)
        self._lock.record("closed")
        journal.unlink(missing_ok=True)

    def _raise_generation(self) -> int:
        """Raise the generation in the encrypted file; the header must follow."""
        generation = self._header.generation + 1
        with closing(connections.connect(self._store, self._secrets.store_key)) as connection:
            identity.raise_generation(connection, generation)
        return generation

    def _put_header(self, header: Header) -> None:
        """Write a header, keeping the one before: the single commit point of a key change."""
        before = folder.read_small(self.path / HEADER)
        folder.write_durably(self.path / HEADER_BEFORE, before)
        data = headers.write(header, self._secrets.authority)
        folder.write_durably(self.path / HEADER, data)
        self._header = header

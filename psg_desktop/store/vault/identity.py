"""What the encrypted file says of itself, to be compared with the header and the seal.

The one row of `store_meta` carries the vault's identity, its key epoch and its generation: this is
how a half-restored or mixed folder is noticed, which no checksum of a single file can do.

The generation is raised here first and in the header second. So the file may be one ahead of the
header (a crash between the two, or the header of one step before put back), never behind.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from psg_desktop.faults import DamagedStore, IncompleteVault
from psg_desktop.store.vault.header import Header

TABLE: Final = "store_meta"
APPLICATION_ID: Final = 0x50534744  # "PSGD"
_AGAIN: Final = "Copy the whole folder again from where it came, or restore the latest backup."


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The encrypted file's own account of itself."""

    store_id: UUID
    epoch: int
    generation: int
    authority: str


def lay_down(connection: Any, header: Header) -> None:
    """Write the identity into a new, empty store."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(
        f"CREATE TABLE {TABLE} ("
        "only_row INTEGER PRIMARY KEY CHECK (only_row = 1), store_id TEXT NOT NULL, "
        "epoch INTEGER NOT NULL, generation INTEGER NOT NULL, authority TEXT NOT NULL) STRICT"
    )
    connection.execute(
        f"INSERT INTO {TABLE} VALUES (1, ?, ?, ?, ?)",  # noqa: S608  # a constant name
        (str(header.store_id), header.epoch, header.generation, header.authority.hex()),
    )


def read(connection: Any) -> Identity:
    """Read the identity.

    Raises:
        DamagedStore: it is not there.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (TABLE,)).fetchone()
    row = (
        tables
        and connection.execute(
            f"SELECT store_id, epoch, generation, authority FROM {TABLE}"  # noqa: S608  # a constant
        ).fetchone()
    )
    if application != APPLICATION_ID or not row:
        raise DamagedStore(
            "The vault's encrypted file does not say which vault it belongs to. Keep a copy of "
            "the folder as it is, and restore the latest backup."
        )
    return Identity(store_id=UUID(row[0]), epoch=row[1], generation=row[2], authority=row[3])


def compare(found: Identity, header: Header) -> None:
    """Refuse a file that is not the one the header speaks of.

    Raises:
        IncompleteVault: another vault's, another key's, or of another time.
    """
    if (found.store_id, found.epoch) != (header.store_id, header.epoch):
        raise IncompleteVault(f"The files in this folder come from different vaults. {_AGAIN}")
    if found.authority != header.authority.hex():
        raise IncompleteVault(
            "The vault's header was signed by somebody who is not in charge of this vault. "
            f"{_AGAIN}"
        )
    if found.generation < header.generation:
        raise IncompleteVault(
            "The vault's encrypted file is older than its header: an old copy was put in its "
            f"place. {_AGAIN}"
        )
    if found.generation > header.generation + 1:
        raise IncompleteVault(
            "The vault's header is older than its encrypted file: an old copy was put in its "
            f"place. {_AGAIN}"
        )


def raise_generation(connection: Any, generation: int) -> None:
    """Set the generation, in a transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(
            f"UPDATE {TABLE} SET generation = ?",  # noqa: S608  # a constant name
            (generation,),
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

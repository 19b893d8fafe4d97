"""Connections to one encrypted file: keyed, set and read back in a single place.

The key goes to the driver by `set_key`, raw (64 hexadecimal digits: SQLCipher derives nothing),
so it is in no SQL text, URL, log or exception. Opening by `mode=rw` cannot create a file.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from psg_desktop.domain.text import fold
from psg_desktop.faults import VaultFault

READS_ONLY: Final = "psg_reads_only"
_RAW_KEY: Final = re.compile(r"x'[0-9a-f]{64}'")
_BUSY_SECONDS: Final = 10
Mode: TypeAlias = Literal["rw", "ro"]

# Pragma, what it is set to, what it reads back as. The log level comes first: without it the
# library prints to stderr what it thinks of a bad page. Journal and synchronous are the pair
# that lost nothing in simulated power cuts; temporary tables in files would be readable.
_ALWAYS: Final = (
    ("cipher_log_level", "NONE", "NONE"),
    ("cipher_compatibility", "4", None),
    ("cipher_page_size", "4096", "4096"),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-65536", -65536),
    ("foreign_keys", "ON", 1),
)
_WRITING: Final = (
    ("secure_delete", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
)


def connect(file: Path, key: bytes, mode: Mode = "rw") -> Any:
    """Open one keyed driver connection with every setting made and read back.

    The caller closes it. Transactions are its own business: the driver begins none.

    Raises:
        VaultFault: the SQL library does not do what this program relies on.
        sqlcipher3 errors: the file is damaged or the key is not its own; see `translate`.
    """
    literal = f"x'{key.hex()}'"
    if not _RAW_KEY.fullmatch(literal):
        # A malformed raw key would silently be taken for a passphrase.
        raise ValueError("the data key has the wrong length")
    opened = sqlcipher.connect(
        f"{file.resolve().as_uri()}?mode={mode}",
        uri=True,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
    )
    try:
        opened.set_key(literal)
        _settle(opened, _ALWAYS if mode == "ro" else _ALWAYS + _WRITING)
        # Lists are ordered by folded words; nothing that is kept in the file depends on it.
        opened.create_function("fold", 1, fold, deterministic=True)
    except BaseException:
        opened.close()
        raise
    return opened


def _settle(opened: Any, settings: tuple[tuple[str, str, object], ...]) -> None:
    for name, value, _ in settings:
        opened.execute(f"PRAGMA {name}={value}")
    if not opened.execute("PRAGMA cipher_version").fetchone():
        raise VaultFault(
            "The database library installed here does not encrypt. Install PSG Desktop again."
        )
    for name, _, expected in settings:
        found = opened.execute(f"PRAGMA {name}").fetchone()
        if expected is not None and (found is None or found[0] != expected):
            raise VaultFault(
                f"The database library refused a safety setting ({name}). "
                "Install PSG Desktop again."
            )


def engine_on(creator: Callable[[], Any]) -> Engine:
    """Give an engine whose transactions write: each begins with BEGIN IMMEDIATE.

    `creator` opens one connection, by `connect`. `readers(engine)` gives the twin for reading. A
    named pool is needed: SQLAlchemy's default for this kind of address closes connections that
    other threads still use, and that crashes.
    """
    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=8,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def readers(engine: Engine) -> Engine:
    """Give the same pool with transactions that read: BEGIN, and no writing allowed."""
    return engine.execution_options(**{READS_ONLY: True})


def _begin(connection: Connection) -> None:
    reads_only = bool(connection.get_execution_options().get(READS_ONLY))
    # Said only where it changes: this pragma makes SQLite prepare every statement anew.
    if connection.info.get(READS_ONLY) is not reads_only:
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if reads_only else 'OFF'}")
        connection.info[READS_ONLY] = reads_only
    # IMMEDIATE: a transaction that reads first and writes later would be refused at once, without
    # waiting, if another had written in between.
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

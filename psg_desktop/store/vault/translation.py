"""What the driver or the system said, turned into a fault a person can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from psg_desktop.faults import (
    DamagedStore,
    DiskFull,
    Fault,
    NotSealed,
    Unwritable,
    VaultInUse,
    VaultMoved,
)

# SQLite's primary result codes (sqlite.org/rescode.html).
_BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR = 5, 6, 7, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26
_PRIMARY: Final = 0xFF
_FULL_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def translate(problem: BaseException) -> Fault | None:
    """Give the fault behind an exception from the driver or the system; None for a bug.

    A page that fails its check may reach Python as `MemoryError`; after one, close the vault and
    open it again, since the connection stays in error. An error at COMMIT does not prove that
    nothing was saved: read the record again before telling anyone.
    """
    if isinstance(problem, Fault):
        return problem
    if isinstance(problem, DBAPIError) and problem.orig is not None:
        return translate(problem.orig)
    if isinstance(problem, MemoryError):
        return DamagedStore(
            "The vault could not be read: a page is damaged, or the computer ran out of memory. "
            "Close other programs and open the vault again; if this comes back, choose “Verify”, "
            "and restore the latest backup if it finds damage."
        )
    if isinstance(problem, sqlcipher.Error):
        return _from_driver(problem)
    if isinstance(problem, OSError):
        return _from_system(problem)
    return None


@contextmanager
def translating(store: Path | None = None) -> Iterator[None]:
    """Turn what the driver or the system raises inside into its fault; bugs pass unchanged.

    Given the encrypted file of an open vault, a disk that refuses because that file is no longer
    there is told as that.
    """
    try:
        yield
    except Exception as problem:
        fault = translate(problem)
        if isinstance(fault, Unwritable) and store is not None and not store.exists():
            raise moved() from problem
        if fault is None or fault is problem:
            raise
        raise fault from problem


def damaged() -> DamagedStore:
    """Give the fault for a damaged page."""
    return DamagedStore(
        "A page of the vault's encrypted file is damaged or was altered. Close the vault, keep a "
        "copy of its folder as it is, and restore the latest backup."
    )


def moved() -> VaultMoved:
    """Give the fault for a vault that went away while it was open."""
    return VaultMoved(
        "The vault is no longer where it was opened: its folder was moved or renamed, or its disk "
        "was taken out. Put it back as it was and save again; words you have typed stay in the "
        "form until then."
    )


def not_sealed(fault: Fault) -> NotSealed:
    """Give the fault for a vault that closed without its seal, for the reason another tells."""
    reasons = {
        DiskFull: "the disk is full",
        VaultMoved: "it is no longer where it was opened",
        Unwritable: "its disk cannot be written to",
    }
    why = reasons.get(type(fault), "its folder could not be used")
    return NotSealed(
        f"The vault could not be closed in order because {why}; nothing that was saved is lost. "
        "It is checked when you next open it."
    )


def not_ours() -> DamagedStore:
    """Give the fault for a file the vault's key does not open."""
    return DamagedStore(
        "The vault's encrypted file does not open with the vault's own key: its first page is "
        "damaged, or the file belongs to another vault. Keep a copy of the folder as it is, and "
        "restore the latest backup."
    )


def _from_driver(problem: BaseException) -> Fault | None:
    faults = {
        _BUSY: _in_use,
        _LOCKED: _in_use,
        _NOMEM: lambda: translate(MemoryError()),
        _READONLY: _unwritable,
        _IOERR: _disk,
        _CORRUPT: damaged,
        _FULL: _full,
        _CANTOPEN: _unwritable,
        _NOTADB: not_ours,
    }
    code = getattr(problem, "sqlite_errorcode", None)
    fault = faults.get(code & _PRIMARY) if isinstance(code, int) else None
    return None if fault is None else fault()


def _from_system(problem: OSError) -> Fault:
    if problem.errno in _FULL_DISK:
        return _full()
    if problem.errno in _NOT_ALLOWED:
        return _unwritable()
    if problem.errno in _NOT_THERE:
        return Unwritable("The folder or file asked for is not there. Check the place.")
    return _disk()


def _in_use() -> Fault:
    return VaultInUse(
        "The vault is busy with another change. Wait a moment and try again; nothing was saved."
    )


def _unwritable() -> Fault:
    return Unwritable(
        "The vault's folder cannot be written to. Check that you may change files there and that "
        "the disk is not write-protected."
    )


def _full() -> Fault:
    return DiskFull(
        "The disk is full, so this change was not saved; everything saved before is safe. Free "
        "some space and try again."
    )


def _disk() -> Fault:
    return Unwritable(
        "The disk could not be read or written. Check that it is still connected, open the vault "
        "again, and look whether your last change is there before you repeat it."
    )

"""One window at a time on one vault.

The operating system holds the lock on a file of its own (never on the store file, whose locks
belong to SQLite) and drops it when the process ends however it ends, so a lock is never stale.
Neither `filelock` nor `portalocker` fits: the first empties the file it locks, the second locks
every byte of it on Windows; either would hide from the second opener who holds the vault.

The record inside says host, process and since when; never a person. Its phase serves recovery:
once `open`, the rollback journal must exist, so an unsealed vault without one lost a file.
"""

import errno
import os
import platform
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias

from psg_desktop.faults import VaultInUse
from psg_desktop.store.vault.canonical import Fields, Json, Malformed, decode, encode
from psg_desktop.store.vault.folder import LOCK, read_small, write_all

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Phase: TypeAlias = Literal["opening", "open", "closed"]
_BYTE: Final = 1 << 30  # beyond the record, so that Windows lets the others read it
_HELD: Final = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NAMES: Final = frozenset(["host", "phase", "pid", "since"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds, or last held, the vault: a computer and a process, not a person."""

    host: str
    pid: int
    since: datetime
    phase: str


class Lock:
    """The held lock of one vault."""

    def __init__(self, folder: Path, *, now: datetime) -> None:
        """Take the lock.

        Raises:
            VaultInUse: another window or program has the vault open.
        """
        self.before = read_holder(folder)
        self._since = now.astimezone(UTC)
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
        self._opened: int | None = os.open(folder / LOCK, flags, 0o600)
        try:
            _take(self._opened)
        except OSError as problem:
            os.close(self._opened)
            if problem.errno not in _HELD:
                raise
            raise VaultInUse(_in_use(self.before)) from None
        self.before = read_holder(folder)

    def record(self, phase: Phase) -> None:
        """Write who holds the vault and how far the opening has come, through to the disk."""
        opened = self._opened
        if opened is None:
            raise ValueError("the lock is released")
        host = "".join(c for c in platform.node() if c.isprintable())[:100]
        holder: dict[str, Json] = {
            "host": host or "unknown",
            "pid": os.getpid(),
            "since": self._since.isoformat(),
            "phase": phase,
        }
        os.lseek(opened, 0, os.SEEK_SET)
        os.ftruncate(opened, 0)
        write_all(opened, encode(holder))
        os.fsync(opened)

    def release(self) -> None:
        """Let the next opener in; the file stays, since removing it would race with them."""
        if self._opened is not None:
            _let_go(self._opened)
            os.close(self._opened)
            self._opened = None


def read_holder(folder: Path) -> Holder | None:
    """Read the record: None if there is none, or it was cut short by a crash."""
    try:
        fields = Fields(decode(read_small(folder / LOCK)), _NAMES)
        return Holder(
            host=fields.text("host"),
            pid=fields.whole("pid", 0, 2**53),
            since=fields.moment("since"),
            phase=fields.text("phase"),
        )
    except Malformed:
        return None


def _in_use(holder: Holder | None) -> str:
    if holder is None:
        return "This vault is open in another window. Close it there and try again."
    since = holder.since.astimezone()
    return (
        f"This vault is open in another window on {holder.host}, since {since:%H:%M} on "
        f"{since.day} {since:%B %Y}. Close it there and try again."
    )


if sys.platform == "win32":

    def _take(opened: int) -> None:
        os.lseek(opened, _BYTE, os.SEEK_SET)
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)

    def _let_go(opened: int) -> None:
        os.lseek(opened, _BYTE, os.SEEK_SET)
        msvcrt.locking(opened, msvcrt.LK_UNLCK, 1)

else:

    def _take(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_UN)

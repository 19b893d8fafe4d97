"""The vault's folder: names, private permissions, and writing that survives a power cut.

A file is written under another name, flushed to the disk, then put in place in one step; the
folder itself is flushed last (POSIX; Windows has no such call).
"""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from psg_desktop.faults import DamagedStore, IncompleteVault, VaultMissing
from psg_desktop.store.vault.canonical import LARGEST
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE, is_vault

SEAL: Final = "seal"
LOCK: Final = "lock"
PAGE: Final = 4096
_PRIVATE_FILE: Final = 0o600
_PRIVATE_FOLDER: Final = 0o700
_REPLACE_TRIES: Final = 6 if os.name == "nt" else 1
_REPLACE_PAUSE: Final = 0.2


def check_present(path: Path) -> None:
    """Refuse a path that is no vault, or a vault without its header.

    Raises:
        VaultMissing: nothing there, or something else.
        IncompleteVault: the header is missing while the one before it is there.
    """
    if not is_vault(path):
        raise VaultMissing(
            f"There is no vault at {path}. Check the place, or restore a backup to it."
        )
    if not (path / HEADER).exists():
        raise IncompleteVault(
            f"The vault's header is missing. Copy “{HEADER_BEFORE}” to “{HEADER}” inside its "
            "folder and try again, or restore the latest backup."
        )


def check_store_file(file: Path) -> int:
    """Refuse an encrypted file that is missing, cut or not encrypted; give its size in bytes.

    A file cut to 0 or 1 byte would otherwise open as an empty, healthy-looking store.

    Raises:
        IncompleteVault: missing, or not a plain file.
        DamagedStore: shorter than a page, not whole pages, or not encrypted.
    """
    size = plain_size(file)
    if size is None:
        raise IncompleteVault(
            f"The vault's encrypted file “{file.name}” is missing from its folder. Put it back if "
            "it was moved, or restore the latest backup."
        )
    if size < PAGE or size % PAGE:
        raise DamagedStore(
            "The vault's encrypted file was cut short or only half copied. Copy it again from "
            "where it came, or restore the latest backup; do not delete anything yet."
        )
    with file.open("rb") as opened:
        if opened.read(16) == b"SQLite format 3\x00":
            raise DamagedStore(
                "The vault's file is not encrypted, so it is not one this program wrote. "
                "Restore the latest backup."
            )
    return size


def plain_size(file: Path) -> int | None:
    """Give a file's size in bytes, None if there is none.

    Raises:
        IncompleteVault: there is something else of that name, such as a link.
    """
    try:
        details = file.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(details.st_mode):
        raise IncompleteVault(
            f"“{file.name}” in the vault's folder is not a plain file. Copy the whole folder "
            "again from where it came, or restore the latest backup."
        )
    return details.st_size


def read_small(file: Path) -> bytes:
    """Read a small plain file; a link, a pipe or a large file gives what no record can be."""
    try:
        details = file.lstat()
    except FileNotFoundError:
        return b""
    if not stat.S_ISREG(details.st_mode) or details.st_size > LARGEST:
        return b""
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file, as hexadecimal digits.

    Never call it on a store file SQLite has open in this process: closing any descriptor of that
    file would drop SQLite's locks (POSIX; sqlite.org/howtocorrupt.html, section 2.2).
    """
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def make_private_folder(path: Path) -> None:
    """Make a folder only its owner can enter."""
    path.mkdir(mode=_PRIVATE_FOLDER)


def make_private_file(file: Path) -> None:
    """Make an empty file only its owner can read; SQLite gives its journal the same rights."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))


def write_durably(file: Path, data: bytes) -> None:
    """Put `data` at `file` so that after any power cut the old or the new content is there."""
    with replacing(file) as opened:
        write_all(opened, data)


@contextmanager
def replacing(file: Path) -> Iterator[int]:
    """Give a descriptor to write on; on a good end it is flushed and takes the file's place."""
    beside = file.with_name(file.name + ".new")
    beside.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    opened = os.open(beside, flags, _PRIVATE_FILE)
    try:
        try:
            yield opened
            os.fsync(opened)
        finally:
            os.close(opened)
        replace_file(beside, file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush_folder(file.parent)


def write_all(opened: int, data: bytes) -> None:
    """Write every byte, however the system splits them."""
    view = memoryview(data)
    while view:
        view = view[os.write(opened, view) :]


def replace_file(new: Path, old: Path) -> None:
    """Replace, waiting a little where a virus scanner or sync client holds the file (Windows)."""
    for left in reversed(range(_REPLACE_TRIES)):
        try:
            new.replace(old)
        except PermissionError:
            if not left:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return


def remove_durably(file: Path) -> None:
    """Remove a file and flush its folder."""
    file.unlink(missing_ok=True)
    flush_folder(file.parent)


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows keeps no such call."""
    if sys.platform != "win32":
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

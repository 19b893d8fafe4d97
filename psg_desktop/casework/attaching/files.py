"""Reading a file that is to become a document: whole, as it stood, or not at all."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from psg_desktop.domain.attachments import FILE_LIMIT, FileSort
from psg_desktop.domain.file_names import shown_name
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.faults import Unreadable
from psg_desktop.previews.recognising import recognise

_PART = 1024 * 1024
Watch = Callable[[int, int], None]
_CHANGED = (
    "The file was changed while it was read, so it was not added. Close it in the program that "
    "writes it, then add it again."
)
_NOT_THERE = (
    "The file cannot be read: it is no longer there, its disk was taken out, or you may not open "
    "it. Copy it to your documents folder and add it from there."
)
_NO_FILE = "This is not a file that can be added. Choose one document, not a folder or a device."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file in memory.

    Attributes:
        name: What it was called, tidied; never a path.
        digest: SHA-256 of what it holds, 64 hexadecimal digits.
    """

    name: str = field(repr=False)
    content: bytes = field(repr=False)
    sort: FileSort
    digest: str


def _unwatched(_done: int, _total: int) -> None:
    """Let the reading go on."""


def read_file(path: Path, watch: Watch = _unwatched) -> ReadFile:
    """Read a file; `watch` is told how far, and what it raises ends the reading.

    Raises:
        Refused: It is empty or larger than a document may be.
        Unreadable: It is no file, cannot be read, or was changed while it was read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(_NO_FILE)
        with path.open("rb") as file:
            content = _whole(file, path, watch)
    except (OSError, ValueError) as problem:
        raise Unreadable(_NOT_THERE) from problem
    return ReadFile(
        name=shown_name(path.name),
        content=content,
        sort=recognise(content),
        digest=hashlib.sha256(content).hexdigest(),
    )


def _whole(file: BinaryIO, path: Path, watch: Watch) -> bytes:
    before = path.stat()
    if before.st_size > FILE_LIMIT:
        raise refuse("file", Problem.FILE_TOO_LARGE)
    content = bytearray()
    while part := file.read(_PART):
        content += part
        if len(content) > FILE_LIMIT:
            raise refuse("file", Problem.FILE_TOO_LARGE)
        watch(len(content), before.st_size)
    after = path.stat()
    seen = (before.st_size, before.st_mtime_ns, before.st_ino)
    if seen != (after.st_size, after.st_mtime_ns, after.st_ino) or len(content) != after.st_size:
        raise Unreadable(_CHANGED)
    if not content:
        raise refuse("file", Problem.FILE_EMPTY)
    return bytes(content)

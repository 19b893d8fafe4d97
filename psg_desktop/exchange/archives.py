"""Looks into a zipped workbook before anything else may unpack it.

Every member is inflated here once, a block at a time and only to be counted and scanned, so that
what a careless reader would do with it is known before one is let near it. The sizes an archive
declares are never believed: each is compared with what really comes out.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from psg_desktop.exchange import limits
from psg_desktop.exchange.patience import Patience
from psg_desktop.faults import Unreadable

BLOCK = 256 * 1024
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_STORED = 0
_DEFLATED = 8
_ENCRYPTED_FLAG = 1

DAMAGED = (
    "The file is damaged or was cut off while it was being copied. Ask for it again, or open it in "
    "the program that made it and save it anew."
)
TOO_LARGE = (
    f"The file unpacks to more than {limits.INFLATED_BYTES // limits.MEGABYTE} MB, far more than a "
    "caseload needs, so it was not opened. Copy the rows you need to a new workbook."
)
_TOO_DENSE = (
    f"Part of the file unpacks to more than {limits.INFLATION_RATIO} times its size, as files made "
    "to exhaust a computer do, so it was not opened. Copy the rows you need to a new workbook."
)
PROTECTED = (
    "The file is protected with a password. Open it, remove the password, save a copy and import "
    "the copy."
)
_DISGUISED = (
    "The file is not built like a workbook (its parts overlap, repeat or point outside it), so it "
    "was not opened. Open it in the program that made it and save it anew."
)


def examined_members(archive: ZipFile) -> list[ZipInfo]:
    """List the members of an archive after judging its table of contents.

    Raises Unreadable when members repeat, overlap, escape, are links, are encrypted, use an
    unusual compression, or claim too much.
    """
    members = archive.infolist()
    if len(members) > limits.ARCHIVE_MEMBERS or len({m.filename for m in members}) < len(members):
        raise Unreadable(_DISGUISED)
    for member in members:
        _judge(member)
    if sum(member.file_size for member in members) > limits.INFLATED_BYTES:
        raise Unreadable(TOO_LARGE)
    return members


def _judge(member: ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    linked = stat.S_ISLNK(member.external_attr >> 16)
    if path.is_absolute() or ".." in path.parts or ":" in member.filename or linked:
        raise Unreadable(_DISGUISED)
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise Unreadable(PROTECTED)
    if member.compress_type not in (_STORED, _DEFLATED):
        raise Unreadable(_DISGUISED)


def check_overlap(members: list[ZipInfo], file_bytes: int) -> None:
    """Refuse an archive whose members together are larger than the file that holds them."""
    if sum(member.compress_size for member in members) > file_bytes:
        raise Unreadable(_DISGUISED)


class Inflation:
    """Counts what really comes out of an archive, over all its members."""

    __slots__ = ("_archive", "_patience", "total")

    def __init__(self, archive: ZipFile, patience: Patience) -> None:
        self._archive = archive
        self._patience = patience
        self.total = 0

    def blocks(self, member: ZipInfo) -> Iterator[bytes]:
        """Inflate one member block by block, straight from the file, trusting no declared size."""
        came_out = 0
        for block in self._patience.over(_raw_blocks(self._archive, member)):
            came_out += len(block)
            self.total += len(block)
            if self.total > limits.INFLATED_BYTES:
                raise Unreadable(TOO_LARGE)
            if (
                came_out > limits.RATIO_MATTERS_ABOVE
                and came_out > limits.INFLATION_RATIO * member.compress_size
            ):
                raise Unreadable(_TOO_DENSE)
            yield block
        if came_out != member.file_size:
            raise Unreadable(DAMAGED)


def _raw_blocks(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    source = archive.fp
    if source is None:
        raise BadZipFile
    source.seek(member.header_offset)
    header = source.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise Unreadable(DAMAGED)
    _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    source.seek(name_length + extra_length, 1)
    compressed = _compressed(source, member.compress_size)
    if member.compress_type == _STORED:
        yield from compressed
    else:
        yield from _inflated(compressed)


def _compressed(source: IO[bytes], remaining: int) -> Iterator[bytes]:
    while remaining:
        piece = source.read(min(BLOCK, remaining))
        if not piece:
            raise Unreadable(DAMAGED)
        remaining -= len(piece)
        yield piece


def _inflated(compressed: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in compressed:
            yield inflater.decompress(piece, BLOCK)
            while inflater.unconsumed_tail:
                yield inflater.decompress(inflater.unconsumed_tail, BLOCK)
        yield inflater.flush()
    except zlib.error as damage:
        raise Unreadable(DAMAGED) from damage
    if not inflater.eof:
        raise Unreadable(DAMAGED)

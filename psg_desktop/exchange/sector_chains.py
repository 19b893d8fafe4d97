"""Follows the chains of an old Office document before a reader does that believes them.

A document is cut into sectors, and a table says which sector follows which ([MS-CFB] 2.3). A chain
that leads back into itself makes a trusting reader run for ever and fill the memory.
"""

import struct

from psg_desktop.exchange.archives import DAMAGED
from psg_desktop.faults import Unreadable

_SECTOR_SHIFT = struct.Struct("<30xH")
_FIRST_SECTORS = struct.Struct("<60xI4xI")
_HEADER = 512
_IN_HEADER = 109
_PLAIN = 0xFFFFFFFA
"""From this number on a number is a mark and no sector: MAXREGSECT."""
_SHIFTS = (9, 12)


def refuse_circles(content: bytes) -> None:
    """Refuse a document with a chain of sectors that never ends.

    Raises:
        Unreadable: A chain runs into itself or out of the file.
    """
    (shift,) = _SECTOR_SHIFT.unpack_from(content)
    if shift not in _SHIFTS:
        raise Unreadable(DAMAGED)
    first_small, first_more = _FIRST_SECTORS.unpack_from(content)
    size = 1 << shift
    table = _table(content, size, first_more)
    _refuse_joined(table)
    _refuse_joined(_small_table(content, size, table, first_small))


def _numbers(content: bytes, at: int, count: int) -> tuple[int, ...]:
    held = min(count, max(0, len(content) - at) // 4)
    return struct.unpack_from(f"<{held}I", content, at) if held else ()


def _table(content: bytes, size: int, first_more: int) -> list[int]:
    """Put the table of followers together from the sectors that hold it."""
    holders = [n for n in _numbers(content, _HEADER - 4 * _IN_HEADER, _IN_HEADER) if n < _PLAIN]
    seen: set[int] = set()
    more = first_more
    while more < _PLAIN:
        if more in seen or (more + 1) * size >= len(content):
            raise Unreadable(DAMAGED)
        seen.add(more)
        *listed, more = _numbers(content, (more + 1) * size, size // 4) or (_PLAIN,)
        holders.extend(n for n in listed if n < _PLAIN)
    if len(holders) > len(content) // size + 1:
        raise Unreadable(DAMAGED)
    table: list[int] = []
    for holder in holders:
        table.extend(_numbers(content, (holder + 1) * size, size // 4))
    return table


def _small_table(content: bytes, size: int, table: list[int], at: int) -> list[int]:
    """Give the table of followers of the small sectors, itself a chain without a circle."""
    small: list[int] = []
    while at < len(table):
        small.extend(_numbers(content, (at + 1) * size, size // 4))
        at = table[at]
    return small


def _refuse_joined(table: list[int]) -> None:
    """Refuse a table in which some chain never ends; each sector is visited once."""
    ends: set[int] = set()
    for start in range(len(table)):
        path: set[int] = set()
        at = start
        while at < len(table) and at not in ends:
            if at in path:
                raise Unreadable(DAMAGED)
            path.add(at)
            at = table[at]
        ends |= path

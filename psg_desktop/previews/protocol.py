"""What the program and its confined process say to one another: plain numbers, then plain pixels.

The program decodes nothing that comes back: it checks lengths, and the pixels are bytes.

Asked::    form (1 byte), page (4), width (4), length of the file (4), the file
Answered:: "psg1", verdict (1), pages (4), width (4), height (4), length of the words (4), the
           words in UTF-8, then red, green and blue of each pixel, rows from the top
"""

import struct
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from psg_desktop.previews import limits

ASKED: Final = struct.Struct(">BIII")
_ANSWERED: Final = struct.Struct(">4sBIIII")
_MARK: Final = b"psg1"
LONGEST: Final = _ANSWERED.size + 4 * limits.PAGE_TEXT + 3 * limits.DRAWN_PIXELS


class Form(IntEnum):
    """What the file is to be drawn as."""

    PICTURE = 1
    PDF = 2


class Verdict(IntEnum):
    """How the drawing went."""

    DRAWN = 0
    DAMAGED = 1
    TOO_LARGE = 2
    LOCKED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One page as pixels.

    Attributes:
        pages: How many there are; 1 for a picture.
        words: The text of the page, for whoever does not see it.
        pixels: Red, green and blue of each pixel, rows from the top without gaps.
    """

    pages: int
    width: int
    height: int
    words: str = field(repr=False)
    pixels: bytes = field(repr=False)


def answer(verdict: Verdict, drawn: Drawn | None = None) -> bytes:
    """Spell an answer."""
    if drawn is None:
        return _ANSWERED.pack(_MARK, verdict, 0, 0, 0, 0)
    words = drawn.words[: limits.PAGE_TEXT].encode("utf-8", "replace")
    head = _ANSWERED.pack(_MARK, verdict, drawn.pages, drawn.width, drawn.height, len(words))
    return head + words + drawn.pixels


def read_answer(said: bytes) -> tuple[Verdict, Drawn | None] | None:
    """Read an answer; None where it is not one, as after the process was ended."""
    if len(said) < _ANSWERED.size:
        return None
    mark, code, pages, width, height, length = _ANSWERED.unpack_from(said)
    if mark != _MARK or code not in {one.value for one in Verdict}:
        return None
    verdict = Verdict(code)
    if verdict is not Verdict.DRAWN:
        return verdict, None
    sizes = 0 < width <= limits.DRAWN_WIDTH and 0 < width * height <= limits.DRAWN_PIXELS
    start = _ANSWERED.size + length
    if not sizes or not 0 < pages <= limits.PAGES or len(said) != start + 3 * width * height:
        return None
    words = said[_ANSWERED.size : start].decode("utf-8", "replace")
    drawn = Drawn(pages=pages, width=width, height=height, words=words, pixels=said[start:])
    return verdict, drawn

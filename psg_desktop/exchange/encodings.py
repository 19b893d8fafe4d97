"""Turns the bytes of a text file into text, whatever wrote them."""

import codecs
from dataclasses import dataclass

from psg_desktop.exchange.invisible import REPLACEMENT
from psg_desktop.faults import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_MOSTLY = 0.6
_HARDLY = 0.1
_FEW_LOST = 4
_UNUSED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
# What British office text has beyond ASCII: pounds, curly marks, dashes, Latin accents.
_USUAL = frozenset(
    "\u00a3\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u2022\u00b0\u00bd\u00e9\u00e8\u00e1\u00f3\u00ed\u00fc\u00f6\u00e4\u00e7\u00f1\u00ea\u00a0"
)
NOT_TEXT = (
    "The file is neither a workbook nor a table of text that can be read. Open it in the program "
    "that made it and save the table as .xlsx or .csv."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file and the encoding it turned out to be in."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Read bytes as text: by byte-order mark, by the places of NULs, as UTF-8, or by what fits.

    Raises:
        Unreadable: The bytes are no text in any of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    wide = _wide_encoding(content[:_SAMPLE])
    if wide is not None:
        return _lenient(content, wide)
    if b"\x00" in content:
        raise Unreadable(NOT_TEXT)
    try:
        return Decoded(text=content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _eight_bit(content)


def _wide_encoding(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in Western text every other byte is NUL."""
    pairs = len(sample) // 2
    if not pairs:
        return None
    even = sample[0 : pairs * 2 : 2].count(0) / pairs
    odd = sample[1 : pairs * 2 : 2].count(0) / pairs
    if odd > _MOSTLY and even < _HARDLY:
        return "utf-16-le"
    if even > _MOSTLY and odd < _HARDLY:
        return "utf-16-be"
    return None


def _lenient(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    if "\x00" in text:
        raise Unreadable(NOT_TEXT)
    return Decoded(text=text, encoding=encoding)


def _eight_bit(content: bytes) -> Decoded:
    """Choose between damaged UTF-8, Windows-1252 and Mac Roman by what the text would hold."""
    repaired = content.decode("utf-8", errors="replace")
    lost = repaired.count(REPLACEMENT)
    whole = sum(not sign.isascii() for sign in repaired) - lost
    if whole > _FEW_LOST * lost:
        return Decoded(text=repaired, encoding="utf-8")
    windows = content.decode("cp1252", errors="replace")
    mac = content.decode("mac_roman")
    unused = any(byte in _UNUSED_IN_WINDOWS for byte in content)
    if unused or _usual(mac) > _usual(windows):
        return Decoded(text=mac, encoding="mac-roman")
    return Decoded(text=windows, encoding="windows-1252")


def _usual(text: str) -> int:
    return sum(text.count(sign) for sign in _USUAL)

"""The one gate through which every word of a pack passes on its way to the page.

A character the font lacks is named, because ReportLab prints a silent black square for it.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from psg_desktop.documents.pdf.fonts import drawable

_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_LINE_ENDS: Final = frozenset("\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_INVISIBLE: Final = frozenset({"Cc", "Cf"})
# A font may well hold glyphs for these; no reader would see in them what the writer meant.
_NO_LETTER: Final = frozenset({"Cn", "Co", "Cs"})
_NO_BREAK_SPACE: Final = "\u00a0"
# They only choose how the character before them looks; alone they have no shape.
_VARIATION_SELECTORS: Final = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))


class _Printed(dict[int, str]):
    """What each character becomes, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _printed(code)
        return self[code]


def _printed(code: int) -> str:
    character = chr(code)
    category = unicodedata.category(character)
    if character in _LINE_ENDS:
        return "\n"
    if character == "\t" or (category == "Zs" and character != _NO_BREAK_SPACE):
        return " "
    if category in _INVISIBLE or code in _VARIATION_SELECTORS:
        return ""
    if category in _NO_LETTER or code not in drawable():
        return f"[U+{code:04X}]"
    return character


@cache
def _table() -> _Printed:
    return _Printed()


def printable(text: str) -> str:
    r"""Give the text as the page can show it.

    Control and invisible formatting characters go; line ends become "\n"; a character the font
    cannot draw becomes its number, such as "[U+6F22]".
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return composed.translate(_table())


def one_line(text: str) -> str:
    """Give printable text without line ends, for headers, footers and bookmarks."""
    return " ".join(printable(text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """Part a text at its blank lines; each part is printable."""
    parts = _BLANK_LINES.split(printable(text))
    return tuple(part.strip() for part in parts if part.strip())

"""Characters nobody sees: control signs, direction overrides, marks of no width.

A right-to-left override can make a cell show one thing and hold another; a zero-width sign splits
a name so that no search finds it. They are taken out and the sheet says so. Joiners that scripts
and emoji need (U+200C, U+200D) stay.
"""

import re

from psg_desktop.exchange.formulas import unescaped
from psg_desktop.exchange.sheets import Finding, Oddity, counted

# C0 without tab and line ends, DEL, C1, soft hyphen, zero-width space, marks of direction, word
# joiner and invisible operators, isolates, byte-order mark, lone surrogates, tag characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
# UTF-8 read as Mac Roman or as Windows-1252: a curly quotation mark, dash or accented letter.
_GARBLED = re.compile(
    "\u201a\u00c4[\u00f2\u00f4\u00fa\u00f9\u00ec\u00ee\u00e3]|\u00e2\u20ac|\u00c3[\u00a9\u00a8\u00bc\u00b6]|\u00c2\u00a3"
)
REPLACEMENT = "\ufffd"


class Cleaner:
    """Takes unseen characters out of the texts of one sheet and counts what it met."""

    __slots__ = ("_cleaned", "_garbled", "_lost")

    def __init__(self) -> None:
        self._cleaned = 0
        self._garbled = 0
        self._lost = 0

    def clean(self, text: str) -> str:
        """Give the text with what a person can see, and nothing else."""
        if text.startswith("'"):
            text = unescaped(text)
        if text.isascii() and text.isprintable():
            return text
        self._garbled += _GARBLED.search(text) is not None
        self._lost += REPLACEMENT in text
        seen = _UNSEEN.sub("", text)
        self._cleaned += seen != text
        return seen

    def findings(self) -> list[Finding]:
        """Put into words what was met."""
        told = (
            (
                self._cleaned,
                Oddity.INVISIBLE_CHARACTERS,
                "invisible or direction-changing characters, which were taken out",
            ),
            (
                self._garbled,
                Oddity.GARBLED_TEXT,
                "garbled punctuation or accents from an earlier conversion, which were kept",
            ),
            (
                self._lost,
                Oddity.UNREADABLE_CHARACTERS,
                "characters that could not be read and show as \ufffd",
            ),
        )
        return [
            Finding(
                oddity=oddity, sentence=f"{counted(number, 'cell holds', 'cells hold')} {what}."
            )
            for number, oddity, what in told
            if number
        ]

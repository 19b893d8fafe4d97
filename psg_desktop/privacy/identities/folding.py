"""Fold a text to plain letters without losing where each letter came from."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

# Letters that Unicode does not take apart, in both cases where they have two.
_PLAIN: Final = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h",
    "Ħ": "H", "ı": "i", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "þ": "th", "Þ": "Th", "ŧ": "t", "Ŧ": "T", "ŋ": "ng", "Ŋ": "NG", "ə": "e", "Ə": "E",
    "ɓ": "b", "ɗ": "d", "ƙ": "k", "ĸ": "k", "ƴ": "y", "ɨ": "i", "ʉ": "u", "ⱥ": "a",
}  # fmt: skip
# Cyrillic and Greek letters that look like Latin ones: a word pasted from elsewhere may hold them.
_LOOK_ALIKES: Final = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u03bf"
        "\u0410\u0415\u041e\u0420\u0421\u0423\u0425\u0406\u0408\u0405\u0412\u041c\u041d\u0422"
        "\u041a\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03a5\u0396",
        "aeopcyxijshdoAEOPCYXIJSBMHTKABEHIKMNOPTXYZ",
        strict=True,
    )
)
_APOSTROPHES: Final = "'\u2018\u2019\u201a\u201b\u02bc\u02bb\u02b9\u2032\u00b4`\u02bd\u055a\ua78c"
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00b7\u2043\u02d7"
_MARKS: Final = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **_PLAIN,
    **_LOOK_ALIKES,
}
# Nothing a reader sees: combining marks, format characters, controls other than white space.
_MARK_RUN: Final = re.compile(r"[^A-Za-z0-9]+")
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Sk"})


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """Fold one character, keeping its case; an unseen one becomes nothing."""
    if character in _MARKS:
        return _MARKS[character]
    if character.isspace() or character in "\x1c\x1d\x1e\x1f":
        return "\n" if character in "\n\u2028\u2029\x85" else " "
    folded = "".join(
        _MARKS.get(part, part)
        for part in unicodedata.normalize("NFKD", character)
        if unicodedata.category(part) not in _UNSEEN or part == "^"
    )
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedText:
    """A text with plain letters in its own case, and where each came from.

    `starts[i]` and `ends[i]` are the characters of the original that letter `i` of `cased`
    stands for; unseen characters belong to the letter before them.
    """

    cased: str = field(repr=False)
    lower: str = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters of the original for letters `start` to `end` (not empty)."""
        return self.starts[start], self.ends[end - 1]


def _lower(cased: str) -> str:
    lower = cased.lower()
    if len(lower) == len(cased):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)


def fold(text: str) -> FoldedText:
    """Fold a text: accents, look-alike letters, full-width forms, unseen characters."""
    if text.isascii() and text.isprintable():
        places = list(range(len(text) + 1))
        cased = text.replace("`", "'")
        return FoldedText(cased=cased, lower=cased.lower(), starts=places[:-1], ends=places[1:])
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, character in enumerate(text):
        plain = fold_character(character)
        if not plain:
            if ends and ends[-1] == place:
                ends[-1] = place + 1
            continue
        letters.append(plain)
        starts.extend([place] * len(plain))
        ends.extend([place + 1] * len(plain))
    cased = "".join(letters)
    return FoldedText(cased=cased, lower=_lower(cased), starts=starts, ends=ends)


def plain_letters(text: str) -> str:
    """Fold a known spelling and keep its case and its marks."""
    if text.isascii() and text.isprintable():
        return text.replace("`", "'")
    return fold(text).cased


def fold_word(word: str) -> str:
    """Fold a known spelling to its lower-case letters and digits alone."""
    if word.isascii():
        return word.lower() if word.isalnum() else _MARK_RUN.sub("", word).lower()
    return "".join(c for c in fold(word).lower if c.isalnum())

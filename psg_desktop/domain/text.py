"""Text as people type it: tidied at the edge, folded for search, kept to a length."""

import re
import unicodedata

LINE_LIMIT = 300
TEXT_LIMIT = 20_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)


def line(text: str) -> str:
    """Give *text* as one tidy line: composed, without control characters or outer spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return _SPACES.sub(" ", _CONTROL.sub("", unicodedata.normalize("NFC", text))).strip()


def prose(text: str) -> str:
    """Give *text* as tidy paragraphs: composed, line endings made one kind, no control signs."""
    unified = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", unified).strip()


def fold(text: str) -> str:
    """Give the search key of *text*: lower case, no accents, single spaces.

    "Łukasz  Žemaitė" and "lukasz zemaite" have the same key.
    """
    if text.isascii():
        return line(text.lower())
    # Taken apart before and after lowering: a mathematical capital is a capital only once apart.
    apart = unicodedata.normalize("NFKD", text).casefold()
    lowered = unicodedata.normalize("NFKD", apart).translate(_PLAIN)
    return line("".join(sign for sign in lowered if not unicodedata.combining(sign)))

"""The shapes of phones, references, identifiers, plates and postcodes: marks left out."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from psg_desktop.privacy.identities.folding import fold_word

_TRUNK: Final = 10
_SHORTEST: Final = 2


def phone_forms(text: str) -> Iterator[str]:
    """Give the ways to write a phone number at home and from abroad."""
    digits = "".join(c for c in fold_word(text) if c.isdigit())
    if not digits:
        return
    yield digits
    national = digits
    for opening in ("0044", "44", "0"):
        if national.startswith(opening) and len(national) - len(opening) >= _TRUNK - 3:
            national = national.removeprefix(opening).lstrip("0")
            break
    if len(national) >= _TRUNK - 3:
        for opening in ("", "0", "44", "440", "0044", "00440"):
            yield opening + national


def compact_forms(text: str) -> Iterator[str]:
    """Give the letters and digits of an identifier, and without its label if it has one."""
    letters = fold_word(text)
    if len(letters) >= _SHORTEST:
        yield letters
    label, colon, value = text.rpartition(":")
    if colon and label and len(fold_word(value)) >= _SHORTEST + 2:
        yield fold_word(value)


def email_forms(text: str) -> Iterator[str]:
    """Give an e-mail address and the part before its @."""
    yield from compact_forms(text)
    local = fold_word(text.partition("@")[0])
    if len(local) >= _SHORTEST + 2:
        yield local


def date_forms(day: date) -> Iterator[str]:
    """Give the ways to write a date in digits alone."""
    d, m, y = f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"
    yield from (d + m + y, y + m + d, m + d + y, d + m + y[2:], y[2:] + m + d)

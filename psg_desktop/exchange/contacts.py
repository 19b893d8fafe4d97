"""Postcodes, phones, e-mail addresses and NHS numbers in the form this program keeps."""

import re

_NOT_DIGITS = re.compile(r"[^0-9]+")
_PHONE_SIGNS = re.compile(r"[0-9+()\s./\-]{9,24}(?:\s*(?:ext|x)\.?\s*[0-9]{1,5})?\Z", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,180}\.[A-Za-z]{2,24}\Z")
_NATIONAL = re.compile(r"0[1-9][0-9]{8,9}\Z")
_LOST_ZERO = re.compile(r"[12378][0-9]{8,9}\Z")
_BETWEEN_PHONES = re.compile(r"\s*(?:[;,/&|\n]|\bor\b|\band\b)\s*", re.IGNORECASE)
_BETWEEN_EMAILS = re.compile(r"\s*[;,/&|\s]\s*|\s+(?:or|and)\s+", re.IGNORECASE)
_NHS_DIGITS = 10
_ELEVEN = 11


def tidy_phone(text: str) -> str | None:
    """Give a British number in its usual form, others as written, or None if it is no number."""
    text = text.strip()
    if not _PHONE_SIGNS.match(text):
        return None
    digits = _NOT_DIGITS.sub("", text)
    if text.startswith("+") and not digits.startswith("44"):
        return text
    if digits.startswith(("44", "0044")):
        digits = "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0")
    elif _LOST_ZERO.match(digits):
        digits = "0" + digits
    if not _NATIONAL.match(digits):
        return None
    cut = 3 if digits.startswith("02") else 5
    return f"{digits[:cut]} {digits[cut:]}"


def several_phones(text: str) -> tuple[tuple[str, ...], bool]:
    """Give every number of a cell, tidy, and whether the cell says more than these."""
    whole = tidy_phone(text)
    if whole is not None:
        return (whole,), False
    pieces = [piece for piece in _BETWEEN_PHONES.split(text.strip()) if piece]
    found = [tidy for tidy in map(tidy_phone, pieces) if tidy is not None]
    return tuple(dict.fromkeys(found)), len(found) < len(pieces) or not found


def several_emails(text: str) -> tuple[tuple[str, ...], bool]:
    """Give every e-mail address of a cell, and whether the cell says more than these."""
    pieces = [piece for piece in _BETWEEN_EMAILS.split(text.strip()) if piece]
    found = [piece for piece in pieces if is_email(piece)]
    return tuple(dict.fromkeys(found)), len(found) < len(pieces) or not found


def is_email(text: str) -> bool:
    """Say whether a text has the shape of one e-mail address."""
    return _EMAIL.match(text.strip()) is not None


def tidy_nhs_number(text: str) -> str | None:
    """Give an NHS number as `943 476 5919`, or None when its check digit (modulus 11) is wrong."""
    digits = _NOT_DIGITS.sub("", text)
    if len(digits) != _NHS_DIGITS:
        return None
    weighed = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    if (_ELEVEN - weighed % _ELEVEN) % _ELEVEN != int(digits[-1]):
        return None
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"

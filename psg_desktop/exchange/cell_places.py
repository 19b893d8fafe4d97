"""Places of cells as Excel writes them: B7 is row 7, column 2."""

import re

_REFERENCE = re.compile(r"\A\$?([A-Z]{1,4})\$?([0-9]{1,9})\Z", re.ASCII)
_ALPHABET = 26


def cell_place(reference: str) -> tuple[int, int] | None:
    """Give row and column of a reference, both from 1, or None when it is none."""
    found = _REFERENCE.match(reference)
    return None if found is None else (int(found[2]), column_number(found[1]))


def column_number(letters: str) -> int:
    """Give the number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number

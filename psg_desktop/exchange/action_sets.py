"""Headers of several actions in one row: “Action 1”, “Owner 1”, “Action 2”, “Owner 2”."""

import re
from collections.abc import Iterable

from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.headings import HeaderMatch, folded_header, match_header

MOST_ACTIONS = 20
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th"), start=1
    )
    for word in words.split("|")
}
_LAST = re.compile(r"(.+) ([0-9]{1,2})\Z")
_AFTER_ACTION = re.compile(r"(actions?|task) ([0-9]{1,2})(?: (.+))?\Z")


def numbered(header: str) -> tuple[str, int]:
    """Give a header, folded and without its number, and that number; 0 where it has none."""
    folded = folded_header(header)
    first, _, rest = folded.partition(" ")
    if rest and first in _ORDINALS:
        return rest, _ORDINALS[first]
    inside = _AFTER_ACTION.match(folded)
    if inside is not None:
        return f"{inside[1]} {inside[3] or ''}".strip(), _allowed(inside[2])
    last = _LAST.match(folded)
    return (last[1], _allowed(last[2])) if last is not None else (folded, 0)


def numbers_of_actions(headers: Iterable[str]) -> frozenset[int]:
    """Give the numbers of all actions a row has a text column for."""
    found = set()
    for header in headers:
        plain, number = numbered(header)
        match = match_header(plain) if number else None
        if match is not None and match.field is Field.ACTION:
            found.add(number)
    return frozenset(found)


def match_numbered(header: str, numbers: frozenset[int]) -> tuple[HeaderMatch, int] | None:
    """Find the field of an action a numbered header names, and the number of that action.

    Beside “Action 2”, “Status 2” is the state of that action and not of the case.
    """
    plain, number = numbered(header)
    if number not in numbers:
        return None
    for words in (f"action {plain}", plain):
        match = match_header(words)
        if match is not None and FACTS[match.field].record is Record.ACTION:
            return match, number
    return None


def _allowed(digits: str) -> int:
    number = int(digits)
    return number if number <= MOST_ACTIONS else 0

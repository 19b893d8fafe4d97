"""What a public correction must not say: who, where, and any number that nobody protected.

A number in a correction stands beside the one it corrects. The two together tell what changed, and
no audit has weighed that; so a correction says in words what was wrong.
"""

import re
from collections.abc import Iterator
from typing import Final

from psg_desktop.domain.statistics.corrections import Pointing, PointingWhy
from psg_desktop.privacy.identities import Finder, IdentityKind

# Agencies and wards stand in the tables by their names; web addresses point at no case.
_PUBLIC: Final = frozenset({IdentityKind.LOCAL_AGENCY, IdentityKind.URL, IdentityKind.NUMBER})
# Years and quarters say which figures are meant; so do the numbers of sheets, tables and notes.
_WHICH: Final = re.compile(
    r"(?:\b(?:page|note|section|sheet|tab|table)s?\s+\d{1,3}(?:(?:\s*,\s*|\s+and\s+)\d{1,3})*\b"
    r"|\b(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)\b"
    r"|\b(?:19|20)\d\d\s?Q[1-4]\b|\bQ[1-4]\b|\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d(?:[\d.,]*\d)?(?:\s?%)?")
_SPELLED: Final = re.compile(
    r"\b(?:no|nobody|none|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|(?:thir|four|"
    r"fif|six|seven|eigh|nine)teen|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|"
    r"dozen|single|half|third)\b",
    re.IGNORECASE,
)


def pointing(text: str, finder: Finder) -> tuple[Pointing, ...]:
    """Find what a correction must not say, in the order of the text."""
    found = sorted(_found(text, finder), key=lambda one: one[0])
    return tuple(Pointing(words=text[start:end], why=why) for (start, end), why in found)


def _found(text: str, finder: Finder) -> Iterator[tuple[tuple[int, int], PointingWhy]]:
    taken = [match.span() for match in _WHICH.finditer(text)]
    for span in finder.find(text):
        extent = (span.start, span.end)
        # A period by its years alone is no date of anybody's; a whole date may be.
        if span.kind not in _PUBLIC and not any(_within(extent, one) for one in taken):
            doubtful = span.doubtful or span.kind is IdentityKind.DATE
            yield extent, PointingWhy.MAY_NAME if doubtful else PointingWhy.NAMES
            taken.append(extent)
    for pattern, why in ((_DIGITS, PointingWhy.NUMBER), (_SPELLED, PointingWhy.MAY_NAME)):
        for match in pattern.finditer(text):
            if not any(_within(match.span(), one) for one in taken):
                yield match.span(), why


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]

"""Says quickly of most texts that they cannot speak of somebody.

It finds no less than the finder built of the same names: every form of a name the finder looks
for is looked for here as letters alone, with the slips of the keyboard it allows.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from psg_desktop.privacy.identities import IdentityKind, KnownIdentity, Lexicon
from psg_desktop.privacy.identities.folding import fold_word, plain_letters
from psg_desktop.privacy.identities.forms import Shape
from psg_desktop.privacy.identities.known_index import NAMES
from psg_desktop.privacy.identities.name_forms import name_forms
from psg_desktop.privacy.identities.number_forms import compact_forms, email_forms, phone_forms
from psg_desktop.privacy.identities.spelling import SHORTEST

_LONG: Final = 8
_NEVER: Final = re.compile(r"(?!)")
_NUMBERS: Final = {IdentityKind.PHONE: phone_forms, IdentityKind.EMAIL: email_forms}


class Likely:
    """Looks for the letters of somebody's names and numbers, and for their initials."""

    def __init__(self, known: Iterable[KnownIdentity], lexicon: Lexicon) -> None:
        whole, slipped, initials = set[str](), set[str](), set[str]()
        for one in known:
            if one.kind not in NAMES:
                numbers = set(_NUMBERS.get(one.kind, compact_forms)(one.text))
                whole |= numbers
                slipped |= {letters for letters in numbers if letters.isalpha()}
                continue
            for letters, shape, _ in name_forms(one.text, lexicon.nicknames):
                if shape is Shape.INITIALS:
                    initials.add(letters)
                else:
                    whole.add(letters)
                    slipped |= {letters} if shape is Shape.PART else set()
        slipped = {one for one in slipped if len(one) >= SHORTEST}
        long = {half for one in slipped if len(one) >= _LONG for half in _intact(one)}
        short = {one for one in slipped if len(one) < _LONG}
        self._sure = _least(whole - slipped | long)
        self._perhaps = _least({half for one in short for half in _intact(one)})
        self._slips = _any_of({slip for one in short for slip in _slips(one)})
        self._initials = _any_of({form for one in initials for form in _dotted(one)})

    def __call__(self, text: str) -> bool:
        """Say whether a text may speak of them."""
        folded = fold_word(text)
        if any(letters in folded for letters in self._sure) or self._initials.search(
            plain_letters(text)
        ):
            return True
        near = any(half in folded for half in self._perhaps)
        return near and self._slips.search(folded) is not None


def _intact(word: str) -> tuple[str, ...]:
    """Give what of a word one slip leaves: either half, unless the two letters between change."""
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return (word[:middle], word[middle:], swapped)


def _slips(word: str) -> Iterator[str]:
    """Give a word with one letter other, less or more, or two neighbours exchanged."""
    for place in range(len(word)):
        before, after = word[:place], word[place + 1 :]
        yield f"{before}.?{after}"
        yield f"{before}.{word[place:]}"
        if after:
            yield f"{before}{after[0]}{word[place]}{after[1:]}"


def _dotted(initials: str) -> Iterator[str]:
    """Give initials as capitals, or as small letters with dots."""
    letters = [re.escape(one) for one in initials]
    yield r"[\W_]{0,3}".join(one.upper() for one in letters)
    yield r"\.[\W_]{0,2}".join(letters)


def _least(pieces: set[str]) -> tuple[str, ...]:
    """Leave out what holds another of the pieces: where it is found, that one is found too."""
    found: list[str] = []
    for one in sorted(filter(None, pieces), key=lambda piece: (len(piece), piece)):
        if not any(other in one for other in found):
            found.append(one)
    return tuple(found)


def _any_of(patterns: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(patterns))) if patterns else _NEVER

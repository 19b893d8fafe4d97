"""The shapes of a person's name: parts, joined, reversed, initials, nicknames."""

import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Final

from psg_desktop.privacy.identities.folding import fold_word, plain_letters
from psg_desktop.privacy.identities.forms import Form, Shape
from psg_desktop.privacy.identities.listed import listed

_TITLES: Final = frozenset(
    listed(
        "mr mrs ms miss mx dr prof professor rev revd pc pcso wpc dc ds"
        " di dci ps sgt insp sergeant inspector constable cllr councillor the"
    )
)
_LINKS: Final = frozenset(
    listed("family household the and aka nee ne alias formerly known as jnr snr")
)
_CUT: Final = re.compile(r"[\s,;\"“”()\[\]&+/|]+")
_INNER: Final = re.compile(r"[-_.·\u2010-\u2015]+")
_OPENINGS: Final = frozenset(
    listed(
        "o mc mac m de da di du del della der den des van von vander la le les el al bin ibn bint"
        " abu ap ab st saint san dos das ter ten ni nic fitz af av zu"
    )
)
_GERMANIC: Final = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"))
_PREFIXED: Final = re.compile(r"(ma?c)(\w{3,})")
_MOST_WORDS: Final = 6
_LEAST_PART: Final = 3
_LEAST_REST: Final = 5

Nicknames = Mapping[str, frozenset[str]]


def name_words(text: str) -> list[str]:
    """Split a known name into its words, without titles, first name first."""
    before, comma, after = text.partition(",")
    ordered = f"{after} {before}" if comma else text
    words = [word for word in _CUT.split(ordered) if fold_word(word)]
    named = [word for word in words if fold_word(word) not in _LINKS] or words
    # A title leads; elsewhere it is a surname: John Constable, Ian Master.
    while len(named) > 1 and fold_word(named[0]) in _TITLES:
        named = named[1:]
    return named[:_MOST_WORDS]


def _spellings(word: str) -> set[str]:
    """Give the folded spellings of one word of a name, whole."""
    spellings = {fold_word(word)}
    if not word.isascii():
        other = word.lower()
        for letter, pair in _GERMANIC:
            other = other.replace(letter, pair)
        spellings.add(fold_word(other))
    for spelling in tuple(spellings):
        prefixed = _PREFIXED.fullmatch(spelling)
        if prefixed:
            spellings.add(("mac" if prefixed[1] == "mc" else "mc") + prefixed[2])
    return spellings


def _inner_parts(word: str) -> Iterator[str]:
    """Give the parts of a double-barrelled or prefixed word."""
    pieces = [piece for piece in _INNER.split(word) if fold_word(piece)]
    if len(pieces) > 1:
        for piece in pieces:
            yield from _spellings(piece)
    for piece in pieces:
        cased = plain_letters(piece)
        rest = re.sub(r"^\w{1,2}'|^Ma?c(?=[A-Z])|^(De|Di|La|Le|Van|Fitz)(?=[A-Z])", "", cased)
        if rest != cased and len(fold_word(rest)) >= _LEAST_REST - 1:
            yield fold_word(rest)


def _part(letters: str, *, derived: bool = False) -> Iterator[Form]:
    if len(letters) >= _LEAST_PART or (letters and not letters.isascii()):
        yield Form(letters=letters, shape=Shape.PART, derived=derived)
    elif len(letters) == 2:  # noqa: PLR2004 - "Ng", "Li": names of two letters
        yield Form(letters=letters, shape=Shape.SHORT, derived=derived)


def _parts(words: list[str]) -> Iterator[Form]:
    for place, word in enumerate(words):
        for spelling in {*_spellings(word), *_inner_parts(word)}:
            yield from _part(spelling)
        following = words[place + 1 : place + 3]
        if fold_word(word) in _OPENINGS and following:
            yield from _part(fold_word(word + following[0]))
            yield from _part(fold_word(word + "".join(following)))


def _pieces(words: list[str], folded: list[str]) -> list[str]:
    """Give the folded pieces of words that may be double-barrelled."""
    if all(word.isalnum() for word in words):
        return folded
    pieces = (fold_word(piece) for word in words for piece in _INNER.split(word))
    return [piece for piece in pieces if piece]


def _initials(words: list[str]) -> Iterator[Form]:
    folded = [fold_word(word) for word in words]
    letters = [word[0] for word in folded]
    named = [word[0] for word in folded if word not in _OPENINGS]
    pieces = [piece[0] for piece in _pieces(words, folded)]
    # "John St John" may be JS or JJ: which word begins the surname is not told.
    pairs = {letters[0] + letter for letter in letters[1:] + pieces[1:]}
    for initials in {*pairs, "".join(letters), "".join(pieces), "".join(named)}:
        if len(initials) > 1:
            yield Form(letters=initials, shape=Shape.INITIALS)


def _joined(words: list[str], nicknames: Nicknames) -> Iterator[Form]:
    letters = [fold_word(word) for word in words]
    wholes = {"".join(letters), "".join(reversed(letters))}
    wholes.update("".join(pair) for pair in permutations(letters, 2))
    last = letters[-1]
    for first in letters[:-1]:
        wholes.update((first[0] + last, last + first[0]))
        wholes.update(nick + last for nick in nicknames.get(first, ()))
        wholes.update(last + nick for nick in nicknames.get(first, ()))
    wholes.add("".join(word[0] for word in letters[:-1]) + last)
    opening = next((at for at, word in enumerate(letters) if at and word in _OPENINGS), 0)
    if opening:  # "A de la Cruz": a surname of several words keeps them all
        wholes.add("".join(word[0] for word in letters[:opening]) + "".join(letters[opening:]))
    for whole in wholes:
        if len(whole) > _LEAST_PART:
            yield Form(letters=whole, shape=Shape.WHOLE)


def name_forms(text: str, nicknames: Nicknames) -> Iterator[Form]:
    """Give every shape of a known name: of its parts, of their order, and of its short forms."""
    words = name_words(text)
    if not words:
        return
    yield from _parts(words)
    given = words[:-1] if len(words) > 1 else words
    for word in given:
        for piece in {fold_word(word), *(fold_word(p) for p in _INNER.split(word))}:
            for nick in nicknames.get(piece, ()):
                yield from _part(nick, derived=True)
    if len(words) > 1:
        yield from _initials(words)
        yield from _joined(words, nicknames)
    elif len({*_INNER.split(words[0])}) > 1:
        yield from _initials(words)

"""Streets, flats and house numbers told by their shape, with nothing known."""

import re
from collections.abc import Iterator
from typing import Final

from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.folding import fold_word
from psg_desktop.privacy.identities.grammar import STOP_WORDS
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.listed import listed
from psg_desktop.privacy.identities.place_forms import STREET_TYPES

_PLAIN_TYPES: Final = (
    "street", "road", "lane", "avenue", "crescent", "terrace", "gardens", "mews", "drove", "grove",
)  # fmt: skip
_SHORT_TYPES: Final = listed("st rd ln ave av cres gdns terr sq cl dr ct pl gr blvd pk")
_ALL_TYPES: Final = "|".join(
    [*STREET_TYPES, "lodge", "villa", "tower", "towers", "flats", *_SHORT_TYPES]
)
_UNIT: Final = r"(?:flat|apartment|apt|unit|room|plot|caravan|bungalow|pitch|bedsit|suite|box)"
_WORD: Final = r"[^\W\d_][\w'\-]{1,24}\.?"
_HOUSE: Final = r"\d{1,4}\s?[a-z]?(?:\s?(?:[\-/&]|and\s|to\s)\s?\d{1,4}\s?[a-z]?)?"
_NUMBERED: Final = re.compile(
    rf"(?<![\w/.])(?:{_UNIT}\.?\s?(?:no\.?\s?)?\w{{1,4}}[\s,/]{{1,3}})?{_HOUSE},?\s{{1,3}}"
    rf"(?P<words>(?:{_WORD}\s{{1,3}}){{1,4}}?)(?P<type>{_ALL_TYPES})\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    rf"(?P<words>(?:\b[A-Z][\w'\-]{{0,24}}\.?\s{{1,3}}){{1,4}})(?P<type>(?i:{_ALL_TYPES}))\b"
)
_LOWER: Final = re.compile(
    rf"(?P<near>\b(?:in|on|at|to|from|of|near|along|down|off|round|via)\s{{1,3}})?"
    rf"(?P<words>\b[^\W\d_][\w'\-]{{2,24}}\s{{1,3}})(?P<type>{'|'.join(_PLAIN_TYPES)}|rd|ave)\b",
    re.IGNORECASE,
)
_FLAT: Final = re.compile(
    rf"\b{_UNIT}\.?\s?(?:no\.?\s?|number\s)?(?:\d{{1,4}}\s?[a-z]?|(?-i:[A-H])|(?<=flat\s)[a-h])\b",
    re.IGNORECASE,
)
_HOUSE_NUMBER: Final = re.compile(
    r"\b(?:house\s?)?(?:no|nos|number|numbers|house)\.?\s{0,2}\d{1,4}\s?[a-z]?\b(?!\s?[%/]|\sof\b|[\s\-]?\d)",
    re.IGNORECASE,
)


def _found(start: int, end: int, kind: IdentityKind, *, doubtful: bool) -> Finding:
    what = {
        IdentityKind.ADDRESS: "is set out as a house or flat number",
        IdentityKind.STREET: "is set out as a street or building",
    }[kind]
    why = what.replace("is set", "may be set") if doubtful else what
    return Finding(start=start, end=end, kind=kind, layer=Layer.PATTERN, doubtful=doubtful, why=why)


def _numbered(cased: str) -> Iterator[Finding]:
    for match in _NUMBERED.finditer(cased):
        words = match["words"].split()
        small = any(word.lower() in STOP_WORDS for word in words if word.islower())
        capital = all(word[0].isupper() for word in words)
        if small and not capital:
            continue
        plain = match["type"].lower() in _PLAIN_TYPES
        yield _found(*match.span(), IdentityKind.ADDRESS, doubtful=not (capital or plain))


def _named(cased: str, lexicon: Lexicon) -> Iterator[Finding]:
    for match in _NAMED.finditer(cased):
        words = list(re.finditer(r"\S+", match["words"]))
        while words and words[0][0].lower() in STOP_WORDS:
            words = words[1:]
        folded = [fold_word(word[0]) for word in words]
        told = [word for word in folded if word not in lexicon.allowed]
        typed = match["type"][0].isupper()
        if not told or not (typed or match["type"] in _PLAIN_TYPES):
            continue
        common = all(lexicon.is_word(word) for word in folded)
        plain = match["type"].lower() in _PLAIN_TYPES
        start = match.start("words") + words[0].start()
        yield _found(start, match.end(), IdentityKind.STREET, doubtful=common and not plain)


def _lower(cased: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Find a street in lower case: a word of the language counts only where a place would stand."""
    for match in _LOWER.finditer(cased):
        word = fold_word(match["words"])
        ordinary = word in lexicon.ordinary
        said = word in lexicon.everyday or word in STOP_WORDS or word in lexicon.allowed
        if not said and (match["near"] or not ordinary):
            end = match.end()
            yield _found(match.start("words"), end, IdentityKind.STREET, doubtful=ordinary)


def street_findings(cased: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Find streets with and without a number, flats, and house numbers alone."""
    yield from _numbered(cased)
    yield from _named(cased, lexicon)
    yield from _lower(cased, lexicon)
    for match in _FLAT.finditer(cased):
        yield _found(*match.span(), IdentityKind.ADDRESS, doubtful=False)
    for match in _HOUSE_NUMBER.finditer(cased):
        yield _found(*match.span(), IdentityKind.ADDRESS, doubtful=True)

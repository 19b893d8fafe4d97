"""The shapes of an address, a street or a place: with every usual shortening."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from psg_desktop.privacy.identities.folding import fold_word, plain_letters
from psg_desktop.privacy.identities.forms import Form, Shape
from psg_desktop.privacy.identities.listed import listed

STREET_TYPES: Final[dict[str, tuple[str, ...]]] = {
    "street": ("st", "str"),
    "road": ("rd",),
    "avenue": ("ave", "av", "aven"),
    "close": ("cl", "clo"),
    "lane": ("ln", "la"),
    "drive": ("dr", "drv"),
    "crescent": ("cres", "cresc", "cr"),
    "court": ("ct", "crt"),
    "gardens": ("gdns", "gdn", "garden", "grdns"),
    "place": ("pl",),
    "square": ("sq",),
    "terrace": ("ter", "terr", "tce"),
    "grove": ("gr", "grv", "gro"),
    "park": ("pk",),
    "hill": ("hl",),
    "green": ("grn",),
    "buildings": ("bldgs", "bldg", "building"),
    "house": ("hse", "ho"),
    "cottage": ("cott", "cottages"),
    "mount": ("mt",),
    "boulevard": ("blvd",),
    "parade": ("pde",),
    "promenade": ("prom",),
    "walk": ("wlk",),
    "way": ("wy",),
    "view": ("vw",),
    "rise": (),
    "row": (),
    "mews": (),
    "yard": ("yd",),
    "end": (),
    "drove": ("drv",),
    "bank": (),
    "wharf": (),
    "quay": (),
    "estate": ("est",),
    "circus": (),
    "passage": (),
    "alley": (),
    "path": (),
    "common": (),
    "meadow": (),
    "meadows": (),
    "fields": (),
    "field": (),
    "heights": (),
    "villas": (),
    "chase": (),
    "croft": (),
    "causeway": (),
    "broadway": (),
}
STREET_WORDS: Final = frozenset(STREET_TYPES) | {
    s for shorts in STREET_TYPES.values() for s in shorts
}
_INSIDE: Final[dict[str, tuple[str, ...]]] = {
    "saint": ("st", "sts"),
    "saints": ("sts", "st", "ss"),
    "st": ("saint",),
    "north": ("n",),
    "south": ("s",),
    "east": ("e",),
    "west": ("w",),
    "great": ("gt",),
    "little": ("lt",),
    "upper": ("up",),
    "lower": ("lwr",),
    "old": (),
    "and": ("", "n"),
    "mount": ("mt",),
    "doctor": ("dr",),
    "school": ("sch",),
    "church": ("ch",),
    "works": ("wks",),
    "centre": ("center", "ctr"),
    "community": ("comm",),
}
_FULL: Final = {short: full for full, shorts in STREET_TYPES.items() for short in reversed(shorts)}
_NUMBER: Final = re.compile(
    r"\b(flat|apartment|apt|unit|room|plot|house|no|number)?\.?\s*(\d+)\s?([a-z]?)\b", re.IGNORECASE
)
_UNSAYING: Final = frozenset(listed("the of at in on and a an by near to former old new"))
_MOST_WORDS: Final = 8
_LEAST_CORE: Final = 4


def _choices(word: str, *, last: bool) -> tuple[str, ...]:
    bare = word.removesuffix("'s")
    letters = fold_word(word)
    chosen = {letters, fold_word(bare)}
    if last:
        full = _FULL.get(letters, letters)
        chosen |= {full, *STREET_TYPES.get(full, ())}
    if not last or letters not in _FULL:
        chosen |= set(_INSIDE.get(letters, ()))
    return tuple(chosen)


def _phrases(words: list[str]) -> Iterator[str]:
    """Give a phrase with each usual shortening of its words, as letters alone."""
    options = [_choices(word, last=i == len(words) - 1) for i, word in enumerate(words)]
    count = 1
    for option in options:
        count *= len(option)
    if count > 200:  # noqa: PLR2004 - a bound: a long premises name has no use for every mixture
        options = [(fold_word(word),) for word in words]
    for mixture in product(*options):
        yield "".join(mixture)


def _core_words(words: list[str]) -> Iterator[str]:
    for word in words:
        for piece in re.split(r"[-']", word):
            letters = fold_word(piece)
            said = letters not in _UNSAYING and letters not in _INSIDE and letters not in _FULL
            if len(letters) >= _LEAST_CORE and said and letters not in STREET_TYPES:
                yield letters


def phrase_forms(text: str) -> Iterator[Form]:
    """Give the shapes of a street or a place named by its words."""
    words = [
        word for word in plain_letters(text).lower().replace("-", " ").split() if fold_word(word)
    ]
    words = [word for word in words if not any(c.isdigit() for c in word)][:_MOST_WORDS]
    if words and words[0] == "the":
        yield Form(letters="".join(fold_word(w) for w in words), shape=Shape.WHOLE)
        words = words[1:]
    if not words:
        return
    for phrase in _phrases(words):
        single = Shape.PART if len(words) == 1 else Shape.WHOLE
        if len(phrase) >= _LEAST_CORE - 1:
            yield Form(letters=phrase, shape=single)
    for core in _core_words(words) if len(words) > 1 else ():
        yield Form(letters=core, shape=Shape.CORE)


def address_segments(text: str) -> Iterator[str]:
    """Split an address line into the names in it, without numbers and flat words."""
    for segment in re.split(r"[,;\n|]+", plain_letters(text)):
        named = _NUMBER.sub(" ", segment).strip(" .-/")
        if any(c.isalpha() for c in named):
            yield named


def house_numbers(text: str) -> Iterator[str]:
    """Give the flat and house numbers of an address line, folded: "14", "27a"."""
    for match in _NUMBER.finditer(plain_letters(text).lower()):
        yield match[2] + (match[3] or "")

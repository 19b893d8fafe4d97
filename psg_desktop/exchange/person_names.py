"""Names of people as lists write them, put the way they are spoken where that is plain."""

import re

from psg_desktop.domain import text

_SEVERAL = re.compile(r"\s(?:&|and)\s|\s?/\s?|\s\+\s|;|,.*,", re.IGNORECASE)
_SURNAME = re.compile(
    r"(?:(?:de|de la|del|di|da|van|van der|von|le|la|al|el|st|ap|ab|mc|mac|o|ni|n\u00ed|ter|bin)"
    r"\.?\s)?[^\W\d_][\w'\u2019.\-]*",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"[^\W\d_][\w'\u2019.\-]*(?:\s[^\W\d_][\w'\u2019.\-]*){0,2}")
_NO_GIVEN_NAMES = frozenset(
    {"jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv", "unknown", "deceased"}
    | {"family", "household", "aka", "nee", "ltd", "plc", "limited", "male", "female", "adult"}
    | {"child", "and", "mr", "mrs", "ms", "miss", "dr"}
)
_PIECES = re.compile(r"([^\W\d_]+)")
_LOUD = 3


def spoken_order(written: str) -> str:
    """Give "Smith, John" as "John Smith", and names in capitals in small letters.

    Only one comma between one surname and at most three given names tells the order; everything
    else stays in the order it was written.
    """
    before, comma, after = (part.strip() for part in written.partition(","))
    plain = (
        comma
        and _SURNAME.fullmatch(before)
        and _GIVEN.fullmatch(after)
        and _NO_GIVEN_NAMES.isdisjoint(text.fold(after).replace(".", "").split())
    )
    return quiet(f"{after} {before}" if plain else written)


def names_several(name: str) -> bool:
    """Say whether a name looks like the names of several people."""
    return _SEVERAL.search(name) is not None


def quiet(name: str) -> str:
    """Write words in capitals as names are written: "O'BRIEN" is "O'Brien"."""
    all_loud = name.isupper()
    return " ".join(_quiet_word(word, all_loud=all_loud) for word in name.split())


def _quiet_word(word: str, *, all_loud: bool) -> str:
    letters = sum(sign.isalpha() for sign in word)
    spoken = letters >= _LOUD or (all_loud and letters > 1 and "." not in word)
    if not word.isupper() or not spoken:
        return word
    small = _PIECES.sub(lambda found: found[0].capitalize(), word)
    if small.startswith("Mc") and len(small) > _LOUD:
        return f"Mc{small[2:].capitalize()}"
    return small

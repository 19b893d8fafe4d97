"""Read the word lists shipped with the program."""

import gzip
from collections.abc import Mapping
from functools import lru_cache

from psg_desktop.paths import resource
from psg_desktop.privacy.identities import Lexicon, allowed_words, nickname_table

_FOLDER = "wordlists"


def _words(name: str) -> frozenset[str]:
    packed = resource(f"{_FOLDER}/{name}.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split())


def _lines(name: str) -> list[str]:
    lines = resource(f"{_FOLDER}/{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def shipped_nicknames() -> Mapping[str, frozenset[str]]:
    """Read which first names and short forms stand for one another, once.

    Raises:
        OSError: the list is not where the program was installed.
    """
    return nickname_table(line.split() for line in _lines("nicknames"))


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """Read the shipped word lists, once; they hold nothing of any vault.

    Raises:
        OSError: a list is not where the program was installed.
    """
    allowed, acronyms = allowed_words(_lines("allowed"))
    return Lexicon(
        ordinary=_words("ordinary_words"),
        everyday=_words("everyday_words"),
        allowed=allowed,
        allowed_acronyms=acronyms,
        first_names=_words("first_names"),
        surnames=_words("surnames"),
        nicknames=shipped_nicknames(),
    )

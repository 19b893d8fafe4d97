"""Finds the name on a list that a spelling means: an agency, a focus area, a closing reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from psg_desktop.domain.text import fold

_PUNCTUATION = re.compile(r"[^a-z0-9 ]+")
_SPACES = re.compile(r" +")
_SMALL_WORDS = re.compile(r"\b(?:the|of|and|for|in)\b")
_CLOSE = 86.0
_SHORTEST_FUZZY = 5


def _plain(text: str) -> str:
    return _SPACES.sub(" ", _PUNCTUATION.sub(" ", fold(text).replace("&", " and "))).strip()


def _initials(text: str) -> str:
    words = _SMALL_WORDS.sub(" ", text).split()
    return "".join(word[0] for word in words) if len(words) > 2 else ""  # noqa: PLR2004 - two letters name nothing


@dataclass(frozen=True, slots=True)
class Spellings:
    """A list of names with all spellings known for each, ready to be asked many times."""

    names: Mapping[str, str]
    _plain: dict[str, str] = field(init=False)
    _fuzzy: tuple[str, ...] = field(init=False)
    _answers: dict[str, str | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Prepare the folded spellings and the initials that mean one name only."""
        plain = {_plain(spelling): name for spelling, name in self.names.items()}
        initials: dict[str, set[str]] = {}
        for spelling, name in list(plain.items()):
            initials.setdefault(_initials(spelling), set()).add(name)
        for short, meant in initials.items():
            if short and len(meant) == 1:
                plain.setdefault(short, *meant)
        object.__setattr__(self, "_plain", plain)
        object.__setattr__(self, "_fuzzy", tuple(w for w in plain if len(w) >= _SHORTEST_FUZZY))

    def exact(self, text: str) -> str | None:
        """Give the name a text spells out, letter case and punctuation aside."""
        return self._plain.get(_plain(text))

    def closest(self, text: str) -> str | None:
        """Give the name a text most likely means, or None."""
        if text not in self._answers:
            self._answers[text] = self.exact(text) or self._fuzzily(_plain(text))
        return self._answers[text]

    def _fuzzily(self, text: str) -> str | None:
        if len(text) < _SHORTEST_FUZZY:
            return None
        found = process.extractOne(
            text, self._fuzzy, scorer=fuzz.token_sort_ratio, score_cutoff=_CLOSE
        )
        return None if found is None else self._plain[found[0]]

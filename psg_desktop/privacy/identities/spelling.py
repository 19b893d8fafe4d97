"""Find the known words that are one slip of the keyboard away.

Two words are one slip apart (one letter more, less, other, or two neighbours exchanged) only if
taking at most one letter out of each can make them equal; an index of all known words with one
letter taken out therefore finds every candidate (the idea of SymSpell), and each is then measured.
"""

from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

SHORTEST: Final = 5
_LONGEST: Final = 40


def _shortened(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


class NearSpellings:
    """The known words of five letters or more, ready to be asked for near misses."""

    def __init__(self, words: Iterable[str]) -> None:
        self._index: dict[str, list[str]] = {}
        for word in set(words):
            if SHORTEST <= len(word) <= _LONGEST:
                for key in (word, *_shortened(word)):
                    there = self._index.get(key)
                    if there is None:
                        self._index[key] = [word]
                    else:
                        there.append(word)

    def near(self, word: str) -> frozenset[str]:
        """Give the known words exactly one slip away from this one."""
        if not SHORTEST - 1 <= len(word) <= _LONGEST + 1:
            return frozenset()
        found: set[str] = set(self._index.get(word, ()))
        for key in _shortened(word):
            found.update(self._index.get(key, ()))
        return frozenset(known for known in found if OSA.distance(word, known, score_cutoff=1) == 1)

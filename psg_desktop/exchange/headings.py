"""Headers as texts: folded for comparing, and matched to the words known for each field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from psg_desktop.domain.text import fold
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.header_words import HEADER_WORDS

_BOUNDARY = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[A-Z])(?=[A-Z][a-z])")
_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_LAST_NUMBER = re.compile(r" [0-9]{1,2}\Z")
# "Risk (H/M/L)", "Opened (dd/mm/yyyy)": how to fill the column in, not what it is.
_HOW_TO = re.compile(r"\((?:[A-Za-z]{1,4}[/.,\- ])+[A-Za-z]{1,4}\)")
_CLOSE_ENOUGH = 90.0
_SHORTEST_FUZZY = 6
_LONGEST = 200


def folded_header(header: str) -> str:
    """Fold a header for comparing: `DateOfBirth`, `date_of_birth` and `Date of birth:` are one."""
    apart = _BOUNDARY.sub(" ", header[:_LONGEST])
    return _PUNCTUATION.sub(" ", fold(apart)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderMatch:
    """A field a header seems to mean, how surely (0 to 1), and the known word it resembles.

    Attributes:
        rank: How usual the word is for its field: 0 for the most usual.
    """

    field: Field
    certainty: float
    word: str
    rank: int


class Vocabulary:
    """The words known for each field, the usual one first, ready to be asked many times."""

    def __init__(self, words: Mapping[Field, Sequence[str]]) -> None:
        self._ranks: dict[str, tuple[Field, int]] = {}
        for field, listed in words.items():
            for rank, word in enumerate(listed):
                self._ranks.setdefault(word, (field, rank))
        self._fuzzy = tuple(word for word in self._ranks if len(word) >= _SHORTEST_FUZZY)

    def match(self, header: str) -> HeaderMatch | None:
        """Find the field a header names, exactly or allowing for a slip of typing."""
        folded = folded_header(_HOW_TO.sub(" ", header[:_LONGEST]))
        for text in (folded, _LAST_NUMBER.sub("", folded)):
            if text in self._ranks:
                return self._found(text, 1.0)
        if len(folded) < _SHORTEST_FUZZY:
            return None
        close = process.extractOne(
            folded, self._fuzzy, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
        )
        return None if close is None else self._found(close[0], close[1] / 100)

    def _found(self, word: str, certainty: float) -> HeaderMatch:
        field, rank = self._ranks[word]
        return HeaderMatch(field=field, certainty=certainty, word=word, rank=rank)


_GENERAL = Vocabulary(HEADER_WORDS)


def match_header(header: str) -> HeaderMatch | None:
    """Find the field of a caseload that a header names."""
    return _GENERAL.match(header)

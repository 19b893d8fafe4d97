"""Headers as texts: folded for comparing, and matched to the words known for each field."""

import re
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

_BY_WORD: dict[str, Field] = {}
for _field, _words in HEADER_WORDS.items():
    for _word in _words:
        _BY_WORD.setdefault(_word, _field)
_FUZZY_WORDS = tuple(word for word in _BY_WORD if len(word) >= _SHORTEST_FUZZY)


def folded_header(header: str) -> str:
    """Fold a header for comparing: `DateOfBirth`, `date_of_birth` and `Date of birth:` are one."""
    apart = _BOUNDARY.sub(" ", header[:_LONGEST])
    return _PUNCTUATION.sub(" ", fold(apart)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderMatch:
    """A field a header seems to mean, how surely (0 to 1), and the known word it resembles."""

    field: Field
    certainty: float
    word: str

    @property
    def rank(self) -> int:
        """How usual the word is for its field: 0 for the most usual."""
        return HEADER_WORDS[self.field].index(self.word)


def match_header(header: str) -> HeaderMatch | None:
    """Find the field a header names, exactly or allowing for a slip of typing."""
    folded = folded_header(_HOW_TO.sub(" ", header[:_LONGEST]))
    for text in (folded, _LAST_NUMBER.sub("", folded)):
        if text in _BY_WORD:
            return HeaderMatch(field=_BY_WORD[text], certainty=1.0, word=text)
    if len(folded) < _SHORTEST_FUZZY:
        return None
    close = process.extractOne(folded, _FUZZY_WORDS, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    if close is None:
        return None
    word, score, _ = close
    return HeaderMatch(field=_BY_WORD[word], certainty=score / 100, word=word)

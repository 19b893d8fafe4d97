"""Look for every shape of every known identity among the tokens of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from psg_desktop.privacy.identities.forms import Shape
from psg_desktop.privacy.identities.known_index import PLACES, Entry, KnownIndex
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.listed import listed
from psg_desktop.privacy.identities.spelling import SHORTEST
from psg_desktop.privacy.identities.tokens import Token

_MOST_TOKENS: Final = 9
_MOST_SPELLED: Final = 26
_MOST_DIGITS: Final = 24
_LONGEST_INNER: Final = 24
_NEAR_TOKENS: Final = 4
_SHORT_NUMBER: Final = 5
_OPENINGS: Final = frozenset(listed("mc mac o de d van von la le di st al el ni"))


class Way(Enum):
    """How a passage agrees with what is known."""

    EXACT = "exact"
    NEAR = "near"
    INSIDE = "inside"


@dataclass(slots=True, kw_only=True)
class Hit:
    """Tokens `first` to `last` agree with some identities.

    Attributes:
        shape: The most telling shape among what they agree with; `keys` everyone it may be.
    """

    first: int
    last: int
    entries: tuple[Entry, ...] = field(repr=False)
    way: Way
    weak: bool = False
    shape: Shape = field(init=False)
    keys: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look through the entries once: a common forename has thousands, and is asked often."""
        self.shape = max(entry.shape for entry in self.entries)
        self.keys = frozenset(entry.key for entry in self.entries)


class HitSearch:
    """The search of one text."""

    def __init__(self, tokens: list[Token], index: KnownIndex, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._index = index
        self._lexicon = lexicon

    def hits(self) -> Iterator[Hit]:
        """Find all agreements, also those that overlap."""
        for first in range(len(self._tokens)):
            exact = list(self._phrases(first))
            yield from exact
            if self._index.numbers:
                yield from self._numbers(first)
            yield from self._near(first, exact)
            if not exact:
                yield from self._inside(first)

    def _windows(self, first: int) -> Iterator[tuple[int, str]]:
        joined = ""
        spelled = True
        if self._ends_a_word(first):
            return
        for last in range(first, min(first + _MOST_SPELLED, len(self._tokens))):
            token = self._tokens[last]
            if (last > first and not token.name_gap) or token.lower[0].isdigit():
                return
            spelled = spelled and len(token.lower) == 1
            if last - first >= _MOST_TOKENS and not spelled:
                return
            joined += token.lower
            if len(joined) > self._index.longest + 2:
                return
            yield last, joined

    def _ends_a_word(self, place: int) -> bool:
        """Say whether this is only the "s" of "landlord's" or the "t" of "didn't"."""
        token = self._tokens[place]
        return token.mark == "'" and token.lower in {"s", "t", "d", "ll", "re", "ve", "m"}

    def _phrases(self, first: int) -> Iterator[Hit]:
        for last, joined in self._windows(first):
            entries = self._entries(joined)
            fitting = tuple(e for e in entries if self._fits(first, last, e))
            if fitting:
                weak = last > first and self._all_words(first, last)
                yield Hit(first=first, last=last, entries=fitting, way=Way.EXACT, weak=weak)

    def _entries(self, joined: str) -> tuple[Entry, ...]:
        found = self._index.phrases.get(joined)
        if found:
            return tuple(found)
        for ending in ("s", "es"):
            if joined.endswith(ending):
                found = self._index.phrases.get(joined.removesuffix(ending))
                if found:
                    return tuple(e for e in found if e.shape >= Shape.CORE)
        return ()

    def _all_words(self, first: int, last: int) -> bool:
        return all(self._lexicon.is_word(t.lower) for t in self._tokens[first : last + 1])

    def _fits(self, first: int, last: int, entry: Entry) -> bool:
        """Say whether an identity may be written over these tokens."""
        if first == last or entry.shape is Shape.WHOLE:
            return True
        pieces = self._tokens[first : last + 1]
        if entry.shape is Shape.INITIALS:
            return all(len(t.lower) == 1 for t in pieces)
        if entry.shape in {Shape.SHORT, Shape.CORE}:
            return False
        # "is a" is no Isa: a name split into words of the language needs five letters, and is weak.
        letters = sum(len(piece.lower) for piece in pieces)
        return letters >= SHORTEST or not self._all_words(first, last)

    def _numbers(self, first: int) -> Iterator[Hit]:
        joined = ""
        for last in range(first, min(first + _MOST_DIGITS, len(self._tokens))):
            token = self._tokens[last]
            if last > first and not token.number_gap:
                return
            joined += token.lower
            if len(joined) > self._index.longest_number:
                return
            entries = self._index.numbers.get(joined)
            if entries and self._tight(first, last, joined):
                weak = len(joined) < _SHORT_NUMBER and joined.isdigit()
                found = tuple(entries)
                yield Hit(first=first, last=last, entries=found, way=Way.EXACT, weak=weak)

    def _tight(self, first: int, last: int, joined: str) -> bool:
        """Say whether a short number stands together: "1. 2" is not the number 12."""
        width = self._tokens[last].end - self._tokens[first].start
        return len(joined) > _SHORT_NUMBER or width <= len(joined) + (last - first)

    def _near(self, first: int, exact: list[Hit]) -> Iterator[Hit]:
        if any(hit.shape >= Shape.PART for hit in exact if hit.last == first):
            return
        for last, joined in self._windows(first):
            if last - first >= _NEAR_TOKENS:
                return
            if last > first and (
                not self._may_slip(first, last) or any(hit.last == last for hit in exact)
            ):
                continue
            for known in self._index.near_to(joined):
                fitting = tuple(
                    e for e in self._index.phrases[known] if self._fits_near(first, last, e)
                )
                if fitting:
                    yield Hit(first=first, last=last, entries=fitting, way=Way.NEAR)

    def _may_slip(self, first: int, last: int) -> bool:
        """Say whether several tokens are worth measuring: one slip leaves an edge as it was."""
        edges = self._index.place_edges
        begin, end = self._tokens[first].lower, self._tokens[last].lower
        return begin in edges or end in edges or begin in _OPENINGS or self._hyphened(first, last)

    def _fits_near(self, first: int, last: int, entry: Entry) -> bool:
        if first == last:
            return entry.shape in {Shape.PART, Shape.CORE} or entry.kind in PLACES
        if entry.shape is Shape.WHOLE:
            return entry.kind in PLACES
        opening = self._tokens[first].lower in _OPENINGS
        return entry.shape is Shape.PART and (opening or self._hyphened(first, last))

    def _hyphened(self, first: int, last: int) -> bool:
        marks = {token.mark for token in self._tokens[first + 1 : last + 1]}
        return marks <= {"-", "'"} and not self._all_words(first, last)

    def _inside(self, first: int) -> Iterator[Hit]:
        """Find a known name inside a longer word that is none of the language: "thesmiths"."""
        word = self._tokens[first].lower
        if len(word) <= SHORTEST or not self._index.inner or self._lexicon.is_word(word):
            return
        for start in range(len(word) - SHORTEST + 1):
            if word[start : start + SHORTEST] not in self._index.inner_starts:
                continue
            for end in range(start + SHORTEST, min(len(word), start + _LONGEST_INNER) + 1):
                entries = self._index.phrases.get(word[start:end])
                if entries and word[start:end] in self._index.inner:
                    fitting = tuple(e for e in entries if e.shape is Shape.PART)
                    yield Hit(first=first, last=first, entries=fitting, way=Way.INSIDE, weak=True)
                    return

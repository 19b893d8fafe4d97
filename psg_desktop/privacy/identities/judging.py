"""Decide for each agreement with a known identity whether it is sure, doubtful or chance."""

from enum import Enum
from typing import Final

from psg_desktop.privacy.identities.forms import Shape
from psg_desktop.privacy.identities.grammar import (
    STOP_WORDS,
    is_a_thing,
    is_acronym_in_use,
    is_after_determiner,
    is_modal_verb,
    is_month,
)
from psg_desktop.privacy.identities.known_hits import Hit, Way
from psg_desktop.privacy.identities.known_index import NAMES, PLACES
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.tokens import Token

_DOTTED_WORDS: Final = frozenset({"eg", "ie", "am", "pm"})
_CHANCE_INITIALS: Final = frozenset({"ai", "ia", "aa", "ii"})


class Verdict(Enum):
    """What to make of an agreement."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    CHANCE = "chance"


class Judge:
    """Weighs the hits of one text by case, neighbours and small words."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon, hits: list[Hit]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._at: dict[int, set[str]] = {}
        for hit in hits:
            telling = hit.way is not Way.INSIDE and hit.shape >= Shape.SHORT
            if telling and not (hit.shape is Shape.WHOLE and self._is_plain(hit)):
                for place in range(hit.first, hit.last + 1):
                    self._at.setdefault(place, set()).update(hit.keys)

    def verdict(self, hit: Hit) -> Verdict:
        """Say whether this hit is sure, doubtful, or chance."""
        if hit.way is Way.INSIDE:
            return Verdict.DOUBTFUL
        if self._tokens[hit.first].lower[0].isdigit() or self._holds_digits(hit):
            return Verdict.DOUBTFUL if hit.weak else Verdict.SURE
        if hit.way is Way.NEAR:
            return self._near(hit)
        by_shape = {
            Shape.WHOLE: self._whole,
            Shape.PART: self._part,
            Shape.CORE: self._core,
            Shape.SHORT: self._short,
            Shape.INITIALS: self._initials,
        }
        return by_shape[hit.shape](hit)

    def _holds_digits(self, hit: Hit) -> bool:
        return any(t.lower[0].isdigit() for t in self._tokens[hit.first : hit.last + 1])

    def _is_plain(self, hit: Hit) -> bool:
        """Say whether a whole entry reads as ordinary words: "a service", one word "coldwell"."""
        alone = hit.first == hit.last and self._is_word(hit.first)
        article = hit.last == hit.first + 1 and self._tokens[hit.first].cased in {"a", "i", "A"}
        return alone or (article and self._is_word(hit.last) and not self._named(hit.last))

    def _named(self, place: int) -> bool:
        return self._tokens[place].capitalised and not self._tokens[place].opens

    def _is_word(self, place: int) -> bool:
        word = self._tokens[place].lower
        return self._lexicon.is_word(word) or self._lexicon.is_word(word.removesuffix("s"))

    def _is_close(self, place: int) -> bool:
        """Say whether a token stands close after the one before it, in the same sentence."""
        if not 0 < place < len(self._tokens):
            return False
        token = self._tokens[place]
        return token.number_gap and not token.opens

    def _beside(self, hit: Hit) -> bool:
        """Say whether another part of the same identity, or a capitalised name, is next to it."""
        for step, edge in ((-1, hit.first), (1, hit.last)):
            place = edge + step
            if not self._is_close(max(place, edge)):
                continue
            if self._agrees(hit, place):
                return True
            small = place + step
            skippable = len(self._tokens[place].lower) <= 3  # noqa: PLR2004 - "J", "de", "van"
            if skippable and self._is_close(max(small, place)) and self._shares(hit, small):
                return True
        return False

    def _shares(self, hit: Hit, place: int) -> bool:
        return bool(self._at.get(place, set()) & hit.keys)

    def _agrees(self, hit: Hit, place: int) -> bool:
        if self._shares(hit, place):
            return True
        both = self._tokens[place].capitalised and self._tokens[hit.first].capitalised
        return both and place in self._at and not self._is_word(place)

    def _near(self, hit: Hit) -> Verdict:
        token = self._tokens[hit.first]
        if hit.first != hit.last:
            words = all(self._is_word(p) for p in range(hit.first, hit.last + 1))
            return Verdict.DOUBTFUL if words else Verdict.SURE
        if not self._is_word(hit.first):
            return Verdict.SURE
        believed = token.lower in self._lexicon.everyday
        if believed and (not token.capitalised or token.opens) and not self._beside(hit):
            return Verdict.CHANCE
        return Verdict.DOUBTFUL

    def _whole(self, hit: Hit) -> Verdict:
        return Verdict.DOUBTFUL if self._is_plain(hit) else Verdict.SURE

    def _part(self, hit: Hit) -> Verdict:
        token = self._tokens[hit.first]
        if self._beside(hit):
            return Verdict.SURE
        if hit.first != hit.last:
            return Verdict.DOUBTFUL if hit.weak and not token.capitalised else Verdict.SURE
        if not self._is_word(hit.first):
            return Verdict.SURE
        if self._means_otherwise(hit):
            return Verdict.CHANCE
        named = token.capitalised and not token.opens and token.lower not in STOP_WORDS
        return Verdict.SURE if named else Verdict.DOUBTFUL

    def _means_otherwise(self, hit: Hit) -> bool:
        """Say whether grammar shows that a word which is also a name is here no name."""
        place, tokens = hit.first, self._tokens
        token = tokens[place]
        if token.lower in STOP_WORDS:
            return not token.capitalised or token.opens
        if is_modal_verb(tokens, place, self._lexicon) or is_month(tokens, place):
            return True
        if is_a_thing(tokens, place, self._lexicon) and not any(
            e.kind in PLACES for e in hit.entries
        ):
            return True
        derived = all(e.derived for e in hit.entries if e.shape is Shape.PART)
        return derived and not token.capitalised and is_after_determiner(tokens, place)

    def _core(self, hit: Hit) -> Verdict:
        token = self._tokens[hit.first]
        if not self._is_word(hit.first):
            return Verdict.SURE
        named = token.capitalised and not token.opens
        return Verdict.DOUBTFUL if named else Verdict.CHANCE

    def _short(self, hit: Hit) -> Verdict:
        token = self._tokens[hit.first]
        if self._beside(hit):
            return Verdict.SURE
        word = self._is_word(hit.first)
        if token.cased[0].isupper():
            return Verdict.DOUBTFUL if word and (token.opens or token.shouted) else Verdict.SURE
        common = token.lower in self._lexicon.everyday or token.lower in STOP_WORDS
        return Verdict.CHANCE if word and common else Verdict.DOUBTFUL

    def _initials(self, hit: Hit) -> Verdict:
        pieces = self._tokens[hit.first : hit.last + 1]
        letters = "".join(piece.lower for piece in pieces)
        capitals = all(piece.cased.isupper() for piece in pieces)
        if len(pieces) > 1:
            return self._spaced_initials(hit, letters, capitals=capitals)
        word = self._is_word(hit.first)
        if not capitals:
            return Verdict.CHANCE if word else Verdict.DOUBTFUL
        if is_acronym_in_use(self._tokens, hit.first, self._lexicon):
            return Verdict.CHANCE
        if word:
            spoken = letters in self._lexicon.ordinary and pieces[0].shouted
            return Verdict.CHANCE if spoken else Verdict.DOUBTFUL
        return Verdict.SURE

    def _spaced_initials(self, hit: Hit, letters: str, *, capitals: bool) -> Verdict:
        first, last = self._tokens[hit.first], self._tokens[hit.last]
        dotted = last.end - first.start >= 2 * len(letters) - 1
        if not capitals:
            chance = letters in _DOTTED_WORDS or first.start + len(letters) * 2 - 1 != last.end
            return Verdict.CHANCE if chance or not dotted else Verdict.DOUBTFUL
        return Verdict.DOUBTFUL if letters in _CHANCE_INITIALS else Verdict.SURE


def kind_order(hit: Hit) -> tuple[Shape, bool]:
    """Order hits of one passage: the most telling shape, and people before places."""
    return hit.shape, any(entry.kind in NAMES for entry in hit.entries)

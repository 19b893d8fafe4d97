"""Fail closed: what no rule explains is put before a person."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from psg_desktop.privacy.identities.findings import Finding
from psg_desktop.privacy.identities.grammar import (
    MONTHS,
    TELLING_VERBS,
    is_after_determiner,
    is_month,
    is_of_a_family,
)
from psg_desktop.privacy.identities.kinds import IdentityKind, Layer
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.listed import listed
from psg_desktop.privacy.identities.tokens import Token

_LONG_NUMBER: Final = 4
_LEAST_WORD: Final = 2
_MOST_BESIDE: Final = 3
_YEARS: Final = range(1990, 2100)
_BEFORE_YEARS: Final = MONTHS | frozenset(
    listed(
        "in since until till by during of from to and act autumn spring summer winter year late"
        " early mid regulations order strategy plan for jan feb mar apr jun jul aug sep sept oct"
        " nov dec between q quarter end before after"
    )
)
_UNITS: Final = frozenset(
    listed(
        "st nd rd th am pm k m km kg mph p s x h hrs hr mins min yr yrs d w mg ml mls cc cm mm g l"
        " lb lbs ft in oz pc pp"
    )
)
_CLAUSES: Final = frozenset(
    listed("section sections s part schedule class regulation article paragraph para rule clause")
)
_UNIT_WORDS: Final = frozenset(listed("flat unit apartment apt room plot block bay at number no"))
_PREMISES: Final = frozenset(
    listed(
        "house school court hotel inn arms church farm park centre academy surgery pub club hall"
        " lodge cottage college hospital nursery clinic station estate hostel tavern stores cafe"
        " chapel mosque temple primary infants junior manor tower towers"
    )
)
_PLURALS: Final = ("s", "es", "ed", "ing", "er", "ly")


class DoubtfulWords:
    """Looks through the tokens of one text for what is not plainly ordinary."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def findings(self) -> Iterator[Finding]:
        """Give every word or number that a person should look at."""
        for place, token in enumerate(self._tokens):
            if token.lower[0].isdigit():
                yield from self._number(place)
            else:
                why = self._word(place)
                if why:
                    first, last = self._reach(place)
                    yield self._found(first, last, IdentityKind.UNKNOWN_NAME, why)
        yield from self._mixed()
        yield from self._runs()

    def _found(self, first: int, last: int, kind: IdentityKind, why: str) -> Finding:
        return Finding(
            start=self._tokens[first].start,
            end=self._tokens[last].end,
            kind=kind,
            layer=Layer.DOUBTFUL,
            doubtful=True,
            why=why,
        )

    def _reach(self, place: int) -> tuple[int, int]:
        """Take in what belongs to a capitalised word: "Brad L Key", "Eve Magrath", "Elgo 5"."""
        first = last = place
        if not self._tokens[place].capitalised:
            return first, last
        while first and place - first < _MOST_BESIDE and self._belongs(first - 1, first):
            first -= 1
        end = min(len(self._tokens), place + _MOST_BESIDE + 1)
        while last + 1 < end and self._belongs(last + 1, last + 1):
            last += 1
        return first, last

    def _belongs(self, place: int, after: int) -> bool:
        """Say whether a token goes with its neighbour; `after` is the later of the two."""
        if not self._tokens[after].name_gap or self._tokens[after].opens:
            return False
        token = self._tokens[place]
        if len(token.cased) == 1 and token.cased.isupper():
            return token.cased not in "AI"
        if token.lower[0].isdigit():
            return len(token.lower) <= _LONG_NUMBER
        if token.opens and token.lower in TELLING_VERBS:
            return False
        return token.capitalised and self._is_named(token.lower)

    def _is_word(self, word: str) -> bool:
        if self._lexicon.is_word(word):
            return True
        return any(
            word.endswith(ending) and self._lexicon.is_word(word.removesuffix(ending))
            for ending in _PLURALS
            if len(word) > len(ending) + 2
        )

    def _joined_word(self, place: int) -> bool:
        """Say whether a piece belongs to a short form such as "didn't" or "co-op"."""
        token, word = self._tokens[place], self._tokens[place].lower
        before = self._tokens[place - 1].lower if place and token.name_gap else ""
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        after = following.lower if following is not None and following.name_gap else ""
        return self._is_word(before + word) or self._is_word(word + after)

    def _word(self, place: int) -> str:
        token = self._tokens[place]
        if self._glued_to_digits(place) or len(token.lower) == 1:
            return ""
        if self._is_word(token.lower) and not self._is_name_like_acronym(token):
            return self._ordinary(place)
        if self._joined_word(place) and not token.capitalised:
            return ""
        if token.capitalised:
            return "is capitalised and on no list of ordinary words"
        named = self._is_named(token.lower)
        told = "a list of names" if named else "no list of ordinary words"
        return f"is on {told}" if named or len(token.lower) > _LEAST_WORD else ""

    def _is_named(self, word: str) -> bool:
        """Say whether a word is on a list of names and not one that may stand."""
        lists = (self._lexicon.first_names, self._lexicon.surnames)
        return word not in self._lexicon.allowed and any(word in names for names in lists)

    def _is_name_like_acronym(self, token: Token) -> bool:
        """Say whether this is "Sara" where only "SARA" is allowed."""
        name = token.capitalised and not token.cased.isupper()
        allowed = token.lower in self._lexicon.allowed_acronyms
        known = token.lower in self._lexicon.ordinary
        return name and allowed and not known and token.lower in self._lexicon.first_names

    def _ordinary(self, place: int) -> str:
        """A word that is also a first name, capitalised inside a sentence, may be that name."""
        token = self._tokens[place]
        if not token.capitalised or token.opens or token.cased.isupper():
            return ""
        if token.lower in self._lexicon.allowed or is_month(self._tokens, place):
            return ""
        if token.lower in self._lexicon.first_names and not is_after_determiner(
            self._tokens, place
        ):
            return "is capitalised and also a first name"
        if token.lower in self._lexicon.surnames and is_of_a_family(self._tokens, place):
            return "is capitalised and may be the name of a family"
        return ""

    def _glued_to_digits(self, place: int) -> bool:
        token = self._tokens[place]
        before = place > 0 and token.glued and self._tokens[place - 1].lower[0].isdigit()
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        return before or (
            following is not None and following.glued and following.lower[0].isdigit()
        )

    def _mixed(self) -> Iterator[Finding]:
        """Find runs of letters and digits with nothing between: "x4b1"."""
        first = 0
        for place in range(1, len(self._tokens) + 1):
            if place < len(self._tokens) and self._tokens[place].glued:
                continue
            if place - first > 1 and self._tells(first, place - 1):
                yield self._found(first, place - 1, IdentityKind.NUMBER, "mixes letters and digits")
            first = place

    def _tells(self, first: int, last: int) -> bool:
        """Say whether a run of letters and digits is more than "40mg", "3rd" or an item "1a"."""
        letters = [t.lower for t in self._tokens[first : last + 1] if t.lower[0].isalpha()]
        if last - first == 1 and self._is_numbered(first, letters[0]):
            return False
        item = self._tokens[first].opens and last - first == 1 and len(letters[0]) == 1
        return not item and any(word not in _UNITS for word in letters)

    def _is_numbered(self, first: int, letter: str) -> bool:
        """Say whether letter and digits are a road, a quarter or a clause: "the A10", "17A"."""
        one, two = self._tokens[first], self._tokens[first + 1]
        before = self._tokens[first - 1].lower if first else ""
        if one.lower[0].isdigit():
            return before in _CLAUSES and len(letter) == 1
        road = one.cased in {"A", "M", "B"} and len(two.lower) < _LONG_NUMBER + (one.cased == "B")
        quarter = one.cased == "Q" and two.lower in {"1", "2", "3", "4"}
        return (road and before not in _UNIT_WORDS) or quarter

    def _number(self, place: int) -> Iterator[Finding]:
        if len(self._tokens[place].lower) >= _LONG_NUMBER and not self._is_year(place):
            why = "is a number of four digits or more"
            yield self._found(place, place, IdentityKind.NUMBER, why)

    def _is_year(self, place: int) -> bool:
        digits = self._tokens[place].lower
        if len(digits) != _LONG_NUMBER or int(digits) not in _YEARS:
            return False
        before = self._tokens[place - 1].lower if place else ""
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        if following is not None and following.mark in {"/", "-"}:
            # A financial year, "2025/26".
            return following.lower == f"{(int(digits) + 1) % 100:02}"
        return before in _BEFORE_YEARS or before in {"19", "20"}

    def _runs(self) -> Iterator[Finding]:
        """Find a capitalised word and a kind of premises: "Red Lion Inn", "Oak Tree School"."""
        for place, (one, two) in enumerate(pairwise(self._tokens)):
            close = two.name_gap and not two.opens and one.capitalised and two.capitalised
            close = close and not (one.cased.isupper() and two.cased.isupper())
            told = one.lower not in self._lexicon.allowed and len(one.lower) > _LEAST_WORD
            if close and told and not one.opens and two.lower in _PREMISES:
                why = "is capitalised before a kind of premises"
                yield self._found(place, place + 1, IdentityKind.PLACE, why)
            elif close and told and not one.opens and two.lower not in self._lexicon.allowed:
                why = "is several capitalised words together"
                yield self._found(place, place + 1, IdentityKind.UNKNOWN_NAME, why)

"""Everything the vault knows, laid out for looking up by letters."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final, NamedTuple

from psg_desktop.privacy.identities.dates import days_of
from psg_desktop.privacy.identities.folding import fold_word, plain_letters
from psg_desktop.privacy.identities.forms import Form, Shape
from psg_desktop.privacy.identities.kinds import IdentityKind, KnownIdentity
from psg_desktop.privacy.identities.lexicon import Lexicon
from psg_desktop.privacy.identities.name_forms import name_forms
from psg_desktop.privacy.identities.number_forms import (
    compact_forms,
    date_forms,
    email_forms,
    phone_forms,
)
from psg_desktop.privacy.identities.place_forms import (
    STREET_WORDS,
    address_segments,
    house_numbers,
    phrase_forms,
)
from psg_desktop.privacy.identities.spelling import SHORTEST, NearSpellings

NAMES: Final = frozenset({IdentityKind.PERSON, IdentityKind.OFFICER, IdentityKind.HOUSEHOLD})
PLACES: Final = frozenset({IdentityKind.ADDRESS, IdentityKind.STREET, IdentityKind.PLACE})
_BRACKETS: Final = re.compile(r"[()\[\]]")
_LINE_PARTS: Final = re.compile(r"[,\n]")
_LEAST_PHRASE: Final = 7
_MOST_REMEMBERED: Final = 50_000


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the collector rest: it would search some 100,000 new tables for circles; none is made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Entry(NamedTuple):
    """One shape of one identity: who (`key`), what kind, how telling, how it came about."""

    key: str
    kind: IdentityKind
    shape: Shape
    derived: bool


class KnownIndex:
    """The shapes of every identity of the vault. Built once for each state of the vault."""

    def __init__(self, known: Iterable[KnownIdentity], lexicon: Lexicon) -> None:
        self.phrases: dict[str, dict[Entry, None]] = {}
        self.numbers: dict[str, dict[Entry, None]] = {}
        self.days: dict[date, set[str]] = {}
        self.houses: set[str] = set()
        self.place_edges: set[str] = set(STREET_WORDS)
        self._place_forms: dict[str, tuple[Form, ...]] = {}
        self._lexicon = lexicon
        with _uncollected():
            for identity in {(i.kind, i.text, i.key): i for i in known}.values():
                self._add(identity)
            self.near = NearSpellings(self._near_words())
        self.longest = max(map(len, self.phrases), default=0)
        self.longest_number = max(map(len, self.numbers), default=0)
        self._near_asked: dict[str, tuple[str, ...]] = {}
        self.inner = self._inner_words()
        self.inner_starts = frozenset(word[:SHORTEST] for word in self.inner)

    def _add(self, identity: KnownIdentity) -> None:
        key = identity.key or f"{identity.kind}:{fold_word(identity.text)}"
        kind = identity.kind
        if kind in NAMES:
            self._add_forms(name_forms(identity.text, self._lexicon.nicknames), key, kind)
        elif kind is IdentityKind.ADDRESS:
            self._add_address(identity.text, key)
        elif kind in PLACES:
            self._add_place(identity.text, key, kind)
            self.houses.update(house_numbers(identity.text))
        else:
            self._add_number(identity, key)

    def _add_address(self, text: str, key: str) -> None:
        self.houses.update(house_numbers(text))
        for segment in address_segments(text):
            letters = fold_word(segment)
            if letters in self._lexicon.allowed:
                continue
            self._add_place(segment, key, IdentityKind.ADDRESS)
        for segment in _LINE_PARTS.split(plain_letters(text)):
            letters = fold_word(segment)
            # A postcode or a house number with its street, written as one.
            if any(c.isdigit() for c in letters) and not letters.isdigit():
                entry = Entry(key, IdentityKind.ADDRESS, Shape.WHOLE, derived=False)
                self.numbers.setdefault(letters, {})[entry] = None

    def _add_place(self, text: str, key: str, kind: IdentityKind) -> None:
        forms = self._place_forms.get(text)
        if forms is None:
            # "Main Street (Southorpe)" is two names.
            names = [name for name in _BRACKETS.split(text) if fold_word(name)]
            forms = self._place_forms[text] = tuple(f for name in names for f in phrase_forms(name))
            for name in names:
                words = [fold_word(word) for word in name.replace("-", " ").split()]
                self.place_edges.update(words[:1] + words[-1:])
        self._add_forms(forms, key, kind)

    def _add_forms(self, forms: Iterable[Form], key: str, kind: IdentityKind) -> None:
        phrases = self.phrases
        entries: dict[tuple[Shape, bool], Entry] = {}
        for letters, shape, derived in forms:
            entry = entries.get((shape, derived))
            if entry is None:
                entry = entries[shape, derived] = Entry(key, kind, shape, derived)
            there = phrases.get(letters)
            if there is None:
                phrases[letters] = {entry: None}
            else:
                there[entry] = None

    def _add_number(self, identity: KnownIdentity, key: str) -> None:
        dated = identity.kind in {IdentityKind.DATE_OF_BIRTH, IdentityKind.DATE}
        days = days_of(plain_letters(identity.text)) if dated else frozenset()
        for day in days:
            self.days.setdefault(day, set()).add(key)
        entry = Entry(key, identity.kind, Shape.WHOLE, derived=False)
        for letters in self._number_letters(identity, days):
            if letters.isalpha() and identity.kind is not IdentityKind.POSTCODE:
                self.phrases.setdefault(letters, {})[entry] = None
            else:
                self.numbers.setdefault(letters, {})[entry] = None

    @staticmethod
    def _number_letters(identity: KnownIdentity, days: frozenset[date]) -> Iterator[str]:
        match identity.kind:
            case IdentityKind.PHONE:
                yield from phone_forms(identity.text)
            case IdentityKind.EMAIL:
                yield from email_forms(identity.text)
            case _:
                yield from compact_forms(identity.text)
        for day in days:
            yield from date_forms(day)

    def near_to(self, word: str) -> tuple[str, ...]:
        """Give the known words one slip away, remembering what was asked."""
        found = self._near_asked.get(word)
        if found is None:
            if len(self._near_asked) >= _MOST_REMEMBERED:
                self._near_asked.clear()
            found = self._near_asked[word] = tuple(sorted(self.near.near(word)))
        return found

    def _near_words(self) -> Iterator[str]:
        for letters, entries in self.phrases.items():
            if len(letters) < SHORTEST:
                continue
            for entry in entries:
                part = entry.shape is Shape.PART
                core = entry.shape is Shape.CORE and not self._lexicon.is_word(letters)
                phrase = entry.shape is Shape.WHOLE and entry.kind in PLACES
                if part or core or (phrase and len(letters) >= _LEAST_PHRASE):
                    yield letters
                    break

    def _inner_words(self) -> frozenset[str]:
        """Give the name parts long enough to be recognised inside a longer word."""
        return frozenset(
            letters
            for letters, entries in self.phrases.items()
            if len(letters) >= SHORTEST
            and any(e.shape is Shape.PART and e.kind in NAMES and not e.derived for e in entries)
        )

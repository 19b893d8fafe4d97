"""The words the search leans on: ordinary words, what may stand, names and nicknames."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from psg_desktop.privacy.identities.folding import fold_word

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists as values, all folded to unaccented lower-case letters.

    `everyday` are words so common that one letter away from a known name they are believed;
    empty it to have those marked as well. `allowed_acronyms` keep their capitals.
    """

    ordinary: frozenset[str] = field(default=_NOTHING, repr=False)
    everyday: frozenset[str] = field(default=_NOTHING, repr=False)
    allowed: frozenset[str] = field(default=_NOTHING, repr=False)
    allowed_acronyms: frozenset[str] = field(default=_NOTHING, repr=False)
    first_names: frozenset[str] = field(default=_NOTHING, repr=False)
    surnames: frozenset[str] = field(default=_NOTHING, repr=False)
    nicknames: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def is_word(self, folded: str) -> bool:
        """Say whether this is a word of the language or of the field."""
        return folded in self.ordinary or folded in self.allowed

    def allowing(self, phrases: Iterable[str]) -> "Lexicon":
        """Give the same lists with a partnership's own additions to what may stand."""
        words, acronyms = allowed_words(phrases)
        return Lexicon(
            ordinary=self.ordinary,
            everyday=self.everyday,
            allowed=self.allowed | words,
            allowed_acronyms=self.allowed_acronyms | acronyms,
            first_names=self.first_names,
            surnames=self.surnames,
            nicknames=self.nicknames,
        )


def allowed_words(phrases: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Take allowed phrases apart into folded words, and the acronyms among them."""
    words = {word for phrase in phrases for word in phrase.replace("-", " ").split()}
    folded = {fold_word(word) for word in words} | {fold_word(phrase) for phrase in phrases}
    acronyms = {fold_word(word) for word in words if len(word) > 1 and word.isupper()}
    return frozenset(folded - {""}), frozenset(acronyms)


def nickname_table(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Make a table that works both ways from groups of a full name and its short forms.

    Short forms of one full name also stand for one another: "Shaz" for "Shazza".
    """
    table: dict[str, set[str]] = {}
    for group in groups:
        names = [fold_word(name) for name in group]
        for name in names:
            table.setdefault(name, set()).update(other for other in names if other != name)
    return {name: frozenset(others) for name, others in table.items()}

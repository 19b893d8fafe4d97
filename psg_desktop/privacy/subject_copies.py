"""What a person may read of a text about them: themselves, and third parties only masked.

Everything the finder knows is masked unless it is the person's own: their name in full, what
else they are called, their own address, numbers and references. What could be theirs or somebody
else's, such as a surname that a household shares, is masked until somebody decides.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from psg_desktop.domain.text import fold
from psg_desktop.privacy.identities import Finder, IdentityKind, KnownIdentity, Lexicon, Span
from psg_desktop.privacy.identities.known_index import NAMES, PLACES
from psg_desktop.privacy.likely import Likely
from psg_desktop.privacy.redaction import Placeholders, redact
from psg_desktop.words.dates import grid, prose

# A day or an age says nothing of somebody else by itself; an agency is no person.
_NEVER_MASKED: Final = frozenset(
    {IdentityKind.DATE, IdentityKind.AGE, IdentityKind.LOCAL_AGENCY, IdentityKind.URL}
)
# What tells that a text speaks of somebody: a shared address or birthday does not.
_NAMING: Final = NAMES | {
    IdentityKind.PHONE,
    IdentityKind.EMAIL,
    IdentityKind.NHS_NUMBER,
    IdentityKind.NI_NUMBER,
    IdentityKind.VEHICLE,
    IdentityKind.CRIME_REFERENCE,
    IdentityKind.IDENTIFIER,
    IdentityKind.REFERENCE,
    IdentityKind.UNKNOWN_NAME,
}
_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"[\W_]+")
_DIGITS_OF_A_DAY: Final = 8
_WHERE: Final = PLACES | {IdentityKind.POSTCODE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A passage that was found in a text.

    Attributes:
        key: SHA-256 over the text, where the text stands and where the passage stands in it.
        masked: Whether it is masked unless somebody decides otherwise.
        who: The same for all passages that mean the same one.
    """

    key: str
    span: Span
    masked: bool
    who: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdentity:
    """How the person whom a copy is for is called, and where they are reached.

    Attributes:
        keys: Their identifiers, those merged into theirs among them.
        forms: Every way they are written, folded.
        places: The words of their own addresses, folded.
        known: The same for the search.
    """

    keys: frozenset[str]
    forms: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)
    known: tuple[KnownIdentity, ...] = field(repr=False)

    def is_own(self, span: Span, text: str) -> bool:
        """Say whether a passage is the person's own and nobody else's."""
        passage = text[span.start : span.end]
        if span.key in self.keys:
            # Two birthdays side by side are found as one passage, and one may be somebody else's.
            several = sum(one.isdigit() for one in passage) > _DIGITS_OF_A_DAY
            return not (span.kind is IdentityKind.DATE_OF_BIRTH and several)
        if _folded(passage) in self.forms:
            return True
        words = set(_words(passage))
        return span.kind in _WHERE and bool(words) and words <= self.places


def own_identity(keys: Iterable[str], known: Iterable[KnownIdentity]) -> OwnIdentity:
    """Gather how somebody is called; of *known* only what has one of *keys* is taken."""
    wanted = frozenset(keys)
    kept = tuple(one for one in known if one.key in wanted)
    forms, places = set[str](), set[str]()
    for one in kept:
        forms.add(_folded(one.text))
        if one.kind is IdentityKind.DATE_OF_BIRTH:
            born = date.fromisoformat(one.text)
            forms |= {_folded(prose(born)), _folded(grid(born))}
        if one.kind in _WHERE:
            places |= set(_words(one.text))
    return OwnIdentity(
        keys=wanted, forms=frozenset(forms - {""}), places=frozenset(places), known=kept
    )


class CopyReader:
    """Reads texts for one person: which passages are masked, and whether they speak of them."""

    def __init__(self, own: OwnIdentity, known: Sequence[KnownIdentity], lexicon: Lexicon) -> None:
        self._own = own
        self._finder = Finder(known, lexicon)
        self._own_finder = Finder(own.known, lexicon)
        naming = [one for one in own.known if one.kind in _NAMING]
        self._likely = Likely(naming, lexicon)
        self._called: dict[str, set[str]] = {}
        for one in known:
            if one.kind in _NAMING - {IdentityKind.OFFICER}:
                self._called.setdefault(one.key.split("/")[0], set()).add(_folded(one.text))

    def spots(self, place: str, text: str) -> tuple[Spot, ...]:
        """Give the passages of a text that stands at a place, such as "note/<id>/text"."""
        found = []
        for span in self._finder.find(text):
            if span.kind in _NEVER_MASKED or self._own.is_own(span, text):
                continue
            found.append(
                Spot(
                    key=digest_of(place, text, f"{span.start}:{span.end}"),
                    span=span,
                    masked=True,
                    who=f"{span.kind}/{span.key or text[span.start : span.end].casefold()}",
                )
            )
        return tuple(found)

    def may_mention(self, text: str) -> bool:
        """Say whether a text may speak of the person: any that `mentions` finds in is one."""
        return self._likely(text)

    def mentions(self, text: str, of: str = "") -> bool | None:
        """Say whether a text speaks of the person; None where it may mean somebody else.

        *of* is the record the text is from: what that is itself called, in its own words, speaks
        of nobody else.
        """
        if not self._likely(text) or self._only_called(text, of):
            return False
        hits = [
            one
            for one in self._own_finder.find(text)
            if one.key in self._own.keys and one.kind in _NAMING
        ]
        if not hits:
            return False
        near = [
            span
            for span in self._finder.find(text)
            if any(span.start < hit.end and hit.start < span.end for hit in hits)
        ]
        if any(span.key in self._own.keys for span in near):
            return True
        # A key that is spelled stands for several people of one name, and this may be any of them.
        if any(span.key.startswith("spelled") for span in near):
            return None
        # A place may be called after somebody.
        whole = any(_folded(text[hit.start : hit.end]) in self._own.forms for hit in hits)
        if whole:
            return True if any(span.kind in _WHERE for span in near) else None
        return False

    def _only_called(self, text: str, of: str) -> bool:
        folded = _folded(text)
        if folded not in self._called.get(of, ()):
            return False
        return not any(form in folded for form in self._own.forms if form != folded)


def masked(
    text: str, spots: Sequence[Spot], shown: Callable[[Spot], bool], more: Sequence[str],
    placeholders: Placeholders,
) -> str:  # fmt: skip
    """Give a text as it is given away: what is shown by decision stays, *more* words go as well."""
    spans = [spot.span for spot in spots if spot.masked and not shown(spot)]
    done = redact(text, spans, placeholders)
    for words in sorted(filter(None, more), key=len, reverse=True):
        done = done.replace(words, "[held back]")
    return done


def digest_of(*parts: str) -> str:
    """Give SHA-256 over parts, each told from the next."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _folded(text: str) -> str:
    """Give letters and digits alone: a number may be written with spaces or without."""
    return _BETWEEN.sub("", fold(text))

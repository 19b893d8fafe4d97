"""A copy of what is held on a person, entry by entry, with what was decided about each passage."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from psg_desktop.domain.access_marks import AccessMark, MarkHow
from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.subject_copies import Spot, digest_of, masked


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of an entry.

    Attributes:
        place: Where it stands, such as "note/<identifier>/text".
        label: What the text is, such as "Remarks".
    """

    place: str
    label: str
    text: str = field(repr=False)
    spots: tuple[Spot, ...] = ()

    @property
    def key(self) -> str:
        """Tells the passage with these very words from any other."""
        return digest_of(self.place, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record, or the history of one, as far as it concerns the person.

    Attributes:
        place: Such as "note/<identifier>" or "history/<identifier>".
        kind: What kind of record it is, in words; `title` tells it from others of the kind.
        unsure: Whether it may speak of somebody else altogether.
        case: The case it belongs to, where it belongs to one.
        document: Whether it stands for a file, whose contents are not in the copy.
    """

    place: str
    kind: str
    title: str
    unsure: bool
    passages: tuple[Passage, ...]
    case: UUID | None = None
    document: bool = False

    @property
    def key(self) -> str:
        """Tells the entry with these very words from any other: changed words are read again."""
        return digest_of(self.place, *(one.key for one in self.passages))

    @property
    def doubts(self) -> int:
        """How many passages somebody must look at."""
        spots = (spot for one in self.passages for spot in one.spots)
        return sum(spot.span.doubtful for spot in spots) + self.unsure


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectCopy:
    """Everything held on a person, and what was decided about it so far."""

    person: str = field(repr=False)
    entries: tuple[Entry, ...]
    marks: tuple[AccessMark, ...] = ()
    seed: int = 0

    @property
    def cases(self) -> frozenset[UUID]:
        """The cases of which something is given."""
        given = (one for one in self.entries if self.held_back(one) is None)
        return frozenset(one.case for one in given if one.case is not None)

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """The entries somebody must look at before the copy can be given."""
        return tuple(one for one in self.entries if one.doubts and not self.settled(one))

    def settled(self, entry: Entry) -> bool:
        """Say whether an entry was looked at, or held back."""
        done = {MarkHow.LOOKED_AT, MarkHow.HELD_BACK}
        return any(one.spot == entry.key and one.how in done for one in self.marks)

    def held_back(self, entry: Entry) -> AccessMark | None:
        """Give the decision to hold an entry back, None where there is none."""
        held = (m for m in self.marks if m.spot == entry.key and m.how is MarkHow.HELD_BACK)
        return next(held, None)

    def shown(self, spot: Spot) -> AccessMark | None:
        """Give the decision to show a passage, None where it stays masked."""
        kept = (m for m in self.marks if m.spot == spot.key and m.how is MarkHow.SHOWN)
        return next(kept, None)

    def more(self, passage: Passage) -> tuple[AccessMark, ...]:
        """Give the decisions to mask further words of a text."""
        return tuple(m for m in self.marks if m.spot == passage.key and m.how is MarkHow.MASKED)

    def given(self, passage: Passage, placeholders: Placeholders) -> str:
        """Give a text as it is given away."""
        words = [one.passage for one in self.more(passage)]
        return masked(
            passage.text, passage.spots, lambda s: self.shown(s) is not None, words, placeholders
        )

    def alike(self, spot: Spot) -> tuple[Spot, ...]:
        """Give every masked passage of the copy that means the same one."""
        return tuple(
            other
            for entry in self.entries
            for passage in entry.passages
            for other in passage.spots
            if other.who == spot.who and self.shown(other) is None
        )

    @property
    def files(self) -> tuple[Entry, ...]:
        """Give the entries that stand for files whose contents are to be added by hand."""
        return tuple(one for one in self.entries if one.document and self.held_back(one) is None)

    def documents(self, placeholders: Placeholders) -> tuple[str, ...]:
        """Give the titles of the files whose contents are to be added by hand, as given away."""
        return tuple(self._called(one, placeholders) for one in self.files)

    def _called(self, entry: Entry, placeholders: Placeholders) -> str:
        titles = (self.given(p, placeholders) for p in entry.passages if p.place.endswith("/title"))
        return next(titles, ", ".join(filter(None, (entry.kind, entry.title))))

    def given_entries(
        self, placeholders: Placeholders
    ) -> Iterable[tuple[Entry, tuple[tuple[str, str], ...]]]:
        """Give each entry that is not held back, with its labels and texts as given away."""
        for entry in self.entries:
            if self.held_back(entry) is None:
                yield entry, tuple((p.label, self.given(p, placeholders)) for p in entry.passages)

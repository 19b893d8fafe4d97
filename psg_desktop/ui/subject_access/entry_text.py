"""One entry of a copy as two texts beside one another, with what stands at each place of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.subject_copies import Spot
from psg_desktop.privacy.subject_entries import Entry, Passage, SubjectCopy
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.marked_text import Span
from psg_desktop.ui.widgets.rows import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A passage of the copy and from where to where it stands in the text that is shown."""

    start: int
    passage: Passage

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.passage.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """What is shown of an entry: as it is held with its marks, and as it will be given."""

    held: str = field(repr=False)
    given: str = field(repr=False)
    placed: tuple[Placed, ...]
    spans: tuple[tuple[Span, Spot], ...]

    @property
    def marks(self) -> tuple[Span, ...]:
        """The marks of the text as it is held."""
        return tuple(span for span, _ in self.spans)

    def spot(self, span: Span) -> Spot | None:
        """Give what a mark stands for."""
        return next((spot for one, spot in self.spans if one == span), None)

    def selected(self, start: int, end: int) -> tuple[Passage, str] | None:
        """Give the words that are selected, where they lie within one passage."""
        for one in self.placed:
            if one.start <= start < end <= one.end:
                words = one.passage.text[start - one.start : end - one.start]
                return (one.passage, words) if words.strip() else None
        return None


def text_of(copy: SubjectCopy, entry: Entry, placeholders: Placeholders) -> EntryText:
    """Put an entry into two texts."""
    held, given, length = list[str](), list[str](), 0
    placed, spans = list[Placed](), list[tuple[Span, Spot]]()
    for passage in entry.passages:
        head = f"{passage.label}: "
        start = length + len(head)
        placed.append(Placed(start=start, passage=passage))
        spans += [(_mark(copy, spot, start), spot) for spot in passage.spots]
        held.append(f"{head}{passage.text}")
        given.append(f"{head}{copy.given(passage, placeholders)}")
        length += len(held[-1]) + 1
    back = copy.held_back(entry) is not None
    return EntryText(
        held="\n".join(held),
        given="This entry is held back." if back else "\n".join(given),
        placed=tuple(placed),
        spans=tuple(spans),
    )


def _mark(copy: SubjectCopy, spot: Spot, start: int) -> Span:
    decision, span = copy.shown(spot), spot.span
    if decision is not None:
        kind, words = "kept", f"shown: {decision.reason}"
    elif span.doubtful:
        kind, words = "doubtful", f"masked, doubtful: {span.why}"
    else:
        kind, words = "masked", f"masked: {span.why}"
    return Span(start + span.start, start + span.end, kind, words)


def standing(copy: SubjectCopy, entry: Entry) -> tuple[str, str]:
    """Give how far an entry is decided: the mark of its state, and the word."""
    if copy.held_back(entry) is not None:
        return "done", "Held back"
    if copy.settled(entry):
        return "done", "Accepted"
    if entry.unsure:
        return "amber", "About them?"
    if entry.doubts:
        return "amber", f"{entry.doubts} doubtful"
    return "none", "Clear"


def columns(copy: Callable[[], SubjectCopy]) -> tuple[Column[Entry], ...]:
    """Give the columns of the table of entries; *copy* gives what is decided as it stands."""

    def words(one: Entry) -> str:
        return ", ".join(filter(None, (one.kind, one.title)))

    def status(one: Entry) -> Status:
        return Status(*standing(copy(), one))

    return (
        Column("Entry", words, width=150, stretch=True, tooltip=words),
        Column("State", lambda one: status(one).word, width=132, status=status),
    )


def first_waiting(entries: Sequence[Entry], waiting: Sequence[Entry], after: int) -> int | None:
    """Give the place of the next entry that waits, from one on and round; None where none does."""
    keys = {one.key for one in waiting}
    order = [*range(after, len(entries)), *range(after)]
    return next((place for place in order if entries[place].key in keys), None)

"""The words for one text of a pack as a person shapes them: marks kept, lifted or added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from psg_desktop.privacy.summaries import Passage

_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")
_OWNING = re.compile(r"['\u2019\u02bc]s\Z", re.IGNORECASE)
BY_HAND = "[name or place]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage of the original and what stands in its place.

    Attributes:
        start: In characters of the original.
        placeholder: The words that are printed instead, in square brackets.
        why: A sentence fragment for the reader; it holds no identity.
        lifted: Whether the original words are printed after all.
    """

    start: int
    end: int
    placeholder: str
    why: str
    doubtful: bool = False
    lifted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark and where it stands in the words that will be printed, in characters."""

    mark: Mark
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One text as it will be printed: the original with its marks, or somebody's own words."""

    original: str = field(repr=False)
    marks: tuple[Mark, ...]
    own: str | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        """Exactly the words that will be printed."""
        if self.own is not None:
            return self.own
        return "".join(piece for piece, _ in self._pieces())

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The marks where they stand in the printed words; own words have none but brackets."""
        if self.own is not None:
            return tuple(_bracketed(self.own))
        found, at = [], 0
        for piece, mark in self._pieces():
            if mark is not None:
                found.append(Placed(mark=mark, start=at, end=at + len(piece)))
            at += len(piece)
        return tuple(found)

    @property
    def doubtful(self) -> tuple[Mark, ...]:
        """The marks only a person can decide."""
        return tuple(mark for mark in self.marks if mark.doubtful)

    def mark_at(self, start: int, end: int) -> Mark | None:
        """Give the mark over exactly this passage of the original."""
        return next((one for one in self.marks if (one.start, one.end) == (start, end)), None)

    def lifting(self, mark: Mark, *, lifted: bool) -> "Wording":
        """Give the wording with the original words of a doubtful mark printed, or masked again."""
        changed = replace(mark, lifted=lifted and mark.doubtful)
        return replace(
            self, own=None, marks=tuple(changed if one == mark else one for one in self.marks)
        )

    def masking(self, start: int, end: int) -> "Wording":
        """Give the wording with one more passage of the original masked, whole words only."""
        start, end = _whole_words(self.original, start, end)
        if start >= end:
            return self
        overlapping = [one for one in self.marks if one.start < end and start < one.end]
        start = min([start, *(one.start for one in overlapping)])
        end = max([end, *(one.end for one in overlapping)])
        made = Mark(
            start=start, end=end, placeholder=BY_HAND, why="was marked by hand", doubtful=True
        )
        marks = [one for one in self.marks if one not in overlapping]
        ordered = sorted([*marks, made], key=lambda one: one.start)
        return replace(self, own=None, marks=tuple(ordered))

    def saying(self, words: str) -> "Wording":
        """Give the wording with a person's own words."""
        return replace(self, own=words)

    def original_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the passage of the original behind a passage of the printed words."""
        if self.own is not None:
            return (0, 0)
        return self._source(start), self._source(end, after=True)

    def _source(self, place: int, *, after: bool = False) -> int:
        printed = source = 0
        for piece, mark in self._pieces():
            length = mark.end - mark.start if mark else len(piece)
            if printed <= place <= printed + len(piece):
                if mark is not None and not mark.lifted:
                    return source + (length if after else 0)
                return source + place - printed
            printed += len(piece)
            source += length
        return source

    def _pieces(self) -> Iterator[tuple[str, Mark | None]]:
        done = 0
        for mark in self.marks:
            yield self.original[done : mark.start], None
            held = self.original[mark.start : mark.end]
            yield (held if mark.lifted else mark.placeholder), mark
            done = mark.end
        yield self.original[done:], None


def wording_of(passage: Passage) -> Wording:
    """Give a text as it was accepted, or as it is proposed while it was not."""
    proposed = _aligned(passage, passage.proposed)
    marked = proposed or Wording(original=passage.original, marks=(), own=passage.proposed)
    if passage.accepted is None or passage.accepted == marked.words:
        return marked
    return _aligned(passage, passage.accepted) or marked.saying(passage.accepted)


def _aligned(passage: Passage, words: str) -> Wording | None:
    """Find the original between the placeholders of *words*, None where they are other words."""
    marks, done, at = [], 0, 0
    for span in sorted(passage.spans, key=lambda one: one.start):
        between = passage.original[done : span.start]
        if not words.startswith(between, at):
            return None
        at += len(between)
        held = passage.original[span.start : span.end]
        lifted = span.doubtful and words.startswith(held, at)
        stands = held if lifted else _placeholder(words, at, held)
        if not stands:
            return None
        marks.append(
            Mark(
                start=span.start,
                end=span.end,
                placeholder=BY_HAND if lifted else stands,
                why=span.why,
                doubtful=span.doubtful,
                lifted=lifted,
            )
        )
        at += len(stands)
        done = span.end
    whole = words[at:] == passage.original[done:]
    return Wording(original=passage.original, marks=tuple(marks)) if whole else None


def _placeholder(words: str, at: int, held: str) -> str:
    """Give the placeholder there, with the "'s" that is kept of a name which had one."""
    found = _PLACEHOLDER.match(words, at)
    if found is None:
        return ""
    kept = _OWNING.search(held) and words.startswith("'s", found.end())
    return f"{found[0]}'s" if kept else found[0]


def _bracketed(words: str) -> Iterator[Placed]:
    for found in _PLACEHOLDER.finditer(words):
        mark = Mark(start=0, end=0, placeholder=found[0], why="stands for what was masked")
        yield Placed(mark=mark, start=found.start(), end=found.end())


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        while start and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    return start, end

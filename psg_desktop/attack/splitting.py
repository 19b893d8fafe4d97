"""Splitting an attack into pieces that share no unknown, each as small as it can be.

Unknowns that stand in the same sums, asked and published, are one. A sum that is asked is split
into its parts, one for each piece; pieces know nothing of each other, so its ends are the sums of
the ends of its parts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from psg_desktop.attack.sums import NO_LIMIT, Row, Terms, added

Bounds = tuple[float, float]
Parts = tuple[int, ...]


@dataclass(slots=True)
class Piece:
    """Unknowns with the bounds that tie them together, and what is asked of them.

    Attributes:
        rows: Each sum once, with its least and greatest number; the least may be above the
            greatest, where tables contradict each other.
        asked: Sums by the number of the part.
    """

    unknowns: int = 0
    rows: dict[Terms, Bounds] = field(default_factory=dict)
    asked: dict[int, Terms] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The pieces, and of each sum that was asked its parts; every part has its own number."""

    pieces: tuple[Piece, ...]
    parts_of: Mapping[Terms, Parts]
    parts: int


def bounded(rows: Iterable[Row]) -> dict[Terms, Bounds]:
    """Put rows of the same sum together; those that say nothing are left out."""
    found: dict[Terms, Bounds] = {}
    for row in rows:
        terms = added(row.sums)
        low, high = found.get(terms, (-NO_LIMIT, NO_LIMIT))
        high = high if row.high is None else min(high, row.high)
        found[terms] = max(low, row.low), high
    return {terms: bounds for terms, bounds in found.items() if terms}


def split(count: int, rows: Mapping[Terms, Bounds], asked: Sequence[Terms]) -> Split:
    """Split rows and what is asked, over so many unknowns."""
    kept = _alike(count, [*rows, *asked])
    merged = {_merged(terms, kept): bounds for terms, bounds in rows.items()}
    group = _groups(count, merged)
    pieces: dict[int, Piece] = defaultdict(Piece)
    local: dict[int, int] = {}
    for one in sorted(set(kept)):
        local[one] = pieces[group[one]].unknowns
        pieces[group[one]].unknowns += 1
    for terms, bounds in merged.items():
        own = pieces[group[terms[0][0]]]
        own.rows[tuple((local[one], times) for one, times in terms)] = bounds
    parts: dict[tuple[int, Terms], int] = {}
    parts_of = {}
    for terms in dict.fromkeys(asked):
        lots: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for one, times in _merged(terms, kept):
            lots[group[one]].append((local[one], times))
        parts_of[terms] = tuple(
            parts.setdefault((piece, tuple(lot)), len(parts)) for piece, lot in lots.items()
        )
    for (piece, lot), part in parts.items():
        pieces[piece].asked[part] = lot
    return Split(pieces=tuple(pieces.values()), parts_of=parts_of, parts=len(parts))


def _alike(count: int, sums: Sequence[Terms]) -> list[int]:
    """Give for each unknown the first that stands in the same sums as often."""
    uses: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for place, terms in enumerate(sums):
        for one, times in terms:
            uses[one].append((place, times))
    first: dict[tuple[tuple[int, int], ...], int] = {}
    return [first.setdefault(tuple(use), one) for one, use in enumerate(uses)]


def _merged(terms: Terms, kept: Sequence[int]) -> Terms:
    return tuple((one, times) for one, times in terms if kept[one] == one)


def _groups(count: int, rows: Iterable[Terms]) -> list[int]:
    """Give for each unknown the number of the piece it is in."""
    above = list(range(count))

    def top(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for terms in rows:
        first = top(terms[0][0])
        for one, _ in terms[1:]:
            above[top(one)] = first
    return [top(one) for one in range(count)]

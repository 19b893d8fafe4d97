"""Which variables have to be looked at together, by Graham's reduction of printed tables.

Where a list of sets of variables can be taken apart set by set, whole-number tables over the sets
that agree on what they share always come from joint cells (Vorob'ev 1962; Dobra and Fienberg,
PNAS 97, 2000). Where the reduction halts, what is left is taken as one set.
"""

from collections.abc import Iterable


def cliques(sets: Iterable[frozenset[str]]) -> list[tuple[str, ...]]:
    """Reduce sets of variables; each clique is sorted."""
    left = _widest(sets)
    kept: list[frozenset[str]] = []
    while left:
        alone = _reducible(left)
        if alone is None:
            kept.append(frozenset().union(*left))
            break
        kept.append(left.pop(alone))
    return [tuple(sorted(one)) for one in _widest(kept)]


def _reducible(left: list[frozenset[str]]) -> int | None:
    """Find a set of which whatever it shares with others lies in one of them."""
    for place, one in enumerate(left):
        others = left[:place] + left[place + 1 :]
        shared = one & frozenset().union(*others)
        if not others or any(shared <= other for other in others):
            return place
    return None


def _widest(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    every = sorted(set(sets), key=sorted)
    return [one for one in every if not any(one < other for other in every)]

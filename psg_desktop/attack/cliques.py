"""Which variables have to be looked at together, so that no data set is lost or added.

Tables bind only variables that stand together in one of them. Where the sets of such variables
form a tree, whole-number tables over the sets that agree on what they share always come from joint
cells over everything (Vorob'ev 1962; Dobra and Fienberg, PNAS 97, 2000). Sets that form none are
joined until they do: the cliques of a triangulated graph of the variables always form one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

Names = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Sets of variables that are looked at together, widest only.

    Attributes:
        ties: Places of two sets each that have to agree on what they share.
        exact: Whether whole tables over the sets that agree always come from joint cells.
    """

    cliques: tuple[Names, ...]
    ties: tuple[tuple[int, int], ...]
    exact: bool


def covered(sets: Iterable[Names], size: Callable[[Names], int], limit: int) -> Cover:
    """Choose what is looked at together.

    Args:
        sets: Variables that stand together in some table.
        size: How many joint cells some variables have.
        limit: The most that may be looked at at once; where joining would make more, the sets
            stay apart, and the cover is not exact.
    """
    given = _widest(sets)
    joined = _widest(_triangulated(given))
    small = [one for one in joined if one in given or size(one) <= limit]
    if len(small) == len(joined):
        return Cover(cliques=tuple(joined), ties=tuple(_tree(joined)), exact=True)
    apart = [one for one in given if not any(one <= other for other in small)]
    cliques = tuple(small + apart)
    return Cover(cliques=cliques, ties=tuple(combinations(range(len(cliques)), 2)), exact=False)


def _widest(sets: Iterable[Names]) -> list[Names]:
    every = sorted(set(sets), key=sorted)
    return [one for one in every if not any(one < other for other in every)]


def _triangulated(sets: Iterable[Names]) -> list[Names]:
    """Take the variables out one by one, the one whose neighbours lack fewest ties first.

    Where the sets form a tree, no neighbours lack any, and the sets come back as they are.
    """
    near: dict[str, set[str]] = {}
    for one in sets:
        for name in one:
            near.setdefault(name, set()).update(one - {name})
    found = [frozenset[str]()]
    while near:
        name = min(near, key=lambda one: (_lacking(near, one), one))
        neighbours = near.pop(name)
        found.append(frozenset({name, *neighbours}))
        for other in neighbours:
            near[other] |= neighbours - {other}
            near[other].discard(name)
    return found


def _lacking(near: dict[str, set[str]], name: str) -> int:
    return sum(other not in near[one] for one, other in combinations(sorted(near[name]), 2))


def _tree(cliques: list[Names]) -> Iterable[tuple[int, int]]:
    """Give the ties of a tree in which neighbours share as much as they can (Kruskal)."""
    group = list(range(len(cliques)))
    pairs = combinations(range(len(cliques)), 2)
    for first, second in sorted(pairs, key=lambda two: -len(cliques[two[0]] & cliques[two[1]])):
        if group[first] != group[second]:
            yield first, second
            kept, left = group[first], group[second]
            group = [kept if one == left else one for one in group]

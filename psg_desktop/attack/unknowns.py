"""The unknown whole numbers behind published tables, and each printed cell as a sum of them.

The unknowns of a state (one measure of one period) are the joint cells of each set of variables
that have to be looked at together (`cliques`), tied together where sets share variables. These
allow exactly the data sets that joint cells over all variables allow, unless a set would have too
many joint cells; the intervals are then no narrower than the true ones, and may be wider. Codes
and joint cells that no published sum can tell apart are one unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Final

import numpy as np
import numpy.typing as npt

from psg_desktop.attack.cliques import Names, covered
from psg_desktop.attack.published import Cell, Publication, State, Where
from psg_desktop.attack.sums import Columns, Signed

JOINT_LIMIT: Final = 60_000

Region = frozenset[tuple[str, frozenset[str]]]
_Mask = npt.NDArray[np.bool_]


def region(where: Where) -> Region:
    """Make a place comparable: the same categories of the same variables are the same place."""
    return frozenset(where.items())


@dataclass(slots=True)
class Unknowns:
    """Every unknown by its number, and for each place of each state the unknowns it adds up.

    Attributes:
        ties: Sums that are equal, because they are the same people.
        joint: Whether intervals found from these are the true ones.
    """

    places: dict[State, dict[Region, Columns]] = field(default_factory=dict)
    ties: list[tuple[Columns, Columns]] = field(default_factory=list)
    count: int = 0
    joint: bool = True

    def of_cell(self, cell: Cell, times: int = 1) -> Signed:
        """Give the numbers of the unknowns that add up to a cell, so many times."""
        return self.at(cell.states, region(cell.where), times)

    def at(self, states: Iterable[State], place: Region, times: int = 1) -> Signed:
        """Give the numbers of the unknowns that add up to one place of some states."""
        return tuple((times, self.places[state][place]) for state in states)


def unknowns_of(published: Publication, limit: int = JOINT_LIMIT) -> Unknowns:
    """Choose the unknowns; `limit` is the most joint cells that are looked at together."""
    found = Unknowns()
    for state, places in _places(published).items():
        _State(published.variables, list(places)).number(found, state, limit)
    return found


def every_cell(variables: Mapping[str, tuple[str, ...]], over: Iterable[str]) -> list[Where]:
    """List the places over some variables, each category on its own."""
    names = tuple(over)
    return [
        {name: frozenset((one,)) for name, one in zip(names, chosen, strict=True)}
        for chosen in product(*(variables[name] for name in names))
    ]


def _places(published: Publication) -> dict[State, dict[Region, None]]:
    """List the places of each state that anything speaks of."""
    found: dict[State, dict[Region, None]] = defaultdict(dict)
    for table in published.tables:
        for cell in table.cells:
            place = region(cell.where)
            for state in cell.states:
                found[state][place] = None
    for link in published.links:
        linked = [region(one) for one in every_cell(published.variables, link.over)]
        for _, state in link.terms:
            found[state].update(dict.fromkeys(linked))
    return found


class _State:
    """One state: the codes its places tell apart, and its unknowns."""

    def __init__(self, variables: Mapping[str, tuple[str, ...]], places: list[Region]) -> None:
        self._places = places
        told: dict[str, dict[frozenset[str], None]] = defaultdict(dict)
        for name, codes in (one for place in places for one in sorted(place, key=_name)):
            told[name][codes] = None
        self._parts = {name: told_apart(variables[name], list(told[name])) for name in told}

    def number(self, found: Unknowns, state: State, limit: int) -> None:
        """Give the unknowns their numbers, and the ties between them."""
        cover = covered(map(_names, self._places), self._size, limit)
        cliques = [tuple(sorted(one)) for one in cover.cliques]
        shared = [tuple(sorted(cover.cliques[a] & cover.cliques[b])) for a, b in cover.ties]
        columns: list[dict[Region, Columns]] = []
        for number, clique in enumerate(cliques):
            inside = [one for one in self._places if _names(one) <= cover.cliques[number]]
            tied = [
                place
                for tie, names in zip(cover.ties, shared, strict=True)
                if number in tie
                for place in self._every(names)
            ]
            columns.append(self._numbered(found, clique, list(dict.fromkeys((*inside, *tied)))))
        found.places[state] = {
            place: next(one[place] for one in columns if place in one) for place in self._places
        }
        for (first, second), names in zip(cover.ties, shared, strict=True):
            found.ties += [
                (columns[first][place], columns[second][place]) for place in self._every(names)
            ]
        found.joint = found.joint and cover.exact

    def _size(self, names: Names) -> int:
        return prod(len(self._parts[name]) for name in names)

    def _every(self, names: Iterable[str]) -> list[Region]:
        return [region(one) for one in every_part(self._parts, tuple(names))]

    def _numbered(
        self, found: Unknowns, clique: tuple[str, ...], places: list[Region]
    ) -> dict[Region, Columns]:
        """Number the joint cells of a clique; those that no place tells apart get the same."""
        masks = np.array([self._mask(clique, dict(place)) for place in places])
        _, which = np.unique(np.packbits(masks, axis=0), axis=1, return_inverse=True)
        numbers = which.reshape(-1)
        first = found.count
        found.count += int(numbers.max()) + 1
        return {
            place: np.unique(numbers[mask]).astype(np.intp) + first
            for place, mask in zip(places, masks, strict=True)
        }

    def _mask(self, clique: tuple[str, ...], chosen: Where) -> _Mask:
        """Mark the joint cells of a clique, in one line, that lie in a place."""
        marked = np.ones(tuple(len(self._parts[name]) for name in clique), dtype=np.bool_)
        for axis, name in enumerate(clique):
            if name in chosen:
                kept = np.array([part <= chosen[name] for part in self._parts[name]])
                marked &= kept.reshape([-1 if i == axis else 1 for i in range(len(clique))])
        return marked.reshape(-1)


def every_part(
    parts: Mapping[str, tuple[frozenset[str], ...]], names: tuple[str, ...]
) -> list[Where]:
    """List the places over some variables, codes that nothing tells apart together."""
    return [
        dict(zip(names, chosen, strict=True))
        for chosen in product(*(parts[name] for name in names))
    ]


def told_apart(codes: tuple[str, ...], sets: list[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Put codes of a variable together that are in the same of some sets."""
    groups: dict[tuple[bool, ...], list[str]] = defaultdict(list)
    for code in codes:
        groups[tuple(code in one for one in sets)].append(code)
    return tuple(frozenset(group) for group in groups.values())


def _names(place: Region) -> Names:
    return frozenset(name for name, _ in place)


def _name(condition: tuple[str, frozenset[str]]) -> str:
    return condition[0]

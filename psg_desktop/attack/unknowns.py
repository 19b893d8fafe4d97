"""The unknown whole numbers behind published tables, and each printed cell as a sum of them.

The unknowns of a state (one measure of one period) are its joint cells over every variable that
is published of it. Joint cells that no published sum can tell apart are one unknown. Where the
joint cells would be too many, the unknowns are the cells of each widest table, tied together where
tables share variables; the intervals are then no narrower than the true ones, and may be wider.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from math import prod
from typing import Final

import numpy as np
import numpy.typing as npt

from psg_desktop.attack.published import Cell, Publication, State, Where

JOINT_LIMIT: Final = 60_000

Columns = npt.NDArray[np.intp]
_Mask = npt.NDArray[np.bool_]
_Region = frozenset[tuple[str, frozenset[str]]]


def region(where: Where) -> _Region:
    """Make a place comparable: the same categories of the same variables are the same place."""
    return frozenset(where.items())


@dataclass(slots=True)
class Block:
    """Some variables whose joint cells are unknowns of their own."""

    variables: tuple[str, ...]
    shape: tuple[int, ...]
    columns: dict[_Region, Columns] = field(default_factory=dict)


@dataclass(slots=True)
class Unknowns:
    """Every unknown by its number, and for each place of each state the unknowns it adds up."""

    variables: Mapping[str, tuple[str, ...]]
    blocks: dict[State, list[Block]] = field(default_factory=dict)
    ties: list[tuple[Columns, Columns]] = field(default_factory=list)
    count: int = 0

    @property
    def joint(self) -> bool:
        """Say whether each state is one space of joint cells, so that intervals are the true."""
        return all(len(blocks) == 1 for blocks in self.blocks.values())

    def of_cell(self, cell: Cell, times: int = 1) -> tuple[tuple[int, Columns], ...]:
        """Give the numbers of the unknowns that add up to a cell, so many times."""
        return tuple((times, self.sum_at(state, cell.where)) for state in cell.states)

    def sum_at(self, state: State, where: Where) -> Columns:
        """Give the numbers of the unknowns that add up to one place of a state."""
        wanted = region(where)
        return next(
            block.columns[wanted] for block in self.blocks[state] if wanted in block.columns
        )


def unknowns_of(published: Publication, limit: int = JOINT_LIMIT) -> Unknowns:
    """Choose the unknowns; `limit` is the most joint cells that one state may have."""
    found = Unknowns(variables=published.variables)
    places_of = _places(published)
    for state in published.states():
        places = places_of[state.measure]
        blocks = _blocks(published.variables, places, limit)
        shared = list(_shared(published.variables, blocks))
        for block in blocks:
            inside = [place for place in places if _within(place, block)]
            tied = [place for first, second, place in shared if block in (first, second)]
            _number(found, block, dict.fromkeys((*inside, *tied)))
        found.blocks[state] = blocks
        found.ties.extend(
            (first.columns[place], second.columns[place]) for first, second, place in shared
        )
    return found


def every_cell(variables: Mapping[str, tuple[str, ...]], over: Iterable[str]) -> list[Where]:
    """List the places over some variables, each category on its own."""
    names = tuple(over)
    return [
        {name: frozenset((one,)) for name, one in zip(names, chosen, strict=True)}
        for chosen in product(*(variables[name] for name in names))
    ]


def _places(published: Publication) -> dict[str, list[_Region]]:
    """List the places of each measure that anything speaks of; the same ones in every period."""
    found: dict[str, dict[_Region, None]] = defaultdict(dict)
    for table in published.tables:
        for cell in table.cells:
            found[cell.measure][region(cell.where)] = None
    for link in published.links:
        linked = [region(one) for one in every_cell(published.variables, link.over)]
        for _, state in link.terms:
            found[state.measure].update(dict.fromkeys(linked))
    return {measure: list(places) for measure, places in found.items()}


def _blocks(
    variables: Mapping[str, tuple[str, ...]], places: list[_Region], limit: int
) -> list[Block]:
    sets = {tuple(name for name in variables if name in dict(place)) for place in places}
    everything = tuple(name for name in variables if any(name in one for one in sets))
    if prod(len(variables[name]) for name in everything) <= limit:
        widest = [everything]
    else:
        widest = [one for one in sorted(sets) if not any(set(one) < set(other) for other in sets)]
    return [Block(names, tuple(len(variables[name]) for name in names)) for names in widest]


def _shared(
    variables: Mapping[str, tuple[str, ...]], blocks: list[Block]
) -> Iterable[tuple[Block, Block, _Region]]:
    for first, second in combinations(blocks, 2):
        common = [name for name in first.variables if name in second.variables]
        for place in every_cell(variables, common):
            yield first, second, region(place)


def _within(place: _Region, block: Block) -> bool:
    return all(name in block.variables for name, _ in place)


def _number(found: Unknowns, block: Block, places: Iterable[_Region]) -> None:
    """Give the joint cells of a block their numbers, those that no place tells apart the same."""
    wanted = list(places)
    masks = np.array([_mask(found.variables, block, place) for place in wanted])
    _, which = np.unique(np.packbits(masks, axis=0), axis=1, return_inverse=True)
    numbers = which.reshape(-1)
    for place, mask in zip(wanted, masks, strict=True):
        block.columns[place] = np.unique(numbers[mask]).astype(np.intp) + found.count
    found.count += int(numbers.max()) + 1


def _mask(variables: Mapping[str, tuple[str, ...]], block: Block, place: _Region) -> _Mask:
    """Mark the joint cells of a block, in one line, that lie in a place."""
    chosen = dict(place)
    marked = np.ones(block.shape, dtype=np.bool_)
    for axis, name in enumerate(block.variables):
        if name in chosen:
            kept = np.array([one in chosen[name] for one in variables[name]])
            marked &= kept.reshape([-1 if i == axis else 1 for i in range(len(block.shape))])
    return marked.reshape(-1)

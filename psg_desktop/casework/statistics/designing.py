"""Chooses, of every part of the report, the candidate that tells readers most.

A fine table of mostly withheld numbers tells less than a coarser one. What a candidate would tell
is judged by the floor of `displays`; the audit then decides what of it can be shown.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from psg_desktop.casework.statistics.board import Candidate, Design
from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.information import information

# How many times as much another candidate must tell to take the place of what was published last.
_KEPT = 1.5
_FLOOR = DisplayRule.NEAREST_FIVE


class Fill(NamedTuple):
    """How much of a candidate is withheld by the floor.

    Attributes:
        by: What its rows are, in words.
        numbers: How many numbers it has.
    """

    by: str
    withheld: int
    numbers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coarser:
    """A part of the report that is published coarser than it could be asked for.

    Attributes:
        title: The title of the finest table.
        finest: What would be withheld of the finest candidate, and `chosen` of the one chosen.
    """

    title: str
    finest: Fill
    chosen: Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Designed:
    """The tables of a release, and where they were made coarser."""

    tables: tuple[Table, ...]
    coarser: tuple[Coarser, ...]


def designed(
    designs: Sequence[Design], counts: Mapping[Cell, int], before: Container[str] = ()
) -> Designed:
    """Choose the most informative candidate of every part; of equal ones the smallest.

    Args:
        designs: The parts of the report.
        counts: The true number of every cell of theirs.
        before: Codes of the tables of the release before. What it had is kept unless another
            candidate tells much more: readers compare releases, and each further table of the
            same units leaves less room for the next.
    """
    tables: list[Table] = []
    coarser: list[Coarser] = []
    for candidates in designs:
        # Of two that tell the same, the one with fewer numbers; of two such, the finer.
        chosen = max(
            candidates,
            key=lambda one: (_told(one, counts) * _weight(one, before), -_numbers(one)),
        )
        tables += chosen.tables
        if chosen is not candidates[0]:
            finest = candidates[0]
            coarser.append(
                Coarser(
                    title=finest.tables[0].title,
                    finest=_fill(finest, counts),
                    chosen=_fill(chosen, counts),
                )
            )
    return Designed(tables=tuple(tables), coarser=tuple(coarser))


def by_floor(table: Table, counts: Mapping[Cell, int]) -> PublishedTable:
    """Give a table as the floor shows it."""
    return PublishedTable(
        table=table,
        shown=tuple(tuple(shown(counts[cell], _FLOOR) for cell in row) for row in table.cells),
        rule=_FLOOR,
        totals_rule=_FLOOR,
    )


def _told(candidate: Candidate, counts: Mapping[Cell, int]) -> float:
    return sum(information(by_floor(table, counts)) for table in candidate.tables)


def _weight(candidate: Candidate, before: Container[str]) -> float:
    return _KEPT if any(table.code in before for table in candidate.tables) else 1.0


def _numbers(candidate: Candidate) -> int:
    return sum(len(table.every_cell) for table in candidate.tables)


def _fill(candidate: Candidate, counts: Mapping[Cell, int]) -> Fill:
    tables = [by_floor(table, counts) for table in candidate.tables]
    return Fill(
        by=candidate.by,
        withheld=sum(one.withheld for one in tables),
        numbers=_numbers(candidate),
    )

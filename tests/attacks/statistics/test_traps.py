"""Traps of the literature, each solved by two attackers that share nothing.

The shapes are from the sources, the numbers our own:

- two or more hidden cells in every line are no protection: L. H. Cox, "Suppression Methodology and
  Statistical Disclosure Control", Journal of the American Statistical Association 75 (1980);
- linked tables, each safe alone and exact together: P.-P. de Wolf and A. Hundepool, "Three Ways to
  Deal with a Set of Linked SBS Tables Using tau-argus", Privacy in Statistical Databases 2010;
- tables that agree in pairs and have no joint cells in common: N. N. Vorob'ev, "Consistent Families
  of Measures and Their Extensions", Theory of Probability and its Applications 7 (1962);
- small cells that bounds alone make exact, and tables differenced over time: A. Hundepool and
  others, "Handbook on Statistical Disclosure Control", 2nd edition 2024, chapters 4 and 5;
- a total summed again without its hidden cell, 35 beside 38, as acro 1.0.2 printed it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from psg_desktop.attack.attacking import Attacked, attack
from psg_desktop.attack.contradicting import Contradiction
from psg_desktop.attack.described import FORMAT
from psg_desktop.attack.gathering import gather
from psg_desktop.attack.judging import Finding, Kind
from psg_desktop.attack.published import Cell, Link, Publication, State, Table
from tests.attacks.statistics.intruder import Intruder, Nonsense, Seen

Band = tuple[int, int | None]
Chosen = str | tuple[str, ...]
HIDDEN: Band = (0, 9)
FOUR = ("1", "2", "3", "4")


@dataclass
class Trap:
    """What was printed in each quarter, and the cell that is caught in it."""

    variables: Mapping[str, tuple[str, ...]]
    caught: dict[str, Chosen]
    value: int
    printed: list[tuple[str, dict[str, Chosen], Band]] = field(default_factory=list)

    def show(self, shown: int | Band, quarter: str = "Q1", **where: Chosen) -> None:
        self.printed.append((quarter, where, (shown, shown) if isinstance(shown, int) else shown))

    def without(self, *variables: str) -> "Trap":
        """Give it without the cells of some variables."""
        left = [one for one in self.printed if not set(variables) & set(one[1])]
        return Trap(self.variables, self.caught, self.value, left)

    def told(self) -> dict[str, Any]:
        """Describe it as `psg-desktop audit` reads it: a table for each quarter."""
        quarters = dict.fromkeys(quarter for quarter, _, _ in self.printed)
        return {
            "format": FORMAT,
            "variables": {name: list(codes) for name, codes in self.variables.items()},
            "standing": ["open"],
            "tables": [
                {
                    "name": f"Open cases, {asked}",
                    "measure": "open",
                    "period": asked,
                    "cells": [
                        {**_lists(where), "shown": list(band)}
                        for quarter, where, band in self.printed
                        if quarter == asked
                    ],
                }
                for asked in quarters
            ],
        }

    def seen(self) -> list[Seen]:
        return [
            Seen("open", (quarter,), _where(where), *band) for quarter, where, band in self.printed
        ]


def square() -> Trap:
    """Rows 1 and 2 less columns 1 and 2 leave the cell of row 1 and column 4 alone."""
    trap = Trap({"row": FOUR, "column": FOUR}, {"row": "1", "column": "4"}, 3)
    numbers = ((6, 8, 15, 3), (4, 7, 12, 16), (20, 25, 4, 8), (17, 14, 6, 2))
    hidden = {(0, 0), (0, 1), (0, 3), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)}
    for r, row in enumerate(numbers):
        trap.show(sum(row), row=FOUR[r])
        trap.show(sum(line[r] for line in numbers), column=FOUR[r])
        for c, one in enumerate(row):
            trap.show(HIDDEN if (r, c) in hidden else one, row=FOUR[r], column=FOUR[c])
    return trap


def linked() -> Trap:
    """By ward there are 4 of a kind at least, by risk 4 at most: in both tables 4 exactly."""
    trap = Trap({"kind": ("a", "b"), "ward": ("x", "y"), "risk": ("l", "h")}, {"kind": "a"}, 4)
    trap.show(24)
    trap.show(HIDDEN, kind="a")
    trap.show((10, None), kind="b")
    trap.show(HIDDEN, kind="a", ward="x")
    trap.show((4, None), kind="a", ward="y")
    trap.show((0, 4), kind="a", risk="l")
    trap.show(0, kind="a", risk="h")
    return trap


def ring() -> Trap:
    """Wards tell the risk, so that 3 at least of a kind in a ward are 3 at most of that risk."""
    variables = {"kind": ("a", "b"), "ward": ("x", "y"), "risk": ("l", "h")}
    trap = Trap(variables, {"kind": "a", "ward": "y"}, 3)
    trap.show((10, None), ward="x", risk="l")
    trap.show(0, ward="x", risk="h")
    trap.show(0, ward="y", risk="l")
    trap.show((3, 9), kind="a", ward="y")
    trap.show((0, 3), kind="a", risk="h")
    return trap


def ones() -> Trap:
    """Three hidden cells of one at least in a line of three: each is one."""
    trap = Trap({"kind": ("a", "b", "c", "d")}, {"kind": "a"}, 1)
    trap.show(23)
    trap.show(20, kind="d")
    for kind in ("a", "b", "c"):
        trap.show((1, 4), kind=kind)
    return trap


def recomputed() -> Trap:
    """The total of what is shown is 35, another table's of everything 38."""
    trap = Trap({"kind": ("a", "b", "c")}, {"kind": "a"}, 3)
    trap.show(HIDDEN, kind="a")
    trap.show(20, kind="b")
    trap.show(15, kind="c")
    trap.show(35, kind=("b", "c"))
    trap.show(38)
    return trap


def test_that_both_attackers_solve_a_square_with_two_hidden_cells_in_every_line(
    tmp_path: Path,
) -> None:
    _both_solve(square(), tmp_path)


def test_that_no_other_cell_of_the_square_is_exact(tmp_path: Path) -> None:
    found = _audited(square(), tmp_path).findings
    assert [one.cell.where for one in found if one.kind is Kind.EXACT] == [_sets(square().caught)]


def test_that_both_attackers_solve_linked_tables_that_are_safe_alone(tmp_path: Path) -> None:
    _both_solve(linked(), tmp_path)
    assert _ends(linked().without("risk")) == (4, 9)
    assert _ends(linked().without("ward")) == (0, 4)


def test_that_both_attackers_solve_a_ring_of_tables_that_agree_in_pairs(tmp_path: Path) -> None:
    _both_solve(ring(), tmp_path)
    for apart in (("ward", "risk"), ("kind", "risk")):
        left = [one for one in ring().printed if set(one[1]) != set(apart)]
        assert _ends(replace(ring(), printed=left)) == (3, 9)


def test_that_both_attackers_solve_ones(tmp_path: Path) -> None:
    _both_solve(ones(), tmp_path)


def test_that_both_attackers_solve_a_total_summed_without_its_hidden_cell(tmp_path: Path) -> None:
    _both_solve(recomputed(), tmp_path)


def test_that_both_attackers_find_a_change_between_quarters(tmp_path: Path) -> None:
    trap = Trap({"kind": ("a", "b")}, {"kind": "a"}, 2)
    for quarter, a, b in (("Q1", 31, 40), ("Q2", 33, 40)):
        trap.show(a + b, quarter)
        trap.show(b, quarter, kind="b")
        trap.show((10, None), quarter, kind="a")
    changes = [one for one in _audited(trap, tmp_path).findings if one.earlier is not None]
    assert {(one.interval.low, one.interval.high) for one in changes} == {(2, 2)}
    assert _sets({"kind": "a"}) in [one.cell.where for one in changes]
    known = Intruder(trap.variables, trap.seen())
    change = dict(known.cells("open", ("Q2",), _where({"kind": "a"})))
    change |= dict.fromkeys(known.cells("open", ("Q1",), _where({"kind": "a"})), -1)
    assert (known.least(change), known.greatest(change)) == (2, 2)


def test_that_a_line_forced_into_one_category_is_found(tmp_path: Path) -> None:
    trap = Trap({"kind": ("a", "b", "c")}, {"kind": "a"}, 12)
    trap.show((10, 14))
    trap.show((10, 14), kind="a")
    trap.show(0, kind="b")
    trap.show(0, kind="c")
    assert [one.kind for one in _audited(trap, tmp_path).findings] == [Kind.GROUP]


def test_that_both_attackers_see_a_contradiction(tmp_path: Path) -> None:
    trap = recomputed()
    trap.show((20, 30))
    with pytest.raises(Nonsense):
        Intruder(trap.variables, trap.seen()).least({0: 1})
    assert isinstance(_attacked(trap, tmp_path), Contradiction)


def test_that_coarse_tables_give_nothing_away(tmp_path: Path) -> None:
    trap = Trap({"kind": ("a", "b", "c")}, {"kind": "a"}, 3)
    trap.show((28, 32))
    trap.show((18, 22), kind="c")
    trap.show(HIDDEN, kind="a")
    trap.show(HIDDEN, kind="b")
    assert not _audited(trap, tmp_path).findings


def _both_solve(trap: Trap, folder: Path) -> None:
    solved = [one for one in _audited(trap, folder).findings if _is_caught(trap, one)]
    assert [(one.interval.low, one.interval.high) for one in solved] == [(trap.value, trap.value)]
    assert _ends(trap) == (trap.value, trap.value)


def _is_caught(trap: Trap, finding: Finding) -> bool:
    return finding.kind is not Kind.GROUP and finding.cell.where == _sets(trap.caught)


def _ends(trap: Trap) -> tuple[int | None, int | None]:
    known = Intruder(trap.variables, trap.seen())
    asked = known.cells("open", ("Q1",), _where(trap.caught))
    return known.least(asked), known.greatest(asked)


def _audited(trap: Trap, folder: Path) -> Attacked:
    found = _attacked(trap, folder)
    assert isinstance(found, Attacked)
    return found


def _attacked(trap: Trap, folder: Path) -> Attacked | Contradiction:
    file = folder / "tables.json"
    file.write_text(json.dumps(trap.told()), encoding="utf-8")
    return attack(gather([folder]))


def _lists(where: Mapping[str, Chosen]) -> dict[str, str | list[str]]:
    return {name: one if isinstance(one, str) else list(one) for name, one in where.items()}


def _sets(where: Mapping[str, Chosen]) -> dict[str, frozenset[str]]:
    return {name: frozenset([one] if isinstance(one, str) else one) for name, one in where.items()}


def _where(where: Mapping[str, Chosen]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(_sets(where).items())


def test_that_flows_which_corrections_broke_are_left_out() -> None:
    before, now = (State(measure="open", period=one) for one in ("2026Q1", "2026Q2"))
    new = State(measure="opened", period="2026Q2")
    cells = [
        Cell(states=(state,), where={}, printed=str(one), low=one, high=one)
        for state, one in ((before, 30), (new, 10), (now, 60))
    ]
    flow = Link(name="flow", terms=((1, before), (1, new), (-1, now)), assumed=True)
    table = Table(name="Flow", file="flow.csv", cells=tuple(cells))
    found = attack(Publication(variables={}, tables=(table,), links=(flow,)))
    assert isinstance(found, Attacked)
    assert not found.flows
    certain = Publication(variables={}, tables=(table,), links=(replace(flow, assumed=False),))
    assert isinstance(attack(certain), Contradiction)

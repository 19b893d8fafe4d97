"""What the audit verb must find: the traps that single releases and small markers hide."""

import json
from dataclasses import replace
from pathlib import Path

from tests.cli.conftest import Shell
from tests.cli.published_files import areas, describe, put
from tests.papers.statistics.made_up import SPRING, SUMMER, a_release

SAFE, FOUND = 0, 3


def test_that_two_releases_give_away_what_neither_does_alone(shell: Shell, folder: Path) -> None:
    """A board's release, and a table somebody asked for by wards put together otherwise."""
    board, asked = folder / "board", folder / "asked"
    for place, table in (
        (board, areas("open_by_ward", a_b=20, c=15)),
        (asked, areas("open_by_area", a=17, b_c=18)),
    ):
        place.mkdir()
        put(place, release=a_release(table), subject=place.name)
        ran = shell("audit", place)
        assert ran.code == SAFE, ran.out
    ran = shell("audit", board, asked)
    assert ran.code == FOUND
    assert "exactly 3" in ran.out
    assert "ward: E0500b\tprinted nowhere, and left over by others" in ran.out


def test_that_changes_leak_only_where_both_releases_are_given(shell: Shell, folder: Path) -> None:
    earlier, later = folder / "earlier", folder / "later"
    for place, quarter, count in ((earlier, SPRING, 31), (later, SUMMER, 33)):
        place.mkdir()
        table = areas("open_by_ward", a=count, b=40)
        cells = tuple(
            tuple(replace(one, quarters=(quarter,)) for one in row) for row in table.table.cells
        )
        put(place, release=a_release(replace(table, table=replace(table.table, cells=cells))))
        assert shell("audit", place).code == SAFE
    ran = shell("audit", earlier, later, "--json")
    assert ran.code == FOUND
    found = json.loads(ran.out)["found"]
    assert [(one["interval"], one["change_since"]["periods"]) for one in found] == [
        ([2, 2], ["2026Q2"])
    ]


def test_that_hiding_one_to_four_gives_exact_numbers_away(shell: Shell, folder: Path) -> None:
    """The positive control: a table of kinds by risks in which 1 to 4 are hidden, nothing else."""
    counts = {
        ("a", "l"): 3,
        ("a", "h"): 14,
        ("b", "l"): 12,
        ("b", "h"): 2,
        ("c", "l"): 1,
        ("c", "h"): 9,
    }
    kinds, risks = ("a", "b", "c"), ("l", "h")
    cells = [{"kind": k, "risk": r, "shown": hidden(n)} for (k, r), n in counts.items()]
    cells += [{"kind": k, "shown": hidden(sum(counts[k, r] for r in risks))} for k in kinds]
    cells += [{"risk": r, "shown": hidden(sum(counts[k, r] for k in kinds))} for r in risks]
    table = {"name": "Open cases", "measure": "open", "period": "2026Q3", "cells": cells}
    describe(
        folder, tables=[table], markers={"*": [1, 4]},
        variables={"kind": list(kinds), "risk": list(risks)},
    )  # fmt: skip
    ran = shell("audit", folder, "--json")
    assert ran.code == FOUND
    found = json.loads(ran.out)["found"]
    exact = {
        (*one["where"]["kind"], *one["where"]["risk"]) for one in found if one["kind"] == "exact"
    }
    assert exact == {("a", "l"), ("b", "h"), ("c", "l")}


def hidden(count: int) -> int | str:
    return "*" if 0 < count < 5 else count


def test_that_a_marker_that_says_somebody_is_there_is_found(shell: Shell, folder: Path) -> None:
    describe(folder, markers={"*": [1, 7]}, variables={"kind": ["a", "b"]}, tables=[
        {"name": "Open cases", "measure": "open", "period": "2026Q3", "cells": [
            {"kind": "a", "shown": "*"}, {"kind": "b", "shown": 12},
        ]},
    ])  # fmt: skip
    ran = shell("audit", folder)
    assert ran.code == FOUND
    assert "1 to 7\tOpen cases\topen\t2026Q3\tkind: a\tprinted as *, so somebody" in ran.out


def test_that_somebody_who_is_certainly_there_is_told_but_may_be_many(
    shell: Shell, folder: Path
) -> None:
    describe(folder, variables={"kind": ["a", "b"]}, tables=[
        {"name": "Open cases", "measure": "open", "period": "2026Q3", "cells": [
            {"shown": [20, 22]}, {"kind": "a", "shown": [10, 19]}, {"kind": "b", "shown": "*"},
        ]},
    ])  # fmt: skip
    ran = shell("audit", folder, "--json")
    assert ran.code == SAFE
    assert [one["interval"] for one in json.loads(ran.out)["certainly_not_0"]] == [[1, 9]]
    assert "1 withheld number: certainly not 0" in ran.said

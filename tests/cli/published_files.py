"""Releases and descriptions of tables written into a folder, as a reader has them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.domain.statistics.published import PublishedTable, StatisticsRelease
from psg_desktop.domain.statistics.tables import Heading
from psg_desktop.papers.statistics.files import statistics_files
from tests.papers.statistics.made_up import SUMMER, a_publication, a_release, by_ward


def put(
    folder: Path, *counts: int, rule: DisplayRule = DisplayRule.NEAREST_FIVE, **more: Any
) -> None:
    """Write a release of a table by ward: pairs of a quarter and the one before, totals first."""
    values = [shown(one, rule) for one in counts]
    pairs = tuple(zip(values[::2], values[1::2], strict=True))
    table = replace(by_ward(*counts), shown=pairs, rule=rule, totals_rule=rule)
    made = replace(a_publication(table), **{"subject": "board", **more})
    for name, content in statistics_files(made).items():
        (folder / name).write_bytes(content)


def withdrawn() -> StatisticsRelease:
    table = replace(by_ward(32, 31, 25, 24, 7, 7))
    return replace(a_release(table), withdrawn_on=date(2026, 11, 2), withdrawn_because="A mistake.")


def describe(folder: Path, **more: Any) -> None:
    """Write a description of one table, with whatever is to be otherwise in it."""
    table = {
        "name": "Open cases", "measure": "open", "period": "2026Q3",
        "cells": [
            {"shown": 23}, {"kind": "a", "shown": 20}, {"kind": "b", "shown": "*"},
        ],
    }  # fmt: skip
    told: dict[str, Any] = {
        "format": "psg-tables-1",
        "markers": {"*": [0, 9]},
        "variables": {"kind": ["a", "b"]},
        "tables": [table],
    }
    (folder / "tables.json").write_text(json.dumps(told | more), encoding="utf-8")


def areas(code: str, **counts: int) -> PublishedTable:
    """A table of wards and of wards together, such as "a_b", shown exactly."""
    wards = [frozenset(f"E0500{one}" for one in name.split("_")) for name in counts]
    table = by_ward(*[0, 0] * len(counts), code=code).table
    cells = tuple(
        (Cell(measure="open_at_end", quarters=(SUMMER,), where=(("ward", one),)),) for one in wards
    )
    rows = tuple(Heading(code=name, label=name) for name in counts)
    return PublishedTable(
        table=replace(table, rows=rows, columns=table.columns[:1], cells=cells),
        shown=tuple((shown(one, DisplayRule.EXACT),) for one in counts.values()),
        rule=DisplayRule.EXACT, totals_rule=DisplayRule.EXACT,
    )  # fmt: skip

"""The audit verb: published files in, what they give away out, and no vault anywhere."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from psg_desktop.domain.statistics.displays import DisplayRule, shown
from psg_desktop.papers.statistics.files import statistics_files
from tests.cli.conftest import Shell
from tests.papers.statistics.made_up import a_publication, by_ward

SAFE, REFUSED, FOUND = 0, 1, 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "release"
    place.mkdir()
    return place


def put(folder: Path, *counts: int, rule: DisplayRule = DisplayRule.NEAREST_FIVE) -> None:
    """Write a release of a table by ward: pairs of a quarter and the one before, totals first."""
    values = [shown(one, rule) for one in counts]
    pairs = tuple(zip(values[::2], values[1::2], strict=True))
    table = replace(by_ward(*counts), shown=pairs, rule=rule, totals_rule=rule)
    for name, content in statistics_files(a_publication(table)).items():
        (folder / name).write_bytes(content)


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


def test_that_a_release_that_gives_nothing_away_passes(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    ran = shell("audit", folder)
    assert ran.code == SAFE
    assert ran.out == ""
    assert "No number of one to four people can be worked out" in ran.said


def test_that_a_withheld_number_is_solved_from_our_own_files(shell: Shell, folder: Path) -> None:
    put(folder, 14, 40, 11, 20, 3, 20, rule=DisplayRule.EXACT)
    ran = shell("audit", folder, "--json")
    assert ran.code == FOUND
    found = json.loads(ran.out)["found"]
    own = [one for one in found if one["change_since"] is None]
    assert [(one["interval"], one["where"]) for one in own] == [([3, 3], {"ward": ["E05001"]})]


def test_that_a_change_between_quarters_is_solved(shell: Shell, folder: Path) -> None:
    put(folder, 42, 40, 22, 20, 20, 20, rule=DisplayRule.EXACT)
    ran = shell("audit", folder)
    assert ran.code == FOUND
    assert "exactly 2" in ran.out
    assert "change since 2026Q2" in ran.out


def test_that_a_described_table_is_solved(shell: Shell, folder: Path) -> None:
    describe(folder)
    ran = shell("audit", folder / "tables.json")
    assert ran.code == FOUND
    assert ran.out == "exactly 3\tOpen cases\topen\t2026Q3\tkind: b\tprinted as *\n"
    assert "1 number can be worked out, or nearly" in ran.said


def test_that_tables_that_contradict_each_other_are_named(shell: Shell, folder: Path) -> None:
    describe(folder)
    describe_second = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
    describe_second["tables"][0] |= {"name": "All cases", "cells": [{"shown": 19}]}
    (folder / "second.json").write_text(json.dumps(describe_second), encoding="utf-8")
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert "contradict each other" in ran.said
    assert "“Open cases”" in ran.said
    assert "“All cases”" in ran.said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"format": "other"}, "psg-tables-1"),
        ({"variables": {"kind": []}}, "no list of categories"),
        ({"variables": {}}, "not declared"),
        ({"markers": {}}, "no marker the file explains"),
        ({"markers": {"*": [9, 0]}}, "not [least, greatest]"),
        ({"tables": []}, "no tables"),
        ({"tables": 5}, "not a list"),
        ({"links": [{"name": "flow"}]}, "no terms"),
    ],
)
def test_that_a_description_that_is_wrong_is_told_in_a_sentence(
    shell: Shell, folder: Path, wrong: dict[str, Any], said: str
) -> None:
    describe(folder, **wrong)
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert "tables.json cannot be audited" in ran.said
    assert said in ran.said


def test_that_a_release_with_a_lost_file_is_told_in_a_sentence(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    next(folder.glob("*ward.csv")).unlink()
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert "one of the CSV files beside it cannot be read" in ran.said


def test_that_an_altered_file_is_told_in_a_sentence(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    file = next(folder.glob("*ward.csv"))
    text = file.read_text(encoding="utf-8").replace("nearest_five", "nearest_nine")
    file.write_text(text, encoding="utf-8")
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert f"{file.name} is not as it was written" in ran.said


def test_that_an_empty_folder_is_told_in_a_sentence(shell: Shell, folder: Path) -> None:
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert "nothing to audit" in ran.said

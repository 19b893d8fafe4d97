"""The audit verb: published files in, what they give away out, and no vault anywhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from psg_desktop.domain.statistics.displays import DisplayRule
from tests.cli.conftest import Shell
from tests.cli.published_files import describe, put, withdrawn

SAFE, REFUSED, FOUND = 0, 1, 3


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


def test_that_the_report_beside_the_tables_is_passed_over(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    for name in ("report.pdf", "report.docx", "places.geojson", ".hidden.json"):
        (folder / name).write_bytes(b"anything")
    (folder / "settings.json").write_text('{"theme": "dark"}', encoding="utf-8")
    ran = shell("audit", folder)
    assert ran.code == SAFE
    assert "Not read" not in ran.said


def test_that_tables_nobody_describes_are_named(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    (folder / "own figures.csv").write_text("ward,cases\n", encoding="utf-8")
    ran = shell("audit", folder)
    assert ran.code == SAFE
    assert "Not read, because no description speaks of them: own figures.csv." in ran.said


@pytest.mark.parametrize("kept", [".xlsx", ".ods", "ward.csv"])
def test_that_a_workbook_alone_is_refused_even_beside_a_whole_release(
    shell: Shell, folder: Path, kept: str
) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    alone = folder / "alone"
    alone.mkdir()
    file = next(folder.glob(f"*{kept}"))
    (alone / file.name).write_bytes(file.read_bytes())
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert f"{file.name} cannot be audited by itself" in ran.said


@pytest.mark.parametrize("ending", [".xlsx", ".ods", "-open-by-ward.csv", "-csv-metadata.json"])
def test_that_any_file_of_a_release_stands_for_it(shell: Shell, folder: Path, ending: str) -> None:
    put(folder, 14, 40, 11, 20, 3, 20, rule=DisplayRule.EXACT)
    ran = shell("audit", next(folder.glob(f"*{ending}")))
    assert ran.code == FOUND
    assert "exactly 3" in ran.out


def test_that_a_file_without_tables_is_told_in_a_sentence(shell: Shell, folder: Path) -> None:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    ran = shell("audit", folder / "report.pdf")
    assert ran.code == REFUSED
    assert "report.pdf holds no tables that can be audited" in ran.said


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_that_a_damaged_table_is_told_in_a_sentence(shell: Shell, folder: Path, cut: int) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    file = next(folder.glob("*ward.csv"))
    lines = file.read_bytes().split(b"\r\n")
    file.write_bytes(
        b"\r\n".join(lines[:-1])[:-cut] if cut > 2 else b"\r\n".join(lines[: -cut - 1])
    )
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert f"{file.name} is not as it was written" in ran.said


def test_that_a_damaged_description_is_told_in_a_sentence(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    file = next(folder.glob("*.json"))
    file.write_bytes(file.read_bytes()[:200])
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert f"{file.name} cannot be read as JSON" in ran.said


def test_that_a_withdrawn_release_is_attacked_with_the_others(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7, release=withdrawn())
    ran = shell("audit", folder, "--json")
    assert ran.code == SAFE
    assert "1 release withdrawn, attacked with the others" in ran.said
    assert json.loads(ran.out)["withdrawn"] == 1


def test_that_releases_of_two_partnerships_are_not_mixed(shell: Shell, folder: Path) -> None:
    put(folder, 32, 31, 25, 24, 7, 7)
    put(folder, 32, 31, 25, 24, 7, 7, partnership="Marsh Partnership", district="Marsh")
    ran = shell("audit", folder)
    assert ran.code == REFUSED
    assert "several partnerships" in ran.said

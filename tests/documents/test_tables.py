"""Tables that leave the program: whole, readable by others, and never a formula."""

import csv
import errno
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from psg_desktop.documents import tables
from psg_desktop.documents.tables import (
    Sheet,
    harmless,
    write_csv,
    write_json_lines,
    write_workbook,
)
from psg_desktop.faults import DiskFull, Unwritable

FULL_WIDTH = ["\uff1d1", "\uff0b1", "\uff0d1", "\uff20a"]
HOSTILE = ["=1+1", "+44 1353", "-Smith", "@cmd", "\tx", "\rx", "\nx", *FULL_WIDTH]


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("words", HOSTILE)
def test_that_words_like_a_formula_are_quoted(words: str) -> None:
    assert harmless(words) == f"'{words}"


def test_that_numbers_and_ordinary_words_stay_as_they_are() -> None:
    assert harmless(-5) == -5
    assert harmless("a = b") == "a = b"
    assert harmless("") == ""
    assert harmless(None) is None


def test_that_a_csv_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = [
        ['He said "no", twice', "line one\nline two", 3, None],
        ["Ł", "=1", -1, date(2026, 12, 3)],
    ]

    write_csv(path, ["a", "b", "c", "d"], rows)

    assert read_csv(path) == [
        ["a", "b", "c", "d"],
        ['He said "no", twice', "line one\nline two", "3", ""],
        ["Ł", "'=1", "-1", "2026-12-03"],
    ]
    assert path.read_bytes().startswith(b"a,b,c,d\r\n")


@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_that_any_words_come_back_from_csv(
    cells: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("csv") / "any.csv"

    write_csv(path, cells, [cells])

    assert read_csv(path) == [[harmless(cell) for cell in cells]] * 2


def test_that_json_lines_hold_the_words_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    records = [{"name": "Łukasz", "note": "=1\n2", "on": date(2026, 12, 3)}, {"name": "\ud800"}]

    write_json_lines(path, records)

    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"name": "Łukasz", "note": "=1\n2", "on": "2026-12-03"}
    assert len(lines) == 2


def test_that_two_programs_read_the_workbook_alike(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    rows = [["=HYPERLINK(1)", 4, date(2026, 12, 3)], ["https://example.org", -1.5, None]]
    write_workbook(
        path, [Sheet(name="Cases", table="cases", headers=["What", "n", "On"], rows=rows)]
    )

    calamine = CalamineWorkbook.from_path(path).get_sheet_by_name("Cases").to_python()
    book = openpyxl.load_workbook(path)
    sheet = book["Cases"]
    assert calamine[1] == ["'=HYPERLINK(1)", 4.0, date(2026, 12, 3)]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "'=HYPERLINK(1)"
    assert sheet["A3"].hyperlink is None
    assert sheet.freeze_panes == "A2"
    assert list(sheet.tables) == ["cases"]
    assert sheet.tables["cases"].ref == "A1:C3"
    assert not book.properties.creator
    assert sheet.column_dimensions["A"].width > 15
    book.close()


def test_that_a_workbook_without_rows_still_has_its_table(tmp_path: Path) -> None:
    path = tmp_path / "none.xlsx"
    write_workbook(path, [Sheet(name="None", table="none_yet", headers=["a", "b"], rows=[])])

    assert openpyxl.load_workbook(path)["None"].tables["none_yet"].ref == "A1:B2"


def test_that_words_too_long_for_a_cell_say_that_they_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    rows = [["x" * 40_000]]
    write_workbook(path, [Sheet(name="Long", table="long", headers=["a"], rows=rows)])

    value = openpyxl.load_workbook(path)["Long"]["A2"].value
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith("the CSV file has all of it]")


def test_that_more_rows_than_excel_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_MOST_ROWS", 2)
    sheet = Sheet(name="Many", table="many", headers=["a"], rows=[["x"]] * 3)

    with pytest.raises(Unwritable, match="Save as CSV"):
        write_workbook(tmp_path / "many.xlsx", [sheet])

    assert not list(tmp_path.iterdir())


def test_that_a_failure_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("old")

    def failing() -> Iterator[list[str]]:
        yield ["one"]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_csv(path, ["a"], failing())

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_that_a_full_disk_is_said_plainly_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match=r"no room left to write people\.csv"):
        write_csv(path, ["a"], [["b"]])

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="Choose another folder"):
        write_csv(tmp_path / "nowhere" / "people.csv", ["a"], [])


def test_that_a_folder_in_place_of_the_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "people.csv").mkdir()

    with pytest.raises(Unwritable, match="cannot be written here"):
        write_csv(tmp_path / "people.csv", ["a"], [])

    assert [it.name for it in tmp_path.iterdir()] == ["people.csv"]

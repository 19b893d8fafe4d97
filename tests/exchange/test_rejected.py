"""Rows that were not imported come back with their reason, and no formula comes alive."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.formulas import escaped, unescaped
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import REASON_HEADER, ROW_HEADER, Use
from psg_desktop.exchange.opening import likeliest_sheet
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.rejected import write_rejected
from psg_desktop.exchange.suggest import suggest
from psg_desktop.faults import Unwritable
from tests.exchange.workbooks import TODAY, table_of

DANGEROUS = ("=1+1", "+44 7700 900123", "-Smith", "@SUM(A1)", "\tx", "'=quoted", "\uff1d1+1")


def _run() -> DryRun:
    table = table_of(
        ("Ref", "Name", "DOB", "Risk", "=Notes"),
        ("1", "Example One", date(1990, 1, 2), "spicy", "=cmd|' /C calc'!A0"),
        ("2", "Example Two", date(1990, 1, 3), "High", "fine"),
        ("3", "-Smith Example", "soon", "Low", datetime(2026, 1, 2, 3, 4)),  # noqa: DTZ001 - a cell
        ("Total", 3, None, None, None),
    )
    return check(table, suggest(table), Known(), TODAY)


def test_that_rejected_rows_are_written_with_their_reason(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    assert write_rejected(_run(), path) == 2
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == (ROW_HEADER, REASON_HEADER, "Ref")
    assert [row[0] for row in rows[1:]] == [2, 4]
    assert "Risk: \u201cspicy\u201d is not known here." in str(rows[1][1])


def test_that_no_cell_written_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    write_rejected(_run(), path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" for cell in cells)
    assert not any(str(cell.value).startswith(("=", "+", "-", "@")) for cell in cells)


def test_that_a_corrected_file_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    write_rejected(_run(), path)
    opened = likeliest_sheet(read_workbook(path))
    uses = {column.header: column.use for column in opened.mapping.columns}
    assert uses[ROW_HEADER] is Use.LEAVE_OUT
    assert uses[REASON_HEADER] is Use.LEAVE_OUT
    assert "-Smith Example" in opened.table.column("Name")
    assert "=Notes" in opened.table.headers
    assert check(opened.table, opened.mapping, Known(), TODAY).count(Status.WRONG) == 2


@pytest.mark.parametrize("text", DANGEROUS)
def test_that_dangerous_text_is_marked_and_comes_back(text: str) -> None:
    assert escaped(text).startswith("'")
    assert unescaped(escaped(text)) == text


@given(st.text())
def test_that_any_text_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_that_a_place_nobody_can_write_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be saved"):
        write_rejected(_run(), tmp_path / "no such folder" / "rejected.xlsx")

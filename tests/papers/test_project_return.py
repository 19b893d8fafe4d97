"""The quarter's return as a workbook: the same bytes for the same paper, and no text is lost."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from psg_desktop.papers.project_return import (
    ReturnColumn,
    ReturnPaper,
    ReturnSheet,
    Sort,
    draw_return,
)


def a_paper(words: str) -> ReturnPaper:
    columns = (
        ReturnColumn(heading="Project"),
        ReturnColumn(heading="Due", sort=Sort.DAY),
        ReturnColumn(heading="Spent", sort=Sort.MONEY, added=True),
        ReturnColumn(heading="Measured", sort=Sort.NUMBER),
    )
    rows = (
        (words, date(2026, 10, 30), 123_456, 12.5),
        ("=SUM(A1:A9)", None, None, None),
        ("http://fenmarket.example", None, 44, 0),
    )
    sheet = ReturnSheet(name="Money", columns=columns, rows=rows)
    return ReturnPaper(
        title="Projects", facts="Fenmarket & CSP", marking="OFFICIAL & SENSITIVE",
        made_on=date(2026, 11, 21), sheets=(sheet,),
    )  # fmt: skip


def test_that_money_is_added_up_and_no_text_becomes_a_formula_or_a_link() -> None:
    drawn = draw_return(a_paper("Lamps"))
    assert drawn == draw_return(a_paper("Lamps"))
    page = load_workbook(BytesIO(drawn))["Money"]
    assert [cell.value for cell in page["A"][4:8]] == [
        "Lamps", "=SUM(A1:A9)", "http://fenmarket.example", "Total",
    ]  # fmt: skip
    assert page["A6"].data_type == "s"
    assert page["A7"].hyperlink is None
    assert page["B5"].value.date() == date(2026, 10, 30)
    assert [cell.value for cell in page["C"][4:8]] == [1234.56, None, 0.44, 1235.0]
    assert page["D7"].value == 0


def test_that_a_text_longer_than_a_cell_goes_on_below_it_and_is_counted_once() -> None:
    page = load_workbook(BytesIO(draw_return(a_paper("x" * 40_000))))["Money"]
    assert "".join(str(cell.value) for cell in page["A"][4:6]) == "x" * 40_000
    assert [cell.value for cell in page["C"][4:9]] == [1234.56, None, None, 0.44, 1235.0]

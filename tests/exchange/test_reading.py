"""Honest files of every kind are read as what they are, whatever they are called."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from psg_desktop.exchange.calamined import read_values
from psg_desktop.exchange.delimited import read_text_table
from psg_desktop.exchange.formulas import unescaped
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.sheets import Oddity, Workbook
from psg_desktop.faults import Unreadable
from tests.exchange.workbooks import raw_parts, workbook, zipped

MOMENT = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - cells hold no zone


def _texts(book: Workbook) -> list[list[object]]:
    return [list(row) for row in book.sheets[0].rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_that_a_text_table_is_read_in_any_dress(
    encoding: str, ending: str, delimiter: str, tmp_path: Path
) -> None:
    rows = [["Name", "Note", "When"], ["Žemaitė", "costs £5", "21/11/2026"], ["Łukasz", "", "x"]]
    text = "".join(delimiter.join(row) + ending for row in rows)
    path = tmp_path / "table.tsv"
    path.write_bytes(text.encode(encoding))
    assert _texts(read_workbook(path)) == [
        ["Name", "Note", "When"],
        ["Žemaitė", "costs £5", "21/11/2026"],
        ["Łukasz", None, "x"],
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_that_old_eight_bit_texts_are_told_apart(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Name,Note\rRené,it’s £5 – “fine”\r".encode(encoding))
    book = read_workbook(path)
    assert _texts(book)[1] == ["René", "it’s £5 – “fine”"]
    assert any(note.oddity is Oddity.ENCODING for note in book.sheets[0].notes)


def test_that_mixed_line_endings_make_whole_rows() -> None:
    book = read_text_table(b"a,b\r\n1,2\n3,4\r5,6", "mixed.csv", Patience())
    assert _texts(book) == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]


def test_that_a_lone_quotation_mark_does_not_swallow_the_file() -> None:
    rows = b"Name,Height\n" + b'Example,6"\n' + b'"Lost,5\n' + b"Other,4\n" * 50
    book = read_text_table(rows, "quote.csv", Patience())
    assert len(book.sheets[0].rows) == 53
    lone = read_text_table(
        b'Name,Note\nA,"opens\n' + b"Other,4\n" * 50, "quote.csv", Patience()
    ).sheets[0]
    assert len(lone.rows) == 52
    assert any(note.oddity is Oddity.LONE_QUOTE for note in lone.notes)


def test_that_a_file_cut_off_within_a_cell_is_said_to_be() -> None:
    sheet = read_text_table(b'"Name","Note"\n"A","b"\n"C","cut of', "cut.csv", Patience()).sheets[0]
    assert sheet.rows[2] == ("C", "cut of")
    assert any(note.oddity is Oddity.CUT_OFF for note in sheet.notes)


def test_that_direction_overrides_are_taken_out_and_named() -> None:
    text = "Name,Note\nSam\u202eelpmaxE,zero\u200bwidth\n"
    sheet = read_text_table(text.encode(), "trick.csv", Patience()).sheets[0]
    assert sheet.rows[1] == ("SamelpmaxE", "zerowidth")
    assert any(note.oddity is Oddity.INVISIBLE_CHARACTERS for note in sheet.notes)


def test_that_lone_surrogates_are_replaced_and_named() -> None:
    content = "Name,Note\nExample,Žąė done\n".encode("utf-16") + b"\x00\xd8,\x00"
    sheet = read_text_table(content, "broken.csv", Patience()).sheets[0]
    assert sheet.rows[1] == ("Example", "Žąė done")
    assert any(note.oddity is Oddity.UNREADABLE_CHARACTERS for note in sheet.notes)


def test_that_an_excel_workbook_keeps_its_kinds_of_value(tmp_path: Path) -> None:
    rows = [["Name", "Born", "Count", "Rate", "Yes"], ["Ė", date(1988, 2, 29), 3, 1.5, True]]
    sheet = read_workbook(workbook(tmp_path / "kinds.csv", rows)).sheets[0]
    assert sheet.rows[1] == ("Ė", date(1988, 2, 29), 3, 1.5, True)
    assert sheet.name == "Cases"


def test_that_an_opendocument_spreadsheet_is_read(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    table = OdfTable(name="Fälle")
    for cells in (["Name", "Note"], ["Žemaitė", "x"]):
        row = TableRow()
        for cell in cells:
            held = TableCell(valuetype="string")
            held.addElement(P(text=cell))
            row.addElement(held)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    path = tmp_path / "book.xlsx"
    document.write(str(path))
    assert _texts(read_workbook(path)) == [["Name", "Note"], ["Žemaitė", "x"]]


def test_that_what_is_odd_in_a_sheet_is_named(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Sum</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3"><v>1</v></c></row>'
    )
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>'
        '<col min="2" max="2" hidden="1"/></cols><sheetData>' + rows + "</sheetData>"
        '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>'
    )
    book = read_workbook(zipped(tmp_path / "odd.xlsx", raw_parts(sheet=sheet)))
    told = {note.oddity for note in book.sheets[0].notes}
    assert told == {
        Oddity.MERGED_CELLS,
        Oddity.FORMULA_ERRORS,
        Oddity.STALE_FORMULAS,
        Oddity.HIDDEN_ROWS,
        Oddity.HIDDEN_COLUMNS,
    }
    assert book.sheets[0].rows[1][0] == "Name"


def test_that_lengths_and_times_of_day_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "times.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_number(0, 0, 0.5, book.add_format({"num_format": "hh:mm"}))
        sheet.write_number(0, 1, 1.5, book.add_format({"num_format": "[h]:mm"}))
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_datetime(0, 2, MOMENT, moment)
    assert read_workbook(path).sheets[0].rows[0] == (
        time(12, 0),
        "36:00:00",
        MOMENT,
    )


def test_that_the_reader_itself_names_a_broken_workbook() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read_values(b"PK\x03\x04 not really", "broken.xlsx", lambda _name: None, Patience())


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_that_a_quoted_table_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    rows = [row + ["x"] * (width - len(row)) for row in rows]
    text = "\r\n".join(",".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows)
    book = read_text_table(b"\xef\xbb\xbf" + text.encode(), "table.csv", Patience())
    unmarked = [[unescaped(cell) for cell in row] for row in rows]
    assert _texts(book) == unmarked

"""What a workbook holds besides plain cells is read or named: comments, pictures, lost results."""

import struct
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from odf.dc import Creator
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P
from openpyxl.comments import Comment

from psg_desktop.exchange import limits
from psg_desktop.exchange.binary_parts import check_binary
from psg_desktop.exchange.check import check
from psg_desktop.exchange.comments import COMMENTS_HEADER
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.mapping import Template, Use
from psg_desktop.exchange.opening import Opened, likeliest_sheet
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.sheets import Oddity
from psg_desktop.faults import Unreadable
from tests.exchange.workbooks import TODAY, compound_document, raw_parts, zipped


def _opened(path: Path) -> Opened:
    return likeliest_sheet(read_workbook(path))


def _told(opened: Opened) -> dict[Oddity, str]:
    return {note.oddity: note.sentence for note in opened.table.notes}


def _commented(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ref", "Name", "Risk"])
    sheet.append(["1", "Example One", "High"])
    sheet.append(["2", "Example Two", "Low"])
    sheet["C2"].comment = Comment("Reviewed in May", "A Clerk")
    sheet["B2"].comment = Comment("A Clerk:\nknown to us", "A Clerk")
    sheet["B1"].comment = Comment("Full names please", "A Clerk")
    book.save(path)
    return path


def test_that_comments_on_cells_come_in_as_notes_of_their_row(tmp_path: Path) -> None:
    opened = _opened(_commented(tmp_path / "commented.xlsx"))
    run = check(opened.table, opened.mapping, Known(), TODAY)
    (told,) = run.drafts[0].notes
    assert told.text == (
        "Comments on cells: Name: A Clerk:\nknown to us\nRisk (A Clerk): Reviewed in May"
    )
    assert run.drafts[1].notes == ()
    said = _told(opened)
    assert said[Oddity.COMMENTS].startswith("2 cells have comments (B2 and C2)")
    assert "(B1)" in said[Oddity.COMMENTS_LEFT_OUT]


def test_that_a_remembered_matching_fits_with_and_without_comments(tmp_path: Path) -> None:
    opened = _opened(_commented(tmp_path / "commented.xlsx"))
    kept = Template(name="t", mapping=opened.mapping)
    assert opened.table.headers[-1] == COMMENTS_HEADER
    assert kept.fits(opened.table.headers[:-1])
    assert kept.fits(opened.table.headers)
    assert not kept.fits(opened.table.headers[1:])
    assert opened.mapping.columns[-1].use is Use.NOTES


SHEET_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/comments" Target="../odd.xml"/>'
    '<Relationship Id="r2" Type="x/threadedComment" Target="/xl/threads/t.xml"/>'
    "</Relationships>"
)
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Date of birth</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Example One</t></is></c></row>'
)


def test_that_a_threaded_comment_is_read_once_with_its_answers(tmp_path: Path) -> None:
    parts = raw_parts(ROWS)
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = SHEET_RELATIONS
    parts["xl/odd.xml"] = (
        '<comments><authors><author>tc</author></authors><commentList><comment ref="A2" '
        'authorId="0"><text><t>[Threaded comment] Your version of Excel...</t></text></comment>'
        "</commentList></comments>"
    )
    parts["xl/threads/t.xml"] = (
        '<ThreadedComments><threadedComment ref="A2"><text>Is this right?</text>'
        '</threadedComment><threadedComment ref="A2" parentId="1"><text>Yes</text>'
        "</threadedComment></ThreadedComments>"
    )
    opened = _opened(zipped(tmp_path / "threads.xlsx", parts))
    assert opened.table.rows[0].cells[-1] == "Name: Is this right?\nName: Yes"


def test_that_a_flood_of_comments_is_refused(tmp_path: Path) -> None:
    parts = raw_parts(ROWS)
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = SHEET_RELATIONS
    one = '<comment ref="A2"><text><t>x</t></text></comment>'
    parts["xl/odd.xml"] = f"<comments>{one * (limits.COMMENTS + 1)}</comments>"
    with pytest.raises(Unreadable, match="comments"):
        read_workbook(zipped(tmp_path / "flood.xlsx", parts))


def test_that_comments_lost_results_and_pictures_of_opendocument_are_told(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    sheet = OdfTable(name="Cases")
    for cells in (("Ref", "Name"), ("1", "Example One")):
        row = TableRow()
        for text in cells:
            cell = TableCell(valuetype="string")
            if text == "Example One":
                note = Annotation()
                note.addElement(Creator(text="A Clerk"))
                note.addElement(P(text="Goes by Exy"))
                note.addElement(P(text="since 2020"))
                cell.addElement(note)
            cell.addElement(P(text=text))
            row.addElement(cell)
        if cells[0] == "1":
            row.addElement(TableCell(formula="of:=1+1"))
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    path = tmp_path / "commented.ods"
    document.save(str(path))
    opened = _opened(path)
    assert opened.table.rows[0].cells[:2] == ("1", "Example One")
    assert opened.table.rows[0].cells[-1] == "Name (A Clerk): Goes by Exy\nsince 2020"
    assert "(B2)" in _told(opened)[Oddity.COMMENTS]
    assert "(C2)" in _told(opened)[Oddity.STALE_FORMULAS]


def test_that_formulas_without_a_result_are_named_and_empty_texts_are_not(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v></v></c><c r="B2"><f>1+1</f><v/></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><f>1+1</f></c></row>'
        '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row>'
    )
    strange = rows.replace('<row r="4">', '<row  r="4">')  # not as Excel writes it: walked by tag
    for written in (rows, strange):
        (sheet,) = read_workbook(zipped(tmp_path / "stale.xlsx", raw_parts(written))).sheets
        (told,) = sheet.notes
        assert told.oddity is Oddity.STALE_FORMULAS
        assert told.sentence.startswith("3 formulas have no saved result (A2, B2 and B3).")


def test_that_pictures_and_sheets_of_charts_are_named(tmp_path: Path) -> None:
    path = tmp_path / "objects.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cases")
        sheet.write_row(0, 0, ("Ref", "Name"))
        sheet.write_row(1, 0, ("1", "Example One"))
        sheet.insert_textbox(4, 4, "Read me")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Cases!$A$2:$A$2"})
        sheet.insert_chart("D2", chart)
        page = book.add_chartsheet("Trend")
        other = book.add_chart({"type": "bar"})
        other.add_series({"values": "=Cases!$A$2:$A$2"})
        page.set_chart(other)
    book_read = read_workbook(path)
    assert book_read.without_cells == ("Trend",)
    (read,) = book_read.sheets
    (told,) = [note for note in read.notes if note.oddity is Oddity.OBJECTS]
    assert told.sentence.startswith("2 pictures, charts or other objects lie on the sheet.")


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_that_oddities_of_an_old_workbook_are_named() -> None:
    name = b"Cases"
    start = _record(0x0809, struct.pack("<HH4x", 0x0600, 0x0005))
    bound = struct.Struct("<I2xBB")
    globals_bytes = len(start) + 4 + bound.size + len(name)
    sheet_name = _record(0x0085, bound.pack(globals_bytes, len(name), 0) + name)
    rows = (
        _record(0x0809, struct.pack("<HH4x", 0x0600, 0x0010)),
        _record(0x007D, struct.pack("<HHHHHH", 2, 3, 0, 0, 1, 0)),
        _record(0x0208, struct.pack("<HHHHHHHH", 4, 0, 1, 0, 0, 0, 0x20, 0)),
        _record(0x0203, struct.pack("<HHHd", 4, 0, 0, 1.0)),
        _record(0x0006, struct.pack("<HHHBBBBBBH", 5, 1, 0, 2, 0, 0x2A, 0, 0, 0, 0xFFFF)),
        _record(0x00E5, struct.pack("<HHHHH", 1, 0, 1, 0, 0)),
        _record(0x001C, struct.pack("<HHHH", 4, 2, 0, 1)),
        _record(0x005D, struct.pack("<HHHH", 0x15, 18, 0x08, 1)),
        _record(0x005D, struct.pack("<HHHH", 0x15, 18, 0x19, 2)),
    )
    stream = b"".join((start, sheet_name, *rows)).ljust(4096, b"\0")
    shape = check_binary(compound_document({"Workbook": stream}), Patience())["Cases"]
    told = {note.oddity: note.sentence for note in shape.findings()}
    assert told[Oddity.HIDDEN_COLUMNS].startswith("2 columns")
    assert "(5)" in told[Oddity.HIDDEN_ROWS]
    assert "(B6)" in told[Oddity.FORMULA_ERRORS]
    assert told[Oddity.MERGED_CELLS].startswith("1 group")
    assert "(C5)" in told[Oddity.COMMENTS_LEFT_OUT]
    assert told[Oddity.OBJECTS].startswith("1 picture")


@pytest.mark.parametrize("follower", [0, 1])
def test_that_a_chain_of_sectors_without_an_end_is_damage(follower: int) -> None:
    content = bytearray(compound_document({"Workbook": b"\0" * 4096}))
    # The table stands in the first sector; the stream begins at sector 2.
    struct.pack_into("<I", content, 512 + 4 * (2 + follower), 2)
    with pytest.raises(Unreadable, match="damaged"):
        check_binary(bytes(content), Patience())


def test_that_a_table_of_sectors_that_leads_back_into_itself_is_damage() -> None:
    content = bytearray(compound_document({"Workbook": b"\0" * 4096}))
    struct.pack_into("<I", content, 68, 3)  # where the further holders of the table begin
    struct.pack_into("<I", content, 512 + 3 * 512 + 508, 3)
    with pytest.raises(Unreadable, match="damaged"):
        check_binary(bytes(content), Patience())

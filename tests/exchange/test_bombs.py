"""Files made to exhaust a computer, or broken on the way, are refused in one sentence, cheaply."""

import random
import struct
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from psg_desktop.exchange.reading import read_workbook
from psg_desktop.faults import Unreadable
from tests.exchange.workbooks import (
    SHEET,
    compound_document,
    lying_archive,
    raw_parts,
    workbook,
    zipped,
)

MEMORY = 600 * 1024 * 1024
SECONDS = 20.0

BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]><worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&lol9;</v></c></row></sheetData>"
    "</worksheet>"
)


@contextmanager
def _bounded() -> Iterator[None]:
    process = psutil.Process()
    before, began = process.memory_info().rss, time.process_time()
    yield
    assert time.process_time() - began < SECONDS
    assert process.memory_info().rss - before < MEMORY


def _refusal(path: Path) -> str:
    with _bounded(), pytest.raises(Unreadable) as refused:
        read_workbook(path)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert str(path.parent) not in sentence
    return sentence


def _cell(reference: str, value: str = "1") -> str:
    digits = "".join(sign for sign in reference if sign.isdigit())
    return f'<row r="{digits}"><c r="{reference}"><v>{value}</v></c></row>'


def _zip_bomb(path: Path) -> Path:
    return zipped(path, raw_parts(sheet=SHEET.format(rows=" " * 120_000_000)))


def _far_cell(path: Path) -> Path:
    return zipped(path, raw_parts(_cell("A1") + _cell("XFD1048576")))


def _far_cell_with_other_quotes(path: Path) -> Path:
    return zipped(
        path, raw_parts("<row r='1'><c r='A1'><v>1</v></c><c\tr='XFD1048576'><v>1</v></c></row>")
    )


def _far_cell_in_prefix(path: Path) -> Path:
    rows = '<x:row r="1"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    sheet = (
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/'
        f'spreadsheetml/2006/main"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    )
    return zipped(path, raw_parts(sheet=sheet))


def _laughs(path: Path) -> Path:
    return zipped(path, raw_parts(sheet=BILLION_LAUGHS))


def _laughs_in_strings(path: Path) -> Path:
    return zipped(path, {**raw_parts(_cell("A1")), "xl/sharedStrings.xml": BILLION_LAUGHS})


def _claims_little(path: Path) -> Path:
    return lying_archive(path, 100, SHEET.format(rows=_cell("A1") * 5000).encode())


def _claims_two_gigabytes(path: Path) -> Path:
    return lying_archive(path, 2**31 - 1, SHEET.format(rows=_cell("A1")).encode())


def _escaping(path: Path) -> Path:
    return zipped(path, {**raw_parts(_cell("A1")), "../../evil.txt": "x"})


def _repeated(path: Path) -> Path:
    zipped(path, raw_parts(_cell("A1")))
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the repetition is the point
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def _many_members(path: Path) -> Path:
    return zipped(path, {**raw_parts(), **{f"xl/media/{n}.txt": "" for n in range(2_100)}})


def _rows_beyond_excel(path: Path) -> Path:
    return zipped(path, raw_parts(_cell("A1") + _cell("A1048577")))


def _columns_beyond_excel(path: Path) -> Path:
    return zipped(path, raw_parts('<row r="1">' + "<c><v>1</v></c>" * 16_385 + "</row>"))


def _truncated(path: Path) -> Path:
    whole = workbook(path, [["Name"], *[[f"Example {n}"] for n in range(500)]]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _encrypted_member(path: Path) -> Path:
    data = bytearray(zipped(path, raw_parts(_cell("A1"))).read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    return path


def _binary_workbook(path: Path) -> Path:
    return zipped(path, {**raw_parts(), "xl/workbook.bin": b"\x83\x01\x00"})


def _two_formats(path: Path) -> Path:
    return zipped(path, {**raw_parts(_cell("A1")), "content.xml": "<x/>"})


def _encrypted_workbook(path: Path) -> Path:
    path.write_bytes(
        compound_document({"EncryptionInfo": b"x" * 4096, "EncryptedPackage": b"y" * 4096})
    )
    return path


def _word_document(path: Path) -> Path:
    path.write_bytes(compound_document({"WordDocument": b"x" * 4096}))
    return path


def _old_workbook(records: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(compound_document({"Workbook": records.ljust(4096, b"\0")}))
        return path

    return write


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text_bytes(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (_zip_bomb, "times its size"),
    "far cell": (_far_cell, "reaches column"),
    "far cell, strange space": (_far_cell_with_other_quotes, "reaches column"),
    "far cell, prefixed": (_far_cell_in_prefix, "reaches column"),
    "billion laughs": (_laughs, "XML entities"),
    "billion laughs in strings": (_laughs_in_strings, "XML entities"),
    "claims to be small": (_claims_little, "damaged"),
    "claims two gigabytes": (_claims_two_gigabytes, "200 MB"),
    "path traversal": (_escaping, "not built like a workbook"),
    "repeated members": (_repeated, "not built like a workbook"),
    "too many members": (_many_members, "not built like a workbook"),
    "1,048,577 rows": (_rows_beyond_excel, "row"),
    "16,385 columns": (_columns_beyond_excel, "1,000 columns"),
    "truncated": (_truncated, "damaged"),
    "encrypted member": (_encrypted_member, "password"),
    "binary workbook": (_binary_workbook, ".xlsb"),
    "two formats at once": (_two_formats, "not a workbook"),
    "empty": (_text_bytes(b""), "empty"),
    "blank": (_text_bytes(b" \r\n\r\n"), "empty"),
    "NUL bytes": (_text_bytes(b"Name,Note\r\nA\x00B,C\x00\x00D\r\n"), "neither a workbook"),
    "random bytes": (_text_bytes(random.Random(7).randbytes(50_000)), "neither a workbook"),
    "field of 10 MB": (_text_bytes(b"Name,Note\n1," + b"x" * 10_000_000 + b"\n"), "characters"),
    "one line of 40 MB": (_text_bytes(b"x" * 40_000_000), "characters"),
    "60 MB of text": (_text_bytes(b"a,b\n" * 15_000_000), "50 MB"),
    "a million rows of text": (_text_bytes(b"a,b\n" * 1_048_577), "200,000 rows"),
    "encrypted workbook": (_encrypted_workbook, "password"),
    "a Word document": (_word_document, "not a workbook"),
    "encrypted .xls": (_old_workbook(_record(0x2F, b"\1\0\0\0")), "password"),
    "vast .xls": (
        _old_workbook(
            b"".join(
                _record(0x809, b"\0\6\x10\0")
                + _record(0x203, struct.pack("<HHHd", 65535, 60, 0, 1.0))
                for _ in range(2)
            )
        ),
        "together",
    ),
    "a PDF": (_text_bytes(b"%PDF-1.7\n%\xe2\xe3"), "a PDF"),
    "a web page": (_text_bytes(b"<html><table><tr><td>1</td></tr></table>"), "web page"),
    "an Office document": (_text_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_file_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    make, said = HOSTILE[name]
    assert said in _refusal(make(tmp_path / "hostile.xlsx"))


def test_that_sheets_modest_one_by_one_are_refused_when_vast_together(tmp_path: Path) -> None:
    parts = raw_parts(_cell("A1") + _cell("AZ60000"))
    sheet = parts["xl/worksheets/sheet1.xml"]
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, 9))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', names
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, 9)
    )
    rels = str(parts["xl/_rels/workbook.xml.rels"])
    start, end = rels.index("<Relationship Id"), rels.index("</Relationships>")
    parts["xl/_rels/workbook.xml.rels"] = rels[:start] + links + rels[end:]
    for n in range(1, 9):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet
    assert "together" in _refusal(zipped(tmp_path / "many.xlsx", parts))


def test_that_a_repeated_cell_of_an_opendocument_sheet_is_counted(tmp_path: Path) -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="S"><table:table-row '
        'table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
    }
    assert "rows are read" in _refusal(zipped(tmp_path / "bomb.ods", parts))


def test_that_a_missing_file_is_named_as_missing(tmp_path: Path) -> None:
    assert "no file" in _refusal(tmp_path / "gone.xlsx")


def test_that_a_far_cell_that_is_only_coloured_does_no_harm(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    book = read_workbook(zipped(tmp_path / "coloured.xlsx", raw_parts(rows)))
    assert book.sheets[0].rows == ((1,),)

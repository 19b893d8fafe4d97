"""Signs that break files, in every text of every paper, table and export: each still opens.

The files are read by other programs' rules: XML by a strict parser, cells by the limits of Excel,
calendars by RFC 5545, mail by RFC 5322.
"""

import csv
import json
import re
from collections.abc import Callable
from email import message_from_bytes, policy
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import icalendar
import openpyxl
import pypdfium2
import pytest
from lxml import etree
from typing_extensions import override

from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import exports
from psg_desktop.documents.tables import Sheet, write_csv, write_json_lines, write_workbook
from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from psg_desktop.exchange.referral_workbook import BlankWorkbook, referral_workbook
from psg_desktop.papers.project_return import ReturnColumn, ReturnPaper, ReturnSheet, draw_return
from tests.builders import a_case, a_note, a_person
from tests.papers.filling import DAY, Texts, full
from tests.papers.test_limits import LINES, PAPERS

HARD = {
    "no character": "\ufffe\uffffbe\ufdd0fore",
    "control": "\x00\x01be\x0b\x0c\x1b\x1ffore\x7f\x85\x9f",
    "line ends": "be\r\nBcc: planted@example.org\r\n\r\nfore\u2028and\u2029after",
    "right to left": "\u202e\u2067שלם عليكم\u2069\u202c",
    "emoji": "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "one word": "x",
    "combining": "e\u0301\u0323\u0334",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+1", "minus": "-2+3", "at": "@SUM(A1)", "tab": "\t=1+1", "wide": "＝1+1",  # noqa: RUF001 - the full-width sign is the point
    "markup": "_x0041_]]><b>&amp;</b>{}%s%00",
    "calendar": "\\n;,:\nEND:VEVENT\nBEGIN:VALARM",
}  # fmt: skip
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile(r"_x[0-9A-F]{4}_")
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")  # noqa: RUF001 - as above
EXCELS_LIMIT = 32_767  # of a cell, in halves of pairs where a sign takes two


class Same(Texts):
    """Gives the same hard text over and over; a long one only as long as a page needs to turn."""

    def __init__(self, hard: str, longest: int = 1_500) -> None:
        super().__init__()
        self._hard, self._longest = hard, TEXT_LIMIT if hard == "x" else longest

    @override
    def text(self, place: str, length: int) -> str:
        length = min(length, self._longest)
        return (self._hard * (length // len(self._hard) + 1))[:length]


def _check_package(drawn: bytes) -> None:
    with ZipFile(BytesIO(drawn)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                assert not list(root.iter(f"{SPREADSHEET}f")), f"{name} holds a formula."
                for one in root.iter(f"{SPREADSHEET}t"):
                    said = ESCAPED.sub("x", one.text or "")
                    assert len(said.encode("utf-16-le")) // 2 <= EXCELS_LIMIT


def _check_pages(drawn: bytes) -> None:
    document = pypdfium2.PdfDocument(drawn)
    try:
        assert len(document) > 0
        for page in document:
            page.get_textpage().get_text_bounded()
    finally:
        document.close()


def _check_mail(drawn: bytes) -> None:
    message = message_from_bytes(drawn, policy=policy.default)
    known = {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert set(message.keys()) <= known
    assert not message.defects
    assert all(len(line) <= 998 for line in drawn.split(b"\r\n"))
    assert len(list(message.iter_attachments())) == 1


def _check_calendar(drawn: bytes) -> None:
    assert drawn.endswith(b"\r\n")
    lines = drawn.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    calendar = icalendar.Calendar.from_ical(drawn.decode("utf-8"))
    (event,) = calendar.walk("VEVENT")
    assert not re.search(r"[\x00-\x1f\x7f]", str(event["SUMMARY"]).replace("\n", ""))
    assert len(calendar.walk("VALARM")) <= 1


CHECKS: dict[str, Callable[[bytes], None]] = {
    "action sheet": _check_package,
    "minutes": _check_package,
    "mail": _check_mail,
    "date": _check_calendar,
    "certificate": _check_pages,
    "blank form": _check_pages,
    "copy": _check_pages,
}


@pytest.mark.parametrize("hard", HARD)
@pytest.mark.parametrize("name", PAPERS)
def test_that_a_paper_of_hard_texts_is_whole(name: str, hard: str) -> None:
    kind, draw, _ = PAPERS[name]
    CHECKS[name](draw(full(kind, Same(HARD[hard]), LINES)))


@pytest.mark.parametrize("hard", HARD)
def test_that_workbooks_of_hard_texts_are_whole(hard: str, tmp_path: Path) -> None:
    texts = Same(HARD[hard], TEXT_LIMIT)
    line, long = texts.text("", LINE_LIMIT), texts.text("", TEXT_LIMIT)
    sheet = ReturnSheet(name="One", columns=(ReturnColumn(heading="W"),), rows=((long,),))
    paper = ReturnPaper(title=line, facts=line, marking=line, made_on=DAY, sheets=(sheet,))
    drawn = draw_return(paper)
    _check_package(drawn)
    page = openpyxl.load_workbook(BytesIO(drawn))["One"]
    kept = "".join(str(cell.value) for cell in page["A"][4:] if cell.value)
    assert kept.count("😀") == long.count("😀")
    _check_package(referral_workbook(BlankWorkbook(partnership=line, agencies=(line, "Police"))))
    place = tmp_path / "table.xlsx"
    write_workbook(place, [Sheet(name="One", table="one", headers=("A", "B"), rows=[(line, long)])])
    _check_package(place.read_bytes())


@pytest.mark.parametrize("hard", HARD)
def test_that_tables_of_hard_texts_are_read_back_whole_and_are_no_formulas(
    hard: str, tmp_path: Path
) -> None:
    long = Same(HARD[hard], TEXT_LIMIT).text("", TEXT_LIMIT)
    place = tmp_path / "table.csv"
    write_csv(place, ("Number", "Text", "Next"), [(1, long, "after"), (2, HARD[hard], "after")])
    rows = list(csv.reader(StringIO(place.read_bytes().decode("utf-8"), newline="")))
    assert [(row[0], row[2]) for row in rows[1:]] == [("1", "after"), ("2", "after")]
    assert [row[1].removeprefix("'") for row in rows[1:]] == [
        one.replace("\0", "") for one in (long, HARD[hard])
    ]
    assert not [one for row in rows for one in row if one.startswith(FORMULAS)]
    write_json_lines(tmp_path / "table.jsonl", [{"said": long}, {"said": "after"}])
    lines = (tmp_path / "table.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line)["said"] for line in lines[:-1]] == [long, "after"]


@pytest.mark.parametrize("hard", ["control", "line ends", "formula", "no character"])
def test_that_everything_exported_with_hard_texts_can_be_read(
    desk: Office, tmp_path: Path, hard: str
) -> None:
    line, long = Same(HARD[hard]).text("", LINE_LIMIT), Same(HARD[hard], TEXT_LIMIT)
    text = long.text("", TEXT_LIMIT)
    person = a_person(full_name=line, aliases=(line,), phones=(line,), remarks=text)
    case = a_case(subject=person.id, title=line, problem=text)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    notes.add(desk, a_note(case=case.id, text=text))
    said = []
    for path in exports.export_everything(desk, tmp_path / "out"):
        words = path.read_bytes().decode("utf-8")
        if path.suffix == ".jsonl":
            said += [json.loads(one) for one in words.split("\n")[:-1]]
        else:
            rows = list(csv.reader(StringIO(words, newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert not [one for row in rows for one in row if one.startswith(FORMULAS)]
    (kept,) = [one for one in said if one.get("id") == str(person.id)]
    assert (kept["full_name"], kept["remarks"], kept["aliases"]) == (line, text, [line])

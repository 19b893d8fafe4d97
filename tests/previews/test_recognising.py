"""A file is what it holds, whatever it is called."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.attachments import FileSort
from psg_desktop.domain.file_names import LONGEST, safe_name, shown_name, title_of
from psg_desktop.previews import texts
from psg_desktop.previews.recognising import recognise


def zipped(name: str) -> bytes:
    """Give an archive with one member."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (b"\x89PNG\r\n\x1a\nrest", FileSort.PICTURE),
        (b"\xff\xd8\xff\xe0rest", FileSort.PICTURE),
        (b"\xef\xbb\xbf\n%PDF-1.7\n", FileSort.PDF),
        ("Dear Sir,\r\nthe noise goes on. £40".encode("cp1252"), FileSort.TEXT),
        ("Grüße, Łukasz".encode("utf-16"), FileSort.TEXT),
        (b"From: a\nMessage-ID: <1@x>\n\nHello", FileSort.MESSAGE),
        (b"<!DOCTYPE html><html></html>", FileSort.WEB_PAGE),
        (b"harmless <SCRIPT>alert(1)</script>", FileSort.WEB_PAGE),
        (b"  <svg xmlns='http://www.w3.org/2000/svg'/>", FileSort.DRAWING),
        (b"<?xml version='1.0'?><svg onload='x'/>", FileSort.DRAWING),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", FileSort.OFFICE),
        (b"{\\rtf1 \\object}", FileSort.OFFICE),
        (zipped("word/vbaProject.bin"), FileSort.OFFICE),
        (zipped("holiday.txt"), FileSort.ARCHIVE),
        (b"MZ\x90\x00", FileSort.PROGRAM),
        (b"#!/bin/sh\nrm -r /", FileSort.PROGRAM),
        (b"\x00\x00\x00\x18ftypheic", FileSort.OTHER_PICTURE),
        (b"\x00\x00\x00\x18ftypmp42", FileSort.RECORDING),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", FileSort.OTHER_PICTURE),
        (b"text with a \x00 in it", FileSort.OTHER),
        (b"\xff\xfe\x00", FileSort.OTHER),
    ],
)
def test_that_a_file_is_recognised_by_what_it_holds(content: bytes, sort: FileSort) -> None:
    assert recognise(content) is sort


@given(st.binary(max_size=300))
def test_that_any_bytes_are_recognised_as_something(content: bytes) -> None:
    assert recognise(content) in FileSort


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/x.pdf", "x.pdf"),
        ("..\\..\\x", "x"),
        ("annex\u202efdp.exe", "annexfdp.exe"),
        ("let\u200bter\u0000.pdf", "letter.pdf"),
        ("..", "document"),
        ("", "document"),
    ],
)
def test_that_a_name_leads_nowhere_and_hides_nothing(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text(max_size=400))
def test_that_a_safe_name_may_be_written_anywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= LONGEST + 1
    assert not set(safe) & set('<>:"/\\|?*\0\u202e')
    assert safe not in {".", ".."}
    assert not safe.endswith((".", " "))


def test_that_devices_of_windows_and_long_names_are_made_safe() -> None:
    assert safe_name("CON.pdf") == "_CON.pdf"
    assert safe_name("lpt1") == "_lpt1"
    long = safe_name("x" * 300 + ".pdf")
    assert len(long) == LONGEST
    assert long.endswith(".pdf")
    assert title_of("Letter_of_3_May.pdf") == "Letter of 3 May"
    assert title_of("Minutes 3.12.26.docx") == "Minutes 3.12.26"
    assert title_of("invoice.pdf.exe") == "invoice.pdf.exe"


def test_that_text_shown_hides_nothing_and_is_cut_at_a_length() -> None:
    shown = texts.shown("abc\u202exe.fdp\x07\r\nnext".encode())
    assert shown.text == "abc\ufffdxe.fdp\ufffd\nnext"
    assert not shown.cut
    assert texts.shown(b"x" * 200_000).cut

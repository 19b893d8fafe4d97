"""Every document the program writes, read back by readers that did not write it."""

import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pdfua
import pikepdf
import pytest

from tests.tagging.drawn import DOCUMENTS, drawn
from tests.tagging.walking import (
    annotations,
    content_of,
    elements,
    kids,
    of_kind,
    opened,
    parents,
    runs,
)

PACKS = ("pack", "real pack", "long pack", "nameless pack")
every_document = pytest.mark.parametrize("name", DOCUMENTS)


@every_document
def test_that_all_that_is_drawn_is_tagged_or_an_artefact(name: str) -> None:
    with opened(drawn(name)) as document:
        contents = [content_of(page) for page in document.pages]

    assert [it for it in contents if it.stray or it.faults] == []
    assert any(it.artefacts for it in contents)


@every_document
def test_that_each_piece_of_a_page_leads_to_its_element_and_back(name: str) -> None:
    with opened(drawn(name)) as document:
        held = {run: it.objgen for it in elements(document.Root.StructTreeRoot) for run in runs(it)}
        known = parents(document)
        drawn_runs = set()
        for page in document.pages:
            numbers = content_of(page).numbers
            assert numbers == list(range(len(numbers)))
            owners = [it.objgen for it in known[int(page.obj.StructParents)]]
            here = [held[page.obj.objgen, number] for number in numbers]
            assert owners == here
            drawn_runs |= {(page.obj.objgen, number) for number in numbers}
        counted = Counter(run for it in elements(document.Root.StructTreeRoot) for run in runs(it))

    assert set(held) == drawn_runs
    assert set(counted.values()) <= {1}


@every_document
def test_that_headings_begin_with_one_and_leave_no_gap(name: str) -> None:
    with opened(drawn(name)) as document:
        levels = [int(str(it.S)[2:]) for it in of_kind(document, *(f"H{at}" for at in range(7)))]

    assert levels[:1] == [1]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_document
def test_that_tables_are_even_and_have_header_cells_with_a_scope(name: str) -> None:
    with opened(drawn(name)) as document:
        tables = of_kind(document, "Table")
        for table in tables:
            rows = [it for it in elements(table) if it.S == "/TR"]
            cells = [[str(it.S) for it in kids(row)] for row in rows]
            assert len({len(row) for row in cells}) == 1
            assert {cell for row in cells for cell in row} <= {"/TH", "/TD"}
            assert any("/TH" in row for row in cells)
        scopes = {str(it.A.Scope) for it in of_kind(document, "TH")}

    assert scopes <= {"/Column", "/Row"}
    assert bool(tables) == (name not in ("referral form", "subject copy", "long subject copy"))


@every_document
def test_that_lists_are_of_items_and_figures_have_words_and_a_place(name: str) -> None:
    with opened(drawn(name)) as document:
        for listing in of_kind(document, "L"):
            assert {str(it.S) for it in kids(listing)} == {"/LI"}
        for item in of_kind(document, "LI"):
            assert {str(it.S) for it in kids(item)} <= {"/Lbl", "/LBody"}
        figures = of_kind(document, "Figure")
        for figure in figures:
            assert str(figure.Alt).strip()
            left, bottom, right, top = map(float, figure.A.BBox)
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842

    assert bool(figures) == (name in (*PACKS, "board report"))


@every_document
def test_that_language_title_order_and_conformance_are_stated(name: str) -> None:
    with opened(drawn(name)) as document:
        root = document.Root
        assert root.Lang == "en-GB"
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert all(page.obj.Tabs == "/S" for page in document.pages)
        title = str(document.docinfo.Title)
        said = ET.fromstring(root.Metadata.read_bytes())  # noqa: S314 a file of our own

    words = [it.strip() for it in said.itertext() if it.strip()]
    stated = {key: it for one in said.iter() for key, it in one.attrib.items()}
    texts = {one.tag: one.text for one in said.iter()}
    part = "{http://www.aiim.org/pdfua/ns/id/}part"
    assert title.strip()
    assert title in words
    assert stated.get(part) == "1" or texts.get(part) == "1"


@every_document
def test_that_each_link_is_in_a_tag_and_says_where_it_leads(name: str) -> None:
    with opened(drawn(name)) as document:
        links = [note for page in document.pages for note in page.obj.get("/Annots", [])]
        known = parents(document)
        for note in links:
            owner = known[int(note.StructParent)]
            assert note.Subtype == "/Link"
            assert str(note.Contents).strip()
            assert owner.S == "/Link"
            assert note.objgen in {it.objgen for it in annotations(owner)}

    assert bool(links) == ("pack" in name)


@every_document
def test_that_each_font_is_inside_and_says_what_its_letters_are(name: str) -> None:
    with opened(drawn(name)) as document:
        fonts = [
            font for page in document.pages for font in page.obj.Resources.get("/Font", {}).values()
        ]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert all("/ToUnicode" in font for font in fonts)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
@every_document
def test_that_poppler_reads_the_structure_and_complains_of_nothing(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / "drawn.pdf"
    file.write_bytes(drawn(name))
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    fonts = subprocess.run(["pdffonts", file], capture_output=True, check=True, text=True)
    about = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True)
    text = told.stdout.decode()

    assert told.stderr == b""
    assert text.startswith("Document\n")
    assert re.search(r"^ +H1 \(block\)\n +\"", text, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", about.stdout, re.MULTILINE)
    assert [line.split()[-5:-2] for line in fonts.stdout.splitlines()[2:]] == [
        ["yes", "yes", "yes"]
    ] * (len(fonts.stdout.splitlines()) - 2)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
def test_that_what_is_heard_is_what_is_read_without_the_furniture(tmp_path: Path) -> None:
    file = tmp_path / "drawn.pdf"
    file.write_bytes(drawn("real pack"))
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    # A figure is heard by its alternative text.
    text = re.sub(r'Figure:\n(?: +/.*\n)* *".*"\n', "", told.stdout.decode())
    lines = re.findall(r'^ *"(.*)"$', text, re.MULTILINE)
    heard = [word for line in lines for word in line.split()]
    seen = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    read = Counter(seen.stdout.decode().split())

    assert not Counter(heard) - read
    assert heard.count("OFFICIAL-SENSITIVE") == 1
    # What is only around the page: its number, whose it is, and the version of the pack.
    left = {word for word in read if word not in heard and not re.search(r"\d", word)}
    assert left <= {"Page", "PSG", "Version", "·", "M", "S", "H"}


@every_document
def test_that_a_checker_of_pdf_ua_without_java_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "drawn.pdf"
    file.write_bytes(drawn(name))

    assert pdfua.validate(file).findings == ()


def test_that_a_damaged_structure_would_be_found() -> None:
    with opened(drawn("certificate")) as document:
        (page,) = document.pages
        held = page.Contents.read_bytes()
        mark = rb"/P <</MCID \d+>> BDC\n(BT .*? ET)\nEMC"
        loose = re.sub(mark, rb"\1", held, count=1, flags=re.DOTALL)
        page.Contents = pikepdf.Stream(document, loose)
        assert loose != held
        assert content_of(page).stray == ["Tj"]

"""The Delivery Group pack as a file, read back with readers that did not draw it."""

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.documents.pdf.fonts import drawable
from psg_desktop.documents.pdf.furniture import DEPERSONALISED, SAMPLE
from psg_desktop.documents.pdf.pack import render_pack
from psg_desktop.documents.pdf.printable import printable
from psg_desktop.documents.pdf.reading import read_back
from psg_desktop.domain.packs import Pack, PackContents, approve
from tests.documents.sample_packs import contents, filled, pack
from tests.effort import examples

CASES = 14


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pack(pack(CASES))


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def approved(words: PackContents) -> Pack:
    return approve(words, undecided=0)


def flat(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def test_that_the_same_pack_gives_the_same_bytes(pdf: bytes) -> None:
    render_pack(pack(3))  # what was drawn in between must leave no trace

    assert render_pack(pack(CASES)) == pdf


def test_that_every_page_says_which_of_how_many_it_is(reader: pypdf.PdfReader) -> None:
    total = len(reader.pages)

    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} of {total}" in flat(page.extract_text())


def test_that_every_page_carries_marking_handling_version_and_the_sample_band(
    reader: pypdf.PdfReader,
) -> None:
    drawn = pack(CASES)

    for page in reader.pages:
        text = flat(page.extract_text())
        assert text.count("OFFICIAL-SENSITIVE") >= 2
        assert drawn.contents.handling in text
        assert f"Version {drawn.version}" in text
        assert DEPERSONALISED in text
        assert SAMPLE in text


def test_that_a_real_pack_carries_no_sample_band() -> None:
    real = read_back(render_pack(pack(1, sample=False)))

    assert not [page for page in real.flowing() if "SAMPLE" in page]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_that_poppler_reads_every_approved_word(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    text = flat(read.stdout.decode())

    for entry in contents(CASES).entries:
        assert entry.reference in text
        for sentence in entry.text.replace("\n", " ").split(". "):
            assert all(word in text for word in sentence.split())


def test_that_every_section_and_every_case_has_a_bookmark_on_its_page(pdf: bytes) -> None:
    read = read_back(pdf)
    pages = read.flowing()
    sections = [mark.title for mark in read.bookmarks if mark.level == 0]
    cases = [mark for mark in read.bookmarks if mark.title.startswith("Case ")]

    assert sections == [
        "About this pack",
        "Contents",
        "This pack at a glance",
        "Cases",
        "Actions by agency",
        "Decision sheet",
        "Returning or destroying this pack",
    ]
    assert [mark.title for mark in cases] == [f"Case {number}" for number in range(1, CASES + 1)]
    for mark in cases:
        assert mark.page is not None
        assert pages[mark.page - 1].startswith(f"{mark.title} ")


def test_that_contents_links_and_numbers_lead_to_the_page_of_the_case(
    reader: pypdf.PdfReader, pdf: bytes
) -> None:
    read = read_back(pdf)
    marked = {mark.title: mark.page for mark in read.bookmarks}
    lines = reader.pages[1].extract_text(extraction_mode="layout").splitlines()
    printed = {
        found[1]: int(found[2])
        for line in lines
        if (found := re.match(r"\s*(Case \d+) .*?(\d+)(?:\s|$)", line))
    }
    linked = [link.to_page for link in read.links if link.page == 2]

    cases = {f"Case {number}": marked[f"Case {number}"] for number in range(1, CASES + 1)}
    assert printed == cases
    assert linked[2 : 2 + CASES] == list(cases.values())


def test_that_the_metadata_names_the_document_and_the_program_and_nobody(
    reader: pypdf.PdfReader, pdf: bytes
) -> None:
    assert dict(reader.metadata or {}) == {
        "/Title": "Delivery Group pack, Fenmarket Community Safety Partnership, 3 December 2026",
        "/Creator": "PSG Desktop",
        "/Producer": "PSG Desktop",
        "/Trapped": "/False",
    }
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 a PDF boolean
    said = ET.fromstring(catalogue["/Metadata"].get_data())  # noqa: S314 a file of our own
    assert {it.strip() for it in said.itertext()} - {""} <= {reader.metadata.title, "1"}
    assert {name.split("}")[-1] for it in said.iter() for name in it.attrib} <= {
        "about",
        "lang",
        "part",
        "xmptk",
    }
    assert not read_back(pdf).attachments


def test_that_every_font_is_inside_the_file(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = {
            str(font.BaseFont): font
            for page in document.pages
            for font in page.Resources.Font.values()
        }

        assert len(fonts) == 3
        for name, font in fonts.items():
            assert "IBMPlexSans" in name
            assert "/FontFile2" in font.FontDescriptor


def test_that_letters_of_our_neighbours_are_printed_and_others_are_named() -> None:
    words = "Łukasz Ėdita ą ș Ğ 漢 😀 end"
    text = " ".join(read_back(render_pack(approved(filled(words, cases=1)))).flowing())

    assert "Łukasz Ėdita ą ș Ğ [U+6F22] [U+1F600] end" in text


@pytest.mark.parametrize(
    "words",
    [
        '<img src="/etc/hostname"/>',
        '<a href="https://example.org">here</a>',
        "<b>unclosed",
        "</para>",
        "&lt;b&gt; &amp; &#65;",
        '<onDraw name="exit"/>',
    ],
)
def test_that_markup_in_words_stays_words(words: str) -> None:
    read = read_back(render_pack(approved(filled(words, cases=1))))

    assert words in " ".join(read.flowing())
    assert squeezed(words) in "".join(read.dense())
    assert not [link.address for link in read.links if link.address]
    with pikepdf.open(io.BytesIO(render_pack(approved(filled(words, cases=1))))) as document:
        assert not [page for page in document.pages if page.get_images()]


def test_that_a_pack_with_every_field_empty_is_drawn_with_its_gaps_named() -> None:
    text = " ".join(read_back(render_pack(approved(filled("")))).flowing())

    assert "Not stated" in text
    assert "No date set" in text
    assert "Not set" in text


def test_that_a_pack_of_nothing_says_so() -> None:
    bare = replace(contents(0), glance=(), actions=())
    text = " ".join(read_back(render_pack(approved(bare))).flowing())

    assert "No figures were chosen for this pack." in text
    assert "No cases were chosen for this pack." in text
    assert "No actions are open in the cases of this pack." in text


def test_that_twenty_thousand_characters_in_a_case_lose_none_of_them() -> None:
    words = " ".join(f"word{number:05}" for number in range(2000))
    drawn = contents(1, sample=False)
    entry, step = drawn.entries[0], drawn.entries[0].done[0]
    long = replace(entry, text=words, blocked=words, area=words, done=(replace(step, what=words),))
    text = " ".join(read_back(render_pack(approved(replace(drawn, entries=(long,))))).pages)

    for number in range(2000):
        assert text.count(f"word{number:05}") >= 4


def test_that_very_long_words_in_every_field_are_drawn() -> None:
    words = ("The visitors came again at night and left before morning. " * 400)[:20_000]
    words = words[:-4] + " end"

    read = read_back(render_pack(approved(filled(words, cases=1))))

    assert all(
        f"Page {at} of {len(read.pages)}" in page for at, page in enumerate(read.flowing(), 1)
    )
    assert sum(page.count("morning. The visitors") for page in read.flowing()) > 300 * 20


def test_that_one_endless_word_is_broken_and_kept_whole() -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(1_200))
    drawn = contents(1, sample=False)
    entry = replace(drawn.entries[0], text=word)
    pages = read_back(render_pack(approved(replace(drawn, entries=(entry,))))).dense()

    assert word in "".join(pages)


def test_that_overdue_and_risk_are_words_as_well_as_colours(pdf: bytes) -> None:
    glance = read_back(pdf).flowing()[2]

    assert {"High", "Medium", "Standard"} <= set(glance.split())
    assert "overdue" in glance


def test_that_no_page_between_cover_and_back_is_nearly_empty(pdf: bytes) -> None:
    pages = read_back(pdf).flowing()

    for page in pages[1:-2]:
        assert len(page) > 600


anything = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from([chr(it) for it in sorted(drawable())]),
    ),
    max_size=60,
)


@settings(max_examples=examples(20, soak=400))
@given(words=anything)
def test_that_any_words_in_every_field_are_drawn_and_none_is_lost(words: str) -> None:
    read = read_back(render_pack(approved(filled(words, cases=1))))

    assert squeezed(printable(words)) in squeezed("".join(read.pages))


@given(words=st.text(max_size=200))
def test_that_printable_words_hold_only_what_the_font_can_draw(words: str) -> None:
    shown = printable(words)

    assert all(ord(letter) in drawable() for letter in shown if letter != "\n")
    composed = unicodedata.normalize("NFC", words)
    for letter in composed:
        if letter.isprintable() and ord(letter) in drawable():
            assert letter in shown
    assert printable(shown) == shown


def test_that_no_footer_is_cut_short(pdf: bytes) -> None:
    feet = [line for page in read_back(pdf).pages for line in page.splitlines() if "Page " in line]

    assert feet
    assert all("…" not in line for line in feet)
    assert "Returning or destroying this pack" in feet[-1]

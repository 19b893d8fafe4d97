"""The Word file, read back from its own parts and with python-docx."""

import zipfile
from io import BytesIO

import pytest
from docx import Document

from psg_desktop.papers.board_report.parts import Matter, Picture, Report, Sentence
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from psg_desktop.papers.board_report.word_file import draw_word_file
from psg_desktop.papers.board_report.word_parts import Cells, table
from tests.papers.board_report.reading import W, part, styled, word_text
from tests.papers.board_report.releases import EAST, publication, tables

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(publication(*tables()), Ground(outlines=EAST))


@pytest.fixture(scope="module")
def drawn(report: Report) -> bytes:
    return draw_word_file(report)


def test_that_headings_are_styles_that_word_numbers(report: Report, drawn: bytes) -> None:
    assert styled(drawn, "Title") == [report.title]
    titles = [one.title for one in report.sections]
    assert styled(drawn, "Heading1") == [*titles, "Appendix: tables"]
    style = next(
        one for one in part(drawn, "word/styles.xml").iter(f"{W}style")
        if one.get(f"{W}styleId") == "Heading1"
    )  # fmt: skip
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    numbering = part(drawn, "word/numbering.xml")
    known = {one.get(f"{W}numId") for one in numbering.iter(f"{W}num")}
    assert number.get(f"{W}val") in known


def test_that_the_paragraphs_of_sections_are_numbered_below_their_heading(
    report: Report, drawn: bytes
) -> None:
    said = [one.words for section in report.sections for one in section.parts
            if isinstance(one, Sentence)]  # fmt: skip
    assert styled(drawn, "Numberedparagraph") == said


def test_that_each_table_repeats_its_header_row_and_holds_its_values(
    report: Report, drawn: bytes
) -> None:
    matters = [one for section in report.sections for one in section.parts
               if isinstance(one, Matter)]  # fmt: skip
    matters += [one.matter for one in report.sheets if one.matter is not None]
    details, *found = list(part(drawn).iter(f"{W}tbl"))
    assert len(list(details.iter(f"{W}tr"))) == len(report.details)
    assert len(found) == len(matters)
    for shown, matter in zip(found, matters, strict=True):
        rows = list(shown.iter(f"{W}tr"))
        assert len(rows) == 1 + len(matter.rows)
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert ["".join(t.text or "" for t in cell.iter(f"{W}t"))
                for cell in rows[0].iter(f"{W}tc")] == list(matter.headers)  # fmt: skip


@pytest.mark.parametrize(("count", "kept"), [(1, True), (15, True), (16, False)])
def test_that_a_short_table_is_not_torn_over_two_pages(count: int, *, kept: bool) -> None:
    rows: tuple[tuple[str, int], ...] = tuple((f"Row {place}", 15) for place in range(count))
    matter = Matter(title="Open cases", headers=("Kind", "Number"), rows=rows)
    made = table(matter, Cells(table="TableGrid", words="Tabletext", room=480))
    *others, last = list(made.iter(f"{W}tr"))
    assert {one.find(f"{W}pPr/{W}keepNext") is not None
            for row in others for one in row.iter(f"{W}p")} == {kept}  # fmt: skip
    assert all(one.find(f"{W}pPr/{W}keepNext") is None for one in last.iter(f"{W}p"))


def test_that_each_picture_has_words_for_who_cannot_see_it(report: Report, drawn: bytes) -> None:
    pictures = [one for section in report.sections for one in section.parts
                if isinstance(one, Picture)]  # fmt: skip
    told = [one.get("descr") for one in part(drawn).iter(f"{WP}docPr")]
    assert told == [one.sketch.alt for one in pictures]
    with zipfile.ZipFile(BytesIO(drawn)) as held:
        assert sum(name.endswith(".png") for name in held.namelist()) == len(set(told))


def test_that_it_names_its_title_and_language_and_no_author(report: Report, drawn: bytes) -> None:
    properties = Document(BytesIO(drawn)).core_properties
    assert (properties.title, properties.language) == (report.title, "en-GB")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert "Robin Ash" not in word_text(drawn)
    languages = {one.get(f"{W}val") for one in part(drawn, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_that_pages_of_the_appendix_lie_across(drawn: bytes) -> None:
    tall, wide = Document(BytesIO(drawn)).sections
    assert tall.page_width < tall.page_height
    assert wide.page_width > wide.page_height


def test_that_each_page_says_which_it_is_and_that_the_caseload_is_made_up(drawn: bytes) -> None:
    with zipfile.ZipFile(BytesIO(drawn)) as held:
        names = held.namelist()
        parts = {name: held.read(name).decode() for name in names if "er" in name}
    assert any("NUMPAGES" in told for told in parts.values())
    assert any("SAMPLE" in told for name, told in parts.items() if "header" in name)

"""The drawn PDF, read back by poppler: its structure, its pages and its words."""

import re
from pathlib import Path

import pytest

from psg_desktop.papers.board_report.parts import Picture, Report, Sentence
from psg_desktop.papers.board_report.pdf import draw_pdf
from psg_desktop.papers.board_report.sections import Ground
from psg_desktop.papers.board_report.telling import report_of
from tests.papers.board_report.reading import pdf_info, pdf_text
from tests.papers.board_report.releases import EAST, publication, tables, withheld
from tests.tagging.walking import of_kind, opened

GROUND = Ground(outlines=EAST)


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(publication(*tables()), GROUND)


@pytest.fixture(scope="module")
def pdf(report: Report) -> bytes:
    return draw_pdf(report)


def test_that_it_is_tagged_and_has_title_and_language(pdf: bytes, tmp_path: Path) -> None:
    said = pdf_info(pdf, tmp_path)
    assert re.search(r"Tagged: +yes", said)
    title = "Report of Fenmarket Community Safety Partnership to the board, July to September 2026"
    assert re.search(f"Title: +{title}", said)
    assert "Fenmarket Community Safety Partnership" in said
    assert re.search(r"Page size: +595.* x 841", said)


def test_that_its_structure_has_headings_lists_tables_and_figures(
    pdf: bytes, tmp_path: Path
) -> None:
    tree = pdf_info(pdf, tmp_path, "-struct-text")
    for role in ("H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table", "TH", "TD", "Figure"):
        assert re.search(rf"^ *{role}\b", tree, re.MULTILINE), role
    assert "Key findings" in tree
    assert "Open at the end" in tree


def test_that_each_figure_says_its_numbers_to_who_cannot_see_it(pdf: bytes, report: Report) -> None:
    with opened(pdf) as document:
        told = [str(one.Alt) for one in of_kind(document, "Figure")]
    drawn = [part.sketch.alt for one in report.sections for part in one.parts
             if isinstance(part, Picture)]  # fmt: skip
    assert told == drawn
    assert any(one.startswith("Map of") for one in told)


def test_that_each_page_says_which_it_is_and_that_the_caseload_is_made_up(
    pdf: bytes, tmp_path: Path
) -> None:
    pages = pdf_text(pdf, tmp_path).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "SAMPLE: every person and place behind these figures is made up" in page


def test_that_paragraphs_are_numbered_and_the_body_has_fewer_than_twelve_pages(
    pdf: bytes, report: Report, tmp_path: Path
) -> None:
    text = pdf_text(pdf, tmp_path)
    for number, section in enumerate(report.sections, 1):
        said = [one for one in section.parts if isinstance(one, Sentence)]
        for place, one in enumerate(said, 1):
            first = " ".join(one.words.split()[:4])
            assert re.search(rf"^ *{number}\.{place} +{re.escape(first)}", text, re.MULTILINE)
    pages = text.split("\f")
    (first,) = (at for at, page in enumerate(pages) if "Appendix: tables\n" in page)
    assert 3 < first < 12


def test_that_a_report_without_a_number_has_no_page_of_signs(tmp_path: Path) -> None:
    bare = draw_pdf(report_of(publication(*map(withheld, tables())), GROUND))
    text = pdf_text(bare, tmp_path)
    # The sign is explained, and the certificate withholds how much was examined.
    assert text.count("[c]") <= 4
    assert "No number about people's cases can be shown in this release" in " ".join(text.split())


def test_that_a_release_of_nothing_at_all_can_be_drawn(tmp_path: Path) -> None:
    text = pdf_text(draw_pdf(report_of(publication(opened=()), Ground())), tmp_path)
    assert "This release has no table about this." in text

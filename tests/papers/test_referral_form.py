"""The blank referral form: two pages of A4 that say whose it is and what is asked."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_papers
from psg_desktop.faults import Unwritable
from psg_desktop.papers.referral_form import BlankForm, blank_form

FORM = BlankForm(
    partnership="Fenmarket CSP",
    area="Fenmarket",
    agency="Fenmarket District Council",
    limbs=(("Significant harm or risk", "Is there significant harm?"),),
)


def read(content: bytes) -> tuple[int, str]:
    pages = PdfReader(BytesIO(content)).pages
    return len(pages), "\n".join(page.extract_text() for page in pages)


def test_that_the_form_is_two_pages_that_ask_for_all_a_referral_holds() -> None:
    count, text = read(blank_form(FORM))
    assert count == 2
    for asked in (
        "Fenmarket CSP, Fenmarket",
        "Fenmarket District Council",
        "a person",
        "a place",
        "a project",
        "Date of birth",
        "Postcode",
        "Children at the address",
        "What the problem is",
        "What was tried first",
        "Does the person know?",
        "Significant harm or risk",
        "Is there significant harm?",
        "Referrer told on",
    ):
        assert asked in text, asked


def test_that_the_same_form_gives_the_same_file() -> None:
    assert blank_form(FORM) == blank_form(FORM)


def test_that_a_form_without_a_district_and_test_is_drawn_too() -> None:
    count, _text = read(blank_form(BlankForm(partnership="Fenmarket CSP")))
    assert count == 2


def test_that_each_page_is_a4() -> None:
    for page in PdfReader(BytesIO(blank_form(FORM))).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_that_the_form_of_a_vault_names_its_partnership_and_its_test(
    desk: Office, tmp_path: Path
) -> None:
    place = tmp_path / "form.pdf"
    referral_papers.write_blank_form(desk, place)
    _count, text = read(place.read_bytes())
    assert "Fenmarket CSP" in text
    assert "Added value of a multi-agency group" in text


def test_that_a_place_that_cannot_be_written_is_said(desk: Office, tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        referral_papers.write_blank_form(desk, tmp_path / "nowhere" / "form.pdf")

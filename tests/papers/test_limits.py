"""Every paper with every text at its limit, and with nothing in it: made, reopened, all there.

The pack is tried so in `tests/documents/test_pack_pdf.py`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any

import docx
import icalendar
import openpyxl
import pypdfium2
import pytest

from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from psg_desktop.papers.action_sheets import SheetPaper, draw_action_sheet
from psg_desktop.papers.calendar_file import CalendarEntry, draw_calendar
from psg_desktop.papers.disposal_certificate import CertificatePaper, certificate
from psg_desktop.papers.mail_drafts import MailDraft, draw_mail
from psg_desktop.papers.minutes import MinutesPaper, draw_minutes
from psg_desktop.papers.project_return import ReturnColumn, ReturnPaper, ReturnSheet, draw_return
from psg_desktop.papers.referral_form import BlankForm, blank_form
from psg_desktop.papers.subject_copy import CopyPaper, draw_copy
from tests.papers.filling import DAY, Texts, bare, full

# What the window takes as one line.
LINES = frozenset(
    {"partnership", "marking", "agency", "area", "reference", "kind", "title", "name", "officer",
     "owner", "due", "state", "times", "presence", "in_place_of", "code", "facts", "told",
     "statement_read", "warning", "missed", "next_review", "next_meeting", "handling", "glance",
     "focus", "age_band", "risk", "opened", "agencies", "month", "removed", "closing"}
)  # fmt: skip
MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def _pdf_words(drawn: bytes) -> str:
    """Read what lies on the pages, each from edge to edge, but for the line at its foot."""
    said = []
    document = pypdfium2.PdfDocument(drawn)
    for page in document:
        words = page.get_textpage()
        said.append(words.get_text_bounded(0, FOOT, *page.get_size()))
    document.close()
    return "".join(said)


FOOT = 41  # points


def _word_words(drawn: bytes) -> str:
    paper = docx.Document(BytesIO(drawn))
    cells = [cell.text for one in paper.tables for row in one.rows for cell in row.cells]
    strips = [one.text for one in paper.sections[0].header.paragraphs]
    return "\n".join([*(one.text for one in paper.paragraphs), *cells, *strips])


def _sheet_words(drawn: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(drawn))
    return "\n".join(
        str(cell) for page in book for row in page.iter_rows(values_only=True) for cell in row
    )


def _mail_words(drawn: bytes) -> str:
    message = message_from_bytes(drawn, policy=policy.default)
    (carried,) = message.iter_attachments()
    body = message.get_body()
    assert body is not None
    return "\n".join([str(message["Subject"]), body.get_content(), carried.get_filename() or ""])


def _calendar_words(drawn: bytes) -> str:
    (event,) = icalendar.Calendar.from_ical(drawn).walk("VEVENT")
    return f"{event['SUMMARY']} {event['UID']}"


PAPERS: dict[str, tuple[type[Any], Callable[[Any], bytes], Callable[[bytes], str]]] = {
    "action sheet": (SheetPaper, draw_action_sheet, _sheet_words),
    "minutes": (MinutesPaper, draw_minutes, _word_words),
    "mail": (MailDraft, draw_mail, _mail_words),
    "date": (CalendarEntry, lambda one: draw_calendar([one], MADE), _calendar_words),
    "certificate": (CertificatePaper, certificate, _pdf_words),
    "blank form": (BlankForm, blank_form, _pdf_words),
    "copy": (CopyPaper, draw_copy, _pdf_words),
}


def squeezed(words: str) -> str:
    """Leave out spaces: a reader of pages cannot tell where lines were broken."""
    return re.sub(r"\s+", "", words)


# What is left out with a reason: an address that is none, a count that only a table below has,
# and the marking in the line at the foot, which is not read here.
LEFT_OUT = {"mail": ["to"], "minutes": ["times"], "blank form": ["marking"]}


@pytest.mark.parametrize("name", PAPERS)
def test_that_every_text_at_its_limit_is_whole_in_the_paper(name: str) -> None:
    kind, draw, read = PAPERS[name]
    texts = Texts()
    said = squeezed(read(draw(full(kind, texts, LINES))))
    lost = [place.split()[0] for place, one in texts.given.items() if squeezed(one) not in said]
    assert lost == LEFT_OUT.get(name, [])


@pytest.mark.parametrize("name", [one for one in PAPERS if one != "certificate"])
def test_that_a_paper_with_nothing_in_it_is_made_and_opens(name: str) -> None:
    kind, draw, read = PAPERS[name]
    assert isinstance(read(draw(bare(kind))), str)


RETURN = ReturnPaper(
    title="T" * LINE_LIMIT, facts="F" * LINE_LIMIT, marking="M&" * (LINE_LIMIT // 2),
    made_on=DAY, sheets=(ReturnSheet(name="One", columns=(ReturnColumn(heading="W"),), rows=()),),
)  # fmt: skip


@pytest.mark.parametrize("length", [0, TEXT_LIMIT, 3 * TEXT_LIMIT])
def test_that_a_return_holds_texts_put_together_from_several(length: int) -> None:
    """The reasons of three colours stand in one cell, which holds less than they may be long."""
    text = "".join(Texts().text("reason", TEXT_LIMIT) for _ in range(3))[:length]
    sheet = replace(RETURN.sheets[0], rows=((text,),))
    page = openpyxl.load_workbook(BytesIO(draw_return(replace(RETURN, sheets=(sheet,)))))["One"]
    assert "".join(str(cell.value) for cell in page["A"][4:] if cell.value) == text
    assert RETURN.marking in str(page["A2"].value)

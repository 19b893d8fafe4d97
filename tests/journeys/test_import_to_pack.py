"""From the spreadsheet somebody works from today to a printed pack that points to nobody."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.lists import CaseFilter, CaseRow, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.partnership import Partnership
from psg_desktop.paths import resource
from psg_desktop.settings import Settings
from psg_desktop.store.vault import FLOOR_COST
from psg_desktop.ui.application import Application
from psg_desktop.ui.imports import choosers as import_choosers
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.packs import choosers as pack_choosers
from psg_desktop.ui.packs.choose import ChoosePage
from psg_desktop.ui.packs.release import ReleasePage
from psg_desktop.ui.packs.review import ReviewPage
from tests.fakes import FixedClock
from tests.ui.imports.sheets import messy_workbook

PASSPHRASE = "heron lantern drove staithe"
TEMPLATE_ROWS = (
    {
        "Case reference": "FEN-1",
        "Kind of case": "Person",
        "Working title": "Late noise",
        "Full name": "Léonie Ośmiałowska-Reed",
        "Known as": "Lolly; Mrs Reed",
        "Date of birth": date(1988, 2, 29),
        "Address": "17 Eelcatcher Passage, Fenmarket",
        "Postcode": "FM1 4QX",
        "Phone": "01632 960123",
        "Lead agency": "Fenmarket District Council",
        "Risk": "Medium",
        "Status": "Active plan",
        "Date opened": date(2026, 9, 1),
        "Next review": date(2026, 12, 3),
        "Action": "Ring Lolly on 01632 960123 before visiting 17 Eelcatcher Passage",
        "Action agency": "Fenmarket District Council",
        "Action officer": "D. Millrace",
        "Action due date": date(2026, 12, 8),
        "Action status": "Agreed",
    },
    {
        "Case reference": "FEN-2",
        "Kind of case": "Place",
        "Working title": "Damage at the play area",
        "Place name": "Gosling Pightle play area",
        "Place address": "Gosling Pightle, Fenmarket",
        "Place postcode": "FM1 5ZZ",
        "Kind of place": "Park",
        "Status": "Monitoring",
        "Date opened": date(2026, 6, 15),
    },
)
STORY = (
    "Mrs Ośmiałowska-Reed (born 29/02/1988) of 17 Eelcatcher Passage FM1 4QX plays music until "
    "three. Lolly told Wendell Tansyfield to ring 01632 960123. Leonie Osmialowska was seen at "
    "Gosling Pightle by the Wherrygate."
)


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    place = tmp_path / "fenmarket.psgstore"
    partnership = Partnership(name="Fenmarket CSP", district="E07000009", sample=True)
    made = vaults.create(place, PASSPHRASE, partnership, FixedClock(), cost=FLOOR_COST)
    yield made
    made.close()


@pytest.fixture
def window(office: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    application = Application()
    application.alarm.remove()
    made = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    made.forget()


def rows(office: Office) -> tuple[CaseRow, ...]:
    asked = CaseFilter(view=CaseView.ALL)
    return lists.cases(office, asked, CaseOrder(), slice(0, None)).rows


def import_page(window: MainWindow) -> ImportPage:
    window.frame.go("import")
    page = window.frame.page
    assert isinstance(page, ImportPage)
    return page


def fill_template(page: ImportPage, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the template from the window and fill it in as somebody would in Excel."""
    monkeypatch.setattr(import_choosers, "workbook_place", lambda *_: place)
    page.file.template_wanted.emit()
    assert place.read_bytes() == resource("templates/caseload-template.xlsx").read_bytes()
    book = openpyxl.load_workbook(place)
    sheet = book["Caseload"]
    headers = [cell.value for cell in sheet[1]]
    for line, filled in enumerate(TEMPLATE_ROWS, start=2):
        for header, value in filled.items():
            sheet.cell(row=line, column=headers.index(header) + 1, value=value)
    book.save(place)


def import_template(window: MainWindow, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = import_page(window)
    fill_template(page, place, monkeypatch)
    page.read(place)
    assert page.state is not None
    names = [sheet.name for sheet in page.state.book.sheets]
    page.file.sheet.set_value(names.index("Caseload"))
    page.file.sheet.edited.emit()
    page.wizard.go_on()
    page.wizard.go_on()
    assert page.check.counts.text().startswith("2 new")
    assert "wrong" not in page.check.counts.text()
    page.wizard.go_on()
    assert page.wizard.place == 3
    page.wizard.go_on()


def check_messy(page: ImportPage, place: Path) -> None:
    page.read(place)
    page.wizard.go_on()
    page.wizard.go_on()


def import_messy(page: ImportPage, place: Path) -> None:
    """Put two wrong rows right in place, leave out the one that names nobody, and import."""
    check_messy(page, place)
    page.wizard.go_on()
    assert "3 rows are wrong" in page.wizard.banner.words
    problems = page.check.problems
    for header, value in (("DOB", "28/02/1990"), ("Risk", "High"), ("", "")):
        assert page.state is not None
        assert page.state.run is not None
        groups = page.state.run.groups()
        wrong = next(one for one in groups if one.stops and one.header == header)
        problems.table.choose(problems.table.table_model.key(wrong))
        problems.value.set_value(value)
        (problems.put if header else problems.skip).click()
    page.wizard.go_on()
    assert page.wizard.place == 3


def test_that_a_spreadsheet_comes_in_once_and_goes_out_again(
    window: MainWindow, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_template(window, tmp_path / "ours.xlsx", monkeypatch)
    assert {row.reference for row in rows(office)} == {"FEN-1", "FEN-2"}
    page, messy = import_page(window), messy_workbook(tmp_path / "tracker.xlsx")
    import_messy(page, messy)
    assert len(rows(office)) == 6
    page.wizard.go_on()
    check_messy(page, messy)
    assert page.check.counts.text().startswith("0 new, 4 imported before")
    page.start_again()
    assert len(rows(office)) == 6


def test_that_an_import_is_taken_back_whole(
    window: MainWindow, office: Office, tmp_path: Path
) -> None:
    page, messy = import_page(window), messy_workbook(tmp_path / "tracker.xlsx")
    import_messy(page, messy)
    page.done.undo.click()
    assert rows(office) == ()
    assert lists.find(office, "Tansyfield") == ()


def tell_the_story(office: Office) -> None:
    """Write what the case is about on it, with names in every spelling."""
    row = next(one for one in rows(office) if one.reference == "FEN-1")
    case = lists.case_page(office, row.id).case
    blocked = "Nothing moves until Perdita Osierbed answers perdita@fenmarket.example."
    cases.amend(office, replace(case, problem=STORY, blocked=blocked))


def review(window: MainWindow) -> ReviewPage:
    window.screens.make_new("pack")
    choose = window.frame.page
    assert isinstance(choose, ChoosePage)
    choose.go_on()
    page = window.frame.page
    assert isinstance(page, ReviewPage)
    return page


def decide(page: ReviewPage) -> None:
    """Unmask one word, have a name refused, write own words, and accept the rest."""
    story = next(one for one in page._rows if one.passage.original.startswith(STORY))
    page.texts.choose(story.key)
    doubtful = page.pane.wording.doubtful
    assert [STORY[one.start : one.end] for one in doubtful] == ["Wherrygate"]
    page.pane.print_it()
    page.accept()
    blocked = next(one for one in page._rows if one.passage.part == "blocked")
    page.texts.choose(blocked.key)
    page.pane.edit()
    page.pane.compare.right.setPlainText("Nothing moves until Perdita Osierbed answers.")
    page.accept()
    assert page.pane.problem.text() == "This still names somebody. Change the marked words."
    page.pane.compare.right.setPlainText("Nothing moves until a neighbour answers.")
    page.accept()
    page.accept_unmarked()
    while page.proposal is not None and page.proposal.undecided:
        page.accept()


def identities(office: Office) -> set[str]:
    """Give everything in the vault that points to somebody, folded, without spaces."""
    found: set[str] = set()
    with office.reading() as unit:
        for person in unit.people.all():
            found |= {person.full_name, *person.aliases, *person.phones, *person.emails}
            for stay in person.addresses:
                found |= {stay.postcode, stay.lines, stay.lines.split(",")[0]}
            if person.born:
                born = person.born
                found |= {f"{born:%d/%m/%Y}", born.isoformat(), f"{born.day} {born:%B %Y}"}
        for place in unit.places.all():
            found |= {place.name, place.postcode, place.address.split(",")[0]}
    return {folded(one) for one in found if folded(one)} - {"fenmarket"}


def surnames(office: Office) -> set[str]:
    """Give every part of every name but the first, in lower case."""
    with office.reading() as unit:
        names = [person.full_name for person in unit.people.all()]
    return {part.casefold() for name in names for part in re.split(r"[\s-]+", name)[1:]}


def folded(words: str) -> str:
    return re.sub(r"\s+", "", words).casefold()


def words_of(pdf: bytes) -> str:
    """Read a PDF with a reader that did not draw it: text, metadata, attachments, outline."""
    reader = PdfReader(BytesIO(pdf))
    pages = " ".join(page.extract_text() for page in reader.pages)
    return f"{pages} {dict(reader.metadata or {})} {reader.attachments} {reader.outline}"


def test_that_the_pack_saved_from_the_window_points_to_nobody(
    window: MainWindow, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_template(window, tmp_path / "ours.xlsx", monkeypatch)
    import_messy(import_page(window), messy_workbook(tmp_path / "tracker.xlsx"))
    tell_the_story(office)
    page = review(window)
    decide(page)
    page.print_pages()
    pages = window.frame.page
    assert isinstance(pages, ReleasePage)
    place = tmp_path / "2026-12-03-delivery-group-pack.pdf"
    monkeypatch.setattr(pack_choosers, "save_place", lambda *_: place)
    pages.save_file()

    words = words_of(place.read_bytes())
    assert "Wherrygate" in words
    assert "Nothing moves until a neighbour answers." in " ".join(words.split())
    sought = identities(office)
    assert {"fm14qx", "29/02/1988", "lolly", "01632960123"} <= sought
    assert [one for one in sorted(sought) if one in folded(words)] == []
    assert surnames(office) & set(re.findall(r"\w+", words.casefold())) == set()
    (release,) = packs.releases(office)
    assert len(release.cases) == 6

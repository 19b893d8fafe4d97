"""The pages of a pack: seen from memory, saved, printed, and recorded once."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.ui.packs import choosers
from psg_desktop.ui.packs.page import PacksPage
from psg_desktop.ui.packs.printing import picture, put_on_paper
from tests.ui.packs.reading import Reading, text_of


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file chooser says the pack goes."""
    chosen = tmp_path / "out" / "pack.pdf"
    chosen.parent.mkdir()
    monkeypatch.setattr(choosers, "save_place", lambda _parent, _start: chosen)
    return chosen


def test_that_the_pages_are_shown_without_touching_the_disk(
    reading: Reading, tmp_path: Path
) -> None:
    before = set(tmp_path.rglob("*.pdf"))
    page = reading.release()
    assert "not yet printed or saved" in page.summary
    assert not page.view._sheet.pixmap().isNull()
    assert set(tmp_path.rglob("*.pdf")) == before


def test_that_a_saved_pack_is_the_one_seen_and_is_recorded_once(
    office: Office, reading: Reading, place: Path
) -> None:
    page = reading.release()
    assert packs.releases(office) == ()
    page.save_file()
    page.save_file()
    saved = place.read_bytes()
    (release,) = packs.releases(office)
    assert release.digest == hashlib.sha256(saved).hexdigest()
    assert release.version in text_of(saved)
    assert "recorded" in page.summary


def test_that_nothing_is_recorded_when_the_worker_changes_their_mind(
    office: Office, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosers, "save_place", lambda _parent, _start: None)
    monkeypatch.setattr(choosers, "printer", lambda _parent, _pages: None)
    page = reading.release()
    page.save_file()
    page.print_pages()
    assert packs.releases(office) == ()


def test_that_a_pack_that_cannot_be_saved_says_so_and_is_not_recorded(
    office: Office, reading: Reading, place: Path
) -> None:
    place.parent.rmdir()
    page = reading.release()
    page.save_file()
    assert "Choose another folder" in page.banner.words
    assert packs.releases(office) == ()


def test_that_the_file_name_proposed_holds_the_meeting_and_nobody(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(choosers, "save_place", lambda _parent, start: asked.append(start))
    reading.release().save_file()
    assert asked[0].name == "2026-11-21-delivery-group-pack.pdf"


def test_that_printing_puts_every_page_on_paper_and_records_the_release(
    office: Office, reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    monkeypatch.setattr(choosers, "printer", lambda _parent, _pages: printer)
    page = reading.release()
    page.print_pages()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert f"{page._count} pages sent to the printer." in page.banner.words
    assert len(packs.releases(office)) == 1


def test_that_only_the_pages_asked_for_are_printed(reading: Reading, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert put_on_paper(reading.release()._pdf, printer) == 2


def test_that_a_page_is_as_wide_as_it_was_asked_for(reading: Reading) -> None:
    image = QImage.fromData(picture(reading.release()._pdf, 0, 400))
    assert image.width() == 400
    assert image.height() > 400


def test_that_the_list_of_releases_shows_a_release(
    office: Office, reading: Reading, place: Path
) -> None:
    reading.release().save_file()
    reading.frame.go("packs")
    page = reading.frame.page
    assert isinstance(page, PacksPage)
    assert page.summary == "1 pack released"
    (shown,) = page.table.table_model.rows
    texts = [column.text(shown) for column in page.table.table_model.columns]
    assert texts[1:4] == ["Sat 21 Nov 2026", "2", shown.version]

"""Documents through the window: dropped, described, looked at, copied out, removed, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.casework.attaching import attachments
from psg_desktop.casework.attaching.attachments import Owner
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.attachments import Attachment
from psg_desktop.domain.ids import CaseId
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.attachments import copy_sheet
from psg_desktop.ui.attachments.add_sheet import AttachSheet
from psg_desktop.ui.attachments.document_page import DocumentPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.jobs import Jobs, JobsAtOnce, Runner
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.parts.sheets import RecordSheet
from tests.builders import a_closure
from tests.previews.test_drawing import pdf, picture
from tests.ui.cases import samples
from tests.ui.cases.desk import words_of

Opens = Callable[[Runner], MainWindow]


@pytest.fixture
def opens(application: Application, office: Office, qtbot: QtBot) -> Opens:
    """Opens the window of a vault with one case in it."""

    def make(runner: Runner) -> MainWindow:
        window = MainWindow(office, application.appearance, runner, Settings())

        def leave(_frame: QWidget) -> None:
            if window.frame.side.sheet is not None:
                window.frame.side.sheet.close_sheet()
            runner.close()
            office.forget(window.notifier.announce)

        qtbot.addWidget(window.frame, before_close_func=leave)
        window.frame.show()
        return window

    return make


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.bare_case(office)


def drop(target: QWidget, *files: Path) -> None:
    """Drop files on a page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    target.dragEnterEvent(
        QDragEnterEvent(QPointF(9, 9).toPoint(), *held, Qt.KeyboardModifier.NoModifier)
    )
    target.dropEvent(QDropEvent(QPointF(9, 9), *held, Qt.KeyboardModifier.NoModifier))


def sheet_of(window: MainWindow) -> AttachSheet:
    """Give the open form for new documents."""
    sheet = window.frame.side.sheet
    assert isinstance(sheet, AttachSheet)
    return sheet


def kept(office: Office, case: CaseId) -> list[Attachment]:
    """Give the documents of a case, oldest first."""
    return list(reversed(attachments.of_owner(office, Owner(case=case))))


def add(window: MainWindow, file: Path, content: bytes, kind: str) -> DocumentPage:
    """Drop a file on the page of the case, say what it is, and open its page."""
    screen = window.frame.page
    assert isinstance(screen, CaseScreen)
    file.write_bytes(content)
    drop(screen, file)
    form = sheet_of(window)
    form.form.show_values({"document_kind": kind})
    form.save_asked.emit()
    assert window.frame.side.sheet is None
    screen.documents.document_chosen.emit(kept(window.office, screen.case)[-1].id)
    page = window.frame.page
    assert isinstance(page, DocumentPage)
    return page


def test_that_a_dropped_file_is_described_and_listed(
    opens: Opens, case: CaseId, tmp_path: Path
) -> None:
    window = opens(JobsAtOnce())
    screen = window.screens.open_case(case)
    file = tmp_path / "Letter_about_the_gate.txt"
    file.write_text("The gate is fixed.", encoding="utf-8")
    drop(screen, file)
    form = sheet_of(window)
    assert form.form.values()["title"] == "Letter about the gate"
    form.save_asked.emit()
    assert form.form.fields["document_kind"].problem == "Choose what kind of document it is."
    form.form.show_values({"document_kind": "letter_received"})
    form.save_asked.emit()
    assert window.frame.side.sheet is None
    assert "Letter about the gate" in words_of(screen.documents)
    assert "Letter received" in words_of(screen.documents)


def test_that_a_document_is_shown_copied_removed_and_taken_back(
    opens: Opens, case: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opens(JobsAtOnce())
    office = window.office
    window.screens.open_case(case)
    page = add(window, tmp_path / "gate.txt", b"The gate is fixed.", "letter_received")
    assert page.preview.text.toPlainText() == "The gate is fixed."
    (owner,) = page.facts.findChildren(QPushButton)
    assert owner.text() == f"Open {attachments.owner_words(office, kept(office, case)[0])}"
    owner.click()
    assert isinstance(window.frame.page, CaseScreen)
    window.frame.go_back()
    out = tmp_path / "out.txt"
    monkeypatch.setattr(copy_sheet, "choose_place", lambda *_: out)
    page.copy.click()
    copying = window.frame.side.sheet
    assert isinstance(copying, RecordSheet)
    assert "no longer protected" in words_of(copying)
    copying.save_asked.emit()
    assert not out.exists()
    copying.form.show_values({"why": "For the hearing"})
    copying.save_asked.emit()
    assert out.read_bytes() == b"The gate is fixed."
    assert "For the hearing" in words_of(page.copies)
    made = kept(office, case)
    page.remove.click()
    assert kept(office, case) == []
    undoing.undo_last(office)
    assert kept(office, case) == made


def test_that_several_files_are_added_and_those_that_cannot_be_stay_with_the_reason(
    opens: Opens, case: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opens(JobsAtOnce())
    office, screen = window.office, window.screens.open_case(case)
    paths = tuple(tmp_path / name for name in ("one.png", "two.pdf", "empty.txt"))
    for path, content in zip(paths, (picture(), pdf(), b""), strict=True):
        path.write_bytes(content)
    monkeypatch.setattr("psg_desktop.ui.cases.documents_card.choose_files", lambda _p: paths)
    screen.documents.attach.click()
    form = sheet_of(window)
    form.form.show_values({"document_kind": "evidence_photo"})
    form.save_asked.emit()
    assert [one.title for one in kept(office, case)] == ["one", "two"]
    said = words_of(form)
    assert "2 added. These were not:" in said
    assert "The file is empty." in said
    assert "empty.txt" in said
    assert "one.png" not in said
    form.close_sheet()
    cases.close(office, case, a_closure())
    screen.refresh()
    assert not screen.documents.attach.isVisible()
    drop(screen, paths[0])
    assert window.frame.side.sheet is None


def test_that_files_added_at_once_are_said_and_taken_back_together(
    opens: Opens, office: Office, case: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opens(JobsAtOnce())
    paths = tuple(tmp_path / name for name in ("one.png", "two.pdf", "same.pdf"))
    document = pdf()
    for path, content in zip(paths, (picture(), document, document), strict=True):
        path.write_bytes(content)
    monkeypatch.setattr("psg_desktop.ui.cases.documents_card.choose_files", lambda _p: paths)
    window.screens.open_case(case).documents.attach.click()
    form = sheet_of(window)
    form.form.show_values({"document_kind": "evidence_photo"})
    form.save_asked.emit()
    assert [one.title for one in kept(office, case)] == ["one", "two"]
    assert "same.pdf" in words_of(form)
    form.close_sheet()
    bar = window.frame.desk.undo
    assert "2 documents added." in words_of(bar)
    bar.take_back()
    assert kept(office, case) == []


def test_that_a_large_file_is_added_and_drawn_beside_the_window(
    opens: Opens, office: Office, case: CaseId, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opens(Jobs())
    screen = window.screens.open_case(case)
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf() + b"%" + b"x" * 20_000_000)
    drop(screen, file)
    form = sheet_of(window)
    form.form.show_values({"document_kind": "plan"})
    form.save_asked.emit()
    assert kept(office, case) == []  # nothing was waited for
    qtbot.waitUntil(lambda: bool(kept(office, case)), timeout=20_000)
    qtbot.waitUntil(lambda: window.frame.side.sheet is None, timeout=20_000)
    screen.documents.document_chosen.emit(kept(office, case)[0].id)
    page = window.frame.page
    assert isinstance(page, DocumentPage)
    shown = page.preview.pages
    qtbot.waitUntil(lambda: not shown._sheet.pixmap().isNull(), timeout=20_000)
    assert shown._where.text() == "Page 1 of 2"
    assert "The gate is open" in shown._sheet.accessibleDescription()
    shown.go(1)
    qtbot.waitUntil(lambda: "Second page" in shown._sheet.accessibleDescription(), timeout=20_000)
    window.frame.go_back()


def test_that_what_is_not_shown_is_said(opens: Opens, case: CaseId, tmp_path: Path) -> None:
    window = opens(JobsAtOnce())
    for number, (content, said) in enumerate(
        (
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 macros", "may hold macros"),
            (b"<html><script>x</script>", "may run and fetch things"),
            (b"%PDF-1.4 and nothing else", "is damaged"),
        )
    ):
        window.screens.open_case(case)
        page = add(window, tmp_path / f"holiday{number}.jpg", content, "other")
        if page.preview.pages.isVisible():
            page.preview.pages._ask()
        assert said in words_of(page)

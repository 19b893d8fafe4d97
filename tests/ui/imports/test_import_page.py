"""The import in its four steps, on a real vault and real files."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.mapping import Use
from psg_desktop.exchange.outcomes import Status
from psg_desktop.paths import resource
from psg_desktop.ui.imports import choosers
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.jobs import JobsAtOnce
from tests.ui.imports.sheets import FIRST_ROW, HEADERS, ROWS, messy_workbook, workbook


@pytest.fixture
def page(office: Office, shown: Callable[[QWidget], QWidget]) -> ImportPage:
    made = ImportPage(office, JobsAtOnce())
    made.resize(1040, 600)
    shown(made)
    return made


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    return messy_workbook(tmp_path / "tracker.xlsx")


def cases(office: Office) -> int:
    asked = CaseFilter(view=CaseView.ALL)
    return lists.cases(office, asked, CaseOrder(), slice(0, 0)).total


def count(page: ImportPage, status: Status) -> int:
    assert page.state is not None
    assert page.state.run is not None
    return page.state.run.count(status)


def to_check(page: ImportPage, file: Path) -> None:
    page.read(file)
    page.wizard.go_on()
    page.wizard.go_on()
    assert page.wizard.place == 2


def choose_problem(page: ImportPage, header: str) -> None:
    assert page.state is not None
    assert page.state.run is not None
    group = next(one for one in page.state.run.groups() if one.stops and one.header == header)
    table = page.check.problems.table
    table.choose(table.table_model.key(group))


def put_right(page: ImportPage) -> None:
    """Put right what is wrong in the messy workbook, and leave out the row that names nobody."""
    problems = page.check.problems
    for header, value in (("DOB", "28/02/1990"), ("Risk", "High")):
        choose_problem(page, header)
        problems.value.set_value(value)
        problems.put.click()
    choose_problem(page, "")
    problems.skip.click()


def test_that_sheets_header_and_oddities_are_named(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    sheets = [page.file.sheet.combo.itemText(n) for n in range(page.file.sheet.combo.count())]
    assert sheets[1] == "Tracker (5 rows)"
    assert sheets[2].startswith("Old list (hidden")
    assert page.file.header.value() == 2
    said = page.file._found.text()
    assert "Not read: Old list (hidden)." in said
    assert "titles above the header" in said
    assert "adds up other rows" in said


def test_that_enter_puts_a_value_in_and_the_focus_goes_where_the_work_is(
    page: ImportPage, messy: Path
) -> None:
    page.focus_start()
    page.read(messy)
    page.wizard.go_on()
    assert page.match.purpose.combo.hasFocus()
    page.wizard.go_on()
    problems = page.check.problems
    assert problems.table.hasFocus()
    wrong = count(page, Status.WRONG)
    choose_problem(page, "DOB")
    problems.value.set_value("28/02/1990")
    QTest.keyClick(problems.value.line, Qt.Key.Key_Return)
    assert count(page, Status.WRONG) == wrong - 1
    page.check.skip_wrong.setChecked(True)
    page.wizard.go_on()
    assert page.done.said.hasFocus()


def test_that_the_button_that_puts_a_value_in_stays_in_view_in_a_low_window(
    page: ImportPage, messy: Path
) -> None:
    page.resize(760, 480)
    to_check(page, messy)
    put = page.check.problems.put
    assert put.visibleRegion().boundingRect() == put.rect()


def test_that_another_header_row_cuts_the_table_anew(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    page.file.header.set_value(3)
    page.file.header_chosen.emit(3)
    assert page.state is not None
    assert page.state.offered.table.headers[0] == "T-1"
    assert page.file.header.value() == 3


def test_that_a_hidden_sheet_can_be_looked_at(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    page.file.sheet.set_value(1)
    page.file.sheet.edited.emit()
    assert page.state is not None
    assert page.state.sheet.name == "Old list"


def test_that_every_column_is_matched_noted_or_left_out(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    page.wizard.go_on()
    assert set(page.match.targets) == set(HEADERS)
    assert page.match.targets["Name"].value() == (Field.PERSON_NAME, 1)
    assert page.match.targets["Colour"].value() is Use.NOTES


def test_that_a_field_given_to_another_column_is_taken_from_the_first(
    page: ImportPage, messy: Path
) -> None:
    page.read(messy)
    page.wizard.go_on()
    page.match._set("Colour", (Field.RISK, 1))
    assert page.match.targets["Colour"].value() == (Field.RISK, 1)
    assert page.match.targets["Risk"].value() is Use.NOTES


def test_that_a_matching_is_remembered_by_name(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    page.wizard.go_on()
    page.match._set("Colour", None)
    page.match.name.set_value("Fenmarket tracker")
    page.match.remember.click()
    page.start_again()
    page.read(messy)
    page.wizard.go_on()
    assert page.match.targets["Colour"].value() is None
    assert "Fenmarket tracker" in page.wizard.banner.words
    assert page.match.templates.combo.currentText() == "Fenmarket tracker"


def test_that_a_matching_without_anybody_is_refused_in_place(page: ImportPage, messy: Path) -> None:
    page.read(messy)
    page.wizard.go_on()
    for header in ("Name", "Address"):
        page.match._set(header, None)
    page.wizard.go_on()
    assert page.wizard.place == 1
    assert page.wizard.banner.words.startswith("No column holds a person")


def test_that_the_check_counts_and_writes_nothing(
    office: Office, page: ImportPage, messy: Path
) -> None:
    to_check(page, messy)
    assert page.check.counts.text() == "2 new, 3 wrong, 1 left out."
    assert cases(office) == 0


def test_that_wrong_rows_hold_the_import_up_until_they_are_decided(
    office: Office, page: ImportPage, messy: Path
) -> None:
    to_check(page, messy)
    page.wizard.go_on()
    assert page.wizard.place == 2
    assert page.wizard.banner.words.startswith("3 rows are wrong.")
    page.check.skip_wrong.setChecked(True)
    page.wizard.go_on()
    assert page.wizard.place == 3
    assert cases(office) == 2


def test_that_problems_are_put_right_in_place(page: ImportPage, messy: Path) -> None:
    to_check(page, messy)
    put_right(page)
    assert (count(page, Status.NEW), count(page, Status.WRONG)) == (4, 0)


def test_that_one_row_of_many_alike_can_be_put_right_alone(
    page: ImportPage, tmp_path: Path
) -> None:
    row = list(ROWS[2])
    rows = [row, ["T-9", "Fenella Marshwort", *row[2:]]]
    to_check(page, workbook(tmp_path / "alike.xlsx", HEADERS, rows))
    choose_problem(page, "Risk")
    problems = page.check.problems
    problems.value.set_value("High")
    problems.scope.set_value(FIRST_ROW)
    problems.put.click()
    assert (count(page, Status.NEW), count(page, Status.WRONG)) == (1, 1)


def test_that_the_same_file_again_brings_nothing_twice_and_undo_takes_all_back(
    office: Office, page: ImportPage, messy: Path
) -> None:
    to_check(page, messy)
    put_right(page)
    page.wizard.go_on()
    assert cases(office) == 4
    assert page.done.said.text().startswith("Imported ")
    page.wizard.go_on()
    assert page.wizard.place == 0

    to_check(page, messy)
    assert page.check.counts.text().startswith("0 new, 4 imported before")
    page.start_again()

    to_check(page, messy)
    page.check.skip_wrong.setChecked(True)
    page.wizard.go_on()
    assert page.wizard.place == 2
    assert cases(office) == 4


def test_that_undo_this_import_takes_the_whole_batch_back(
    office: Office, page: ImportPage, messy: Path
) -> None:
    to_check(page, messy)
    put_right(page)
    page.wizard.go_on()
    offered = {one.text() for one in page.wizard.findChildren(QPushButton) if one.isVisibleTo(page)}
    assert not offered & {"Back", "Cancel"}
    assert "Import another file" in offered
    page.done.undo.click()
    assert cases(office) == 0
    assert "taken back" in page.done.said.text()
    page.wizard.go_back()
    assert count(page, Status.SAME) == 0


def test_that_going_back_after_the_import_checks_anew(page: ImportPage, messy: Path) -> None:
    to_check(page, messy)
    page.check.skip_wrong.setChecked(True)
    page.wizard.go_on()
    page.wizard.go_back()
    assert count(page, Status.SAME) == 2
    assert count(page, Status.NEW) == 0


def test_that_a_row_like_somebody_known_waits_and_can_join(
    office: Office, page: ImportPage, tmp_path: Path
) -> None:
    headers, first = HEADERS[:-1], list(ROWS[0][:-1])
    to_check(page, workbook(tmp_path / "first.xlsx", headers, [first]))
    page.wizard.go_on()
    page.start_again()
    again = ["T-77", *first[1:8], "01/10/2026", *first[9:]]
    to_check(page, workbook(tmp_path / "second.xlsx", headers, [again]))
    assert "1 looks like an existing record" in page.check.counts.text()
    page.wizard.go_on()
    assert page.wizard.place == 2
    (twin,) = page.check.twins.table.table_model.rows
    assert twin.twin is not None
    page.check.twins.join.click()
    page.wizard.go_on()
    assert page.wizard.place == 3
    people = lists.find(office, "Tansyfield")
    assert sum(one.kind.value == "person" for one in people) == 1


def test_that_rows_left_behind_are_saved_with_their_reasons(
    page: ImportPage, messy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "left.xlsx"
    monkeypatch.setattr(choosers, "workbook_place", lambda *_: place)
    to_check(page, messy)
    page.check.rejected.click()
    sheet = openpyxl.load_workbook(place).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:4]] == [5, 6, 7]
    assert "31/02/1990" in str(rows[1][1])


def test_that_the_template_is_saved_as_it_ships(
    page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "template.xlsx"
    monkeypatch.setattr(choosers, "workbook_place", lambda *_: place)
    page.file.template_wanted.emit()
    assert place.read_bytes() == resource("templates/caseload-template.xlsx").read_bytes()


def test_that_a_file_that_cannot_be_read_is_refused_and_nothing_is_lost(
    page: ImportPage, messy: Path, tmp_path: Path
) -> None:
    page.read(messy)
    broken = tmp_path / "letter.xlsx"
    broken.write_bytes(b"%PDF-1.7 a letter")
    page.read(broken)
    assert "PDF" in page.wizard.banner.words
    assert page.state is not None
    assert page.state.book.name == "tracker.xlsx"


def test_that_a_file_can_be_dropped_on_the_page(page: ImportPage, messy: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(messy))])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            none,
        )
    )
    assert page.state is not None


def test_that_nothing_goes_on_without_a_file(page: ImportPage) -> None:
    page.wizard.go_on()
    assert page.wizard.place == 0
    assert page.wizard.banner.words == "Choose a file first."


@pytest.mark.parametrize("name", ["messy", "police_uk"])
def test_that_every_open_file_is_checked_or_refused_with_a_sentence(
    page: ImportPage, shared_data: Path, name: str
) -> None:
    files = [one for one in sorted((shared_data / name).rglob("*")) if one.suffix in _READABLE]
    assert files
    for file in sorted(files, key=lambda one: one.stat().st_size)[:_TRIED]:
        page.start_again()
        page.read(file)
        page.wizard.go_on()
        page.wizard.go_on()
        assert page.wizard.place == 2 or page.wizard.banner.words.endswith(".")


_READABLE = frozenset({".csv", ".xlsx", ".xls", ".ods"})
_TRIED = 4

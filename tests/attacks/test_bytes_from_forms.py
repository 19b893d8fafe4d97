"""What was typed into the forms of the window is in no file, and the search for it is a real one.

Every line and every long text of each form is typed full of the marker with the keyboard; then all
that lies beside the vault is read: store, journal, backup, lock file, settings, temporary files.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions
from psg_desktop.casework.parties import people
from psg_desktop.casework.vault import exports, upkeep, vaults
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseMove
from psg_desktop.domain.lists import ActionFilter, ActionView
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.imports.page import ImportPage
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.parts.list_page import ListPage
from psg_desktop.ui.session import Session, Sitting
from psg_desktop.ui.vault.door import Openers
from psg_desktop.ui.widgets.controls import Choice, Line, LongText
from psg_desktop.ui.widgets.row_editor import RowEditor
from tests.attacks.byte_search import holding
from tests.fakes import FixedClock
from tests.journeys.test_first_day import PASSPHRASE, create, start_our_own_file, window
from tests.ui.cases.desk import CTRL, Hands, Key
from tests.ui.imports.sheets import messy_workbook

MARKER = "Zephyrine Quillfeather"
PIECES = ("Zephyrine", "Quillfeather", "17 Marrowbone Lock", "PE38 0XY", PASSPHRASE)


@pytest.fixture
def application(qapp: object) -> Application:
    """The application without its alarm: an exception in a slot must fail the test."""
    made = Application()
    made.alarm.remove()
    return made


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, watched."""
    place = tmp_path / "temporary"
    place.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def session(
    application: Application, tmp_path: Path, passing: Path, qtbot: QtBot
) -> Iterator[Session]:
    """A window on a file of its own; vault and settings lie in the folder that is searched."""
    assert os.environ["TMPDIR"] == str(passing)
    sitting = Sitting(
        openers=Openers(create=create, unlock=vaults.unlock, restore=upkeep.restore),
        clock=FixedClock(),
        settings_file=tmp_path / "likings" / "settings.json",
        folder=tmp_path,
        runner=JobsAtOnce,
    )
    made = Session(sitting, application.appearance)
    made.begin()
    start_our_own_file(made)
    frame = window(made).frame
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield made
    if made.window is not None and made.window.frame.side.sheet is not None:
        made.window.frame.side.sheet.close_sheet()
    made.end()


def type_everywhere(hands: Hands) -> int:
    """Type the marker into every empty line and long text of the open form; give how many."""
    for field in hands.sheet.form.fields.values():
        if isinstance(field.control, RowEditor):
            field.control.add_row()
    QApplication.sendPostedEvents()  # rows that were added are shown
    count = 0
    for control in hands.sheet.findChildren(Line) + hands.sheet.findChildren(LongText):
        box = control.parts()[0]
        if (
            type(control) in {Line, LongText}
            and not control.value()
            and box.isVisibleTo(hands.sheet)
        ):
            QTest.keyClicks(box, MARKER)
            count += 1
    return count


def type_into(hands: Hands, name: str, words: str) -> None:
    """Type into the one line of the open form whose name begins so."""
    lines = hands.sheet.findChildren(QLineEdit)
    (line,) = [one for one in lines if one.accessibleName().startswith(name)]
    QTest.keyClicks(line, words)


def choose_first(hands: Hands, name: str) -> None:
    """Choose the first option of a drop-down list of the open form."""
    choice = hands.sheet.form.fields[name].control
    assert isinstance(choice, Choice)
    choice.combo.setCurrentIndex(1)
    choice.edited.emit()


def add_records(session: Session) -> None:
    """Fill in the forms of a person, a place, a project and an agency, and save them."""
    hands = Hands(window(session).frame)
    for key, fewest, more in (
        ("person", 8, ("Address or place", " 17 Marrowbone Lock")),
        ("place", 3, ("Postcode", "PE38 0XY")),
        ("project", 5, ("Amount in pounds", "12")),
        ("agency", 5, None),
    ):
        window(session).screens.make_new(key)
        assert type_everywhere(hands) >= fewest, key
        if more:
            type_into(hands, *more)
        hands.save()


def add_case(session: Session, subject: str) -> CaseScreen:
    """Fill in the form of a case with a subject that is new, and open its page."""
    hands = Hands(window(session).frame)
    window(session).screens.make_new("case")
    hands.fill({"About": subject})
    assert type_everywhere(hands) >= 3
    hands.sheet.form.fields["what"].control.set_value("")
    hands.sheet.form.fields["officer"].control.set_value("")
    hands.save()
    screen = window(session).frame.page
    assert isinstance(screen, CaseScreen)
    return screen


def work_case(session: Session, screen: CaseScreen) -> None:
    """Add an action, a note and a review, and close the case with its summary."""
    hands, frame = Hands(window(session).frame), window(session).frame
    for ask, owned in (
        (screen.plan.add_action, True),
        (screen.chronology.add_note, False),
        (screen.decisions.record_review, False),
    ):
        ask()
        assert type_everywhere(hands) >= 1
        if owned:
            choose_first(hands, "owner")
            type_into(hands, "Due date", "3 dec")
        hands.save()
    screen.head._start(screen.head.page.case, CaseMove.CLOSE)
    assert type_everywhere(hands) >= 2
    choose_first(hands, "reason")
    hands.save()
    assert frame.side.sheet is None


def search(frame: Frame, qtbot: QtBot) -> None:
    """Type the marker into the search box at the top and that of a list."""
    with qtbot.waitSignal(frame.top.search.searched):
        QTest.keyClicks(frame.top.search, MARKER)
    frame.go("people")
    page = frame.page
    assert isinstance(page, ListPage)
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "Quillfeather")
    assert len(page.table.table_model.rows) == 2
    page.search.clear()
    QTest.keyClicks(page.search, "x")


def remember_matching(session: Session, folder: Path) -> None:
    """Remember a matching of columns under the marker, in the import."""
    window(session).frame.go("import")
    page = window(session).frame.page
    assert isinstance(page, ImportPage)
    page.read(messy_workbook(folder / "tracker.xlsx"))
    page.wizard.go_on()
    page.match.name.set_value("")
    QTest.keyClicks(page.match.name.parts()[0], MARKER)
    page.match.remember.click()


def everything_typed(session: Session, folder: Path, qtbot: QtBot) -> None:
    """Type the marker into the forms, the search boxes, and a note that is left half written."""
    add_records(session)
    work_case(session, add_case(session, f"{MARKER} the younger"))
    search(window(session).frame, qtbot)
    remember_matching(session, folder)
    screen = add_case(session, "Ansel Quillfeather")
    screen.chronology.add_note()
    assert type_everywhere(Hands(window(session).frame)) == 1


def test_that_no_file_holds_what_was_typed_into_the_forms(
    session: Session, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    everything_typed(session, elsewhere, qtbot)
    office = window(session).office
    (action,) = actions.listed(office, ActionFilter(view=ActionView.ALL), slice(0, 9)).rows
    assert (action.what, action.officer, action.state) == (MARKER, MARKER, ActionState.AGREED)
    backups = tmp_path / "backups"
    backups.mkdir()
    upkeep.back_up(office, backups)
    assert (tmp_path / "likings" / "settings.json").is_file()
    while_open = holding(PIECES, tmp_path)
    Hands(window(session).frame).key(Key.Key_L, CTRL)  # keeps the draft, and closes the file
    assert session.window is None
    assert while_open + holding(PIECES, tmp_path) == []
    kept = vaults.unlock(office.place, PASSPHRASE, FixedClock())
    try:
        (draft,) = lists.today(kept).drafts
        assert draft.text == MARKER
        assert people.listed(kept, "Quillfeather", slice(0, 9)).total == 3
        exports.export_everything(kept, tmp_path / "plain")
    finally:
        kept.close()
    # The control: the same folder, searched in the same way, once a plain export lies in it.
    found = set(holding(PIECES, tmp_path))
    for name in ("people.csv", "places.jsonl", "projects.csv", "agencies.csv", "cases.csv"):
        assert f"{name}: Quillfeather" in found
    for name in ("actions.csv", "notes.csv", "reviews.csv"):
        assert f"{name}: Zephyrine" in found
    assert "people.csv: 17 Marrowbone Lock" in found
    assert "places.csv: PE38 0XY" in found


@pytest.mark.parametrize("form", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("cased", [str, str.upper, str.lower])
def test_that_the_search_finds_a_plain_file(
    tmp_path: Path, form: str, cased: Callable[[str], str]
) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "deep" / "deeper" / "x.db").write_bytes(b"\0\x01" + cased(MARKER).encode(form))
    assert holding(PIECES, tmp_path) == ["x.db: Quillfeather", "x.db: Zephyrine"]
    (tmp_path / "Quillfeather.lock").touch()
    assert "Quillfeather.lock: Quillfeather" in holding(PIECES, tmp_path)

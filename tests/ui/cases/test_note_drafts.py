"""A note that is being typed outlives the window, and is offered back."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.note_sheet import NoteForm, NoteSheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.fakes import FixedClock
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, page_of, words_of
from tests.ui.conftest import PASSPHRASE

TYPED = "Two men carried a television out."


@pytest.fixture
def frame(application: Application, qtbot: QtBot, office: Office) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.bare_case(office)


@pytest.fixture
def screen(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(frame, office, notifier, case)


def kept(office: Office, case: CaseId) -> str:
    draft = notes.draft(office, notes.draft_key(case))
    return draft.text if draft else ""


def note_form(hands: Hands) -> NoteForm:
    found = hands.sheet.form
    assert isinstance(found, NoteForm)
    return found


def test_that_what_is_typed_is_kept_two_seconds_after_the_last_key(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId, qtbot: QtBot
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": TYPED})
    assert kept(office, case) == ""
    qtbot.waitUntil(lambda: kept(office, case) == TYPED, timeout=4_000)
    assert "Unsaved note" not in words_of(screen)


def test_that_a_crash_while_typing_loses_nothing_and_the_note_is_offered_back(
    hands: Hands, screen: CaseScreen, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": TYPED})
    sheet = hands.sheet
    assert isinstance(sheet, NoteSheet)
    sheet.flush()
    # A crash: the files are taken as they lie, while the program has closed nothing.
    crashed = Path(shutil.copytree(office.place, tmp_path / "crashed.psgstore"))
    again = vaults.unlock(crashed, PASSPHRASE, FixedClock())
    try:
        assert kept(again, screen.case) == TYPED
        offered = CaseScreen(again, Notifier(), screen.case)
        qtbot.addWidget(offered)
        offered.show()
        offered.refresh()
        assert "Unsaved note from Sat 21 Nov 2026" in words_of(offered)
        offered.close()
    finally:
        again.close()


def test_that_the_note_is_kept_when_the_window_goes_away_without_closing_the_form(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": TYPED})
    hands.frame.hide()
    assert kept(office, case) == TYPED


def test_that_the_note_is_restored_with_one_press_and_saved(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    notes.keep_draft(office, notes.draft_key(case), TYPED)
    screen.refresh()
    hands.press("Restore the note")
    assert note_form(hands).text.value() == TYPED
    assert "did not save" in words_of(hands.sheet)
    hands.save()
    (note,) = page_of(office, case).notes
    assert note.text == TYPED
    assert kept(office, case) == ""
    assert "Unsaved note" not in words_of(screen)


def test_that_the_note_is_discarded_with_one_press(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    notes.keep_draft(office, notes.draft_key(case), TYPED)
    screen.refresh()
    hands.press("Discard it")
    assert kept(office, case) == ""
    assert "Unsaved note" not in words_of(screen)


def test_that_a_restored_note_can_be_started_afresh(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    notes.keep_draft(office, notes.draft_key(case), TYPED)
    hands.press("Add a note")
    hands.press("Start afresh")
    hands.fill({"Note": "Another one."})
    hands.save()
    assert page_of(office, case).notes[0].text == "Another one."


def test_that_closing_without_saving_forgets_the_note(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": TYPED})
    hands.key(Key.Key_Escape)
    hands.press("Close without saving")
    assert kept(office, case) == ""
    assert page_of(office, case).notes == ()


def test_that_a_refused_note_keeps_its_draft(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": TYPED})
    hands.tab_to("When it happened")
    hands.key(Key.Key_A, CTRL)
    hands.type("+1d")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"happened_on"}
    assert kept(office, case) == TYPED

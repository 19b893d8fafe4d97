"""The preview beside the list: the case in short."""

from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.ui.caseload.preview import CasePreview
from tests.ui.cases import samples
from tests.ui.cases.desk import words_of


def test_that_the_preview_shows_what_a_worker_asks_first(office: Office, qtbot: QtBot) -> None:
    preview = CasePreview(office, samples.full_case(office))
    qtbot.addWidget(preview)
    preview.show()
    seen = words_of(preview)
    assert "Wendell Tansyfield" in seen
    assert "Open actions" in seen
    assert "People and places" in seen
    assert "Flat 3, Eelcatcher House" in seen


def test_that_a_bare_case_is_explained_not_left_blank(office: Office, qtbot: QtBot) -> None:
    preview = CasePreview(office, samples.bare_case(office))
    qtbot.addWidget(preview)
    preview.show()
    seen = words_of(preview)
    assert "Nothing written yet." in seen
    assert "Lead: nobody yet" in seen
    assert "Review: no date set" in seen


def test_that_the_button_opens_the_case(office: Office, qtbot: QtBot) -> None:
    case = samples.bare_case(office)
    preview = CasePreview(office, case)
    qtbot.addWidget(preview)
    with qtbot.waitSignal(preview.opened) as opened:
        preview.go.click()
    assert opened.args == [case]

"""Support of a case by keyboard: offering, trying, answering, and closing for no contact."""

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.support import SupportState
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.notifier import Notifier
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_case, open_frame, page_of, words_of


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.bare_case(office)


@pytest.fixture
def hands(application: Application, qtbot: QtBot) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def screen(hands: Hands, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(hands.frame, office, notifier, case)


def offer_housing(hands: Hands) -> None:
    hands.press("Record an offer")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"support"}
    hands.tab_to("Type of support")
    hands.type("Housing")
    hands.fill({"Named worker": "Ivy Holt"})
    hands.save()


def test_that_support_not_taken_up_is_shown_with_its_attempts_and_closes_the_case(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId, qtbot: QtBot
) -> None:
    offer_housing(hands)
    card = screen.cards["support"]
    assert "1 offer: 1 no answer yet" in words_of(card)
    hands.press("Record the answer: Housing and tenancy support")
    hands.tab_to("What became of it")
    hands.type("Not reached")
    hands.tab_to("Why")
    hands.type("No reply")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"state"}
    attempts = hands.sheet.form.fields["attempts"]
    assert "Attempts at contact to add" in words_of(attempts).splitlines()
    hands.press("Add an attempt")
    row = next(one for one in attempts.findChildren(QFrame) if one.property("role") == "card")
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height())
    hands.fill({"When, Attempt 1": "today"})
    hands.tab_to("How, Attempt 1")
    hands.type("Home")
    hands.tab_to("Result, Attempt 1")
    hands.type("No answer")
    hands.save()
    assert "1 not reached  ·  1 attempt at contact" in words_of(card)
    assert support.of_case(office, case)[0].state is SupportState.NOT_REACHED
    hands.press("Close the case")
    hands.tab_to("Reason")
    hands.type("No")
    assert "home visit, no answer" in words_of(hands.sheet)
    hands.fill({"Closing summary": "Nobody came.", "Who was told, and when": "A letter."})
    hands.save()
    assert "home visit, no answer" in page_of(office, case).case.closures[-1].attempts

"""Proposing, objecting, agreeing and asking whether it held, by keyboard on the page of a case."""

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import demand
from psg_desktop.casework.caseload import cases, closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.closing import HoldResult, ProposalState
from psg_desktop.domain.demand import DemandCell
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.today import targets
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from tests.builders import a_closure
from tests.fakes import FixedClock
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, page_of, words_of


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.bare_case(office)


@pytest.fixture
def hands(application: Application, qtbot: QtBot) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def screen(hands: Hands, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(hands.frame, office, notifier, case)


def propose(hands: Hands) -> None:
    hands.press("Propose closure")
    hands.tab_to("Reason")
    hands.type("Problem")
    hands.fill({"Closing summary so far": "Quiet since September."})
    hands.save()


def test_that_a_closure_is_proposed_objected_to_and_agreed_at_a_meeting(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    propose(hands)
    assert "Proposed on 21 November 2026 by" in words_of(screen.head)
    hands.choose("Proposed closure", "Keep an objection")
    agency = agencies.choices(office)[0]
    hands.tab_to("Agency that objects")
    hands.type(agency.label.split()[0])
    hands.fill({"Why the case should stay open": "The landlord waits for a court date."})
    hands.save()
    assert "objected on 21 November 2026: The landlord waits" in words_of(screen.head)
    hands.press("Close the case")
    hands.fill({"Who was told, and when": "The tenant, today."})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"meeting"}
    hands.fill({"Agreed at which meeting": "PSG meeting"})
    hands.save()
    closed = page_of(office, case).case
    assert closed.closed
    assert closed.closures[-1].summary == "Quiet since September."
    (settled,) = closing.of_case(office, case)
    assert (settled.state, settled.settled_by) == (ProposalState.AGREED, "PSG meeting")
    assert "agreed on Sat 21 Nov 2026, PSG meeting" in words_of(screen.decisions)
    undoing.undo_last(office)
    assert not page_of(office, case).case.closed


def test_that_the_closing_form_starts_from_the_latest_counts(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    cells = {
        DemandCell(case=case, measure="ambulance", month=date(2026, month, 1)): count
        for month, count in ((8, 2), (10, 1))
    }
    demand.keep(office, cells)
    screen.refresh()
    hands.press("Close the case")
    assert hands.sheet.form.values()["final_demand"] == (
        "August to October 2026: Ambulance calls, 3 (2 of 3 months known)"
    )


def test_that_a_proposal_without_a_reason_says_so_beside_the_field(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Propose closure")
    hands.sheet.save_asked.emit()
    assert hands.problems() == {"reason": "Give the reason."}
    assert closing.of_case(office, case) == ()
    assert screen.head.page.case.id == case


def test_that_a_withdrawn_proposal_leaves_the_case_open(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    propose(hands)
    hands.choose("Proposed closure", "Withdraw the proposal")
    assert closing.waiting(office, case) is None
    assert hands.button("Propose closure").isVisible()
    assert "withdrawn on" in words_of(screen.decisions)


def test_that_closing_what_was_proposed_holds_nothing_unsaved_until_somebody_types(
    hands: Hands, screen: CaseScreen
) -> None:
    propose(hands)
    hands.press("Close the case")
    assert not hands.sheet.form.is_changed()
    hands.fill({"Who was told, and when": "The tenant, today."})
    assert hands.sheet.form.is_changed()
    assert screen.isVisible()


def test_that_no_contact_asks_for_the_attempts(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Close the case")
    fields = hands.sheet.form.fields
    assert fields["attempts"].isHidden()
    hands.tab_to("Reason")
    hands.type("No")
    assert not fields["attempts"].isHidden()
    assert "Attempts at contact" in words_of(fields["attempts"]).splitlines()
    hands.fill({"Closing summary": "Nobody came.", "Who was told, and when": "A letter."})
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"attempts"}
    assert not page_of(office, case).case.closed
    assert screen.isVisible()


def test_that_today_asks_once(
    office: Office, case: CaseId, clock: FixedClock, notifier: Notifier, qtbot: QtBot
) -> None:
    cases.close(office, case, a_closure(review_after=office.today() + timedelta(days=90)))
    assert lists.today(office).closed_asking == ()
    clock.forward(days=90)
    today = TodayPage(office, notifier)
    qtbot.addWidget(today)
    today.show()
    today.refresh()
    assert "Did it hold?  1" in words_of(today)
    (asked,) = [
        one for one in today.findChildren(Lines) if one.accessibleName().startswith("Did it hold?")
    ]
    asked.setCurrentIndex(asked.table_model.index(0, 0))
    with qtbot.waitSignal(today.chosen) as chosen:
        QTest.keyClick(asked, Key.Key_Return)
    assert chosen.args == [targets.AskHeld(case=case)]


def test_that_a_closing_that_did_not_hold_offers_to_reopen(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId, clock: FixedClock
) -> None:
    cases.close(office, case, a_closure(review_after=office.today()))
    clock.forward(days=90)
    screen.refresh()
    hands.press("Say whether it held: Closed on Sat 21 Nov 2026")
    hands.tab_to("Did it hold?")
    hands.type("Did")
    hands.fill({"What was found": "Callers again since Sunday."})
    hands.key(Key.Key_S, CTRL)
    assert hands.sheet.form.values()["because"] == "Callers again since Sunday."
    hands.save()
    (check,) = closing.hold_checks(office, case)
    assert check.result is HoldResult.DID_NOT_HOLD
    assert not page_of(office, case).case.closed
    assert lists.today(office).closed_asking == ()
    assert "Did it hold? Did not hold" in words_of(screen.decisions)

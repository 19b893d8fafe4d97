"""From a check before papers go out to the very thing it is about, and back to the next check."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.preflight import Check
from psg_desktop.domain.referral_facts import ReferralState, Returned
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.meetings.meeting_page import MeetingPage
from psg_desktop.ui.referrals.referral_page import ReferralPage
from tests.builders import a_case, a_person, an_action
from tests.casework.referring.test_referrals import received
from tests.offices import psg_meeting
from tests.ui.cases.desk import Key, _leave_the_form

ACTIONS = 9


@pytest.fixture
def late(office: Office) -> Action:
    """The last of many actions of a case with a long problem: all are overdue."""
    person = a_person()
    case = a_case(
        subject=person.id, kind=CaseKind.PERSON, reference="PSG-2026-301",
        review_due=date(2026, 12, 1), problem="Doors are slammed at night. " * 60,
    )  # fmt: skip
    with office.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
        owner = unit.agencies.all()[0].id
        made = [
            an_action(case=case.id, owner=owner, what=f"Step {day}", due=date(2026, 11, day))
            for day in range(1, 1 + ACTIONS)
        ]
        unit.actions.put_all(made)
    return made[-1]


@pytest.fixture
def main(office: Office, application: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(made.frame, before_close_func=_leave_the_form)
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    office.forget(made.notifier.announce)


@pytest.fixture
def page(main: MainWindow, office: Office, late: Action) -> MeetingPage:
    made = psg_meeting(office, date(2026, 12, 3))
    meetings.plan(office, made)
    given = received(office)
    asked = Returned(missing="Where?", on=office.today(), chase_on=office.today())
    with office.working(Act.SET_UP) as unit:
        unit.referrals.put(replace(given, state=ReferralState.INCOMPLETE, returned=asked))
    agendas.propose_agenda(office, made.id)
    shown = main.screens.meetings.open(made.id)
    shown.go("checks")
    return shown


def choose(page: MeetingPage, check: Check, action: Action | None = None) -> None:
    wanted = action.id if action else None
    rows = page.checks.table.table_model.rows
    place = next(at for at, one in enumerate(rows) if (one.check, one.action) == (check, wanted))
    page.checks.table.setCurrentIndex(page.checks.table.table_model.index(place, 0))


def test_that_the_first_check_is_chosen_at_once(page: MeetingPage) -> None:
    assert page.checks.table.currentIndex().row() == 0


def test_that_a_check_of_an_action_leads_to_that_action(
    main: MainWindow, page: MeetingPage, late: Action, qtbot: QtBot
) -> None:
    choose(page, Check.ACTION_OVERDUE, late)
    QTest.keyClick(page.checks.table, Key.Key_F)
    screen = main.frame.page
    assert isinstance(screen, CaseScreen)
    entry = screen.plan.entry(late.id)
    assert entry is not None
    assert QApplication.focusWidget() is entry.buttons[0]

    def seen() -> bool:
        top = entry.mapTo(screen, QPoint(0, 0)).y()
        return 0 <= top <= screen.height() - entry.height()

    qtbot.waitUntil(seen)
    main.frame.go_back()
    assert main.frame.page is page
    assert QApplication.focusWidget() is page.checks.table
    assert page.checks.table.current is not None
    assert page.checks.table.current.action == late.id


def test_that_a_check_of_a_referral_leads_to_that_referral(
    main: MainWindow, page: MeetingPage, office: Office
) -> None:
    choose(page, Check.REFERRAL_INCOMPLETE)
    QTest.keyClick(page.checks.table, Key.Key_Return)
    shown = main.frame.page
    assert isinstance(shown, ReferralPage)
    with office.reading() as unit:
        (given,) = unit.referrals.all()
    assert given.reference in shown.heading

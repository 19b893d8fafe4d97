"""The Today page: every line opens what it names, by mouse and by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.today import Gap
from psg_desktop.ui import appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.today import cards, targets
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from psg_desktop.words import gaps
from tests.fakes import FixedClock
from tests.offices import psg_meeting
from tests.ui.cases import samples
from tests.ui.cases.desk import words_of


@pytest.fixture
def known(office: Office, clock: FixedClock) -> CaseId:
    """A case opened 50 days ago whose review and action are overdue."""
    clock.forward(days=-50)
    case = samples.bare_case(office, "Callers at all hours")
    due = office.today() + timedelta(days=20)
    samples.add_action(office, case, "Visit with housing", due)
    cases.set_review(office, case, due)
    clock.forward(days=50)
    return case


@pytest.fixture
def page(office: Office, notifier: Notifier, qtbot: QtBot) -> TodayPage:
    made = TodayPage(office, notifier)
    qtbot.addWidget(made)
    made.resize(1060, 600)
    made.show()
    made.refresh()
    return made


def lines(page: TodayPage, name: str) -> Lines:
    named = [one for one in page.findChildren(Lines) if one.accessibleName().startswith(name)]
    (found,) = [one for one in named if one.isVisible()]
    return found


def opens(page: TodayPage, name: str, qtbot: QtBot) -> object:
    """Press Enter on the first line of a list."""
    shown = lines(page, name)
    shown.setCurrentIndex(shown.table_model.index(0, 0))
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    return chosen.args[0]


def test_that_a_review_that_is_due_opens_its_case(
    known: CaseId, page: TodayPage, qtbot: QtBot
) -> None:
    assert "Reviews due  1" in words_of(page)
    assert opens(page, "Reviews due", qtbot) == targets.OpenCase(case=known)


def test_that_a_click_opens_as_enter_does(known: CaseId, page: TodayPage, qtbot: QtBot) -> None:
    shown = lines(page, "Reviews due")
    place = shown.visualRect(shown.table_model.index(0, 1)).center()
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [targets.OpenCase(case=known)]


def test_that_back_returns_to_the_line_that_was_opened(
    known: CaseId, page: TodayPage, office: Office, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    lines(page, "Overdue actions").setFocus()
    opened = opens(page, "Overdue actions", qtbot)
    cases.set_review(office, known, office.today() + timedelta(days=9))  # the page is drawn anew
    page.setFocus()
    page.focus_start()
    shown = lines(page, "Overdue actions")
    assert shown.hasFocus()
    assert shown.current is not None
    assert shown.current.target == opened


def test_that_overdue_actions_stand_by_agency(
    known: CaseId, page: TodayPage, office: Office, qtbot: QtBot
) -> None:
    (owner,) = lists.today(office).overdue
    assert "Overdue actions  1 in 1 case" in words_of(page)
    assert f"{owner.name}  1" in words_of(page)
    target = opens(page, "Overdue actions of", qtbot)
    assert target == targets.OpenAction(case=known, action=owner.actions[0].id)


def test_that_a_draft_is_offered_again(
    known: CaseId, page: TodayPage, office: Office, qtbot: QtBot
) -> None:
    key = notes.draft_key(known)
    notes.keep_draft(office, key, "She rang back and")
    page.refresh()
    assert opens(page, "Not saved yet", qtbot) == targets.Restore(key=key)


@pytest.mark.parametrize("gap", [Gap.NO_LEAD, Gap.NO_RISK, Gap.NO_FOCUS_AREA])
def test_that_what_is_missing_leads_to_what_mends_it(
    known: CaseId, page: TodayPage, qtbot: QtBot, gap: Gap
) -> None:
    assert gaps.sentence(gap, 1) in words_of(page)
    assert opens(page, gaps.step(gap), qtbot) == targets.Mend(gap=gap, case=known)


def test_that_a_missing_meeting_leads_to_where_meetings_are_planned(
    page: TodayPage, qtbot: QtBot
) -> None:
    (step,) = [
        one
        for one in page.findChildren(cards.DayCard)
        if one.accessibleName() == "Before the next meeting"
    ]
    with qtbot.waitSignal(step.chosen) as chosen:
        step.chosen.emit(targets.PlanMeeting())
    assert chosen.args == [targets.PlanMeeting()]
    assert gaps.step(Gap.NO_MEETING_PLANNED) in words_of(page)


def test_that_a_quiet_case_is_named(known: CaseId, page: TodayPage, qtbot: QtBot) -> None:
    assert opens(page, "Quiet cases", qtbot) == targets.OpenCase(case=known)


def test_that_the_next_meeting_stands_beside_the_heading(office: Office, page: TodayPage) -> None:
    coming = office.today() + timedelta(days=12)
    meetings.plan(office, psg_meeting(office, coming))
    page.refresh()
    assert page.summary.endswith("next meeting Thu 3 Dec, in 12 days")


def test_that_an_empty_vault_offers_the_first_case(page: TodayPage, qtbot: QtBot) -> None:
    assert "Your caseload starts here" in words_of(page)
    with qtbot.waitSignal(page.new_case_asked):
        page.new_case.click()


def test_that_nothing_due_is_said_in_a_sentence(
    office: Office, notifier: Notifier, page: TodayPage
) -> None:
    samples.bare_case(office)
    assert "No review is due and no action is overdue." in words_of(page)


def test_that_the_page_follows_a_change(
    office: Office, notifier: Notifier, page: TodayPage
) -> None:
    case = samples.bare_case(office, "Bonfires on the drove")
    cases.set_review(office, case, office.today())
    assert "Reviews due  1" in words_of(page)


def test_that_many_lines_are_folded_until_asked_for(
    office: Office, notifier: Notifier, page: TodayPage
) -> None:
    for number in range(cards.SHOWN + 2):
        case = samples.bare_case(office, f"Noise {number}")
        cases.set_review(office, case, office.today())
    shown = lines(page, "Reviews due")
    assert len(shown.table_model.rows) == cards.SHOWN
    (group,) = [one for one in page.findChildren(cards.Group) if one.list is shown]
    group.more.click()
    assert len(shown.table_model.rows) == cards.SHOWN + 2


def test_that_no_line_is_cut_when_the_letters_grow(
    known: CaseId, page: TodayPage, application: Application, qtbot: QtBot
) -> None:
    shown = lines(page, "Reviews due")
    application.appearance.apply(SchemeChoice.LIGHT, zoom=150)
    try:
        height = appearance.current().row_height
        assert shown.rowHeight(0) == height
        assert shown.height() >= height * len(shown.table_model.rows)
    finally:
        application.appearance.apply(SchemeChoice.LIGHT)

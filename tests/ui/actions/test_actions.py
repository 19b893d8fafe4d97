"""The actions of the whole caseload: narrowed, opened, and moved on from the list itself."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import ActionFilter, ActionRow, ActionView
from psg_desktop.ui.actions.moving import MOVES, possible
from psg_desktop.ui.actions.page import ActionsPage
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, open_frame

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALL = slice(0, 100)
VISIT = "Visit the flat with the housing officer"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.full_case(office)


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> ActionsPage:
    made = ActionsPage(office, notifier)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def whats(page: ActionsPage) -> list[str]:
    return [row.what for row in page.table.table_model.rows]


def row(office: Office, what: str) -> ActionRow:
    every = actions.listed(office, ActionFilter(view=ActionView.ALL), ALL).rows
    return next(one for one in every if one.what == what)


def choose(page: ActionsPage, office: Office, what: str) -> ActionRow:
    found = row(office, what)
    page.table.choose(found.id)
    page.table.setFocus()
    return found


def view(page: ActionsPage, chosen: ActionView | None) -> None:
    page.view.set_value(chosen)
    page.view.edited.emit()


def test_that_the_list_opens_with_what_is_due_first(page: ActionsPage) -> None:
    assert whats(page)[0] == VISIT
    assert page.summary == "4 of 4 actions shown"


@pytest.mark.parametrize(
    ("chosen", "count"),
    [(None, 4), (ActionView.OVERDUE, 1), (ActionView.DUE_SOON, 1), (ActionView.ALL, 5)],
)
def test_that_each_view_narrows_the_list(
    page: ActionsPage, chosen: ActionView | None, count: int
) -> None:
    view(page, chosen)
    assert len(whats(page)) == count


def test_that_the_owner_filter_and_the_search_work_together(
    page: ActionsPage, office: Office, qtbot: QtBot
) -> None:
    page.owner.set_value(samples.agency(office, 1))
    page.owner.edited.emit()
    assert len(whats(page)) == 3
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "spyhole")
    assert whats(page) == ["Fit a spyhole and a door chain"]
    assert page.summary == "1 of 3 actions shown"


def test_that_a_view_without_actions_says_so_and_leads_back(
    page: ActionsPage, office: Office
) -> None:
    view(page, ActionView.OVERDUE)
    found = row(office, VISIT)
    actions.complete(office, found.id, office.today(), "Done.")
    assert whats(page) == []
    page._widen()
    assert len(whats(page)) == 3


def test_that_enter_opens_the_case(page: ActionsPage, case: CaseId, qtbot: QtBot) -> None:
    page.focus_start()
    with qtbot.waitSignal(page.case_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [case]


def test_that_an_action_is_completed_from_the_list_by_keys(
    page: ActionsPage, hands: Hands, office: Office
) -> None:
    found = choose(page, office, VISIT)
    hands.key(Key.Key_D, CTRL_SHIFT)
    hands.type("Both went; the tenant let them in.")
    hands.save()
    kept = actions.get(office, found.id)
    assert kept.state is ActionState.COMPLETED
    assert kept.outcome == "Both went; the tenant let them in."
    assert kept.ended == office.today()
    assert VISIT not in whats(page)
    undoing.undo_last(office)
    assert VISIT in whats(page)


def test_that_nothing_typed_is_lost_when_the_day_is_refused(
    page: ActionsPage, hands: Hands, office: Office
) -> None:
    found = choose(page, office, VISIT)
    page.buttons[0].click()
    hands.type("x" * 50)
    tomorrow = office.today() + timedelta(days=1)
    hands.sheet.form.fields["ended"].control.set_value(tomorrow)
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "future" in hands.problems()["ended"]
    assert hands.sheet.form.values()["outcome"] == "x" * 50
    assert actions.get(office, found.id).state is ActionState.AGREED


def test_that_an_action_is_handed_on(page: ActionsPage, hands: Hands, office: Office) -> None:
    found = choose(page, office, VISIT)
    hands.key(Key.Key_H, CTRL_SHIFT)
    hands.tab_to("New owner agency")
    hands.type("Police")
    hands.fill({"Named officer": "O. Quill"})
    hands.save()
    kept = actions.get(office, found.id)
    (police,) = [one.id for one in agencies.choices(office) if one.name == "Police"]
    assert (kept.owner, kept.officer) == (police, "O. Quill")


@pytest.mark.parametrize(
    ("key", "state"),
    [(Key.Key_U, ActionState.NOT_ACHIEVED), (Key.Key_X, ActionState.CANCELLED)],
)
def test_that_an_action_is_given_up_or_cancelled_with_its_reason(
    page: ActionsPage, hands: Hands, office: Office, key: Qt.Key, state: ActionState
) -> None:
    found = choose(page, office, VISIT)
    hands.key(key, CTRL_SHIFT)
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert hands.problems()["outcome"]
    hands.tab_to(hands.sheet.form.fields["outcome"].words)
    hands.type("He has moved away.")
    hands.save()
    assert actions.get(office, found.id).state is state


def test_that_a_proposed_action_is_agreed_and_not_completed(
    page: ActionsPage, hands: Hands, office: Office
) -> None:
    choose(page, office, "Consider a closure notice")
    enabled = {words for words, move in page.moves.items() if move.isEnabled()}
    assert enabled == {"Agree", "Hand on", "Cancel"}
    assert not page.buttons[0].isEnabled()
    hands.key(Key.Key_D, CTRL_SHIFT)
    assert page.window().side.sheet is None  # type: ignore[attr-defined]
    page.moves["Agree"].trigger()
    assert hands.sheet.title == "Agree the action"


def test_that_agreeing_what_lacked_an_owner_is_one_change_and_one_undo(
    page: ActionsPage, hands: Hands, office: Office
) -> None:
    found = choose(page, office, "Consider a closure notice")
    before = actions.get(office, found.id)
    hands.key(Key.Key_G, CTRL_SHIFT)
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert {"owner", "officer", "due"} <= set(hands.problems())
    assert actions.get(office, found.id) == before
    hands.tab_to("Owner agency")
    hands.type("Police")
    hands.fill({"Named officer": "O. Quill", "Due date": "3 dec"})
    hands.save()
    agreed = actions.get(office, found.id)
    assert (agreed.state, agreed.officer) == (ActionState.AGREED, "O. Quill")
    assert (agreed.due, agreed.agreed_on) == (date(2026, 12, 3), office.today())
    undoing.undo_last(office)
    assert actions.get(office, found.id) == before


def test_that_a_finished_action_offers_nothing() -> None:
    finished = set(ActionState) - {
        ActionState.PROPOSED,
        ActionState.AGREED,
        ActionState.IN_PROGRESS,
    }
    assert not any(possible(move, state) for move in MOVES for state in (*finished, None))


def test_that_rows_are_copied_with_their_state(page: ActionsPage, office: Office) -> None:
    choose(page, office, VISIT)
    page.table.copy()
    _heading, copied = QApplication.clipboard().text().split("\n")
    assert copied.startswith("Overdue 3 days\tWed 18 Nov 2026\t" + VISIT)

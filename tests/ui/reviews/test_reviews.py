"""The review queue by keyboard, the load of the weeks, and what held."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases, closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_load, review_queue
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.ids import CaseId
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.reviews.held_page import HeldPage
from psg_desktop.ui.reviews.page import ReviewsPage
from psg_desktop.ui.reviews.queue_page import QueuePage
from tests.builders import a_closure, a_proposal
from tests.fakes import FixedClock
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, page_of, words_of

DAY = timedelta(days=1)


@pytest.fixture
def due(office: Office, clock: FixedClock) -> tuple[CaseId, ...]:
    """Seven cases whose reviews fall on the same day, tomorrow."""
    clock.forward(days=-10)
    made = tuple(samples.bare_case(office, f"Noise {place}") for place in range(7))
    clock.forward(days=10)
    for case in made:
        cases.set_review(office, case, office.today() + 9 * DAY)
    cases.set_review(office, made[0], office.today() - DAY)
    cases.set_review(office, made[1], office.today() + DAY)
    return made


@pytest.fixture
def hands(application: Application, office: Office, qtbot: QtBot) -> Hands:
    window = MainWindow(office, application.appearance, JobsAtOnce(), Settings())
    qtbot.addWidget(window.frame)
    window.frame.resize(1280, 720)
    window.frame.show()
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    made = Hands(window.frame)
    made.window = window  # type: ignore[attr-defined]  # kept alive as long as its frame
    return made


def queue(hands: Hands) -> QueuePage:
    page = hands.frame.page
    assert isinstance(page, QueuePage)
    return page


def test_that_two_cases_are_reviewed_by_keys_alone(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    hands.key(Key.Key_R, CTRL)
    assert queue(hands).summary == "1 of 2, 0 reviewed"
    assert "Noise 0" in words_of(queue(hands))
    hands.key(Key.Key_R)
    hands.type("Seen, Ada rang. Carry on")
    hands.key(Key.Key_Return)
    assert queue(hands).summary == "2 of 2, 1 reviewed"
    (review,) = page_of(office, due[0]).reviews
    assert review.decision == "Seen, Ada rang. Carry on"
    assert review.next_due is not None
    assert review.next_due > office.today()
    hands.key(Key.Key_S)
    assert "1 case reviewed." in words_of(queue(hands))
    hands.key(Key.Key_Escape)
    assert not isinstance(hands.frame.page, QueuePage)
    assert page_of(office, due[1]).reviews == ()
    undoing.undo_last(office)
    assert page_of(office, due[0]).reviews == ()


def test_that_each_closing_that_asks_is_answered_by_one_key(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    for case in due[:4]:
        cases.close(office, case, a_closure(review_after=office.today()))
    hands.key(Key.Key_R, CTRL)
    assert queue(hands).summary == "1 of 4, 0 reviewed"
    first, *others = [one.case.id for one in closing.hold_questions(office)]
    hands.key(Key.Key_H)
    assert queue(hands).summary == "2 of 4, 1 reviewed"
    (check,) = closing.hold_checks(office, first)
    assert (check.result, check.asked_by) == (HoldResult.HELD, office.who)
    hands.key(Key.Key_P)
    assert queue(hands).form.fields["finding"].problem
    assert queue(hands).summary == "2 of 4, 1 reviewed"
    hands.type("Quiet, but for two nights in June")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_P)
    (check,) = closing.hold_checks(office, others[0])
    assert (check.result, check.finding) == (
        HoldResult.HELD_PARTLY,
        "Quiet, but for two nights in June",
    )
    hands.key(Key.Key_S)
    queue(hands).form.show_values({"finding": "It started again in May"})
    hands.key(Key.Key_D)
    assert hands.sheet.form.values()["because"] == "It started again in May"
    assert closing.hold_checks(office, others[1]) == ()
    hands.key(Key.Key_Escape)
    assert "3 cases reviewed." in words_of(queue(hands))


def test_that_keys_open_the_forms_and_what_was_typed_stays(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    hands.key(Key.Key_R, CTRL)
    hands.key(Key.Key_R)
    hands.type("Half a")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_C)
    hands.tab_to("Reason")
    hands.type("Problem")
    hands.save()
    assert closing.waiting(office, due[0]) is not None
    assert queue(hands).form.values()["decision"] == "Half a"
    queue(hands).setFocus()
    hands.key(Key.Key_A)
    hands.fill({"What is to be done": "Ring the landlord"})
    hands.save()
    assert "Ring the landlord" in words_of(queue(hands))
    queue(hands).setFocus()
    hands.key(Key.Key_E)
    hands.fill({"What it is asked": "A decision on funding."})
    hands.save()
    assert "Escalated" in words_of(queue(hands))


def test_that_a_review_without_a_decision_is_refused_beside_its_field(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    hands.key(Key.Key_R, CTRL)
    hands.key(Key.Key_R)
    hands.key(Key.Key_Return)
    assert queue(hands).form.fields["decision"].problem
    assert queue(hands).summary == "1 of 2, 0 reviewed"
    assert page_of(office, due[0]).reviews == ()


def test_that_the_load_shows_the_moves_before_it_makes_them(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    hands.frame.go("reviews")
    page = hands.frame.page
    assert isinstance(page, ReviewsPage)
    assert "1 review is overdue" in words_of(page)
    moves = review_load.load(office).moves
    assert moves
    hands.press("Spread these")
    for move in moves:
        assert move.reference in words_of(hands.sheet)
    assert page_of(office, moves[0].case).case.review_due == moves[0].before
    hands.save()
    assert page_of(office, moves[0].case).case.review_due == moves[0].after
    hands.key(Key.Key_Z, CTRL)
    assert {page_of(office, one.case).case.review_due for one in moves} == {
        one.before for one in moves
    }
    assert len(review_queue.queue(office)) == 2
    assert due


def test_that_leave_is_kept_and_taken_away(hands: Hands, office: Office) -> None:
    hands.frame.go("reviews")
    hands.press("Add leave")
    hands.sheet.save_asked.emit()
    assert set(hands.problems()) == {"since"}
    hands.fill({"First day off": "3 dec", "What for": "Training"})
    hands.save()
    (leave,) = review_load.leaves(office)
    assert (leave.since.day, leave.until.day, leave.words) == (3, 3, "Training")
    hands.press("Remove: Thu 3 Dec 2026")
    assert review_load.leaves(office) == ()


def test_that_what_held_is_shown_and_saved(
    due: tuple[CaseId, ...], office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    cases.close(office, due[0], a_closure())
    place = tmp_path / "held.xlsx"
    page = HeldPage(office, choose=lambda _parent, _name: place)
    qtbot.addWidget(page)
    page.refresh()
    assert page.summary == "2026, 1 line"
    with qtbot.waitSignal(page.said) as said:
        page.save_sheet()
    assert place.exists()
    assert "restricted" in said.args[0]


def test_that_a_closure_proposed_already_is_said_where_it_is_seen(
    due: tuple[CaseId, ...], hands: Hands, office: Office
) -> None:
    closing.propose(office, a_proposal(case=due[0]))
    hands.key(Key.Key_R, CTRL)
    hands.key(Key.Key_C)
    assert hands.frame.side.sheet is None
    assert hands.frame.desk.banner.words.startswith("Its closure is proposed already")

"""A worker opens a case, works it through its whole life, and reads it afterwards."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, CaseState, Closure, RiskLevel
from psg_desktop.domain.ids import CaseId, NoteId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.entry_lines import EntryLine
from psg_desktop.ui.widgets.chips import StatusChip
from tests.fakes import FixedClock
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, SHIFT, Hands, Key, open_case, open_frame, page_of, words_of


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


def test_that_an_action_is_added_started_and_completed(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.key(Key.Key_A, CTRL | SHIFT)
    hands.fill(
        {
            "What is to be done": "Fit a gate",
            "Owner agency": "Housing",
            "Named officer": "P. Reedcutter",
            "Due date": "+1w",
        }
    )
    hands.save()
    assert "Agreed, due in 7 days, amber" in spoken(screen)
    hands.choose("More: Fit a gate", "Start")
    assert page_of(office, case).actions[0].state is ActionState.IN_PROGRESS
    hands.press("Complete: Fit a gate")
    hands.fill({"What was done, and the evidence": "Gate fitted, photographed."})
    hands.save()
    (action,) = page_of(office, case).actions
    assert action.state is ActionState.COMPLETED
    assert action.ended == date(2026, 11, 21)
    hands.press("Show 1 finished action")
    assert "Gate fitted, photographed." in words_of(screen.plan)
    hands.press("Reopen: Fit a gate")
    assert page_of(office, case).actions[0].state is ActionState.AGREED


def test_that_a_proposed_action_is_agreed_only_with_owner_officer_and_date(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add an action")
    hands.fill({"What is to be done": "Consider a letter"})
    hands.save()
    hands.press("Agree: Consider a letter")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"owner", "officer", "due"}
    hands.fill({"Owner agency": "Police", "Named officer": "C. Thatch", "Due date": "fri"})
    hands.save()
    assert page_of(office, case).actions[0].state is ActionState.AGREED


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("Why it was not achieved, and what comes instead", ActionState.NOT_ACHIEVED),
        ("By whom and why", ActionState.CANCELLED),
    ],
)
def test_that_an_action_can_be_given_up_or_cancelled_with_its_reason(
    hands: Hands, screen: CaseScreen, office: Office, question: str, state: ActionState
) -> None:
    samples.add_action(office, screen.case, "Fit a gate", date(2026, 12, 3))
    step = "Cancel" if state is ActionState.CANCELLED else "Not achieved"
    hands.choose("More: Fit a gate", step)
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"outcome"}
    hands.fill({question: "The landlord refused."})
    hands.save()
    assert page_of(office, screen.case).actions[0].state is state


def test_that_an_action_is_handed_on_and_corrected(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    samples.add_action(office, case, "Fit a gate", date(2026, 12, 3))
    hands.choose("More: Fit a gate", "Hand on")
    hands.fill({"New owner agency": "Police", "Named officer": "C. Thatch"})
    hands.save()
    (action,) = page_of(office, case).actions
    assert action.officer == "C. Thatch"
    assert action.due == date(2026, 12, 3)
    hands.choose("More: Fit a gate", "Change")
    hands.tab_to("Due date")
    hands.key(Key.Key_A, CTRL)
    hands.type("+3w")
    hands.save()
    assert page_of(office, case).actions[0].due == date(2026, 12, 12)


def test_that_an_overdue_action_says_so_in_words(
    screen: CaseScreen, office: Office, case: CaseId
) -> None:
    samples.add_action(office, case, "Fit a gate", date(2026, 11, 18))
    assert "Overdue 3 days, red" in spoken(screen)


def test_that_a_review_moves_the_next_date_and_the_risk(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Record a review")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"decision": "Enter what was decided."}
    hands.fill({"What was decided": "Keep on.", "Risk level now": "High"})
    hands.save()
    page = page_of(office, case)
    assert page.case.risk is RiskLevel.HIGH
    assert page.case.review_due == page.reviews[0].next_due
    assert "High risk, red" in spoken(screen)
    assert "Keep on." in words_of(screen.decisions)


def test_that_a_case_goes_from_plan_to_hold_and_back(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Start the plan")
    assert page_of(office, case).case.state is CaseState.ACTIVE_PLAN
    hands.choose("Set aside", "Put on hold")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"reason"}
    hands.fill({"Reason": "In hospital", "Take it up again on": "+6w"})
    hands.save()
    assert page_of(office, case).case.state is CaseState.ON_HOLD
    assert "On hold since 21 November 2026 until 2 January 2027" in words_of(screen.head)
    hands.press("Take up again")
    hands.save()
    assert page_of(office, case).case.state is CaseState.ACTIVE_PLAN


def test_that_an_escalation_needs_its_answer(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.choose("Set aside", "Escalate")
    hands.fill({"What it is asked": "A share of the fund for a gate."})
    hands.save()
    assert "Its answer is awaited." in words_of(screen.head)
    hands.press("Take up again")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"answer"}
    hands.fill({"Answer": "Agreed."})
    hands.save()
    (asked,) = page_of(office, case).case.escalations
    assert asked.answer == "Agreed."
    assert page_of(office, case).case.state is CaseState.ASSESSMENT


def test_that_a_case_is_handed_over_and_taken_back(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.choose("Set aside", "Hand over to another group")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"group": "Name the group."}
    hands.fill({"Group that leads": "MARAC", "What the PSG does to support": "Housing offers"})
    hands.save()
    assert "MARAC leads since 21 November 2026. Housing offers" in words_of(screen.head)
    hands.press("Change: MARAC leads")
    hands.fill({"Level": "Steering group", "They meet next on": "3 dec"})
    hands.save()
    leads = words_of(screen.cards["leads"])
    assert "Steering group" in leads
    assert "they meet Thu 3 Dec 2026, in 12 days" in leads
    hands.press("Take up again")
    hands.save()
    assert page_of(office, case).case.external_leads[0].until == date(2026, 11, 21)


def test_that_a_case_is_closed_can_be_read_and_only_reopened(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Close the case")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"reason", "summary", "told"}
    told = {"Closing summary": "Quiet since October.", "Who was told, and when": "Neighbours"}
    hands.fill({"Reason": "Transferred", **told})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"receiving_group"}
    hands.fill({"Receiving group or authority": "MARAC"})
    hands.save()
    closing = page_of(office, case).case.closures[0]
    assert closing.review_after == date(2027, 2, 19)
    assert "Quiet since October." in words_of(screen.decisions)
    offered = {one for one in words_of(screen).splitlines() if one in CHANGING}
    assert offered == {"Reopen the case"}
    hands.key(Key.Key_A, CTRL | SHIFT)
    assert hands.frame.side.sheet is None
    hands.press("Reopen the case")
    hands.fill({"Why it is reopened": "It began again."})
    hands.save()
    page = page_of(office, case)
    assert page.case.state is CaseState.ASSESSMENT
    assert page.case.reference == "PSG-2026-001"
    assert "It began again." in words_of(screen.head)


def test_that_facts_are_amended_and_the_history_tells(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the case")
    hands.tab_to("Working title")
    hands.key(Key.Key_A, CTRL)
    hands.type("Noise from the stairwell")
    hands.fill({"Lead agency": "Police", "The problem": "Music until four."})
    hands.save()
    page = page_of(office, case)
    assert page.case.title == "Noise from the stairwell"
    screen.go("trail")
    told = words_of(screen.trail)
    assert "Title: Noise at night → Noise from the stairwell" in told
    assert "Lead agency: none → Police" in told


def test_that_a_title_that_is_emptied_is_refused_beside_it(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the case")
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_Delete)
    hands.fill({"Days between reviews": "often"})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"title", "review_every"}
    assert page_of(office, case).case.title == "Noise at night"


def test_that_the_risk_is_changed_with_its_reason(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the risk level")
    hands.fill({"Risk level": "High", "Reason": "Not seen for two weeks."})
    hands.save()
    kept = page_of(office, case).case
    assert kept.risk is RiskLevel.HIGH
    assert kept.review_due == cases.proposed_review(office, RiskLevel.HIGH)
    assert "Not seen for two weeks." in words_of(screen.head)


def test_that_people_and_places_take_a_role_and_leave_it(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add a person")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"party", "role"}
    hands.fill({"Name": "Oriel Quillfeather", "Role in this case": "Complainant", "From": "1 oct"})
    hands.save()
    hands.press("Add a place")
    hands.fill({"Place": "Sluice Green", "Role in this case": "Location"})
    hands.save()
    roles = {row.label: row.involvement for row in page_of(office, case).involvements}
    assert roles["Oriel Quillfeather"].role is RoleKind.COMPLAINANT
    assert roles["Sluice Green"].role is RoleKind.LOCATION
    hands.press("End: Oriel Quillfeather")
    hands.save()
    ended = {row.label: row.involvement.until for row in page_of(office, case).involvements}
    assert ended["Oriel Quillfeather"] == date(2026, 11, 21)
    hands.press("Change: Sluice Green")
    hands.fill({"Remark": "Behind the shops"})
    hands.save()
    assert "Behind the shops" in words_of(screen)


def test_that_every_row_opens_what_it_names(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    other = samples.bare_case(office, "Bins set alight")
    neighbour = samples.person(office, "Oriel Quillfeather")
    people.save(office, neighbour)
    hands.press("Add a person")
    hands.fill({"Name": "Oriel Quillfeather"})
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    hands.fill({"Role in this case": "Witness"})
    hands.save()
    hands.press("Link another case")
    hands.fill({"Other case": "Bins"})
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    hands.save()
    opened: list[tuple[object, UUID]] = []
    screen.party_chosen.connect(lambda kind, id_: opened.append((kind, id_)))
    screen.case_chosen.connect(lambda id_: opened.append(("case", id_)))
    hands.press("Wendell Tansyfield, the person")
    hands.press("Oriel Quillfeather")
    hands.press("PSG-2026-002 Bins set alight")
    subject = page_of(office, case).case.subject
    assert opened == [
        (CaseKind.PERSON, subject),
        (CaseKind.PERSON, neighbour.id),
        ("case", other),
    ]
    hands.press("Remove the link: PSG-2026-002 Bins set alight")
    assert page_of(office, case).links == ()


def test_that_the_chronology_is_filtered_by_source_and_basis(
    screen: CaseScreen, office: Office, case: CaseId
) -> None:
    for place, basis in enumerate(NoteBasis):
        note = Note(
            id=NoteId(office.new_id()),
            case=case,
            happened_on=date(2026, 11, 10 + place),
            text=f"Note of {basis.value}",
            written_at=office.now(),
            source=samples.agency(office, place % 2),
            basis=basis,
        )
        notes.add(office, note)
    chronology = screen.chronology
    assert notes_shown(screen) == ["Note of judgement", "Note of reported", "Note of fact"]
    chronology.basis.set_value(NoteBasis.REPORTED)
    chronology.basis.edited.emit()
    assert notes_shown(screen) == ["Note of reported"]
    chronology.basis.set_value(None)
    chronology.source.set_value(samples.agency(office, 0))
    chronology.source.edited.emit()
    assert notes_shown(screen) == ["Note of judgement", "Note of fact"]
    assert "2 of 3 notes shown." in words_of(chronology)


def test_that_every_note_and_every_change_can_be_reached(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    for number in range(45):
        note = Note(
            id=NoteId(office.new_id()),
            case=case,
            happened_on=date(2026, 11, 1),
            text=f"Note {number}",
            written_at=office.now(),
        )
        notes.add(office, note)
    assert len(notes_shown(screen)) == 20
    hands.press("Show 20 older of 25")
    hands.press("Show 5 older of 5")
    assert len(notes_shown(screen)) == 45
    hands.press("Show 47 changes")
    while "earlier changes" in words_of(screen.trail):
        hands.button(
            next(one for one in words_of(screen.trail).splitlines() if "earlier changes" in one)
        ).click()
    assert len([one for one in lines(screen, "trail") if one.isVisible()]) == 47


def test_that_a_note_says_what_kind_of_knowledge_it_is(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Add a note")
    hands.fill({"Note": "Two men carried a television out.", "At what time": "noon"})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"happened_at"}
    hands.tab_to("At what time")
    hands.key(Key.Key_A, CTRL)
    hands.type("9.40pm")
    hands.fill({"How it is known": "Reported", "Source agency": "Police"})
    hands.save()
    (note,) = page_of(office, case).notes
    assert note.basis is NoteBasis.REPORTED
    assert note.happened_at is not None
    assert note.happened_at.hour == 21
    hands.press("Correct: Sat 21 Nov 2026 21:40")
    hands.tab_to("Note")
    hands.type("At night. ")
    hands.save()
    assert "At night." in page_of(office, case).notes[0].text


def test_that_the_contents_lead_to_every_section(
    hands: Hands, screen: CaseScreen, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is screen.contents
    for _ in range(screen.contents.count() - 1):
        hands.key(Key.Key_Down)
    assert "Case opened: Noise at night" in words_of(screen.trail)


def test_that_an_undo_is_seen_and_an_undone_opening_leaves_the_page(
    screen: CaseScreen, office: Office, case: CaseId, qtbot: QtBot
) -> None:
    cases.set_review(office, case, date(2026, 12, 3))
    assert "Thu 3 Dec 2026, in 12 days" in words_of(screen.head)
    undoing.undo_last(office)
    assert "Thu 3 Dec 2026" not in words_of(screen.head)
    with qtbot.waitSignal(screen.gone):
        undoing.undo_last(office)


def test_that_the_focus_stays_on_the_entry_that_changed(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    samples.add_action(office, case, "Fit a gate", date(2026, 12, 3))
    samples.add_action(office, case, "Fit a lamp", date(2026, 12, 4))
    hands.button("More: Fit a lamp").setFocus()
    hands.choose("More: Fit a lamp", "Start")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Complete: Fit a lamp"


def test_that_the_page_stays_in_place_when_the_pressed_button_goes(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    for number in range(12):
        samples.add_action(office, case, f"Fit a gate, {number}", date(2026, 12, 3))
    hands.press("Start the plan")
    back = hands.button("Go back to assessment")
    back.setFocus()
    hands.key(Key.Key_Space)
    assert page_of(office, case).case.state is CaseState.ASSESSMENT
    assert screen._column.verticalScrollBar().value() == 0
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.head.isAncestorOf(focused)


def test_that_saving_a_form_does_not_take_back_what_changed_meanwhile(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the case")
    cases.set_review(office, case, date(2026, 12, 3))
    hands.fill({"The problem": "Music until four."})
    hands.save()
    amended = page_of(office, case).case
    assert amended.problem == "Music until four."
    assert amended.review_due == date(2026, 12, 3)


def test_that_a_case_closed_meanwhile_is_refused_on_top_of_the_form(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the case")
    closing = Closure(reason="resolved", told="The tenant", summary="Quiet.", on=date(2026, 11, 21))
    cases.close(office, case, closing)
    hands.fill({"The problem": "Music until four."})
    hands.key(Key.Key_S, CTRL)
    assert "The case is closed. Reopen it first." in words_of(hands.sheet)


def test_that_a_form_closes_although_its_button_is_gone(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId, qtbot: QtBot
) -> None:
    samples.add_action(office, case, "Fit a gate", date(2026, 12, 3))
    button = hands.button("Complete: Fit a gate")
    button.setFocus()
    hands.press("Complete: Fit a gate")
    undoing.undo_last(office)
    qtbot.waitUntil(lambda: not isValid(button))
    hands.key(Key.Key_Escape)
    assert hands.frame.side.sheet is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.isAncestorOf(focused)


def test_that_work_starts_in_the_page_where_the_contents_have_no_room(
    hands: Hands, screen: CaseScreen, qtbot: QtBot
) -> None:
    hands.press("Add an action")
    qtbot.waitUntil(lambda: not screen.contents.isVisible())
    screen.focus_start()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.isAncestorOf(focused)


def test_that_a_review_that_is_past_says_so(
    screen: CaseScreen, office: Office, case: CaseId, clock: FixedClock
) -> None:
    cases.set_review(office, case, date(2026, 11, 25))
    clock.forward(days=10)
    screen.refresh()
    assert "Overdue: Wed 25 Nov 2026, 6 days ago, red" in spoken(screen)


def test_that_a_full_case_shows_everything_in_it(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    screen = open_case(frame, office, notifier, samples.full_case(office))
    shown = words_of(screen)
    for words in (
        "Since August callers come",
        "No agency may enter without a reason.",
        "Flat 3, Eelcatcher House",
        "Witness (ended)",
        "Visit the flat with the housing officer",
        "Curtains drawn",
        "Keep at high risk.",
        "Bins set alight",
    ):
        assert words in shown


CHANGING = {
    "Reopen the case", "Change the case", "Change the risk level", "Set the next review",
    "Add a person", "Add a place", "Add an action", "Add a note", "Record a review",
    "Link another case", "Correct", "Complete", "More", "End", "Change", "Close the case",
}  # fmt: skip


def spoken(screen: CaseScreen) -> list[str]:
    """Give the statuses of a case page as they are read out."""
    return [one.status.spoken for one in screen.findChildren(StatusChip) if one.isVisible()]


def lines(screen: CaseScreen, section: str) -> list[EntryLine]:
    """Give the entries of a section that are shown."""
    return [one for one in screen.cards[section].findChildren(EntryLine) if one.isVisible()]


def notes_shown(screen: CaseScreen) -> list[str]:
    """Give the texts of the notes that are shown, from the top down."""
    return [line for line in words_of(screen.chronology).splitlines() if line.startswith("Note ")]

"""A person who knows Excel adds a case with an action and a review date, keyboard only."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.ids import CaseId, PersonId
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.new_case import NewCaseForm, NewCaseSheet
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, page_of


@pytest.fixture
def hands(application: Application, qtbot: QtBot, office: Office) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def opened(hands: Hands, office: Office) -> list[CaseId]:
    sheet = NewCaseSheet(office)
    made: list[CaseId] = []
    sheet.case_opened.connect(made.append)
    assert hands.frame.open_sheet(sheet)
    return made


def form(hands: Hands) -> NewCaseForm:
    found = hands.sheet.form
    assert isinstance(found, NewCaseForm)
    return found


def test_that_a_case_with_action_and_review_is_added_by_keyboard_only(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    keys_before_saving = {
        "About": "Wendell Tansyfield",
        "Working title": "Callers at all hours",
        "Lead agency": "Police",
        "Risk level": "High",
        "What is to be done": "Visit with housing",
        "Owner agency": "Police",
        "Named officer": "P. Reedcutter",
        "Due date": "+2w",
    }
    hands.fill(keys_before_saving)
    hands.key(Key.Key_Return, CTRL)
    (case,) = opened
    page = page_of(office, case)
    assert page.case.reference == "PSG-2026-001"
    assert page.case.kind is CaseKind.PERSON
    assert page.subject_label == "Wendell Tansyfield"
    assert page.case.risk is RiskLevel.HIGH
    assert page.case.opened == date(2026, 11, 21)
    assert page.case.review_due == date(2026, 12, 4)
    (action,) = page.actions
    assert action.state is ActionState.AGREED
    assert action.due == date(2026, 12, 5)
    assert page.agencies[UUID(str(action.owner))] == "Police"


def test_that_a_name_and_a_title_are_enough(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    hands.fill({"About": "Sluice Green", "Working title": "Fires in the bins"})
    hands.save()
    page = page_of(office, opened[0])
    assert page.actions == ()
    assert page.case.review_due is not None


@pytest.mark.parametrize(("first", "kind"), [("Pl", CaseKind.PLACE), ("Pr", CaseKind.PROJECT)])
def test_that_a_place_or_a_project_is_opened_the_same_way(
    hands: Hands, opened: list[CaseId], office: Office, first: str, kind: CaseKind
) -> None:
    hands.fill({"Kind of case": first, "About": "Sluice Green", "Working title": "Fires"})
    hands.save()
    page = page_of(office, opened[0])
    assert page.case.kind is kind
    assert page.subject_label == "Sluice Green"


def test_that_everything_missing_is_said_beside_its_field_at_once(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    hands.fill({"What is to be done": "Visit", "Due date": "+1w"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {
        "subject": "Choose who or what the case is about.",
        "title": "Enter a working title.",
        "owner": "Choose the agency that owns the action.",
        "officer": "Enter the name of the officer who will do it.",
    }
    assert opened == []


def test_that_an_action_without_owner_and_date_is_kept_as_proposed(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    hands.fill({"About": "A B", "Working title": "T", "What is to be done": "Consider a letter"})
    hands.save()
    (action,) = page_of(office, opened[0]).actions
    assert action.state is ActionState.PROPOSED


def test_that_a_taken_reference_is_refused_beside_it(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    samples.bare_case(office)
    hands.fill({"About": "A B", "Working title": "T"})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"reference"}


def test_that_the_review_follows_the_risk_until_it_is_typed_over(
    hands: Hands, opened: list[CaseId]
) -> None:
    review = form(hands).fields["review_due"].control
    assert review.value() == date(2026, 12, 18)
    hands.fill({"Risk level": "High"})
    assert review.value() == date(2026, 12, 4)
    hands.tab_to("Next review")
    hands.key(Key.Key_A, CTRL)
    hands.type("+1w")
    form(hands).fields["risk"].control.set_value(RiskLevel.STANDARD)
    form(hands).fields["risk"].control.edited.emit()
    assert review.value() == date(2026, 11, 28)


@pytest.mark.parametrize("leaving", [Key.Key_Return, Key.Key_Tab])
def test_that_somebody_on_file_is_offered_and_taken_from_the_list(
    hands: Hands, opened: list[CaseId], office: Office, leaving: Qt.Key
) -> None:
    known = samples.person(office, "Wendell Tansyfield", date(1984, 3, 9))
    people.save(office, known)
    hands.fill({"About": "tansy"})
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Down)
    hands.key(leaving)
    hands.fill({"Working title": "Callers"})
    hands.save()
    assert page_of(office, opened[0]).case.subject == known.id


def test_that_the_same_name_again_asks_which_one(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    people.save(office, samples.person(office, "Wendell Tansyfield"))
    hands.fill({"About": "Wendell Tansyfield", "Working title": "Callers"})
    hands.key(Key.Key_S, CTRL)
    assert "on file already" in hands.problems()["subject"]
    hands.tab_to("About")
    hands.key(Key.Key_A, CTRL)
    hands.type("Wendell Tansyfield")
    hands.key(Key.Key_Return)
    hands.save()
    assert people.listed(office, "", slice(0, 9)).total == 2


def test_that_the_same_date_of_birth_is_pointed_out_and_taken_over(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    known = samples.person(office, "Wendell Tansyfield", date(1984, 3, 9))
    people.save(office, known)
    hands.fill({"About": "Wendel Tansfield"})
    born = "Date of birth, new person"
    hands.fill({f"Day, {born}": "9", f"Month, {born}": "mar", f"Year, {born}": "1984"})
    picker = form(hands)._subject
    assert picker.alike.isVisible()
    assert picker.alike.text() == (
        "Looks like Wendell Tansyfield: similar name and same date of birth. Use that one"
    )
    picker.alike.click()
    hands.fill({"Working title": "Callers"})
    hands.save()
    assert page_of(office, opened[0]).case.subject == known.id


def test_that_a_new_person_keeps_the_date_of_birth(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    hands.fill({"About": "Wendell Tansyfield"})
    born = "Date of birth, new person"
    hands.fill({f"Day, {born}": "9", f"Month, {born}": "3", f"Year, {born}": "1984"})
    hands.fill({"Working title": "Callers"})
    hands.save()
    subject = PersonId(page_of(office, opened[0]).case.subject)
    assert people.get(office, subject).born == date(1984, 3, 9)


def test_that_nothing_is_kept_when_it_is_cancelled(
    hands: Hands, opened: list[CaseId], office: Office
) -> None:
    hands.fill({"About": "Wendell Tansyfield", "Working title": "Callers"})
    hands.key(Key.Key_Escape)
    hands.press("Close without saving")
    assert hands.frame.side.sheet is None
    assert lists.cases(office, CaseFilter(), CaseOrder(), slice(0, 5)).total == 0
    assert people.listed(office, "", slice(0, 5)).total == 0

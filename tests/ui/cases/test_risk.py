"""A worker assesses the risk by keys, raises it, proposes actions, and reads it afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from psg_desktop.casework.assessing import risk, risk_instruments
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import Case, CaseKind, Closure, RiskLevel
from psg_desktop.domain.ids import CaseId, ProjectId, RiskAssessmentId
from psg_desktop.domain.projects import Project
from psg_desktop.domain.risk_assessments import Sitting, assessed
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.risk.assess_sheet import AssessSheet
from psg_desktop.ui.cases.risk.course import RiskCourse
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.widgets.chips import StatusChip
from tests.builders import a_closure
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
    made = samples.bare_case(office)
    kept = page_of(office, made).case
    cases.amend(office, replace(kept, opened=office.today() - timedelta(days=70)))
    return made


@pytest.fixture
def screen(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(frame, office, notifier, case)


def answer(hands: Hands, number: int = 1) -> None:
    """Give every question the answer of one number, or its last where it has fewer."""
    instrument = sheet(hands).form.instrument  # type: ignore[attr-defined]  # the form of this sheet
    for question in instrument.questions:
        hands.type(str(min(number, len(question.answers))))


def sheet(hands: Hands) -> AssessSheet:
    found = hands.frame.side.sheet
    assert isinstance(found, AssessSheet)
    return found


def put(office: Office, case: CaseId, place: int, days_ago: int, **facts: object) -> None:
    """Assess a case in the past with one answer throughout."""
    (instrument,) = risk_instruments.in_use(office, CaseKind.PERSON)
    chosen = {one.key: min(place, len(one.answers) - 1) for one in instrument.questions}
    day = office.today() - timedelta(days=days_ago)
    sitting = Sitting(**({"made_on": day, "assessor": "P. Reedcutter"} | facts))  # type: ignore[arg-type]  # facts by name
    made = assessed(RiskAssessmentId(office.new_id()), case, instrument, chosen, sitting)
    risk.assess(office, made, risk.Following())


def long_ago(office: Office) -> CaseId:
    case = samples.full_case(office)
    put(office, case, 1, 60, due_again=office.today() - timedelta(days=4))
    return case


def test_that_a_risk_is_assessed_by_numbers_and_raises_review_and_plan(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.key(Key.Key_K, CTRL | SHIFT)
    answer(hands, 9)
    assert "41 of 41" in words_of(sheet(hands).score_line)
    assert "all answered" in words_of(sheet(hands).score_line)
    hands.tab_to("Assessed by")
    hands.type("P. Reedcutter")
    hands.save()
    page = page_of(office, case)
    (kept,) = risk.assessments(office, case)
    assert (kept.score, kept.level, kept.assessor) == (41, RiskLevel.HIGH, "P. Reedcutter")
    assert page.case.risk is RiskLevel.HIGH
    assert page.case.review_due is not None
    assert page.case.review_due <= office.today() + timedelta(days=14)
    assert kept.due_again is not None
    assert {one.state for one in page.actions} == {ActionState.PROPOSED}
    assert len(page.actions) == 6
    assert "41 of 41" in words_of(screen.risk)
    undoing.undo_last(office)
    assert page_of(office, case).actions == ()


def test_that_an_unticked_proposal_does_not_get_into_the_plan(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    screen.risk.assess()
    answer(hands, 3)
    form = sheet(hands).form
    shown = {name for name, field in form.fields.items() if not field.isHidden()}
    assert "propose/people/medium" in shown
    first = form.fields["propose/people/medium"].control.parts()[0]
    first.setFocus()
    hands.key(Key.Key_Space)
    hands.fill({"Assessed by": "P. Reedcutter"})
    hands.save()
    whats = {one.what for one in page_of(office, case).actions}
    assert whats
    assert not any("single point of contact" in what for what in whats)


def test_that_open_questions_and_missing_names_are_said_beside_their_fields(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    screen.risk.assess()
    hands.type("2")
    hands.key(Key.Key_S, CTRL)
    problems = hands.problems()
    assert "people/frequency" not in problems
    assert problems["people/earlier"] == "Choose an answer."
    assert "assessor" in problems
    assert "people/others" not in problems  # optional
    assert risk.assessments(office, case) == ()


def test_that_another_level_asks_for_its_reason_and_shows_it(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    screen.risk.assess()
    answer(hands, 1)
    hands.fill({"Level": "High"})
    hands.fill({"Assessed by": "P. Reedcutter"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"override_reason": "Say why the level differs from the score."}
    hands.fill({"Why the level differs": "He was threatened on Friday."})
    hands.save()
    (kept,) = risk.assessments(office, case)
    assert (kept.band, kept.override) == (RiskLevel.STANDARD, RiskLevel.HIGH)
    said = words_of(screen.risk)
    assert "The score alone says standard. High is professional judgement:" in said
    assert "He was threatened on Friday." in said
    assert "Assess again by" in said
    cases.close(office, case, a_closure())
    assert "Assess again by" not in words_of(screen.risk)


def test_that_the_level_follows_the_answers_until_the_dates_are_typed_over(
    hands: Hands, screen: CaseScreen, office: Office
) -> None:
    screen.risk.assess()
    answer(hands, 1)
    fields = sheet(hands).form.fields
    calm = fields["due_again"].control.value()
    fields["people/frequency"].control.parts()[0].setFocus()
    answer(hands, 9)
    assert fields["due_again"].control.value() < calm
    hands.tab_to("Assess again by")
    hands.key(Key.Key_A, CTRL)
    hands.type("+1w")
    typed = fields["due_again"].control.value()
    fields["people/frequency"].control.parts()[0].setFocus()
    answer(hands, 1)
    assert fields["due_again"].control.value() == typed


def test_that_the_answers_of_any_assessment_can_be_read(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    put(office, case, 1, 40, note="Written up after the visit.")
    put(office, case, 9, 5)
    screen.refresh()
    names = [
        one.accessibleName()
        for one in screen.risk.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName().startswith("Read the answers")
    ]
    assert len(names) == 2
    hands.press(names[1])
    said = words_of(screen.risk)
    assert "How often does it happen?" in said
    assert "Now and then (1 of 5)" in said
    assert "Written up after the visit." in said


def test_that_the_course_is_drawn_and_said_in_words(
    screen: CaseScreen, office: Office, case: CaseId
) -> None:
    put(office, case, 1, 40)
    assert not screen.risk.findChildren(RiskCourse)
    put(office, case, 9, 5)
    screen.refresh()
    (course,) = [one for one in screen.risk.findChildren(RiskCourse) if one.isVisible()]
    assert course.accessibleName().startswith("Scores over time: Mon 12 Oct 2026, ")
    assert course.accessibleName().endswith("Mon 16 Nov 2026, 41 of 41, high")
    assert "Since Mon 12 Oct 2026 the score is up from" in words_of(screen.risk)


def test_that_a_level_set_since_without_an_instrument_is_said(
    screen: CaseScreen, office: Office, case: CaseId
) -> None:
    put(office, case, 1, 40)
    kept = page_of(office, case).case
    cases.amend(office, replace(kept, risk=RiskLevel.HIGH, risk_reason="Threats."))
    screen.refresh()
    assert "set to High without an instrument" in words_of(screen.risk)


def test_that_a_project_says_why_it_cannot_be_assessed(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    project = Project(id=ProjectId(office.new_id()), name="Lights for the staithe")
    made = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=CaseKind.PROJECT,
        subject=project.id,
        title="Lights",
        opened=office.today(),
    )
    cases.open_case(office, cases.Opening(case=made, new_subject=project))
    screen = open_case(frame, office, notifier, made.id)
    assert not screen.risk.assess_button.isEnabled()
    assert "No risk instrument for a project is in use." in words_of(screen.risk)
    screen.risk.assess()
    assert frame.side.sheet is None


def test_that_a_closed_case_is_read_and_not_assessed(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    put(office, case, 9, 5, note="x" * TEXT_LIMIT)
    cases.close(
        office,
        case,
        Closure(reason="resolved", told="The tenant", summary="It held.", on=office.today()),
    )
    screen.refresh()
    assert not screen.risk.assess_button.isVisible()
    hands.key(Key.Key_K, CTRL | SHIFT)
    assert hands.frame.side.sheet is None
    assert "41 of 41" in words_of(screen.risk)


def test_that_an_overdue_assessment_shows_red(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    screen = open_case(frame, office, notifier, long_ago(office))
    (overdue,) = [
        chip.status.spoken
        for chip in screen.risk.findChildren(StatusChip)
        if chip.isVisible() and chip.status.spoken.startswith("Overdue")
    ]
    assert overdue == "Overdue: Tue 17 Nov 2026, 4 days ago, red"


def test_that_a_level_without_an_instrument_needs_its_reason(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Change the risk level")
    hands.fill({"Risk level": "High"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"risk_reason": "Say what the level rests on, and who judged it."}
    hands.fill({"Reason": "Not seen for two weeks."})
    hands.save()
    assert page_of(office, case).case.risk is RiskLevel.HIGH
    assert "Professional judgement without an instrument." in words_of(screen.risk)

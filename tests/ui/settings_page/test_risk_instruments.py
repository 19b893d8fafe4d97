"""Settings: risk instruments are read, changed while unused, and followed by new versions."""

import pytest
from hypothesis import given
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from psg_desktop.casework.assessing import risk, risk_instruments
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import RiskAssessmentId
from psg_desktop.domain.risk_assessments import Sitting, assessed
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.settings_page.risk_rows import read_answers, shown_answers
from psg_desktop.ui.settings_page.risk_sheets import next_version_sheet
from tests.risk_values import risk_instruments as instruments
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, words_of

ANSWERS = "Answers, one on each line, each with its points: Every day = 5"
NAME = "ASB risk matrix (example), version 1"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> SettingsPage:
    made = SettingsPage(office, notifier, application.appearance, Settings)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    made.show_view("risk_instruments")
    return made


def matrix(office: Office) -> RiskInstrument:
    (found,) = risk_instruments.in_use(office, CaseKind.PERSON)
    return found


def use(office: Office) -> None:
    """Assess a case with the matrix."""
    chosen = {one.key: 0 for one in matrix(office).questions}
    sitting = Sitting(made_on=office.today(), assessor="P. Reedcutter")
    case = samples.bare_case(office)
    made = assessed(RiskAssessmentId(office.new_id()), case, matrix(office), chosen, sitting)
    risk.assess(office, made, risk.Following())


def copy(page: SettingsPage, hands: Hands) -> None:
    """Ask for the next version of the matrix."""
    page.show_view("risk_instruments")
    hands.press(f"Copy to a new version: {NAME}")


def go_to(hands: Hands, name: str) -> None:
    """Put the focus into the text of that name."""
    (found,) = [
        one for one in hands.sheet.findChildren(QPlainTextEdit) if one.accessibleName() == name
    ]
    found.setFocus()


def type_lines(hands: Hands, *lines: str) -> None:
    """Type several lines into whatever has the focus."""
    for line in lines:
        hands.type(line)
        hands.key(Key.Key_Return)


def test_that_the_card_says_it_is_an_example_and_shows_its_questions(
    page: SettingsPage, hands: Hands
) -> None:
    said = words_of(page.risk_instruments)
    assert "An example comes with the program. Replace it by the matrix" in said
    assert "In use  ·  for cases about a person  ·  11 questions, 0 to 41" in said
    page._parts["risk_instruments"].setFocus()
    (more,) = [
        one
        for one in page.risk_instruments.findChildren(type(hands.button(f"More: {NAME}")))
        if one.accessibleName() == f"More: {NAME}"
    ]
    hands.choose(more.accessibleName(), "Read the questions")
    said = words_of(page.risk_instruments)
    assert "Hardly (0), It annoys them (1)" in said
    assert "standard from 0, medium from 14, high from 25" in said


def test_that_a_copy_becomes_the_version_in_use(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    use(office)
    first = matrix(office)
    copy(page, hands)
    form = hands.sheet.form
    form.fields["name"].control.set_value("Fenmarket matrix")
    form.fields["example"].control.set_value(())
    form.fields["high_from"].control.set_value(20)
    hands.save()
    now = matrix(office)
    assert (now.version, now.name, now.example) == (2, "Fenmarket matrix", False)
    assert now.questions == first.questions
    assert now.proposals == first.proposals
    assert [band.begins for band in now.bands] == [0, 14, 20]
    assert "Fenmarket matrix, version 2" in words_of(page.risk_instruments)
    assert undoing.undo_last(office) is Act.SAVE_RISK_INSTRUMENT
    assert matrix(office) == first


@pytest.mark.parametrize(
    ("value", "field", "sentence"),
    [
        (
            10,
            "high_from",
            "Enter a higher score than where the band before begins.",
        ),
        (
            42,
            "high_from",
            "No answers add up to this score. Enter a lower one.",
        ),
        ((), "questions", "Add at least one question."),
        ((), "kinds", "Choose at least one."),
        ("", "name", "Enter a name."),
        ("Place risk matrix (example)", "name", "This is already there."),
    ],
)
def test_that_a_version_that_cannot_be_scored_is_refused_beside_its_field(
    page: SettingsPage,
    hands: Hands,
    value: object,
    field: str,
    sentence: str,
) -> None:
    copy(page, hands)
    hands.sheet.form.fields[field].control.set_value(value)
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()[field] == sentence
    hands.sheet.close_sheet()
    assert ", version 2" not in words_of(page.risk_instruments)


def test_that_an_answer_without_points_is_named_with_its_question(
    page: SettingsPage, hands: Hands
) -> None:
    copy(page, hands)
    rows = hands.sheet.form.fields["questions"].control
    rows.add_row()  # type: ignore[attr-defined]  # the rows of this form
    hands.type("Is anybody afraid?")
    go_to(hands, f"{ANSWERS}, Question 12")
    type_lines(hands, "Nobody = 0", "Somebody")
    hands.key(Key.Key_S, CTRL)
    assert hands.problems()["questions"] == (
        "Question 12: End every answer with its points, such as “Every day = 5”."
    )


def test_that_a_reworded_question_is_a_new_one_and_the_others_keep_their_keys(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    first = matrix(office)
    sheet = next_version_sheet(office, first)
    rows = sheet.form.fields["questions"].control
    reworded = (*first.questions[:1], *first.questions[2:])
    rows.set_value(reworded)
    assert [one.key for one in rows.value()] == [one.key for one in reworded]
    sheet.deleteLater()


def test_that_a_version_nobody_used_is_changed_in_place(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    hands.choose(f"More: {NAME}", "Change")
    hands.sheet.form.fields["name"].control.set_value("Fenmarket matrix")
    hands.save()
    assert (matrix(office).name, matrix(office).version) == ("Fenmarket matrix", 1)


def test_that_a_used_version_cannot_be_changed_and_one_out_of_use_comes_back(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    use(office)
    menu = hands.button(f"More: {NAME}").menu()
    assert menu is not None
    assert [one.text() for one in menu.actions()] == ["Read the questions", "Take out of use"]
    hands.choose(f"More: {NAME}", "Take out of use")
    assert risk_instruments.in_use(office, CaseKind.PERSON) == ()
    hands.choose(f"More: {NAME}", "Take into use again")
    assert matrix(office).version == 1


def test_that_an_instrument_of_ones_own_is_added(
    page: SettingsPage, hands: Hands, office: Office
) -> None:
    hands.press("Add a risk instrument")
    form = hands.sheet.form
    form.fields["name"].control.set_value("Project check")
    form.fields["kinds"].control.set_value((CaseKind.PROJECT,))
    hands.press("Add a question")
    hands.type("Is the money there?")
    go_to(hands, f"{ANSWERS}, Question 1")
    type_lines(hands, "Yes = 0", "No = 6")
    form.fields["medium_from"].control.set_value(6)
    hands.save()
    (made,) = risk_instruments.in_use(office, CaseKind.PROJECT)
    assert (made.code, made.version, made.highest) == ("project_check", 1, 6)
    assert [band.level for band in made.bands] == [RiskLevel.STANDARD, RiskLevel.MEDIUM]


@given(instruments())
def test_that_answers_are_read_as_they_are_shown(instrument: RiskInstrument) -> None:
    for question in instrument.questions:
        assert read_answers(shown_answers(question.answers)) == question.answers

"""The case page and each form keep the rules of accessibility, and bear the longest texts."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import cases, notes, problem_analyses
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, Closure, ExternalLead
from psg_desktop.domain.ids import ActionId, CaseId, NoteId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.notes import Note
from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases import (
    amend_sheets,
    analysis_sheets,
    closing_sheets,
    lead_sheets,
    move_sheets,
    note_sheet,
    review_sheet,
    role_sheets,
)
from psg_desktop.ui.cases.new_case import NewCaseSheet
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts import action_sheets
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.sections import ReadingColumn
from tests.effort import SOAK
from tests.ui import accessibility
from tests.ui.cases import samples
from tests.ui.cases.desk import open_case, open_frame, page_of, words_of

Opener = Callable[[Office, CaseId], RecordSheet]

SHEETS: dict[str, Opener] = {
    "new case": lambda office, _case: NewCaseSheet(office),
    "amend": lambda office, case: amend_sheets.amend_sheet(office, page_of(office, case).case),
    "risk": lambda office, case: amend_sheets.risk_sheet(office, page_of(office, case).case),
    "review date": lambda office, case: amend_sheets.review_date_sheet(
        office, page_of(office, case).case
    ),
    "hold": lambda office, case: move_sheets.hold_sheet(office, page_of(office, case).case),
    "hand over": lambda office, case: lead_sheets.hand_over_sheet(
        office, page_of(office, case).case
    ),
    "escalate": lambda office, case: move_sheets.escalate_sheet(office, page_of(office, case).case),
    "resume": lambda office, case: move_sheets.resume_sheet(office, page_of(office, case).case),
    "close": lambda office, case: closing_sheets.close_sheet(office, page_of(office, case).case),
    "reopen": lambda office, case: closing_sheets.reopen_sheet(office, page_of(office, case).case),
    "action": action_sheets.add_sheet,
    "change action": lambda office, case: action_sheets.change_sheet(
        office, page_of(office, case).actions[0]
    ),
    "agree": lambda office, case: action_sheets.agree_sheet(
        office, page_of(office, case).actions[-1]
    ),
    "complete": lambda office, case: action_sheets.complete_sheet(
        office, page_of(office, case).actions[0]
    ),
    "hand on": lambda office, case: action_sheets.reassign_sheet(
        office, page_of(office, case).actions[0]
    ),
    "review": lambda office, case: review_sheet.review_sheet(office, page_of(office, case).case),
    "note": note_sheet.NoteSheet,
    "amend note": lambda office, case: note_sheet.amend_note_sheet(
        office, page_of(office, case).notes[0]
    ),
    "person": lambda office, case: role_sheets.involve_sheet(office, case, PartyKind.PERSON),
    "place": lambda office, case: role_sheets.involve_sheet(office, case, PartyKind.PLACE),
    "role": lambda office, case: role_sheets.amend_role_sheet(
        office, page_of(office, case).involvements[0]
    ),
    "end role": lambda office, case: role_sheets.end_role_sheet(
        office, page_of(office, case).involvements[0]
    ),
    "link": role_sheets.link_sheet,
    "analysis": lambda office, case: analysis_sheets.analysis_sheet(
        office, case, problem_analyses.of_case(office, case)[0]
    ),
    "result": lambda office, case: analysis_sheets.result_sheet(
        office, problem_analyses.of_case(office, case)[0]
    ),
}


# Each palette and each size once; every pair of them in the long run.
LOOKS = [("light", 100), ("dark", 200)]
if SOAK:
    LOOKS += [("light", 200), ("dark", 100)]


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest, application: Application) -> tuple[str, int]:
    scheme, zoom = request.param
    application.appearance.apply(SchemeChoice(scheme), zoom)
    return scheme, zoom


@pytest.fixture
def frame(application: Application, qtbot: QtBot, office: Office) -> Frame:
    return open_frame(application, qtbot)


def broken_rules(frame: Frame) -> dict[str, list[str]]:
    found = {rule.__name__: rule(frame) for rule in accessibility.RULES}
    return {rule: said for rule, said in found.items() if said}


def test_that_every_form_keeps_the_rules(look: object, frame: Frame, office: Office) -> None:
    case = samples.full_case(office)
    broken = {}
    for name, make in SHEETS.items():
        sheet = make(office, case)
        assert frame.open_sheet(sheet)
        if found := broken_rules(frame):
            broken[name] = found
        sheet.close_sheet()
    assert broken == {}


def test_that_the_page_of_a_full_case_keeps_the_rules(
    look: object, frame: Frame, office: Office, notifier: Notifier
) -> None:
    screen = open_case(frame, office, notifier, samples.full_case(office))
    assert broken_rules(frame) == {}
    for section in screen.cards:
        screen.go(section)
        assert accessibility.nameless(frame) == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_that_the_page_fits_the_smallest_window(
    application: Application, frame: Frame, office: Office, notifier: Notifier, zoom: int
) -> None:
    application.appearance.apply(SchemeChoice.LIGHT, zoom)
    open_case(frame, office, notifier, longest_case(office))
    frame.open_sheet(NewCaseSheet(office))
    assert frame.minimumSizeHint().width() <= 1280
    assert frame.minimumSizeHint().height() <= 720


def test_that_nothing_of_the_page_is_cut_off_beside_a_form(
    frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    screen = open_case(frame, office, notifier, samples.full_case(office))
    frame.resize(1280, 720)
    frame.open_sheet(NewCaseSheet(office))
    column = screen.findChild(ReadingColumn)
    assert column is not None
    inside = column.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() == column.viewport().width())


def test_that_a_case_with_nothing_optional_says_so_everywhere(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    shown = words_of(open_case(frame, office, notifier, samples.bare_case(office)))
    for words in (
        "No lead agency yet",
        "Nothing has been written about the problem yet.",
        "None chosen yet.",
        "No action has been agreed yet.",
        "No note yet.",
        "Not reviewed yet.",
        "No other group has led this case",
        "No other case is linked",
    ):
        assert words in shown


def test_that_a_closed_case_keeps_the_rules(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    case = samples.full_case(office)
    cases.hand_over(office, case, ExternalLead(group="MARAC", since=date(2026, 11, 1)))
    cases.escalate(office, case, "Delivery Group", "A share of the fund.")
    cases.close(
        office,
        case,
        Closure(reason="resolved", told="The tenant", summary="Quiet.", on=date(2026, 11, 21)),
    )
    screen = open_case(frame, office, notifier, case)
    assert broken_rules(frame) == {}
    assert "Problem resolved" in words_of(screen.decisions)


def test_that_the_longest_texts_are_shown_saved_and_widen_nothing(
    frame: Frame, office: Office, notifier: Notifier
) -> None:
    case = longest_case(office)
    screen = open_case(frame, office, notifier, case)
    assert frame.minimumSizeHint().width() <= 1280
    sheet = amend_sheets.amend_sheet(office, page_of(office, case).case)
    assert frame.open_sheet(sheet)
    sheet.save_asked.emit()
    assert frame.side.sheet is None
    assert page_of(office, case).case.problem == "x" * TEXT_LIMIT
    assert "Show all of it" in words_of(screen)


def test_that_a_text_too_long_is_refused_beside_its_field(frame: Frame, office: Office) -> None:
    case = samples.bare_case(office)
    sheet = amend_sheets.amend_sheet(office, page_of(office, case).case)
    assert frame.open_sheet(sheet)
    sheet.form.fields["problem"].control.set_value("x" * (TEXT_LIMIT + 1))
    sheet.save_asked.emit()
    assert sheet.form.fields["problem"].problem == "Shorten this by 1 character."
    sheet.close_sheet()


def longest_case(office: Office) -> CaseId:
    """Open a case whose every text is as long as it may be, without a single space."""
    line, text = "x" * LINE_LIMIT, "x" * TEXT_LIMIT
    subject = samples.person(office, line)
    case = Case(
        id=CaseId(office.new_id()),
        reference="PSG-2026-001",
        kind=CaseKind.PERSON,
        subject=subject.id,
        title=line,
        opened=office.today(),
        problem=text,
        blocked=text,
        risk_reason=text,
        lead_practitioner=line,
    )
    action = Action(
        id=ActionId(office.new_id()),
        case=case.id,
        what=text,
        state=ActionState.AGREED,
        owner=samples.agency(office),
        officer=line,
        due=office.today(),
    )
    cases.open_case(office, Opening(case=case, new_subject=subject, actions=(action,)))
    notes.add(
        office,
        Note(
            id=NoteId(office.new_id()),
            case=case.id,
            happened_on=office.today(),
            text=text,
            written_at=office.now(),
        ),
    )
    assert people.listed(office, "", slice(0, 1)).total == 1
    return case.id

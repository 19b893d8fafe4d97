"""A worker analyses the problem of a case, and later says what had become of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import problem_analyses
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.ids import CaseId, ProblemAnalysisId
from psg_desktop.domain.problem_analyses import (
    Baseline,
    ProblemAnalysis,
    ProblemResult,
    Response,
    Side,
)
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.analysis_sheets import analysis_sheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.builders import new_id
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, words_of


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


def analysis(case: CaseId, **facts: object) -> ProblemAnalysis:
    usual = {"id": ProblemAnalysisId(new_id()), "case": case, "statement": "Noise at night."}
    return ProblemAnalysis(**{**usual, **facts})  # type: ignore[arg-type] # a builder of any facts


def test_that_a_problem_is_analysed_and_its_result_assessed(
    hands: Hands, screen: CaseScreen, office: Office, case: CaseId
) -> None:
    hands.press("Analyse the problem")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"statement"}
    statement = "Engines revved on the green after ten at night."
    hands.fill({"Problem statement": statement, "How many": "14"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"measure": "Say what is counted."}
    hands.fill(
        {
            "What is counted": "calls to 101",
            "Why it goes on": "The barrier is left open.",
            "Assess the result on": "+3m",
        }
    )
    hands.save()
    (kept,) = problem_analyses.of_case(office, case)
    assert kept.baseline == Baseline(measure="calls to 101", count=14)
    assert kept.assess_on == date(2027, 2, 21)
    shown = words_of(screen.cards["problem"])
    assert "14 calls to 101" in shown
    assert "Why it goes on: The barrier is left open." in shown
    hands.press(f"Assess the result: {kept.statement}")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"result", "finding"}
    hands.fill(
        {
            "What has become of it": "Reduced",
            "How many now": "0",
            "What this rests on": "No call since the barrier is locked.",
        }
    )
    hands.save()
    (kept,) = problem_analyses.of_case(office, case)
    assert (kept.result, kept.count_after) == (ProblemResult.REDUCED, 0)
    assert "0 afterwards" in words_of(screen.cards["problem"])
    undoing.undo_last(office)
    assert problem_analyses.of_case(office, case)[0].result is None


def test_that_responses_are_named_by_the_side_they_are_aimed_at(
    frame: Frame, office: Office, case: CaseId
) -> None:
    sheet = analysis_sheet(office, case)
    assert frame.open_sheet(sheet)
    sheet.form.fields["statement"].control.set_value("Noise at night.")
    rows = [{"side": Side.LOCATION, "text": "Lock the barrier."}, {"side": None, "text": "Talk."}]
    sheet.form.fields["responses"].control.set_value(rows)
    sheet.save_asked.emit()
    assert sheet.form.fields["responses"].problem == "Choose what each response is aimed at."
    sheet.form.fields["responses"].control.set_value(rows[:1])
    sheet.save_asked.emit()
    (kept,) = problem_analyses.of_case(office, case)
    assert kept.on_side(Side.LOCATION) == (Response(side=Side.LOCATION, text="Lock the barrier."),)


def test_that_a_result_is_due_on_its_day_and_not_once_it_is_assessed(
    office: Office, case: CaseId
) -> None:
    today = office.today()
    waiting = analysis(case, assess_on=today)
    problem_analyses.save(office, waiting)
    problem_analyses.save(office, analysis(case, assess_on=today + timedelta(days=1)))
    problem_analyses.save(office, analysis(case))
    (due,) = problem_analyses.results_due(office)
    assert due.analysis == waiting
    done = replace(waiting, result=ProblemResult.WORSE, assessed_on=today, finding="More calls.")
    problem_analyses.assess(office, done)
    assert problem_analyses.results_due(office) == ()


def test_that_a_result_is_refused_for_a_day_to_come(office: Office, case: CaseId) -> None:
    kept = analysis(case)
    problem_analyses.save(office, kept)
    late = office.today() + timedelta(days=1)
    with pytest.raises(Refused) as refusal:
        problem_analyses.assess(office, replace(kept, assessed_on=late))
    assert {one.problem for one in refusal.value.problems} == {
        Problem.RESULT_MISSING,
        Problem.OUTCOME_MISSING,
        Problem.DATE_IN_FUTURE,
    }


@given(count=st.one_of(st.integers(max_value=-1), st.integers(min_value=1_000_001)))
def test_that_a_count_that_counts_nothing_is_refused(count: int) -> None:
    with pytest.raises(Refused) as refusal:
        analysis(CaseId(new_id()), baseline=Baseline(count=count), count_after=count)
    assert {one.field for one in refusal.value.problems} == {"count", "count_after"}


def test_that_the_longest_analysis_is_shown_and_saved(
    frame: Frame, office: Office, notifier: Notifier, case: CaseId
) -> None:
    text = "x" * TEXT_LIMIT
    longest = analysis(
        case,
        objective=text,
        statement=text,
        hypothesis=text,
        responses=(Response(side=Side.GUARDIAN, text=text),),
    )
    problem_analyses.save(office, longest)
    open_case(frame, office, notifier, case)
    assert frame.minimumSizeHint().width() <= 1280
    sheet = analysis_sheet(office, case, longest)
    assert frame.open_sheet(sheet)
    sheet.save_asked.emit()
    assert frame.side.sheet is None
    assert problem_analyses.of_case(office, case) == (longest,)

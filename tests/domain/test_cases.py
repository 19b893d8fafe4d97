"""The life of a case: what may follow what, and what each state must know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.cases import (
    Case,
    CaseMove,
    CaseState,
    ExternalLead,
)
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, a_case, a_closure


def problems(refusal: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refusal.value.problems}


def test_that_every_problem_of_a_case_is_named_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        a_case(title=" ", reference="", review_every=0)
    assert problems(refusal) == {
        ("title", Problem.TITLE_MISSING),
        ("reference", Problem.REFERENCE_MISSING),
        ("review_every", Problem.INTERVAL_NOT_POSITIVE),
    }


def test_that_a_refusal_never_repeats_what_was_typed() -> None:
    with pytest.raises(Refused) as refusal:
        a_case(title="Marrowby" * 100)
    assert "Marrowby" not in str(refusal.value)


def test_that_a_closed_case_can_only_be_reopened() -> None:
    closed = a_case().close(a_closure())
    assert closed.moves() == (CaseMove.REOPEN,)
    for refused in (
        lambda: closed.close(a_closure()),
        lambda: closed.move(CaseMove.START_PLAN),
        lambda: closed.hold_back("Custody", TODAY, None),
        lambda: closed.escalate("Delivery Group", "Unblock", TODAY),
    ):
        with pytest.raises(Refused):
            refused()


def test_that_closing_needs_a_reason_and_a_summary_and_a_day_after_opening() -> None:
    with pytest.raises(Refused) as refusal:
        a_case().close(a_closure(reason="", summary=" ", on=date(2026, 8, 1)))
    assert problems(refusal) == {
        ("reason", Problem.REASON_MISSING),
        ("summary", Problem.SUMMARY_MISSING),
        ("on", Problem.BEFORE_CASE_OPENED),
    }


def test_that_reopening_keeps_reference_and_the_earlier_closing() -> None:
    case = a_case()
    reopened = case.close(a_closure()).reopen(TODAY, "Calls began again")
    assert reopened.reference == case.reference
    assert reopened.state is CaseState.ASSESSMENT
    assert reopened.closures[0].summary == a_closure().summary
    assert reopened.closures[0].reopened_because == "Calls began again"
    again = reopened.close(a_closure(reason="moved_away"))
    assert [one.reason for one in again.closures] == ["resolved", "moved_away"]


def test_that_a_case_on_hold_comes_back_to_where_it_was() -> None:
    case = a_case().move(CaseMove.START_PLAN).move(CaseMove.STEP_DOWN)
    held = case.hold_back("In hospital", TODAY, TODAY + timedelta(days=30))
    assert held.state is CaseState.ON_HOLD
    assert held.resume(TODAY).state is CaseState.MONITORING
    assert held.resume(TODAY).hold is None


def test_that_an_escalation_ends_with_its_answer() -> None:
    asked = a_case().escalate("Delivery Group", "Release a worker", TODAY)
    with pytest.raises(Refused):
        asked.resume(TODAY)
    answered = asked.resume(TODAY, "Agreed for three months")
    assert answered.escalations[-1].answer == "Agreed for three months"
    assert answered.escalations[-1].answered_on == TODAY


def test_that_an_external_lead_ends_when_the_case_is_taken_up_again() -> None:
    lead = ExternalLead(group="MARAC", since=TODAY)
    led = a_case().hand_over(lead)
    assert led.external_lead == lead
    back = led.resume(TODAY)
    assert back.external_lead is None
    assert back.external_leads == (replace(lead, until=TODAY),)


days = st.integers(min_value=0, max_value=400).map(lambda n: TODAY + timedelta(days=n))
steps = st.lists(st.tuples(st.sampled_from(list(CaseMove)), days, st.booleans()), max_size=25)


@given(steps)
def test_that_any_sequence_of_permitted_moves_keeps_every_invariant(
    sequence: list[tuple[CaseMove, date, bool]],
) -> None:
    case = a_case()
    for move, day, given_reason in sequence:
        before = case
        try:
            case = take(case, move, day, "Because" if given_reason else "")
        except Refused:
            assert case == before
            continue
        assert move in before.moves()
        check(before, case)


def take(case: Case, move: CaseMove, day: date, why: str) -> Case:  # noqa: PLR0911 one for each
    match move:
        case CaseMove.HOLD:
            return case.hold_back(why, day, day + timedelta(days=9))
        case CaseMove.HAND_OVER:
            return case.hand_over(ExternalLead(group=why, since=day))
        case CaseMove.ESCALATE:
            return case.escalate("Delivery Group", why, day)
        case CaseMove.RESUME:
            return case.resume(day, why)
        case CaseMove.CLOSE:
            return case.close(a_closure(summary=why, on=day))
        case CaseMove.REOPEN:
            return case.reopen(day, why)
        case _:
            return case.move(move)


def check(before: Case, after: Case) -> None:
    assert after.reference == before.reference
    assert after.opened == before.opened
    assert (after.hold is not None) == (after.state is CaseState.ON_HOLD)
    assert (after.external_lead is not None) == (after.state is CaseState.EXTERNAL_LEAD)
    assert after.closed == (after.closure is not None)
    assert len(after.closures) >= len(before.closures)
    assert len(after.escalations) >= len(before.escalations)
    assert len(after.external_leads) >= len(before.external_leads)
    if after.closed:
        assert after.closure is not None
        assert after.closure.summary.strip()
        assert after.review_due is None

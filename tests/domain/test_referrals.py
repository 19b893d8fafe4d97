"""Referrals: what is refused, and the moves between their states."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.referrals import (
    ACCEPTING,
    JOINING,
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
    Returned,
)
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, new_id

RECEIVED = date(2026, 11, 9)
PLACED = ACCEPTING | JOINING


def a_referral(**changes: Any) -> Referral:
    referral = Referral(
        id=ReferralId(new_id()),
        reference="R-2026-001",
        received_on=RECEIVED,
        kind=CaseKind.PERSON,
        name="Wilf Marrowby",
        problem="Shouting at night.",
    )
    return replace(referral, **changes)


def a_decision(**changes: Any) -> ReferralDecision:
    given_ = {
        "outcome": ReferralOutcome.ADVICE_ONLY,
        "reason": "The landlord acts.",
        "decided_by": "Joan Cloverley",
        "on": TODAY,
    } | changes
    return ReferralDecision(**given_)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


def test_that_who_or_where_and_the_problem_are_all_that_must_be_given() -> None:
    with pytest.raises(Refused) as refused:
        a_referral(name=" ", problem=" ")
    assert problems(refused) == {
        ("name", Problem.SUBJECT_MISSING),
        ("problem", Problem.TEXT_MISSING),
    }
    assert a_referral(name="", address="12 Mill Lane").address == "12 Mill Lane"
    assert a_referral(name="", postcode="CB7 4EE").postcode == "CB7 4EE"
    assert a_referral(name="", subject=new_id()).name == ""


def test_that_texts_may_be_20_000_characters_long_and_no_longer() -> None:
    names = ("problem", "tried", "risk_reason", "awareness_reason", "asks", "children")
    full = a_referral(**dict.fromkeys(names, "é" * 20_000))
    assert len(full.tried) == 20_000
    with pytest.raises(Refused) as refused:
        a_referral(**dict.fromkeys(names, "é" * 20_001))
    assert problems(refused) == {(name, Problem.TEXT_TOO_LONG) for name in names}


@pytest.mark.parametrize("name", ["reference", "name", "address", "referrer", "contact"])
def test_that_a_line_is_kept_short(name: str) -> None:
    with pytest.raises(Refused) as refused:
        a_referral(**{name: "x" * 301})
    assert problems(refused) == {(name, Problem.LINE_TOO_LONG)}


def test_that_a_decision_says_why_and_by_whom_and_where_to() -> None:
    with pytest.raises(Refused) as refused:
        a_decision(outcome=ReferralOutcome.REDIRECTED, reason="", decided_by=" ")
    assert problems(refused) == {
        ("reason", Problem.REASON_MISSING),
        ("decided_by", Problem.NAME_MISSING),
        ("forum", Problem.GROUP_MISSING),
    }


def test_that_what_the_referrer_was_told_has_its_day() -> None:
    with pytest.raises(Refused) as refused:
        a_decision(told="It does not meet the test.")
    assert problems(refused) == {("told_on", Problem.DATE_MISSING)}


def test_that_nothing_is_acknowledged_before_it_was_sent() -> None:
    with pytest.raises(Refused) as refused:
        a_decision(sent_on=TODAY, acknowledged_on=TODAY - timedelta(days=1))
    assert problems(refused) == {("acknowledged_on", Problem.ENDS_BEFORE_START)}


def test_that_a_referral_is_not_decided_before_it_came() -> None:
    with pytest.raises(Refused) as refused:
        a_referral().decide(a_decision(on=RECEIVED - timedelta(days=1)))
    assert ("on", Problem.BEFORE_RECEIVED) in problems(refused)


@pytest.mark.parametrize("outcome", list(ReferralOutcome))
def test_that_a_case_goes_with_those_outcomes_that_lead_to_one(outcome: ReferralOutcome) -> None:
    decision = a_decision(outcome=outcome, forum="MARAC")
    case = CaseId(new_id())
    if outcome in PLACED:
        assert a_referral().decide(decision, case).case == case
        with pytest.raises(Refused):
            a_referral().decide(decision)
    else:
        assert a_referral().decide(decision).case is None
        with pytest.raises(Refused):
            a_referral().decide(decision, case)


def test_that_waiting_is_counted_to_the_decision() -> None:
    assert a_referral().days_waiting(TODAY) == 12
    assert a_referral().decide(a_decision()).days_waiting(TODAY + timedelta(days=30)) == 12


MOVES = ("send_back", "complete", "decide", "answer")
ALLOWED = {
    ReferralState.RECEIVED: {"send_back", "decide"},
    ReferralState.INCOMPLETE: {"send_back", "complete", "decide"},
    ReferralState.DECIDED: {"answer"},
}
ENDS = {
    "send_back": ReferralState.INCOMPLETE,
    "complete": ReferralState.RECEIVED,
    "decide": ReferralState.DECIDED,
    "answer": ReferralState.DECIDED,
}


def moved(referral: Referral, move: str, outcome: ReferralOutcome) -> Referral:
    match move:
        case "send_back":
            chase = TODAY + timedelta(days=7)
            return referral.send_back(Returned(missing="Address", on=TODAY, chase_on=chase))
        case "complete":
            return referral.complete()
        case "decide":
            limbs = (LimbAnswer(limb="significant_harm", met=True),)
            decision = a_decision(outcome=outcome, forum="MARAC", limbs=limbs)
            return referral.decide(decision, CaseId(new_id()) if outcome in PLACED else None)
        case _:
            return referral.answer("By telephone.", TODAY, None)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from(list(ReferralOutcome))), max_size=12)
)
def test_that_only_the_moves_of_its_state_are_possible_and_its_facts_follow(
    steps: list[tuple[str, ReferralOutcome]],
) -> None:
    referral = a_referral()
    for move, outcome in steps:
        if move not in ALLOWED[referral.state]:
            with pytest.raises(Refused):
                moved(referral, move, outcome)
            continue
        before, referral = referral, moved(referral, move, outcome)
        assert referral.state is ENDS[move]
        assert (referral.returned is not None) == (referral.state is ReferralState.INCOMPLETE)
        assert (referral.decision is not None) == referral.decided
        assert (referral.case is not None) == bool(
            referral.decision and referral.decision.outcome in PLACED
        )
        told = ("id", "reference", "name", "problem", "received_on", "earlier")
        assert all(getattr(before, one) == getattr(referral, one) for one in told)

"""Support that was offered: every answer and every attempt stays."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.support import ContactResult, SupportAnswer, SupportState, engagement
from tests.case_review_values import RECEIVED, an_attempt, an_offer

DAY = timedelta(days=1)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


def test_that_somebody_may_accept_disengage_and_come_back() -> None:
    offer = an_offer()
    assert offer.state is SupportState.OFFERED
    for number, (state, reason) in enumerate(
        (
            (SupportState.ACCEPTED, ""),
            (SupportState.DISENGAGED, "trust"),
            (SupportState.ACCEPTED, ""),
        )
    ):
        offer = offer.answer(SupportAnswer(state=state, on=RECEIVED + number * DAY, reason=reason))
    assert [one.state for one in offer.answers] == ["accepted", "disengaged", "accepted"]
    assert offer.live


@pytest.mark.parametrize("state", ["declined", "disengaged", "not_reached"])
def test_that_support_not_taken_up_needs_a_reason(state: str) -> None:
    with pytest.raises(Refused) as refused:
        SupportAnswer(state=SupportState(state), on=RECEIVED)
    assert problems(refused) == {("reason", Problem.REASON_MISSING)}


def test_that_nobody_is_called_not_reached_without_an_attempt() -> None:
    gone = SupportAnswer(state=SupportState.NOT_REACHED, on=RECEIVED, reason="no_contact")
    with pytest.raises(Refused) as refused:
        an_offer().answer(gone)
    assert problems(refused) == {("state", Problem.ATTEMPTS_MISSING)}
    tried = an_offer().attempt(an_attempt(RECEIVED))
    assert tried.answer(gone).state is SupportState.NOT_REACHED


def test_that_an_answer_does_not_lie_before_the_offer() -> None:
    early = SupportAnswer(state=SupportState.ACCEPTED, on=RECEIVED - DAY)
    with pytest.raises(Refused) as refused:
        an_offer().answer(early)
    assert problems(refused) == {("on", Problem.BEFORE_OFFERED)}


@given(st.lists(st.integers(-30, 30), max_size=6))
def test_that_attempts_stay_in_the_order_of_their_days(days: list[int]) -> None:
    offer = an_offer()
    for day in days:
        offer = offer.attempt(an_attempt(RECEIVED + day * DAY))
    assert [one.on for one in offer.attempts] == sorted(RECEIVED + day * DAY for day in days)


def test_that_an_attempt_is_corrected_or_taken_away_in_its_place() -> None:
    offer = an_offer().attempt(an_attempt(RECEIVED), an_attempt(RECEIVED + DAY))
    spoke = an_attempt(RECEIVED + 2 * DAY, ContactResult.SPOKE)
    assert offer.correct_attempt(0, spoke).attempts == (offer.attempts[1], spoke)
    assert offer.correct_attempt(1, None).attempts == offer.attempts[:1]
    with pytest.raises(Refused):
        offer.correct_attempt(2, None)


def test_that_the_offers_of_a_case_are_summed_up() -> None:
    yes = an_offer().answer(SupportAnswer(state=SupportState.ACCEPTED, on=RECEIVED))
    tried = an_offer().attempt(an_attempt(RECEIVED + DAY))
    found = engagement((tried, yes, yes.attempt(an_attempt(RECEIVED))))
    assert found.offers == 3
    assert found.states == {SupportState.OFFERED: 1, SupportState.ACCEPTED: 2}
    assert [one.on for one in found.attempts] == [RECEIVED, RECEIVED + DAY]

"""Recommendations: told, answered, worked on and proved, or somebody hears of it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from psg_desktop.domain.death_reviews import (
    ANSWER_WITHIN,
    SEND_WITHIN,
    Recommendation,
    RecommendationStanding,
    Step,
)
from psg_desktop.domain.ids import AgencyId, DeathReviewId, RecommendationId
from psg_desktop.domain.refusals import Problem, Refused

MADE = date(2026, 9, 1)
ONE = Recommendation(
    id=RecommendationId(UUID(int=1)),
    review=DeathReviewId(UUID(int=2)),
    number="4a",
    text="Train reception staff to ask about safety at home.",
    agency=AgencyId(UUID(int=3)),
    made_on=MADE,
    due=date(2027, 3, 31),
)
SENT = replace(ONE, sent=date(2026, 9, 3))
ANSWERED = replace(SENT, acknowledged=date(2026, 9, 10), owner="Joan Cloverley")
Standing = RecommendationStanding


def test_that_one_never_sent_presses_after_a_week() -> None:
    """The body it is addressed to was never told: the known failure."""
    assert ONE.standing(MADE) is Standing.NOT_SENT
    assert not ONE.presses(MADE + SEND_WITHIN)
    assert ONE.presses(MADE + SEND_WITHIN + timedelta(days=1))


def test_that_one_nobody_answered_presses_after_a_fortnight() -> None:
    last = date(2026, 9, 3) + ANSWER_WITHIN
    assert SENT.standing(last) is Standing.WAITING
    assert not SENT.presses(last)
    assert SENT.standing(last + timedelta(days=1)) is Standing.NOT_ACKNOWLEDGED
    assert SENT.presses(last + timedelta(days=1))


def test_that_a_late_milestone_or_due_date_presses_until_there_is_evidence() -> None:
    step = Step(what="Training written", due=date(2026, 11, 1))
    working = replace(ANSWERED, steps=(step,))
    assert working.standing(date(2026, 11, 1)) is Standing.IN_HAND
    assert working.standing(date(2026, 11, 2)) is Standing.MILESTONE_LATE
    assert working.standing(date(2027, 4, 1)) is Standing.OVERDUE
    done = replace(working, done=date(2027, 4, 2), evidence="The training record, 31 March.")
    assert done.standing(date(2028, 1, 1)) is Standing.DONE
    assert not done.presses(date(2028, 1, 1))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"text": ""}, "text", Problem.RECOMMENDATION_MISSING),
        ({"agency": None}, "agency", Problem.ADDRESSEE_MISSING),
        ({"due": None}, "due", Problem.DUE_MISSING),
        ({"due": date(2026, 8, 1)}, "due", Problem.BEFORE_MADE),
        ({"sent": date(2026, 8, 1)}, "sent", Problem.BEFORE_MADE),
        ({"acknowledged": date(2026, 9, 9)}, "sent", Problem.DATE_MISSING),
        (
            {"sent": date(2026, 9, 9), "acknowledged": date(2026, 9, 8)},
            "acknowledged",
            Problem.BEFORE_SENT,
        ),
        ({"done": date(2026, 12, 1)}, "evidence", Problem.PROOF_MISSING),
        ({"steps": (Step(what=" "),)}, "steps", Problem.TEXT_MISSING),
    ],
)
def test_that_what_could_not_be_followed_up_is_refused(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(Refused) as refused:
        replace(ONE, **changes)  # type: ignore[arg-type]  # any one wrong field
    assert [(one.field, one.problem) for one in refused.value.problems] == [(field, problem)]

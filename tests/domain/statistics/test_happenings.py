"""What is counted of referrals, reviews, actions and interventions, and in which quarter."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain import quarters
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.intervention_facts import InterventionState
from psg_desktop.domain.statistics import interventions, matters, work
from psg_desktop.domain.statistics.counted import counted
from psg_desktop.domain.statistics.happenings import Happening, ends
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.interventions import InterventionFacts
from psg_desktop.domain.statistics.matters import MatterFacts, ReferralFacts
from psg_desktop.domain.statistics.openness import Spell
from psg_desktop.domain.statistics.work import ActionFacts, ReviewFacts
from tests.builders import new_id

QUARTERS = quarters.between(date(2025, 1, 1), date(2026, 12, 31))
Q1, Q2, Q3 = (date(2026, month, 1) for month in (1, 4, 7))
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
OPEN = (Spell(opened=date(2025, 1, 1)),)


def happened(one: Happening[Any], facts: object) -> list[tuple[date, dict[str, str]]]:
    found = one.when(facts, ends(QUARTERS))
    return [(quarter, dict(details)) for quarter, details in found]


def a_review(due: date | None, held: date | None, spells: tuple[Spell, ...] = OPEN) -> ReviewFacts:
    return ReviewFacts(traits=(), due=due, held=held, spells=spells)


@pytest.mark.parametrize(
    ("due", "held", "said"),
    [
        (date(2026, 5, 5), date(2026, 5, 5), (Q2, "on_time")),
        (date(2026, 4, 2), date(2026, 3, 30), (Q2, "on_time")),
        (date(2026, 5, 5), date(2026, 6, 30), (Q2, "late")),
        (date(2026, 5, 5), date(2026, 7, 1), (Q2, "not_held")),
        (date(2026, 5, 5), None, (Q2, "not_held")),
        (None, date(2026, 7, 1), (Q3, "not_recorded")),
    ],
)
def test_that_a_review_counts_in_the_quarter_of_its_day_as_it_stood_at_the_end_of_it(
    due: date | None, held: date | None, said: tuple[date, str]
) -> None:
    assert happened(work.REVIEW_DUE, a_review(due, held)) == [(said[0], {"review_time": said[1]})]


def test_that_no_review_is_due_of_a_case_that_is_closed_by_then() -> None:
    closed = (Spell(opened=date(2026, 1, 1), closed=date(2026, 5, 1)),)
    assert happened(work.REVIEW_DUE, a_review(date(2026, 5, 5), None, closed)) == []
    held_later = a_review(date(2026, 5, 5), date(2026, 8, 1), closed)
    assert happened(work.REVIEW_DUE, held_later) == [(Q3, {"review_time": "not_recorded"})]


@pytest.mark.parametrize(
    ("state", "ended", "said"),
    [
        (ActionState.COMPLETED, date(2026, 5, 5), "on_time"),
        (ActionState.COMPLETED, date(2026, 6, 30), "late"),
        (ActionState.COMPLETED, date(2026, 7, 1), "still_open"),
        (ActionState.AGREED, None, "still_open"),
        (ActionState.NOT_ACHIEVED, date(2026, 6, 1), "not_achieved"),
        (ActionState.NOT_ACHIEVED, date(2026, 7, 1), "still_open"),
        (ActionState.CANCELLED, date(2026, 2, 1), "cancelled"),
    ],
)
def test_that_an_action_counts_as_it_stood_at_the_end_of_the_quarter_it_was_due_in(
    state: ActionState, ended: date | None, said: str
) -> None:
    facts = ActionFacts(traits=(), due=date(2026, 5, 5), ended=ended, state=state)
    assert happened(work.ACTION_DUE, facts) == [(Q2, {"action_time": said})]


def test_that_an_action_nobody_agreed_or_dated_is_not_due() -> None:
    proposed = ActionFacts(traits=(), due=Q2, ended=None, state=ActionState.PROPOSED)
    undated = ActionFacts(traits=(), due=None, ended=Q2, state=ActionState.CANCELLED)
    assert not happened(work.ACTION_DUE, proposed)
    assert not happened(work.ACTION_DUE, undated)


def test_that_a_referral_waits_undecided_until_the_day_it_is_decided() -> None:
    one = ReferralFacts(received_on=date(2026, 3, 20), decided_on=date(2026, 7, 1), outcome="x")
    facts = MatterFacts(traits=(), referral=one)
    assert happened(matters.UNDECIDED, facts) == [
        (Q1, {"waiting": "under_14_days"}),
        (Q2, {"waiting": "56_days_or_more"}),
    ]
    assert happened(matters.DECIDED, facts) == [(Q3, {"outcome": "x"})]


@pytest.mark.parametrize(
    ("touched", "said"),
    [
        (None, "not_within_12_months"),
        (date(2026, 5, 21), "within_6_months"),
        (date(2025, 11, 21), "within_6_months"),
        (date(2025, 11, 20), "within_12_months"),
        (date(2025, 5, 20), "not_within_12_months"),
    ],
)
def test_that_a_referral_says_how_long_before_there_was_another(
    touched: date | None, said: str
) -> None:
    one = ReferralFacts(received_on=date(2026, 5, 20), touched=touched)
    if touched and touched > one.received_on:
        one = replace(one, touched=one.received_on)
    assert happened(matters.REFERRED, MatterFacts(traits=(), referral=one)) == [
        (Q2, {"before": said})
    ]


def test_that_a_closing_waits_to_be_asked_about_until_it_is_answered() -> None:
    spell = Spell(opened=Q1, closed=date(2026, 2, 1), ask_on=date(2026, 5, 1))
    waiting = MatterFacts(traits=(), spells=(spell,))
    later = (date(2026, 10, 1),)
    assert happened(matters.NOT_YET_ASKED, waiting) == [(one, {}) for one in (Q2, Q3, *later)]
    answered = replace(spell, answered_on=date(2026, 7, 9), answer="held")
    facts = MatterFacts(traits=(), spells=(answered,))
    assert happened(matters.NOT_YET_ASKED, facts) == [(Q2, {})]
    assert happened(matters.ANSWERED, facts) == [(Q3, {"answer": "held"})]


def test_that_nobody_asks_about_a_closing_that_was_taken_back() -> None:
    first = Spell(opened=Q1, closed=date(2026, 2, 1), ask_on=date(2026, 5, 1))
    again = Spell(opened=date(2026, 4, 1), again=True)
    assert not happened(matters.NOT_YET_ASKED, MatterFacts(traits=(), spells=(first, again)))


def an_order(**facts: Any) -> InterventionFacts:
    order = InterventionFacts(traits=(), state=InterventionState.IN_FORCE, served=Q1, starts=Q1)
    return replace(order, **facts)


def test_that_an_order_is_in_force_on_its_last_day_and_gone_the_day_after() -> None:
    order = an_order(expires=date(2026, 6, 30))
    assert happened(interventions.LIVE, order) == [(Q1, {}), (Q2, {})]
    assert happened(interventions.ENDED, order) == [(Q3, {"ending": "expired"})]


def test_that_an_order_ended_early_is_gone_on_that_day() -> None:
    order = an_order(
        expires=date(2026, 9, 1), ended=date(2026, 6, 30), state=InterventionState.WITHDRAWN
    )
    assert happened(interventions.LIVE, order) == [(Q1, {})]
    assert happened(interventions.ENDED, order) == [(Q2, {"ending": "withdrawn"})]


def test_that_a_warning_is_issued_and_never_in_force() -> None:
    warning = an_order(one_off=True)
    assert happened(interventions.ISSUED, warning) == [(Q1, {})]
    assert not happened(interventions.LIVE, warning)
    assert not happened(interventions.ENDED, warning)


def test_that_a_plan_counts_nowhere_and_each_breach_counts() -> None:
    plan = an_order(served=None, starts=None, state=InterventionState.WITHDRAWN, ended=Q2)
    for one in interventions.HAPPENINGS:
        assert not happened(one, plan)
    assert len(happened(interventions.BREACHED, an_order(breaches=(Q2, Q2, Q3)))) == 3


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_that_no_day_of_the_calendar_is_too_early_or_too_late(
    due: date, one: date | None, other: date | None
) -> None:
    spells = (Spell(opened=due, closed=one),)
    happened(work.REVIEW_DUE, a_review(due, other, spells))
    happened(
        work.ACTION_DUE,
        ActionFacts(traits=(), due=due, ended=one, state=ActionState.COMPLETED),
    )
    for happening in interventions.HAPPENINGS:
        happened(happening, an_order(served=due, starts=one, expires=other, ended=one))


@given(
    st.lists(st.tuples(DAYS, DAYS | st.none(), st.sampled_from(ActionState)), max_size=8),
    st.randoms(),
)
def test_that_the_order_in_which_units_are_read_changes_nothing(
    told: list[tuple[date, date | None, ActionState]], dice: Any
) -> None:
    units = [
        (str(new_id()), ActionFacts(traits=("person", "x"), due=due, ended=ended, state=state))
        for due, ended, state in told
    ]
    shuffled = dice.sample(units, len(units))
    assert _counted(units) == _counted(shuffled)


def _counted(units: Iterable[tuple[str, ActionFacts]]) -> object:
    empty = Population(
        code="actions", variables=work.ACTION_VARIABLES, quarters=QUARTERS, histories=()
    )
    return counted(empty, (work.ACTION_DUE,), units)


def test_that_each_band_ends_where_the_next_begins() -> None:
    for bands, last in ((matters.AGES, 30), (matters.WAITS, 60)):
        found = [matters.band(one, bands) for one in range(last)]
        assert list(dict.fromkeys(found)) == [code for _, code in bands]
        for least, code in bands:
            assert found.index(code) == least


def test_that_a_quarter_that_has_no_end_in_the_calendar_is_asked_about_all_the_same() -> None:
    late = date.max - timedelta(days=1)
    facts = a_review(late, None, (Spell(opened=Q1),))
    assert happened(work.REVIEW_DUE, facts) == [(date(9999, 10, 1), {"review_time": "not_held"})]

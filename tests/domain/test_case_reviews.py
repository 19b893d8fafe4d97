"""An ASB case review from application to appeal, its clocks and the four numbers."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.case_review_applications import Applicant, ApplicantKind
from psg_desktop.domain.case_review_clocks import ReviewClock, deadlines, running
from psg_desktop.domain.case_review_counting import Qualifying, counted, qualifying
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    RecommendationAnswer,
    ReviewAppealResult,
    VictimPart,
)
from psg_desktop.domain.case_review_numbers import (
    PublishedNumber,
    YearKind,
    numbers,
    period_of,
    starting_year,
)
from psg_desktop.domain.case_review_rules import (
    CountedFrom,
    ReviewRules,
    ReviewStep,
    ReviewThreshold,
    ReviewTime,
    last_day_of,
    rules_on,
)
from psg_desktop.domain.case_review_thresholds import LimbFinding, ReviewLimb
from psg_desktop.domain.case_reviews import CaseReview, ReviewState
from psg_desktop.domain.ids import CaseReviewId
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.reference.workdays import add_working_days
from tests.case_review_values import (
    RECEIVED,
    a_decision,
    a_panel,
    a_recommendation,
    a_reviewed,
    an_appeal,
    an_application,
    an_incident,
)

LAW = ReviewThreshold(id=UUID(int=0))
TIMES = tuple(
    ReviewTime(id=UUID(int=number), step=step, days=days)
    for number, (step, days) in enumerate(
        {
            ReviewStep.ACKNOWLEDGE: 10,
            ReviewStep.DECIDE: 15,
            ReviewStep.HOLD: 20,
            ReviewStep.TELL: 5,
            ReviewStep.DECIDE_APPEAL: 20,
        }.items()
    )
)


def rules(*times: ReviewTime) -> ReviewRules:
    return rules_on((LAW,), times or TIMES, RECEIVED, add_working_days)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2026, 3, 5), 1, date(2026, 4, 4)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 28), 1, date(2026, 2, 27)),
        (date(2025, 9, 5), 6, date(2026, 3, 4)),
    ],
)
def test_that_a_time_that_begins_with_a_day_ends_the_day_before(
    start: date, months: int, last: date
) -> None:
    assert last_day_of(start, months) == last


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 24))
def test_that_times_of_months_follow_one_another_without_a_gap(start: date, months: int) -> None:
    last = last_day_of(start, months)
    assert start < last
    assert timedelta(28 * months - 1) <= last - start + timedelta(1) <= timedelta(31 * months)


@pytest.mark.parametrize(
    ("happened", "reported", "said"),
    [
        (date(2026, 1, 5), date(2026, 2, 4), Qualifying.COUNTS),
        (date(2026, 1, 5), date(2026, 2, 5), Qualifying.REPORTED_LATE),
        (date(2025, 9, 4), date(2025, 9, 5), Qualifying.COUNTS),
        (date(2025, 9, 3), date(2025, 9, 4), Qualifying.TOO_LONG_AGO),
        (date(2026, 3, 4), date(2026, 3, 5), Qualifying.AFTER_APPLICATION),
    ],
)
def test_that_only_timely_reports_of_the_last_six_months_count(
    happened: date, reported: date, said: Qualifying
) -> None:
    assert qualifying(an_incident(happened, reported), RECEIVED, LAW) is said


def test_that_three_qualifying_reports_meet_the_test_and_two_do_not() -> None:
    three = an_application()
    assert counted(three, LAW).met
    two = replace(three, incidents=three.incidents[:2])
    assert not counted(two, LAW).met
    assert counted(two, ReviewThreshold(id=UUID(int=1), complaints=2)).met
    neighbours = [
        replace(one, reporter=who) for one, who in zip(two.incidents, ("Ada", "Bob"), strict=True)
    ]
    many = replace(two, incidents=tuple(neighbours))
    assert counted(many, ReviewThreshold(id=UUID(int=1), people=2)).met


def test_that_no_local_threshold_lies_above_the_law() -> None:
    with pytest.raises(Refused) as refused:
        ReviewThreshold(id=UUID(int=1), complaints=4)
    assert problems(refused) == {("complaints", Problem.ABOVE_THE_LAW)}


def test_that_a_decision_answers_every_part_and_follows_from_the_answers() -> None:
    every = {limb: LimbFinding(limb=limb, met=True) for limb in ReviewLimb}
    with pytest.raises(Refused) as refused:
        a_decision(findings=tuple(every.values())[:3])
    assert ("findings", Problem.LIMB_UNANSWERED) in problems(refused)
    with pytest.raises(Refused) as refused:
        replace(a_decision(), met=False)
    assert problems(refused) == {("met", Problem.MET_BY_LAW)}
    no_asb = {**every, ReviewLimb.BEHAVIOUR: LimbFinding(limb=ReviewLimb.BEHAVIOUR, met=False)}
    with pytest.raises(Refused) as refused:
        a_decision(findings=tuple(no_asb.values()))
    assert problems(refused) == {("met", Problem.NO_PART_MET)}


def test_that_a_review_goes_from_application_to_closing_in_order() -> None:
    review = an_application()
    assert review.state is ReviewState.RECEIVED
    with pytest.raises(Refused) as refused:
        review.meet(None, a_panel())
    assert problems(refused) == {("", Problem.THRESHOLD_NOT_MET)}
    whole = a_reviewed()
    assert whole.state is ReviewState.TOLD
    closed = whole.close(whole.received_on + timedelta(50), "All was told")
    assert closed.state is ReviewState.CLOSED
    with pytest.raises(Refused):
        closed.acknowledge(RECEIVED, "Again")
    answered = replace(
        a_recommendation(),
        answer=RecommendationAnswer.ACCEPTED,
        answered_on=RECEIVED + timedelta(60),
    )
    assert closed.recommend(0, answered).recommendations == (answered,)
    assert closed.reopen().state is ReviewState.TOLD


def test_that_nothing_closes_before_the_applicant_was_told_or_while_an_appeal_waits() -> None:
    untold = an_application().decide(a_decision(met=False, told="", told_on=None))
    with pytest.raises(Refused) as refused:
        untold.close(RECEIVED + timedelta(20), "Not met")
    assert problems(refused) == {("", Problem.OUTCOME_NOT_TOLD)}
    assert untold.close(RECEIVED, "Applicant moved", withdrawn=True).state is ReviewState.WITHDRAWN
    with pytest.raises(Refused) as refused:
        a_reviewed().appeal(an_appeal()).close(RECEIVED + timedelta(99), "Done")
    assert ("", Problem.APPEAL_WAITS) in problems(refused)


def test_that_an_upheld_appeal_asks_for_one_new_decision_and_both_stay() -> None:
    refusal = an_application().decide(a_decision(met=False))
    closed = refusal.close(RECEIVED + timedelta(20), "Not met")
    with pytest.raises(Refused):
        refusal.decide(a_decision())
    appealed = closed.appeal(an_appeal())
    assert appealed.state is ReviewState.APPEALED
    upheld = appealed.decide_appeal(
        an_appeal(
            result=ReviewAppealResult.UPHELD,
            decided_on=RECEIVED + timedelta(70),
            reason="They count",
        )
    )
    assert upheld.state is ReviewState.DECIDE_AGAIN
    again = upheld.decide(a_decision(on=RECEIVED + timedelta(70)))
    assert [one.met for one in again.decisions] == [False, True]
    assert again.state is ReviewState.MET
    with pytest.raises(Refused):
        again.decide(a_decision())
    with pytest.raises(Refused) as refused:
        again.appeal(an_appeal(AppealAgainst.REVIEW))
    assert problems(refused) == {("against", Problem.NOTHING_TO_APPEAL)}


def test_that_a_victim_who_was_not_invited_needs_a_reason() -> None:
    with pytest.raises(Refused) as refused:
        a_panel(victim=VictimPart.NOT_INVITED)
    assert problems(refused) == {("why_not", Problem.REASON_MISSING)}
    with pytest.raises(Refused) as refused:
        a_panel(chair="")
    assert problems(refused) == {("chair", Problem.NAME_MISSING)}


def test_that_whoever_acts_for_a_victim_is_asked_for_their_consent() -> None:
    acting = Applicant(kind=ApplicantKind.ON_BEHALF, name="Councillor Thrupp")
    assert acting.lacks_consent
    assert not replace(acting, consent_how="In writing", consent_on=RECEIVED).lacks_consent


def test_that_each_step_is_due_so_many_working_days_after_the_one_before() -> None:
    waiting = {one.clock: one.due for one in running(an_application(), rules())}
    assert waiting[ReviewClock.ACKNOWLEDGE] == date(2026, 3, 18)
    assert waiting[ReviewClock.DECIDE] == date(2026, 4, 10)  # past Good Friday and Easter Monday
    early = an_application().acknowledge(date(2026, 3, 6), "Letter")
    assert {one.clock: one.due for one in running(early, rules())}[ReviewClock.DECIDE] == date(
        2026, 3, 27
    )
    at_once = replace(TIMES[1], counted_from=CountedFrom.RECEIVED)
    (decide,) = [one for one in deadlines(early, rules(at_once)) if one.due]
    assert decide.due == date(2026, 3, 25)


def test_that_a_threshold_that_is_not_met_leaves_no_panel_to_hold() -> None:
    refusal = an_application().decide(a_decision(met=False))
    assert {one.clock for one in running(refusal, rules())} == {ReviewClock.ACKNOWLEDGE}
    late = next(one for one in deadlines(refusal, rules()) if one.runs)
    assert late.late(date(2026, 3, 19))
    assert not late.late(date(2026, 3, 18))


def test_that_recommendations_run_on_after_the_closing_until_done() -> None:
    closed = a_reviewed().close(RECEIVED + timedelta(50), "All was told")
    assert [one.clock for one in running(closed, rules())] == [
        ReviewClock.ANSWER,
        ReviewClock.CARRY_OUT,
    ]
    refused = replace(
        a_recommendation(),
        answer=RecommendationAnswer.NOT_ACCEPTED,
        answered_on=RECEIVED + timedelta(60),
        answer_text="No money",
    )
    assert running(closed.recommend(0, refused), rules()) == ()


def numbered(number: int, review: CaseReview) -> CaseReview:
    return replace(review, id=CaseReviewId(UUID(int=number)), reference=f"ACR-{number}")


def test_that_the_four_numbers_count_what_happened_in_the_year() -> None:
    bare = replace(a_reviewed(), recommendations=())
    march = numbered(1, an_application())
    refusal = numbered(2, an_application().decide(a_decision(met=False)))
    late = replace(refusal, id=CaseReviewId(UUID(int=9)), received_on=date(2026, 2, 2))
    all_of_them = (march, refusal, late, numbered(3, a_reviewed()), numbered(4, bare))
    before = numbers(all_of_them, period_of(YearKind.FINANCIAL, 2025))
    after = numbers(all_of_them, period_of(YearKind.FINANCIAL, 2026))
    assert list(before.counts.values()) == [5, 2, 0, 0]
    assert list(after.counts.values()) == [0, 0, 2, 1]
    assert [one.id.int for one in after.reviews[PublishedNumber.CARRIED_OUT]] == [3, 4]
    whole = numbers(all_of_them, period_of(YearKind.CALENDAR, 2026))
    assert list(whole.counts.values()) == [5, 2, 2, 1]


def test_that_a_financial_year_starts_in_april() -> None:
    assert starting_year(YearKind.FINANCIAL, date(2026, 3, 31)) == 2025
    assert starting_year(YearKind.FINANCIAL, date(2026, 4, 1)) == 2026
    assert period_of(YearKind.FINANCIAL, 2025).until == date(2026, 3, 31)

"""ASB case reviews on a real encrypted file: steps, clocks, numbers, and what names somebody."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.asb_reviews import (
    applications,
    review_lists,
    review_numbers,
    review_rules,
)
from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities, people
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.case_review_applications import Applicant, ApplicantKind
from psg_desktop.domain.case_review_clocks import ReviewClock
from psg_desktop.domain.case_review_lists import ReviewColumn, ReviewOrder, ReviewView
from psg_desktop.domain.case_review_numbers import PublishedNumber, YearKind, period_of
from psg_desktop.domain.case_review_rules import ReviewStep
from psg_desktop.domain.case_reviews import CaseReview, ReviewState
from psg_desktop.domain.ids import CaseReviewId, PersonId
from psg_desktop.domain.people import Person
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.retention import DueKind
from tests.builders import TODAY, new_id
from tests.case_review_values import a_decision, a_panel, a_recommendation, an_application
from tests.casework.caseload.test_cases import opened
from tests.fakes import FixedClock

DAY = timedelta(days=1)
WHOLE = slice(0, 50)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


def received(office: Office, days_ago: int = 30, **facts: object) -> CaseReview:
    made = an_application(
        id=CaseReviewId(new_id()),
        reference=applications.next_reference(office),
        received_on=office.today() - days_ago * DAY,
        **{"incidents": ()} | facts,
    )
    applications.receive(office, made)
    return made


def refused(office: Office, review: CaseReview) -> None:
    decision = a_decision(met=False, on=office.today(), told_on=office.today())
    applications.decide(office, review.id, decision)


def test_that_each_step_is_kept_and_the_clocks_follow(desk: Office) -> None:
    review = received(desk)
    assert review.reference == "ACR-2026-001"
    late = review_lists.clock_lines(desk)
    assert next(one.deadline.clock for one in late) is ReviewClock.ACKNOWLEDGE
    assert late[0].deadline.late(desk.today())
    applications.acknowledge(desk, review.id, desk.today(), "By letter")
    applications.decide(desk, review.id, a_decision(on=desk.today(), told_on=desk.today()))
    (row,) = review_lists.listed(desk, ReviewView.OPEN, "osgathorpe shouting", WHOLE).rows
    assert (row.state, row.late, row.next and row.next.clock) == (
        ReviewState.MET,
        False,
        ReviewClock.HOLD,
    )
    applications.meet(desk, review.id, None, a_panel(on=desk.today()))
    made = a_recommendation(made_on=desk.today(), answer_by=None, due=desk.today() + DAY)
    applications.recommend(desk, review.id, None, made)
    undoing.undo_last(desk)
    assert applications.get(desk, review.id).recommendations == ()
    found = [one.label for one in lists.find(desk, "osgathorpe")]
    assert found == [review.reference]


def test_that_days_to_come_and_references_taken_are_refused(desk: Office) -> None:
    review = received(desk)
    with pytest.raises(Refused) as taken:
        applications.receive(desk, replace(review, id=CaseReviewId(new_id())))
    assert problems(taken) == {("reference", Problem.ALREADY_THERE)}
    with pytest.raises(Refused) as ahead:
        applications.acknowledge(desk, review.id, desk.today() + DAY, "")
    assert problems(ahead) == {("acknowledged_on", Problem.DATE_IN_FUTURE)}
    with pytest.raises(Refused) as nowhere:
        applications.amend(desk, replace(review, person=PersonId(UUID(int=5))))
    assert problems(nowhere) == {("person", Problem.NOT_FOUND)}


def test_that_correcting_an_application_leaves_its_steps_alone(desk: Office) -> None:
    review = received(desk)
    applications.acknowledge(desk, review.id, desk.today(), "By letter")
    applications.amend(desk, replace(review, behaviour="Shouting, and eggs thrown"))
    kept = applications.get(desk, review.id)
    assert (kept.behaviour, kept.acknowledged_how) == ("Shouting, and eggs thrown", "By letter")


def test_that_a_changed_threshold_and_time_count_from_today_on(desk: Office) -> None:
    (threshold,) = review_rules.thresholds(desk)
    review_rules.change_threshold(desk, threshold, replace(threshold, complaints=2))
    time = next(one for one in review_rules.times(desk) if one.step is ReviewStep.ACKNOWLEDGE)
    review_rules.change_time(desk, time, replace(time, days=2))
    before = review_rules.rules(desk, desk.today() - DAY)
    after = review_rules.rules(desk, desk.today())
    assert (before.threshold.complaints, after.threshold.complaints) == (3, 2)
    assert before.times[ReviewStep.ACKNOWLEDGE].days == 10
    assert after.times[ReviewStep.ACKNOWLEDGE].days == 2
    newer = after.threshold
    review_rules.change_threshold(desk, newer, replace(newer, complaints=1))
    assert len(review_rules.thresholds(desk)) == 2


def test_that_the_four_numbers_of_a_year_are_written_naming_nobody(
    desk: Office, tmp_path: Path
) -> None:
    refused(desk, received(desk))
    received(desk, 3)
    period = period_of(YearKind.CALENDAR, TODAY.year)
    found = review_numbers.of_period(desk, period)
    assert found.counts[PublishedNumber.APPLICATIONS] == 2
    assert found.counts[PublishedNumber.NOT_MET] == 1
    place = tmp_path / "numbers.csv"
    review_numbers.write(desk, period, place)
    written = place.read_text("utf-8-sig")
    assert "Times the threshold was not met,1,2026-01-01,2026-12-31" in written
    assert "Osgathorpe" not in written


def test_that_the_applicant_and_those_who_took_part_are_found_in_any_text(desk: Office) -> None:
    applicant = Applicant(
        kind=ApplicantKind.ON_BEHALF,
        name="Thea Wrangle",
        phone="07700 900461",
        postcode="CB7 4EE",
    )
    review = received(desk, applicant=applicant, victim="Nell Osgathorpe")
    applications.decide(desk, review.id, a_decision(on=desk.today(), told_on=desk.today()))
    applications.meet(desk, review.id, None, a_panel(on=desk.today()))
    finder = identities.finder(desk)
    for text in (
        "Thea Wrangle",
        "Nell Osgathorpe",
        "Ottoline Frith",
        "07700 900461",
        "ACR-2026-001",
    ):
        assert finder.find(f"Yesterday {text} was mentioned."), text


def test_that_a_closed_review_is_disposed_of_after_its_own_time(
    desk: Office, clock: FixedClock
) -> None:
    person = Person(id=PersonId(new_id()), full_name="Nell Osgathorpe")
    people.save(desk, person)
    case = opened(desk)
    review = received(desk, person=person.id, case=case.id)
    assert applications.of_case(desk, case.id) == (review,)
    refused(desk, review)
    applications.close(desk, review.id, desk.today(), "Not met, and told")
    clock.forward(days=6 * 366)
    (due,) = [one for one in retention.due(desk) if one.event.about is DueKind.CASE_REVIEW]
    disposal = disposals.dispose(desk, due.event.record, review.reference)
    assert disposal.tombstone.reason == "threshold_not_met"
    assert review_lists.listed(desk, ReviewView.ALL, "", WHOLE).total == 0
    with pytest.raises(Refused):
        people.get(desk, person.id)


def test_that_the_list_is_narrowed_ordered_and_counted(desk: Office) -> None:
    first, second = received(desk, 40), received(desk, 2)
    refused(desk, first)
    applications.close(desk, first.id, desk.today(), "Not met, and told")
    assert review_lists.view_totals(desk) == {
        ReviewView.OPEN: 1,
        ReviewView.LATE: 0,
        ReviewView.FINISHED: 1,
        ReviewView.ALL: 2,
    }
    for column in ReviewColumn:
        for descending in (False, True):
            order = ReviewOrder(column=column, descending=descending)
            rows = review_lists.listed(desk, ReviewView.ALL, "", WHOLE, order).rows
            assert {row.id for row in rows} == {first.id, second.id}

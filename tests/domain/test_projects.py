"""Projects: quarters, objectives as first agreed, money by quarter, reports owed, what is late."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain import funding, quarters
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import (
    ClawbackId,
    ObjectiveId,
    ProjectId,
    ProjectRatingId,
    ProjectReportId,
    ReportingId,
)
from psg_desktop.domain.objectives import Measure, Objective, ObjectiveRevision
from psg_desktop.domain.plain import from_plain, to_plain
from psg_desktop.domain.project_files import ProjectClock, ProjectFile
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport, Reporting
from psg_desktop.domain.projects import BudgetLine, Milestone, MilestoneMove, Project, QuarterMoney
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Problem, Refused

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
Q1, Q2, Q3 = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)
TODAY = date(2026, 11, 21)
PROJECT = Project(id=ProjectId(UUID(int=1)), name="Light the towpath", starts=Q1)
TERMS = Reporting(id=ReportingId(UUID(int=2)), project=PROJECT.id, first_quarter=Q1)


def objective(**changes: Any) -> Objective:
    made = Objective(
        id=ObjectiveId(UUID(int=3)),
        project=PROJECT.id,
        agreed_on=date(2026, 3, 20),
        wording="Fewer people afraid after dark.",
        measure=Measure(what="Calls after dark", unit="calls a month", baseline=40, target=10),
    )
    return replace(made, **changes)


def revision(on: date, **changes: Any) -> ObjectiveRevision:
    made = ObjectiveRevision(
        on=on, wording="Half the calls.", target=20, reason="Lamps late.", agreed_by="CSP board"
    )
    return replace(made, **changes)


def report(quarter: date, received: date = TODAY, **changes: Any) -> ProjectReport:
    made = ProjectReport(
        id=ProjectReportId(UUID(int=quarter.month)),
        project=PROJECT.id,
        quarter=quarter,
        due=TERMS.due(quarter),
        received=received,
        reported_by="Ottilie Bream",
        note="Under way.",
    )
    return replace(made, **changes)


def clawback(**changes: Any) -> Clawback:
    made = Clawback(
        id=ClawbackId(UUID(int=9)),
        project=PROJECT.id,
        source="Fund",
        pence=50_000,
        reason="Lamps not bought.",
        agreed_on=date(2026, 9, 1),
    )
    return replace(made, **changes)


def problems(make: Any) -> set[tuple[str, Problem]]:
    with pytest.raises(Refused) as refused:
        make()
    return {(one.field, one.problem) for one in refused.value.problems}


@given(day=DAYS)
def test_that_every_day_lies_in_the_quarter_it_is_put_into(day: date) -> None:
    first = quarters.quarter_of(day)
    assert first <= day <= quarters.last_day(first)
    assert quarters.quarter_of(first) == first
    assert quarters.last_day(first) + timedelta(days=1) == quarters.shifted(first, 1)


@given(day=DAYS, count=st.integers(-40, 40))
def test_that_quarters_are_counted_back_as_they_were_counted_on(day: date, count: int) -> None:
    first = quarters.quarter_of(day)
    moved = quarters.shifted(first, count)
    assert quarters.shifted(moved, -count) == first
    assert len(quarters.between(first, moved)) == max(count + 1, 0)


def test_that_the_financial_year_begins_in_april() -> None:
    assert [quarters.number(one) for one in (Q1, Q2, Q3, date(2027, 1, 1))] == [1, 2, 3, 4]
    assert quarters.year_of(date(2027, 1, 1)) == quarters.year_of(Q1) == 2026


def test_that_an_objective_stays_as_first_agreed() -> None:
    later = objective().revised(revision(Q2))
    assert later.wording == "Fewer people afraid after dark."
    assert later.measure.target == 10
    assert (later.wording_now, later.target_now) == ("Half the calls.", 20)


def test_that_changes_of_an_objective_come_one_after_the_other() -> None:
    once = objective().revised(revision(Q2))
    assert problems(lambda: once.revised(revision(Q1))) == {("on", Problem.BEFORE_AGREED)}
    early = date(2026, 3, 1)
    assert problems(lambda: objective().revised(revision(early))) == {("on", Problem.BEFORE_AGREED)}


def test_that_a_change_needs_its_reason_and_who_agreed() -> None:
    found = problems(lambda: revision(Q2, reason=" ", agreed_by=""))
    assert found == {("reason", Problem.REASON_MISSING), ("agreed_by", Problem.NAME_MISSING)}


@pytest.mark.parametrize(
    ("baseline", "target", "value", "way"),
    [(40, 10, 40, 0), (40, 10, 25, 0.5), (40, 10, 5, 35 / 30), (0, 8, 2, 0.25), (5, 5, 5, None)],
)
def test_that_progress_is_the_way_from_baseline_to_target(
    baseline: float, target: float, value: float, way: float | None
) -> None:
    measure = Measure(what="Calls", baseline=baseline, target=target)
    assert measure.progress(value) == way
    assert measure.progress(None) is None


def test_that_a_number_that_is_none_is_refused() -> None:
    wrong = problems(lambda: Measure(what="Calls", baseline=float("nan"), target=float("inf")))
    assert wrong == {("baseline", Problem.NOT_A_NUMBER), ("target", Problem.NOT_A_NUMBER)}
    assert problems(lambda: Measure(target=3)) == {("what", Problem.TEXT_MISSING)}


def test_that_money_of_a_quarter_is_compared_only_where_spending_is_known() -> None:
    told = QuarterMoney(quarter=Q1, planned=10_000, actual=12_550)
    line = BudgetLine(source="Fund", quarters=(told, QuarterMoney(quarter=Q2, planned=5_000)))
    assert told.variance == 2_550
    found = funding.to_date((line,), TODAY)
    assert (found.planned, found.actual, found.variance, found.unknown) == (
        10_000,
        12_550,
        2_550,
        1,
    )
    assert funding.unreported((line,), TODAY) == (Q2,)
    assert funding.quarters_of((line,)) == (Q1, Q2)


def test_that_a_quarter_is_one_and_told_once() -> None:
    rows = (QuarterMoney(quarter=Q1), QuarterMoney(quarter=Q1, planned=5))
    twice = problems(lambda: BudgetLine(source="Fund", quarters=rows))
    assert twice == {("quarters", Problem.QUARTER_TWICE)}
    off = problems(lambda: QuarterMoney(quarter=date(2026, 4, 2), planned=-1))
    assert off == {("quarter", Problem.NOT_A_QUARTER), ("quarters", Problem.AMOUNT_NOT_MONEY)}


def test_that_a_milestone_keeps_the_day_it_was_promised_for() -> None:
    lamps = Milestone(what="Lamps up", due=Q2)
    moved = lamps.moved(Q3, Q2, "No crane.").moved(date(2026, 12, 1), Q3, "No lamps.")
    assert (moved.first_due, moved.due) == (Q2, date(2026, 12, 1))
    assert [one.reason for one in moved.moves] == ["No crane.", "No lamps."]
    assert problems(lambda: lamps.moved(Q3, Q2, "")) == {("reason", Problem.REASON_MISSING)}
    reached = replace(lamps, reached=Q2)
    assert problems(lambda: reached.moved(Q3, Q2, "Why")) == {("to", Problem.MOVE_NOT_POSSIBLE)}
    assert problems(lambda: MilestoneMove(was=Q1, to=Q1, on=Q1, reason="x")) == {
        ("to", Problem.ALREADY_THERE)
    }


def test_that_an_older_project_reads_back_without_what_is_new() -> None:
    plain = {
        "id": str(PROJECT.id),
        "name": "Old",
        "objective": "Safer",
        "commissioner": "",
        "starts": None,
        "ends": None,
        "budget": [{"source": "Fund", "pence": 5, "in_kind": True}],
        "milestones": [{"what": "Survey", "due": "2026-03-01", "reached": None}],
        "remarks": "",
    }
    read = from_plain(Project, plain)
    assert read.budget == (BudgetLine(source="Fund", pence=5, in_kind=True),)
    assert read.milestones == (Milestone(what="Survey", due=date(2026, 3, 1)),)
    assert from_plain(Project, to_plain(read)) == read


def test_that_a_report_is_owed_for_each_quarter_that_is_over() -> None:
    assert TERMS.owed(None, TODAY) == (Q1, Q2)
    assert TERMS.owed(None, quarters.last_day(Q1)) == ()
    assert TERMS.due(Q2) == date(2026, 10, 30)
    assert replace(TERMS, first_quarter=None).owed(None, TODAY) == ()


def test_that_a_project_that_ended_owes_its_last_quarter_and_no_more() -> None:
    assert TERMS.owed(date(2026, 8, 10), date(2026, 8, 11)) == (Q1, Q2)
    assert TERMS.owed(date(2026, 8, 10), date(2030, 1, 1)) == (Q1, Q2)


def test_that_the_next_report_is_the_oldest_missing_one_or_the_one_to_come() -> None:
    file = ProjectFile(project=PROJECT, reporting=TERMS, reports=(report(Q1),))
    missing = file.next_report(TODAY)
    assert missing is not None
    assert (missing.quarter, missing.late(TODAY)) == (Q2, True)
    whole = replace(file, reports=(report(Q1), report(Q2)))
    coming = whole.next_report(TODAY)
    assert coming is not None
    assert (coming.quarter, coming.late(TODAY)) == (Q3, False)
    ended = replace(whole, project=replace(PROJECT, ends=date(2026, 9, 30)))
    assert ended.next_report(TODAY) is None
    assert file.reportable(TODAY) == (Q2, Q3)
    assert file.lacks_report_at(TODAY) == Q2
    assert whole.lacks_report_at(TODAY) is None


def test_that_a_report_says_something_and_is_not_of_the_future() -> None:
    found = problems(lambda: report(Q3, reported_by="", note=" "))
    assert found == {("reported_by", Problem.NAME_MISSING), ("note", Problem.TEXT_MISSING)}
    early = problems(lambda: report(Q3, received=Q2))
    assert early == {("received", Problem.QUARTER_NOT_BEGUN)}
    mute = problems(lambda: ObjectiveProgress(objective=objective().id, narrative=""))
    assert mute == {("narrative", Problem.TEXT_MISSING)}


@pytest.mark.parametrize("rag", [Rag.RED, Rag.AMBER])
def test_that_red_and_amber_say_why(rag: Rag) -> None:
    def make(said: Rag) -> ProjectRating:
        return ProjectRating(
            id=ProjectRatingId(UUID(int=5)), project=PROJECT.id, aspect=Aspect.SPEND, rag=said,
            on=TODAY, rated_by="CSP board",
        )  # fmt: skip

    assert problems(lambda: make(rag)) == {("reason", Problem.RAG_UNEXPLAINED)}
    assert make(Rag.GREEN).reason == ""


def test_that_each_aspect_stands_as_it_was_rated_last() -> None:
    def rated(number: int, aspect: Aspect, rag: Rag, on: date) -> ProjectRating:
        return ProjectRating(
            id=ProjectRatingId(UUID(int=number)), project=PROJECT.id, aspect=aspect, rag=rag,
            on=on, reason="Late.", rated_by="CSP board",
        )  # fmt: skip

    rows = (
        rated(2, Aspect.SPEND, Rag.RED, Q2),
        rated(1, Aspect.DELIVERY, Rag.GREEN, Q3),
        rated(3, Aspect.DELIVERY, Rag.AMBER, Q3),
        rated(4, Aspect.OUTCOME, Rag.AMBER, TODAY + timedelta(days=1)),
    )
    file = ProjectFile(project=PROJECT, ratings=rows)
    now = {aspect: one.rag for aspect, one in file.standing(TODAY).items()}
    assert now == {Aspect.DELIVERY: Rag.AMBER, Aspect.SPEND: Rag.RED}
    assert file.standing(Q2)[Aspect.SPEND].rag is Rag.RED
    assert Aspect.DELIVERY not in file.standing(Q2)


def test_that_money_goes_back_in_order_and_never_more_than_agreed() -> None:
    part = clawback(asked_on=Q3, recovered_on=TODAY, recovered=20_000)
    assert part.outstanding == 30_000
    found = problems(lambda: clawback(asked_on=date(2026, 8, 1), recovered=60_000))
    assert found == {
        ("asked_on", Problem.BEFORE_AGREED),
        ("recovered", Problem.MORE_THAN_AGREED),
        ("recovered_on", Problem.DATE_MISSING),
    }
    assert problems(lambda: clawback(recovered_on=TODAY)) == {
        ("recovered", Problem.AMOUNT_NOT_MONEY)
    }


def test_that_everything_that_waits_is_named_once_the_late_reports_first() -> None:
    steps = (
        Milestone(what="Survey", due=Q1, reached=Q2),
        Milestone(what="Lamps up", due=Q2),
        Milestone(what="Opening", due=date(2027, 5, 1)),
    )
    file = ProjectFile(
        project=replace(PROJECT, milestones=steps),
        reporting=replace(TERMS, final_due=TODAY + timedelta(days=14)),
        reports=(report(Q1),),
        clawbacks=(clawback(asked_on=Q3), clawback(recovered=50_000, recovered_on=TODAY)),
    )
    said = [(one.clock, one.since, one.what) for one in file.waits(TODAY)]
    assert said == [
        (ProjectClock.REPORT_LATE, date(2026, 10, 30), ""),
        (ProjectClock.FINAL_REPORT_DUE, date(2026, 12, 5), ""),
        (ProjectClock.MILESTONE_OVERDUE, Q2, "Lamps up"),
        (ProjectClock.CLAWBACK_OUTSTANDING, Q3, "Fund"),
    ]
    assert ProjectFile(project=PROJECT).waits(TODAY) == ()


def test_that_the_last_day_a_report_is_due_is_not_late() -> None:
    file = ProjectFile(project=PROJECT, reporting=TERMS, reports=(report(Q1),))
    assert not [one for one in file.waits(date(2026, 10, 30)) if one.quarter == Q2]
    assert [one.quarter for one in file.waits(date(2026, 10, 31))] == [Q2]
    assert report(Q2, received=date(2026, 10, 31)).late
    assert not report(Q2, received=date(2026, 10, 30)).late

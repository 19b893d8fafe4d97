"""Projects worked in a real vault: what was agreed stays, what is late is named, all is undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload import projects as records
from psg_desktop.casework.meeting import agendas, meetings, preflight
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.projects import funding, objectives, progress, project_files
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import (
    AgendaItemId,
    CaseId,
    ClawbackId,
    ObjectiveId,
    ProjectId,
    ProjectRatingId,
    ProjectReportId,
)
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.objectives import Measure, Objective, ObjectiveRevision
from psg_desktop.domain.preflight import Check
from psg_desktop.domain.project_files import ProjectClock
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport
from psg_desktop.domain.projects import BudgetLine, Milestone, Project, QuarterMoney
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY

Q1, Q2 = date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture
def kept(desk: Office) -> Project:
    made = Project(
        id=ProjectId(desk.new_id()),
        name="Light the towpath",
        budget=(BudgetLine(source="Fund", pence=500_000),),
        milestones=(Milestone(what="Lamps up", due=date(2026, 10, 1)),),
    )
    records.save(desk, made)
    return made


def agreed(office: Office, project: Project) -> Objective:
    made = Objective(
        id=ObjectiveId(office.new_id()),
        project=project.id,
        agreed_on=date(2026, 3, 20),
        wording="Fewer people afraid after dark.",
        measure=Measure(what="Calls after dark", baseline=40, target=10),
    )
    objectives.agree(office, made)
    return made


def report(office: Office, project: Project, quarter: date, **facts: Any) -> ProjectReport:
    return ProjectReport(
        id=ProjectReportId(office.new_id()),
        project=project.id,
        quarter=quarter,
        due=TODAY,
        received=TODAY,
        reported_by="Ottilie Bream",
        **{"note": "Under way.", **facts},
    )


def refused(done: Callable[[], object]) -> set[tuple[str, Problem]]:
    with pytest.raises(Refused) as caught:
        done()
    return {(one.field, one.problem) for one in caught.value.problems}


def test_that_an_objective_is_agreed_once_and_then_only_revised(
    desk: Office, kept: Project
) -> None:
    first = agreed(desk, kept)
    softer = replace(first, wording="Some fewer.")
    assert refused(lambda: objectives.agree(desk, softer)) == {("", Problem.REPORTED_AGAINST)}
    change = ObjectiveRevision(
        on=TODAY, wording="Half.", target=20, reason="Late.", agreed_by="Tabitha Rook"
    )
    objectives.revise(desk, first.id, change)
    (held,) = project_files.of_project(desk, kept.id).objectives
    assert (held.wording, held.wording_now) == (first.wording, "Half.")
    assert refused(lambda: objectives.take_out(desk, first.id)) == {("", Problem.REPORTED_AGAINST)}
    undoing.undo_last(desk)
    (held,) = project_files.of_project(desk, kept.id).objectives
    assert held == first
    objectives.take_out(desk, first.id)
    assert project_files.of_project(desk, kept.id).objectives == ()


def test_that_a_report_says_something_on_every_objective(desk: Office, kept: Project) -> None:
    progress.set_terms(desk, replace(progress.terms_of(desk, kept.id), first_quarter=Q1))
    first = agreed(desk, kept)
    bare = report(desk, kept, Q1)
    assert refused(lambda: progress.receive(desk, bare)) == {("narrative", Problem.TEXT_MISSING)}
    said = ObjectiveProgress(objective=first.id, narrative="Lamps ordered.", value=38)
    whole = replace(bare, progress=(said,))
    progress.receive(desk, whole)
    twice = replace(whole, id=ProjectReportId(desk.new_id()))
    assert refused(lambda: progress.receive(desk, twice)) == {("quarter", Problem.REPORTED_ALREADY)}
    # A correction later on keeps the day it was due, whatever the terms say by then.
    progress.set_terms(desk, replace(progress.terms_of(desk, kept.id), days=60))
    progress.receive(desk, replace(whole, note="Corrected."))
    (held,) = project_files.of_project(desk, kept.id).reports
    assert (held.due, held.note) == (date(2026, 7, 30), "Corrected.")
    assert refused(lambda: objectives.take_out(desk, first.id)) == {("", Problem.REPORTED_AGAINST)}


def test_that_one_project_has_one_set_of_terms_and_a_final_report_with_findings(
    desk: Office, kept: Project
) -> None:
    one, other = (progress.terms_of(desk, kept.id) for _ in range(2))
    progress.set_terms(desk, replace(one, first_quarter=Q2))
    progress.set_terms(desk, replace(other, first_quarter=Q1, final_due=TODAY))
    terms = progress.terms_of(desk, kept.id)
    assert (terms.id, terms.first_quarter) == (one.id, Q1)
    early = replace(terms, final_received=date(2027, 1, 1))
    assert refused(lambda: progress.receive_final(desk, early)) == {
        ("final_received", Problem.DATE_IN_FUTURE)
    }
    bare = replace(terms, final_received=TODAY)
    assert refused(lambda: progress.receive_final(desk, bare)) == {
        ("findings", Problem.OUTCOME_MISSING)
    }
    progress.receive_final(desk, replace(bare, findings="Calls fell by half."))
    clocks = {one.clock for one in project_files.waiting(desk)}
    assert ProjectClock.FINAL_REPORT_DUE not in clocks


def test_that_what_is_late_is_named_across_projects(desk: Office, kept: Project) -> None:
    progress.set_terms(desk, replace(progress.terms_of(desk, kept.id), first_quarter=Q2))
    claim = Clawback(
        id=ClawbackId(desk.new_id()), project=kept.id, source="Fund", pence=123_456,
        reason="Lamps not bought.", agreed_on=TODAY,
    )  # fmt: skip
    funding.save_clawback(desk, claim)
    found = [(one.name, one.clock, one.pence) for one in project_files.waiting(desk)]
    assert found == [
        ("Light the towpath", ProjectClock.REPORT_LATE, 0),
        ("Light the towpath", ProjectClock.MILESTONE_OVERDUE, 0),
        ("Light the towpath", ProjectClock.CLAWBACK_OUTSTANDING, 123_456),
    ]
    late = replace(claim, asked_on=date(2027, 1, 1))
    assert refused(lambda: funding.save_clawback(desk, late)) == {
        ("asked_on", Problem.DATE_IN_FUTURE)
    }
    paid = replace(claim, asked_on=TODAY, recovered_on=TODAY, recovered=123_456)
    funding.save_clawback(desk, paid)
    assert len(project_files.waiting(desk)) == 2


def test_that_money_and_milestones_change_one_by_one(desk: Office, kept: Project) -> None:
    (line,), (lamps,) = kept.budget, kept.milestones
    spent = replace(line, quarters=(QuarterMoney(quarter=Q1, planned=100, actual=90),))
    funding.save_line(desk, kept.id, line, spent)
    match = BudgetLine(source="Parish", pence=60_000, in_kind=True, match=True)
    funding.save_line(desk, kept.id, None, match)
    assert records.get(desk, kept.id).budget == (spent, match)
    assert refused(lambda: funding.save_line(desk, kept.id, line, None)) == {
        ("", Problem.CHANGED_MEANWHILE)
    }
    later = date(2027, 2, 1)
    slid = replace(lamps, due=later)
    assert refused(lambda: funding.save_milestone(desk, kept.id, lamps, slid)) == {
        ("due", Problem.MOVE_NOT_POSSIBLE)
    }
    funding.move_milestone(desk, kept.id, lamps, later, "No crane before spring.")
    (moved,) = records.get(desk, kept.id).milestones
    assert (moved.first_due, moved.due) == (date(2026, 10, 1), later)
    undoing.undo_last(desk)
    assert records.get(desk, kept.id).milestones == (lamps,)
    funding.save_line(desk, kept.id, match, None)
    assert records.get(desk, kept.id).budget == (spent,)


def test_that_those_who_rate_report_and_agree_are_found_in_texts(
    desk: Office, kept: Project
) -> None:
    first = agreed(desk, kept)
    change = ObjectiveRevision(
        on=TODAY, wording="Half.", reason="Late.", agreed_by="Perpetua Quillfeather"
    )
    objectives.revise(desk, first.id, change)
    said = (ObjectiveProgress(objective=first.id, narrative="Ordered."),)
    told = report(desk, kept, Q1, progress=said)
    progress.receive(desk, replace(told, reported_by="Ambrose Tollgate"))
    rating = ProjectRating(
        id=ProjectRatingId(desk.new_id()), project=kept.id, aspect=Aspect.SPEND, rag=Rag.RED,
        on=TODAY, reason="Nothing spent.", rated_by="Winifred Sedgemoor",
    )  # fmt: skip
    progress.rate(desk, [rating])
    text = "Perpetua Quillfeather asked Ambrose Tollgate and Winifred Sedgemoor."
    found = {text[one.start : one.end] for one in identities.finder(desk).find(text)}
    assert {"Perpetua Quillfeather", "Ambrose Tollgate", "Winifred Sedgemoor"} <= found
    ahead = replace(rating, id=ProjectRatingId(desk.new_id()), on=date(2027, 1, 1))
    assert refused(lambda: progress.rate(desk, [ahead])) == {("on", Problem.DATE_IN_FUTURE)}


def test_that_a_project_on_the_agenda_without_its_report_is_told(
    desk: Office, kept: Project
) -> None:
    case = Case(
        id=CaseId(desk.new_id()), reference="PSG-2026-070", kind=CaseKind.PROJECT,
        subject=kept.id, title="Towpath", opened=TODAY,
    )  # fmt: skip
    cases.open_case(desk, cases.Opening(case=case))
    progress.set_terms(desk, replace(progress.terms_of(desk, kept.id), first_quarter=Q1))
    meeting = max(meetings.calendar(desk, MeetingGroup.PSG), key=lambda one: one.meeting.on).meeting
    item = AgendaItem(
        id=AgendaItemId(desk.new_id()), meeting=meeting.id, kind=ItemKind.PROJECT, case=case.id
    )
    agendas.add_item(desk, item)

    def told() -> list[str]:
        found = preflight.checks(desk, meeting.id, desk.now())
        return [one.label for one in found if one.check is Check.PROJECT_REPORT_MISSING]

    assert told() == ["PSG-2026-070"]
    progress.receive(desk, report(desk, kept, Q2))
    assert told() == []

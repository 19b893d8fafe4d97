"""The search finds the plan, the papers of projects, and what death reviews recommend."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, table

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import projects as records
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import death_reviews, plan
from psg_desktop.casework.projects import funding, objectives, progress
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault.catching_up import let_all_be_found
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    ReviewStage,
)
from psg_desktop.domain.ids import (
    ClawbackId,
    DeathReviewId,
    ObjectiveId,
    PlanActionId,
    PlanMeasureId,
    PlanPriorityId,
    ProjectId,
    ProjectReportId,
    RecommendationId,
)
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.plan import PlanAction, PlanPriority
from psg_desktop.domain.plan_measures import Better, MeasureScope, PlanMeasure
from psg_desktop.domain.project_reports import ProjectReport
from psg_desktop.domain.projects import Project
from psg_desktop.store import schema
from tests.builders import TODAY

QUARTER = date(2026, 7, 1)


def found(office: Office, typed: str) -> list[tuple[FoundKind, str, str]]:
    return [(one.kind, one.label, one.detail) for one in lists.find(office, typed)]


@pytest.fixture
def priority(desk: Office) -> PlanPriority:
    year = plan.begin(desk, 2026)
    made = PlanPriority(
        id=PlanPriorityId(desk.new_id()), plan=year, position=0, name="Safer riverside",
        objective="Nobody is afraid of the towpath.", lead_officer="Petra Quillfeather",
    )  # fmt: skip
    plan.save_priority(desk, made)
    with desk.reading() as unit:
        agency = unit.agencies.all()[0].id
    plan.save_action(desk, PlanAction(
        id=PlanActionId(desk.new_id()), priority=made.id, agency=agency, what="Light the underpass",
        officer="Joan Cloverley", due=date(2027, 1, 31),
    ))  # fmt: skip
    plan.save_measure(desk, PlanMeasure(
        id=PlanMeasureId(desk.new_id()), priority=made.id, name="Feeling safe after dark",
        scope=MeasureScope.LOCAL, unit="% of residents", better=Better.HIGHER,
    ))  # fmt: skip
    return made


@pytest.fixture
def recommendation(desk: Office) -> Recommendation:
    review = DeathReview(
        id=DeathReviewId(desk.new_id()), kind=DeathReviewKind.RELATED_DEATH, reference="DARDR 3",
        title="Adult A", stage=ReviewStage.REPORTED, since=date(2026, 9, 1),
    )  # fmt: skip
    death_reviews.save(desk, review)
    with desk.reading() as unit:
        agency = unit.agencies.all()[0].id
    made = Recommendation(
        id=RecommendationId(desk.new_id()), review=review.id, number="4a", agency=agency,
        text="Train reception staff to ask about safety at home.", made_on=date(2026, 9, 1),
        due=date(2027, 3, 31), owner="Safeguarding lead",
    )  # fmt: skip
    death_reviews.save_recommendation(desk, made)
    return made


@pytest.mark.parametrize(
    "typed", ["riverside", "nobody towpath", "quillf", "underpass", "cloverley", "feeling safe",
              "riverside underpass safe"],
)  # fmt: skip
def test_that_a_priority_is_found_by_its_own_words_and_those_of_its_actions_and_measures(
    desk: Office, priority: PlanPriority, typed: str
) -> None:
    assert found(desk, typed) == [(FoundKind.PRIORITY, priority.name, "2026")]
    assert lists.find(desk, typed)[0].id == priority.id


def test_that_a_project_is_found_by_its_objectives_reports_and_clawback(desk: Office) -> None:
    project = Project(id=ProjectId(desk.new_id()), name="Light the towpath")
    records.save(desk, project)
    objectives.agree(desk, Objective(
        id=ObjectiveId(desk.new_id()), project=project.id, agreed_on=date(2026, 3, 20),
        wording="Fewer cyclists turn back.",
    ))  # fmt: skip
    terms = replace(
        progress.terms_of(desk, project.id), final_received=TODAY, findings="Lanterns outlast bulbs"
    )
    progress.receive_final(desk, terms)
    assert found(desk, "cyclists lanterns")[0][:2] == (FoundKind.PROJECT, project.name)
    assert not found(desk, "cyclists zebra")
    funding.save_clawback(desk, Clawback(
        id=ClawbackId(desk.new_id()), project=project.id, source="Fund", pence=500,
        reason="Cheaper brackets", agreed_on=TODAY,
    ))  # fmt: skip
    assert found(desk, "brackets")[0][:2] == (FoundKind.PROJECT, project.name)


def test_that_a_recommendation_and_its_review_are_found_until_it_is_undone(
    desk: Office, recommendation: Recommendation
) -> None:
    asked = [(FoundKind.RECOMMENDATION, recommendation.text, "DARDR 3, 4a")]
    assert found(desk, "reception home") == asked
    assert found(desk, "safeguarding") == asked
    assert found(desk, "dardr") == [(FoundKind.DEATH_REVIEW, "DARDR 3", "Adult A")]
    undoing.undo_last(desk)
    assert found(desk, "reception home") == []


def test_that_what_an_older_vault_left_out_of_the_search_is_found_once_it_is_opened(
    desk: Office, priority: PlanPriority, recommendation: Recommendation
) -> None:
    with desk.jotting() as unit:
        tables = (table("search_names"), table("search_texts"), schema.search_entries)
        for one in tables:
            unit.reading.connection.execute(delete(one))
    assert not found(desk, "riverside")
    let_all_be_found(desk)
    let_all_be_found(desk)
    assert found(desk, "underpass") == [(FoundKind.PRIORITY, priority.name, "2026")]
    assert found(desk, "reception")[0][1] == recommendation.text
    plan.remove_action(desk, _only_action(desk))
    assert not found(desk, "underpass")


def _only_action(office: Office) -> PlanActionId:
    with office.reading() as unit:
        (one,) = unit.plan_actions.all()
    return one.id


def test_that_a_report_is_found_by_who_reported(desk: Office) -> None:
    project = Project(id=ProjectId(desk.new_id()), name="Lamps")
    records.save(desk, project)
    terms = progress.terms_of(desk, project.id)
    progress.set_terms(desk, replace(terms, first_quarter=QUARTER))
    progress.receive(desk, ProjectReport(
        id=ProjectReportId(desk.new_id()), project=project.id, quarter=QUARTER, due=TODAY,
        received=TODAY, reported_by="Ottilie Bream", note="Two lamps are up.",
    ))  # fmt: skip
    assert found(desk, "ottilie two")[0][:2] == (FoundKind.PROJECT, "Lamps")

"""Figures that are shown exactly, as they stood on the last day."""

from dataclasses import replace
from datetime import date

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places, premises
from psg_desktop.casework.partnership import death_reviews
from psg_desktop.casework.projects import progress
from psg_desktop.casework.statistics.open_figures import open_figures
from psg_desktop.domain.case_review_numbers import PublishedNumber
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    RecommendationStanding,
    ReviewStage,
)
from psg_desktop.domain.funding import Spending
from psg_desktop.domain.ids import (
    DeathReviewId,
    PlaceId,
    PriorityStatusId,
    ProjectId,
    ProjectRatingId,
)
from psg_desktop.domain.places import Place
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus, StageMove
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.projects import BudgetLine, Project, QuarterMoney
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from tests.builders import new_id
from tests.casework.asb_reviews.test_asb_reviews import received
from tests.casework.partnership.test_death_reviews import a_recommendation

Q2, Q3 = date(2026, 4, 1), date(2026, 7, 1)
SPRING, SUMMER = (Period(kind=PeriodKind.QUARTER, last_quarter=one) for one in (Q2, Q3))


def a_project(office: Office, **facts: object) -> Project:
    lines = (
        BudgetLine(source="Fund", pence=90_000, quarters=(
            QuarterMoney(quarter=Q2, planned=30_000, actual=20_000),
            QuarterMoney(quarter=Q3, planned=40_000),
        )),
        BudgetLine(source="Council", match=True, in_kind=True, quarters=(
            QuarterMoney(quarter=Q2, planned=5_000, actual=6_000),
        )),
    )  # fmt: skip
    made = Project(id=ProjectId(new_id()), name="Light the towpath", budget=lines)
    made = replace(made, **facts)
    projects.save(office, made)
    return made


def test_that_projects_are_counted_by_the_rating_of_the_last_day(desk: Office) -> None:
    running = a_project(desk)
    a_project(desk, starts=date(2026, 7, 2))
    ratings = [
        ProjectRating(
            id=ProjectRatingId(new_id()), project=running.id, aspect=Aspect.SPEND, rag=rag,
            on=on, reason="Late start.", rated_by="Ilse Sedgeway",
        )
        for rag, on in ((Rag.GREEN, date(2026, 5, 1)), (Rag.RED, date(2026, 7, 20)))
    ]  # fmt: skip
    progress.rate(desk, ratings)
    spring, summer = (open_figures(desk, one) for one in (SPRING, SUMMER))
    assert (spring.projects, summer.projects) == (1, 2)
    assert spring.ratings[Aspect.SPEND] == {Rag.RED: 0, Rag.AMBER: 0, Rag.GREEN: 1, None: 0}
    assert summer.ratings[Aspect.SPEND] == {Rag.RED: 1, Rag.AMBER: 0, Rag.GREEN: 0, None: 1}
    assert summer.ratings[Aspect.DELIVERY][None] == 2


def test_that_money_is_added_up_over_the_quarters_of_the_period(desk: Office) -> None:
    a_project(desk)
    (money,) = open_figures(desk, SPRING).money
    assert money.spending == Spending(planned=35_000, actual=26_000)
    assert money.match == Spending(planned=5_000, actual=6_000)
    (money,) = open_figures(desk, SUMMER).money
    assert money.spending == Spending(unknown=1)
    assert not open_figures(desk, SPRING.shifted(-4)).money
    assert "towpath" not in repr(money)


def test_that_the_four_numbers_are_those_of_the_period(desk: Office) -> None:
    received(desk, days_ago=60)
    counts = open_figures(desk, SUMMER).case_reviews
    assert counts[PublishedNumber.APPLICATIONS] == 1
    assert set(counts) == set(PublishedNumber)
    assert open_figures(desk, SPRING).case_reviews[PublishedNumber.APPLICATIONS] == 0


def test_that_recommendations_stand_as_they_did_on_the_last_day(desk: Office) -> None:
    review = DeathReview(
        id=DeathReviewId(new_id()), kind=DeathReviewKind.RELATED_DEATH, reference="DARDR 3",
        title="Adult A", stage=ReviewStage.REPORTED, since=Q2,
    )  # fmt: skip
    death_reviews.save(desk, review)
    one = replace(
        a_recommendation(desk, review), made_on=date(2026, 6, 1), sent=date(2026, 6, 5),
        acknowledged=date(2026, 6, 9), evidence="Trained.", done=date(2026, 7, 9),
    )  # fmt: skip
    death_reviews.save_recommendation(desk, one, checked=True)
    before, spring, summer = (
        {
            standing
            for standing, count in open_figures(desk, period).recommendations.items()
            if count
        }
        for period in (SPRING.shifted(-1), SPRING, SUMMER)
    )
    assert not before
    assert spring == {RecommendationStanding.IN_HAND}
    assert summer == {RecommendationStanding.DONE}


def test_that_priority_areas_are_counted_with_their_moves(desk: Office) -> None:
    place = Place(id=PlaceId(new_id()), name="Green")
    places.save(desk, place)
    for stage, since in (
        (PriorityStage.EMERGING, date(2026, 5, 1)),
        (PriorityStage.SUSTAINING, date(2026, 8, 1)),
    ):
        status = PriorityStatus(
            id=PriorityStatusId(new_id()), place=place.id, stage=stage, since=since,
            evidence="Calls rose.", decided_by="Data review",
        )  # fmt: skip
        premises.set_priority(desk, status)
    spring, summer = (open_figures(desk, one) for one in (SPRING, SUMMER))
    assert spring.areas[PriorityStage.EMERGING] == 1
    assert summer.areas == {one: int(one is PriorityStage.SUSTAINING) for one in PriorityStage}
    moved = StageMove(before=PriorityStage.EMERGING, after=PriorityStage.SUSTAINING, count=1)
    assert summer.moves == (moved,)

"""Death reviews: recommendations are followed up, and no word of them points to somebody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.partnership import board_tables, death_reviews
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    RecommendationStanding,
    ReviewStage,
    Step,
)
from psg_desktop.domain.ids import DeathReviewId, RecommendationId
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_person


@pytest.fixture
def review(desk: Office) -> DeathReview:
    people.save(desk, a_person(full_name="Wilf Marrowby"))
    made = DeathReview(
        id=DeathReviewId(desk.new_id()), kind=DeathReviewKind.RELATED_DEATH, reference="DARDR 3",
        title="Adult A", stage=ReviewStage.REPORTED, since=date(2026, 9, 1),
    )  # fmt: skip
    death_reviews.save(desk, made)
    return made


def a_recommendation(office: Office, review: DeathReview) -> Recommendation:
    with office.reading() as unit:
        agency = unit.agencies.all()[0].id
    return Recommendation(
        id=RecommendationId(office.new_id()), review=review.id, number="1", agency=agency,
        text="Train reception staff to ask about safety at home.", made_on=date(2026, 9, 1),
        due=date(2027, 3, 31),
    )  # fmt: skip


def refused(act: Callable[[], None]) -> set[tuple[str, Problem]]:
    with pytest.raises(Refused) as caught:
        act()
    return {(one.field, one.problem) for one in caught.value.problems}


POINTING = (
    "The death of Wilf Marrowby",
    "Marrowby review",
    "Adult A, died 3 March 2025",
    "Adult A, 14 Sluice Lane",
    "Adult A of CB7 4EE",
    "Adult A, aged 34",
)


def test_that_a_title_that_points_to_somebody_is_refused(desk: Office, review: DeathReview) -> None:
    """Whatever a person says of it."""
    for title in POINTING:
        pointing = replace(review, title=title)
        assert refused(partial(death_reviews.save, desk, pointing, checked=True)) == {
            ("title", Problem.IDENTITY_FOUND)
        }, title
    assert death_reviews.followed(desk)[0].review.title == "Adult A"


def test_that_a_doubtful_title_waits_for_a_person_to_say_it_names_nobody(
    desk: Office, review: DeathReview
) -> None:
    doubtful = replace(review, title="Smith review")
    (found,) = death_reviews.pointing(desk, doubtful)
    assert (found.words, found.sure) == ("Smith", False)
    assert refused(lambda: death_reviews.save(desk, doubtful)) == {
        ("title", Problem.MAY_NAME_SOMEBODY)
    }
    death_reviews.save(desk, doubtful, checked=True)
    assert death_reviews.followed(desk)[0].review == doubtful


def test_that_a_recommendation_names_no_subject_but_may_date_its_evidence(
    desk: Office, review: DeathReview
) -> None:
    one = a_recommendation(desk, review)
    naming = replace(
        one,
        text="Do better than was done for Wilf Marrowby.",
        steps=(Step(what="Tell the Marrowby family"),),
    )
    assert refused(lambda: death_reviews.save_recommendation(desk, naming, checked=True)) == {
        ("text", Problem.IDENTITY_FOUND),
        ("steps", Problem.IDENTITY_FOUND),
    }
    proved = replace(
        one, sent=date(2026, 9, 2), acknowledged=date(2026, 9, 9), done=date(2026, 11, 2),
        evidence="Minutes of the board of 2 November 2026.",
    )  # fmt: skip
    death_reviews.save_recommendation(desk, proved)
    assert death_reviews.pressing(desk) == ()
    late = replace(proved, done=date(2026, 12, 2))
    assert refused(lambda: death_reviews.save_recommendation(desk, late)) == {
        ("done", Problem.DATE_IN_FUTURE)
    }


def test_that_what_was_never_sent_or_answered_presses_until_it_is(
    desk: Office, review: DeathReview
) -> None:
    one = a_recommendation(desk, review)
    other = replace(one, id=RecommendationId(desk.new_id()), number="2", sent=date(2026, 9, 2))
    death_reviews.save_recommendation(desk, one)
    death_reviews.save_recommendation(desk, other)
    today = desk.today()
    standings = [each.recommendation.standing(today) for each in death_reviews.pressing(desk)]
    assert standings == [
        RecommendationStanding.NOT_ACKNOWLEDGED,
        RecommendationStanding.NOT_SENT,
    ]
    death_reviews.save_recommendation(desk, replace(other, acknowledged=date(2026, 11, 20)))
    assert len(death_reviews.pressing(desk)) == 1
    undoing.undo_last(desk)
    assert len(death_reviews.pressing(desk)) == 2
    assert refused(lambda: death_reviews.remove(desk, review.id)) == {("", Problem.STILL_IN_USE)}


def test_that_the_table_for_the_board_says_how_each_stands(
    desk: Office, review: DeathReview, tmp_path: Path
) -> None:
    step = Step(what="Training written", due=date(2026, 12, 1))
    one = replace(a_recommendation(desk, review), steps=(step,), owner="Joan Cloverley")
    death_reviews.save_recommendation(desk, one)
    board_tables.write_progress(desk, tmp_path / "progress.xlsx")
    book = openpyxl.load_workbook(tmp_path / "progress.xlsx")
    (heads, row), (names, counts) = book["Recommendations"].values, book["Reviews"].values
    told = dict(zip(heads, row, strict=True))
    assert told["Standing"] == "Not sent yet"
    assert told["Milestones"] == "Training written: due Tue 1 Dec 2026"
    summary = dict(zip(names, counts, strict=True))
    assert (summary["Title"], summary["Recommendations"], summary["Pressing"]) == ("Adult A", 1, 1)

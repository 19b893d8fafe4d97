"""Priority areas: where a place stood on a day, and the moves between two days."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.ids import PlaceId, PriorityStatusId
from psg_desktop.domain.priority_areas import (
    PriorityStage,
    PriorityStatus,
    StageMove,
    moves_between,
    stage_on,
)

DAY = date(2026, 1, 1)
WEEKS = st.integers(0, 40)
COURSES = st.lists(st.tuples(WEEKS, st.sampled_from(PriorityStage)), max_size=12)


def decided(course: list[tuple[int, PriorityStage]], place: int = 1) -> list[PriorityStatus]:
    return [
        PriorityStatus(
            id=PriorityStatusId(UUID(int=place * 1000 + number)),
            place=PlaceId(UUID(int=place)),
            stage=stage,
            since=DAY + timedelta(weeks=week),
            evidence="Calls rose.",
            decided_by="Data review",
        )
        for number, (week, stage) in enumerate(course)
    ]


def test_that_the_latest_decision_up_to_a_day_tells_the_stage() -> None:
    rows = decided([(0, PriorityStage.EMERGING), (10, PriorityStage.DISCHARGED)])
    assert stage_on(rows, DAY - timedelta(days=1)) is None
    assert stage_on(rows, DAY + timedelta(weeks=9)) is PriorityStage.EMERGING
    assert stage_on(rows, DAY + timedelta(weeks=10)) is PriorityStage.DISCHARGED


def test_that_moves_are_counted_by_where_from_and_where_to() -> None:
    course = [(0, PriorityStage.EMERGING), (5, PriorityStage.SUSTAINING)]
    rows = decided(course) + decided(course, place=2)
    assert moves_between(rows, DAY + timedelta(days=1), DAY + timedelta(weeks=9)) == (
        StageMove(before=PriorityStage.EMERGING, after=PriorityStage.SUSTAINING, count=2),
    )


@given(COURSES, WEEKS)
def test_that_moves_before_and_after_any_day_add_up_to_all(
    course: list[tuple[int, PriorityStage]], week: int
) -> None:
    rows, cut = decided(course), DAY + timedelta(weeks=week)
    parts = (
        *moves_between(rows, date.min, cut),
        *moves_between(rows, cut + timedelta(1), date.max),
    )
    whole = moves_between(rows, date.min, date.max)
    assert sum(one.count for one in parts) == sum(one.count for one in whole)
    assert sum(one.count for one in whole) <= len(rows)

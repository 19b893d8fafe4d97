"""Laws of spreading reviews: nothing is lost, late, rushed on a day off, or of high risk."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.review_load import (
    REVIEWS_A_DAY,
    WEEKS,
    PlannedReview,
    monday_of,
    spread,
    weeks_from,
)
from psg_desktop.reference import workdays
from tests.builders import TODAY, new_id

HORIZON = (monday_of(TODAY) + timedelta(weeks=WEEKS) - TODAY).days - 1


def a_review(due: int, slack: int = 60, risk: RiskLevel | None = None) -> PlannedReview:
    day = TODAY + timedelta(days=due)
    return PlannedReview(
        case=CaseId(new_id()),
        reference=f"PSG-{due:03}",
        title="Noise",
        risk=risk,
        due=day,
        latest=day + timedelta(days=slack),
    )


REVIEWS = st.lists(
    st.builds(
        a_review,
        st.integers(1, HORIZON),
        st.integers(-20, 40),
        st.none() | st.sampled_from(RiskLevel),
    ),
    max_size=80,
)
LEAVE = st.sets(st.integers(1, HORIZON).map(lambda count: TODAY + timedelta(days=count)))


def free(leave: set[date]) -> list[date]:
    days = (TODAY + timedelta(days=count) for count in range(1, HORIZON + 1))
    return [day for day in days if workdays.is_working_day(day, leave)]


@given(REVIEWS, LEAVE)
def test_that_spreading_keeps_every_rule(planned: list[PlannedReview], leave: set[date]) -> None:
    weeks = weeks_from(TODAY, planned, free(leave))
    moves = spread(planned, weeks)
    known = {one.case: one for one in planned}
    assert len({move.case for move in moves}) == len(moves)
    for move in moves:
        one = known[move.case]
        assert move.before == one.due
        assert TODAY < move.after <= one.latest
        assert workdays.is_working_day(move.after, leave)
        assert one.risk is not RiskLevel.HIGH
    after = {one.case: one.due for one in planned} | {move.case: move.after for move in moves}
    assert after.keys() == known.keys()
    before_days = Counter(one.due for one in planned)
    for day, count in Counter(after.values()).items():
        assert count <= max(REVIEWS_A_DAY, before_days[day])
    loads = Counter(map(monday_of, after.values()))
    fullest = max((week.due for week in weeks), default=0)
    assert sum(loads.values()) == len(planned)
    days = set(free(leave))
    if all(one.due in days for one in planned):
        assert max(loads.values(), default=0) <= fullest


def test_that_a_crowded_week_gives_to_an_empty_one() -> None:
    planned = [a_review(10) for _ in range(12)]
    moves = spread(planned, weeks_from(TODAY, planned, free(set())))
    loads = Counter(monday_of(one.due) for one in planned)
    for move in moves:
        loads[monday_of(move.before)] -= 1
        loads[monday_of(move.after)] += 1
    assert max(loads.values()) <= 3


def test_that_a_review_on_leave_goes_to_the_nearest_free_day() -> None:
    one = a_review(12)
    weeks = weeks_from(TODAY, [one], free({one.due}))
    (move,) = spread([one], weeks)
    assert abs((move.after - one.due).days) == 1


def test_that_high_risk_stays_and_no_room_means_no_move() -> None:
    planned = [a_review(10, risk=RiskLevel.HIGH) for _ in range(12)]
    assert spread(planned, weeks_from(TODAY, planned, free(set()))) == ()
    tight = [a_review(2, slack=0) for _ in range(12)]
    assert spread(tight, weeks_from(TODAY, tight, [])) == ()

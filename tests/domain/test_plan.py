"""What a plan keeps: years, promises that can be followed up, figures that can be checked."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.ids import AgencyId, PlanActionId, PlanId, PlanMeasureId, PlanPriorityId
from psg_desktop.domain.plan import (
    Judgement,
    Plan,
    PlanAction,
    PlanLink,
    PlanPriority,
    plan_year,
    year_words,
)
from psg_desktop.domain.plan_measures import Better, Course, Figure, MeasureScope, PlanMeasure
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.words import plan as words

PRIORITY = PlanPriorityId(UUID(int=2))
ACTION = PlanAction(
    id=PlanActionId(UUID(int=3)),
    priority=PRIORITY,
    what="Light the underpass",
    agency=AgencyId(UUID(int=4)),
    officer="Joan Cloverley",
    due=date(2026, 12, 1),
)
BASE = Figure(value=112, period="2025/26", source="Police recorded incidents")
MEASURE = PlanMeasure(
    id=PlanMeasureId(UUID(int=5)),
    priority=PRIORITY,
    name="Reports of nuisance at night",
    scope=MeasureScope.LOCAL,
    unit="reports",
    better=Better.LOWER,
    baseline=BASE,
    target=100,
)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_that_every_day_lies_in_the_year_of_its_plan(day: date) -> None:
    plan = Plan(id=PlanId(UUID(int=1)), year=plan_year(day))
    assert plan.starts <= day < plan.starts.replace(year=plan.year + 1)


def test_that_a_year_is_written_as_boards_write_it() -> None:
    assert [year_words(2026), year_words(2099)] == ["2026/27", "2099/00"]


def test_that_an_agreed_plan_says_when_and_by_whom() -> None:
    with pytest.raises(Refused) as refused:
        Plan(id=PlanId(UUID(int=1)), year=2026, agreed_on=date(2026, 3, 1))
    assert problems(refused) == {("agreed_by", Problem.NAME_MISSING)}


def test_that_an_action_has_a_lead_and_a_due_date_or_is_none() -> None:
    with pytest.raises(Refused) as refused:
        replace(ACTION, what=" ", agency=None, officer="", due=None)
    assert {field for field, _ in problems(refused)} == {"what", "agency", "officer", "due"}


def test_that_an_action_ends_with_what_came_of_it_and_is_overdue_until_then() -> None:
    late = date(2026, 12, 2)
    assert ACTION.overdue(late)
    assert not ACTION.overdue(date(2026, 12, 1))
    with pytest.raises(Refused) as refused:
        replace(ACTION, ended=late)
    assert problems(refused) == {("progress", Problem.OUTCOME_MISSING)}
    assert not replace(ACTION, ended=late, progress="Four lamps work.").overdue(late)
    assert not replace(ACTION, carried_to=PlanActionId(UUID(int=9))).overdue(late)


def test_that_a_priority_keeps_every_judgement_in_the_order_of_days() -> None:
    priority = PlanPriority(id=PRIORITY, plan=PlanId(UUID(int=1)), position=0, name="Nights")
    amber = Judgement(on=date(2026, 6, 1), rag=Rag.AMBER, reason="No lamps yet", by="Joan")
    green = Judgement(on=date(2026, 9, 1), rag=Rag.GREEN, reason="Lamps are lit", by="Joan")
    assert priority.judge(green).judge(amber).judgements == (amber, green)
    assert priority.judge(green).judge(amber).standing == green
    with pytest.raises(Refused):
        replace(amber, reason=" ")


def test_that_a_link_has_one_end() -> None:
    with pytest.raises(Refused):
        PlanLink(id=None, priority=PRIORITY, since=date(2026, 4, 1))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("baseline", "latest", "better", "course", "said"),
    [
        (112, 97, Better.LOWER, Course.BETTER, "Better: 15 lower than the baseline, 13%"),
        (112, 97, Better.HIGHER, Course.WORSE, "Worse: 15 lower than the baseline, 13%"),
        (4, 6, Better.LOWER, Course.WORSE, "Worse: 2 higher than the baseline"),
        (7, 7, Better.LOWER, Course.SAME, "No change"),
    ],
)
def test_that_a_reading_stands_beside_its_baseline(
    baseline: float, latest: float, better: Better, course: Course, said: str
) -> None:
    """A share is given of a large baseline only: two of four is no news for a board."""
    reading = Figure(value=latest, period="2026/27", source="Police", on=date(2026, 10, 1))
    measure = replace(
        MEASURE, better=better, baseline=replace(BASE, value=baseline), readings=(reading,)
    )
    assert measure.change().course is course
    assert words.change(measure) == said


def test_that_a_measure_that_is_a_percentage_moves_by_points_and_by_no_share_of_itself() -> None:
    """Boards were confused by counts mixed with percentages: 61.5% to 70% is not 14% more."""
    reading = Figure(value=70, period="2026/27", source="Survey", on=date(2026, 10, 1))
    measure = replace(
        MEASURE, unit="% of residents", better=Better.HIGHER, target=70.0,
        baseline=replace(BASE, value=61.5), readings=(reading,),
    )  # fmt: skip
    assert measure.change().share is None
    assert words.change(measure) == "Better: 8.5 percentage points higher than the baseline"
    assert words.target(measure) == "Target 70% of residents: met"
    assert words.figure(reading, measure.unit) == "70% of residents, 2026/27 (Survey)"


def test_that_readings_stay_in_the_order_of_their_data_and_meet_the_target_or_not() -> None:
    early = Figure(value=104, period="Quarter 1", source="Police", on=date(2026, 7, 1))
    late = Figure(value=99, period="Quarter 2", source="Police", on=date(2026, 10, 1))
    measure = MEASURE.with_readings((late, early))
    assert measure.latest == late
    assert words.target(measure) == "Target 100 reports: met"
    assert words.target(measure.with_readings((early,))) == "Target 100 reports: not met"
    assert MEASURE.change().course is Course.NOT_READ


def test_that_a_figure_without_source_or_period_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Figure(value=float("nan"), period="", source="")
    assert {field for field, _ in problems(refused)} == {"value", "period", "source"}

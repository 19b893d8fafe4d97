"""A plan and death reviews as Hypothesis makes them, and what must be there beside them."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.cases import Case
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    ReviewStage,
    Step,
)
from psg_desktop.domain.ids import DeathReviewId, PlanId, PlanPriorityId
from psg_desktop.domain.plan import Plan, PlanAction, PlanLink, PlanPriority
from psg_desktop.domain.plan_measures import Figure, PlanMeasure
from psg_desktop.store.units import Unit
from tests.interventions import AGENCY

DAY = date(2026, 3, 4)
TIED_PLAN = Plan(id=PlanId(UUID(int=71)), year=2026)
TIED_PRIORITY = PlanPriority(
    id=PlanPriorityId(UUID(int=72)), plan=TIED_PLAN.id, position=0, name="Quieter nights"
)
TIED_REVIEW = DeathReview(
    id=DeathReviewId(UUID(int=73)),
    kind=DeathReviewKind.RELATED_DEATH,
    reference="DARDR 1",
    title="Review one",
    stage=ReviewStage.UNDERWAY,
    since=DAY,
)
Fields = dict[str, st.SearchStrategy[Any]]
Held = Callable[[type[Any], Case], Fields]

NUMBERS = st.floats(-1e9, 1e9)
DAYS = st.dates(date(2026, 3, 4), date(2100, 1, 1))


def put_beside(unit: Unit) -> None:
    """Put what a plan's records and recommendations hang on; their agency is there already."""
    unit.plans.put(TIED_PLAN)
    unit.plan_priorities.put(TIED_PRIORITY)
    unit.death_reviews.put(TIED_REVIEW)


def _figures() -> st.SearchStrategy[Figure]:
    return st.builds(Figure, value=NUMBERS, on=DAYS)


def own_fields(kind: type[Any]) -> Fields:
    """Give the fields of a kind of record of the plan that hang together in ways of their own."""
    priority = {"priority": st.just(TIED_PRIORITY.id)}
    owned: dict[type[Any], Fields] = {
        Plan: {"year": st.integers(1998, 2100), "agreed_on": st.just(DAY)},
        PlanPriority: {"plan": st.just(TIED_PLAN.id)},
        PlanAction: priority | {"agency": st.just(AGENCY), "due": DAYS, "ended": DAYS},
        PlanMeasure: priority
        | {
            "baseline": st.none() | _figures(),
            "target": st.none() | NUMBERS,
            "readings": st.lists(_figures(), max_size=3).map(tuple),
        },
        PlanLink: priority | {"project": st.none(), "since": DAYS},
        DeathReview: {"since": DAYS},
        Recommendation: {
            "review": st.just(TIED_REVIEW.id),
            "agency": st.just(AGENCY),
            "made_on": st.just(DAY),
            "due": DAYS,
            "sent": st.just(DAY),
            "acknowledged": st.none() | DAYS,
            "done": st.none() | DAYS,
            "owner": st.text(max_size=9),
            "steps": st.lists(st.builds(Step), max_size=2).map(tuple),
        },
    }
    return owned.get(kind, {})

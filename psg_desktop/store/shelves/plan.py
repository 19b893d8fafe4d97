"""Shelves of the partnership's plan, and of the recommendations of death reviews."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.death_reviews import DeathReview, Recommendation
from psg_desktop.domain.plan import Plan, PlanAction, PlanLink, PlanPriority
from psg_desktop.domain.plan_measures import PlanMeasure
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

PLANS = Shelf(kind=RecordKind.PLAN, value=Plan, table=schema.plans)
PLAN_PRIORITIES = Shelf(
    kind=RecordKind.PLAN_PRIORITY, value=PlanPriority, table=schema.plan_priorities
)
PLAN_ACTIONS = Shelf(kind=RecordKind.PLAN_ACTION, value=PlanAction, table=schema.plan_actions)
PLAN_MEASURES = Shelf(kind=RecordKind.PLAN_MEASURE, value=PlanMeasure, table=schema.plan_measures)
PLAN_LINKS = Shelf(kind=RecordKind.PLAN_LINK, value=PlanLink, table=schema.plan_links, case="case")
DEATH_REVIEWS = Shelf(kind=RecordKind.DEATH_REVIEW, value=DeathReview, table=schema.death_reviews)
RECOMMENDATIONS = Shelf(
    kind=RecordKind.RECOMMENDATION, value=Recommendation, table=schema.recommendations
)

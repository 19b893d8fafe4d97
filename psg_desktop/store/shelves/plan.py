"""Shelves of the partnership's plan, and of the recommendations of death reviews."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.death_reviews import DeathReview, Recommendation
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.plan import Plan, PlanAction, PlanLink, PlanPriority
from psg_desktop.domain.plan_measures import PlanMeasure
from psg_desktop.store import schema
from psg_desktop.store.search import Searchable, found_in, searchable
from psg_desktop.store.shelves.shelf import Shelf


def _found_in_priority(plain: Plain) -> Searchable:
    judged = plain["judgements"]
    names = (plain["name"], plain["lead_officer"], *(one["by"] for one in judged))
    return found_in(names, (plain["objective"], *(one["reason"] for one in judged)))


def _found_in_measure(plain: Plain) -> Searchable:
    figures = (plain["baseline"], *plain["readings"])
    said = (one[name] for one in figures if one for name in ("period", "source"))
    return found_in((plain["name"],), (plain["unit"], *said))


def _found_in_recommendation(plain: Plain) -> Searchable:
    texts = (plain["text"], plain["evidence"], *(one["what"] for one in plain["steps"]))
    return found_in((plain["owner"],), texts)


PLANS = Shelf(kind=RecordKind.PLAN, value=Plan, table=schema.plans)
PLAN_PRIORITIES = Shelf(
    kind=RecordKind.PLAN_PRIORITY, value=PlanPriority, table=schema.plan_priorities,
    search=_found_in_priority,
)  # fmt: skip
PLAN_ACTIONS = Shelf(
    kind=RecordKind.PLAN_ACTION, value=PlanAction, table=schema.plan_actions,
    search=searchable("officer", texts=("what", "progress")),
)  # fmt: skip
PLAN_MEASURES = Shelf(
    kind=RecordKind.PLAN_MEASURE, value=PlanMeasure, table=schema.plan_measures,
    search=_found_in_measure,
)  # fmt: skip
PLAN_LINKS = Shelf(kind=RecordKind.PLAN_LINK, value=PlanLink, table=schema.plan_links, case="case")
DEATH_REVIEWS = Shelf(
    kind=RecordKind.DEATH_REVIEW, value=DeathReview, table=schema.death_reviews,
    search=searchable("reference", "title"),
)  # fmt: skip
RECOMMENDATIONS = Shelf(
    kind=RecordKind.RECOMMENDATION, value=Recommendation, table=schema.recommendations,
    search=_found_in_recommendation,
)  # fmt: skip

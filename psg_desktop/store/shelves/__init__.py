"""One shelf for each kind of record: between values and rows."""

from typing import Any
from uuid import UUID

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.plain import Plain, to_plain
from psg_desktop.store.shelves.attachments import ATTACHMENTS, DOCUMENT_KINDS
from psg_desktop.store.shelves.case_reviews import (
    CASE_REVIEWS,
    REVIEW_THRESHOLDS,
    REVIEW_TIMES,
    SUPPORT_CODES,
    SUPPORT_OFFERS,
)
from psg_desktop.store.shelves.caseload import (
    ACTIONS,
    AGENCIES,
    CASE_LINKS,
    CASES,
    CLOSURE_REASONS,
    FOCUS_AREAS,
    GROUP_TEXTS,
    INVOLVEMENTS,
    NOTES,
    PARTNERSHIP,
    PEOPLE,
    PLACES,
    PROJECTS,
    RELEASES,
    REVIEW_INTERVALS,
    REVIEWS,
)
from psg_desktop.store.shelves.closing import CLOSURE_PROPOSALS, HOLD_CHECKS, LEAVES
from psg_desktop.store.shelves.demand import DEMAND_COUNTS, DEMAND_MEASURES, DEMAND_TRIGGERS
from psg_desktop.store.shelves.information import (
    DISCLOSURES,
    DISPOSALS,
    LEGAL_BASES,
    RETENTION_RULES,
    STAYS,
)
from psg_desktop.store.shelves.interventions import INTERVENTION_KINDS, INTERVENTIONS
from psg_desktop.store.shelves.meetings import AGENDA_ITEMS, ATTENDANCES, MEETINGS
from psg_desktop.store.shelves.parties import MERGES, PLACE_TIES, PRIORITY_STATUSES
from psg_desktop.store.shelves.plan import (
    DEATH_REVIEWS,
    PLAN_ACTIONS,
    PLAN_LINKS,
    PLAN_MEASURES,
    PLAN_PRIORITIES,
    PLANS,
    RECOMMENDATIONS,
)
from psg_desktop.store.shelves.police import POLICE_MONTHS
from psg_desktop.store.shelves.problems import ACTION_TEMPLATES, PROBLEM_ANALYSES
from psg_desktop.store.shelves.projects import (
    CLAWBACKS,
    OBJECTIVES,
    PROJECT_RATINGS,
    PROJECT_REPORTS,
    REPORTINGS,
)
from psg_desktop.store.shelves.referrals import REFERRALS, THRESHOLD_LIMBS
from psg_desktop.store.shelves.risk import RISK_ASSESSMENTS, RISK_INSTRUMENTS
from psg_desktop.store.shelves.sending import ACTION_SHEETS
from psg_desktop.store.shelves.shelf import Row, Shelf
from psg_desktop.store.shelves.statistics import STATISTICS, STATISTICS_CORRECTIONS
from psg_desktop.store.shelves.subject_access import ACCESS_MARKS, ACCESS_REQUESTS
from psg_desktop.store.shelves.wards import WARD_BOUNDARIES

__all__ = [
    "ACCESS_MARKS",
    "ACCESS_REQUESTS",
    "ACTIONS",
    "ACTION_SHEETS",
    "ACTION_TEMPLATES",
    "AGENCIES",
    "AGENDA_ITEMS",
    "ALL",
    "ATTACHMENTS",
    "ATTENDANCES",
    "BY_KIND",
    "CASES",
    "CASE_LINKS",
    "CASE_REVIEWS",
    "CLAWBACKS",
    "CLOSURE_PROPOSALS",
    "CLOSURE_REASONS",
    "DEATH_REVIEWS",
    "DEMAND_COUNTS",
    "DEMAND_MEASURES",
    "DEMAND_TRIGGERS",
    "DISCLOSURES",
    "DISPOSALS",
    "DOCUMENT_KINDS",
    "FOCUS_AREAS",
    "GROUP_TEXTS",
    "HOLD_CHECKS",
    "INTERVENTIONS",
    "INTERVENTION_KINDS",
    "INVOLVEMENTS",
    "LEAVES",
    "LEGAL_BASES",
    "MEETINGS",
    "MERGES",
    "NOTES",
    "OBJECTIVES",
    "PARTNERSHIP",
    "PEOPLE",
    "PLACES",
    "PLACE_TIES",
    "PLANS",
    "PLAN_ACTIONS",
    "PLAN_LINKS",
    "PLAN_MEASURES",
    "PLAN_PRIORITIES",
    "POLICE_MONTHS",
    "PRIORITY_STATUSES",
    "PROBLEM_ANALYSES",
    "PROJECTS",
    "PROJECT_RATINGS",
    "PROJECT_REPORTS",
    "RECOMMENDATIONS",
    "REFERRALS",
    "RELEASES",
    "REPORTINGS",
    "RETENTION_RULES",
    "REVIEWS",
    "REVIEW_INTERVALS",
    "REVIEW_THRESHOLDS",
    "REVIEW_TIMES",
    "RISK_ASSESSMENTS",
    "RISK_INSTRUMENTS",
    "STATISTICS",
    "STATISTICS_CORRECTIONS",
    "STAYS",
    "SUPPORT_CODES",
    "SUPPORT_OFFERS",
    "THRESHOLD_LIMBS",
    "WARD_BOUNDARIES",
    "Row",
    "Shelf",
    "key_of",
    "plain_of",
]

# In the order in which rows may be put without pointing at what is not there yet.
ALL: tuple[Shelf[Any], ...] = (
    PARTNERSHIP, FOCUS_AREAS, CLOSURE_REASONS, REVIEW_INTERVALS, AGENCIES, PEOPLE, PLACES, PROJECTS,
    CASES, INVOLVEMENTS, CASE_LINKS, ACTIONS, REVIEWS, NOTES, GROUP_TEXTS, RELEASES,
    PROBLEM_ANALYSES, ACTION_TEMPLATES, THRESHOLD_LIMBS, REFERRALS,
    MEETINGS, AGENDA_ITEMS, ATTENDANCES, RISK_INSTRUMENTS, RISK_ASSESSMENTS,
    INTERVENTION_KINDS, INTERVENTIONS, DEMAND_MEASURES, DEMAND_TRIGGERS, DEMAND_COUNTS,
    CLOSURE_PROPOSALS, HOLD_CHECKS, ACTION_SHEETS, LEAVES,
    PLACE_TIES, PRIORITY_STATUSES, MERGES,
    OBJECTIVES, REPORTINGS, PROJECT_REPORTS, PROJECT_RATINGS, CLAWBACKS,
    DOCUMENT_KINDS, ATTACHMENTS, STATISTICS, STATISTICS_CORRECTIONS, POLICE_MONTHS, WARD_BOUNDARIES,
    SUPPORT_CODES, SUPPORT_OFFERS, REVIEW_THRESHOLDS, REVIEW_TIMES, CASE_REVIEWS,
    RETENTION_RULES, STAYS, DISPOSALS, LEGAL_BASES, DISCLOSURES,
    ACCESS_REQUESTS, ACCESS_MARKS,
    PLANS, PLAN_PRIORITIES, PLAN_ACTIONS, PLAN_MEASURES, PLAN_LINKS, DEATH_REVIEWS,
    RECOMMENDATIONS,
)  # fmt: skip
BY_KIND: dict[RecordKind, Shelf[Any]] = {shelf.kind: shelf for shelf in ALL}


def plain_of(value: object) -> Plain:
    """Give the plain form of a record."""
    plain: Plain = to_plain(value)
    return plain


def key_of(id_: UUID) -> str:
    """Give an identifier as the tables hold it."""
    return str(id_)

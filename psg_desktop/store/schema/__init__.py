"""Every table of a vault.

Columns hold the plain form of the domain's values (`psg_desktop.domain.plain`): identifiers and
dates as text that sorts, lists of value objects as JSON text. One plain form serves the rows, the
audit trail, undo and the exports, so that they cannot disagree; and nothing in it belongs to one
database product. Columns ending in `_key` are folded for search and order; columns such as
`closed_on` and `budget_pence` are derived from the value when it is put (see `store/shelves`).
"""

from psg_desktop.store.schema.attachments import (
    attachment_pieces,
    attachments,
    document_kinds,
)
from psg_desktop.store.schema.case_reviews import (
    case_reviews,
    review_thresholds,
    review_times,
    support_codes,
    support_offers,
)
from psg_desktop.store.schema.caseload import (
    actions,
    agencies,
    case_links,
    cases,
    closure_reasons,
    focus_areas,
    group_texts,
    involvements,
    notes,
    partnership,
    people,
    places,
    projects,
    releases,
    review_intervals,
    reviews,
)
from psg_desktop.store.schema.closing import closure_proposals, hold_checks, leaves
from psg_desktop.store.schema.columns import metadata
from psg_desktop.store.schema.demand import demand_counts, demand_measures, demand_triggers
from psg_desktop.store.schema.information import (
    disclosures,
    disposals,
    legal_bases,
    retention_rules,
    stays,
)
from psg_desktop.store.schema.interventions import intervention_kinds, interventions
from psg_desktop.store.schema.journal import (
    FULL_TEXT,
    audit,
    batches,
    drafts,
    import_templates,
    imported_rows,
    reductions,
    search_entries,
)
from psg_desktop.store.schema.meetings import agenda_items, attendances, meetings
from psg_desktop.store.schema.parties import merges, place_ties, priority_statuses
from psg_desktop.store.schema.plan import (
    death_reviews,
    plan_actions,
    plan_links,
    plan_measures,
    plan_priorities,
    plans,
    recommendations,
)
from psg_desktop.store.schema.police import police_months
from psg_desktop.store.schema.problems import action_templates, problem_analyses
from psg_desktop.store.schema.project_files import (
    clawbacks,
    objectives,
    project_ratings,
    project_reports,
    reportings,
)
from psg_desktop.store.schema.referrals import referrals, threshold_limbs
from psg_desktop.store.schema.risk import risk_assessments, risk_instruments
from psg_desktop.store.schema.sending import action_sheets
from psg_desktop.store.schema.statistics import statistics, statistics_corrections
from psg_desktop.store.schema.subject_access import access_marks, access_requests
from psg_desktop.store.schema.wards import ward_boundaries

__all__ = [
    "FULL_TEXT",
    "access_marks",
    "access_requests",
    "action_sheets",
    "action_templates",
    "actions",
    "agencies",
    "agenda_items",
    "attachment_pieces",
    "attachments",
    "attendances",
    "audit",
    "batches",
    "case_links",
    "case_reviews",
    "cases",
    "clawbacks",
    "closure_proposals",
    "closure_reasons",
    "death_reviews",
    "demand_counts",
    "demand_measures",
    "demand_triggers",
    "disclosures",
    "disposals",
    "document_kinds",
    "drafts",
    "focus_areas",
    "group_texts",
    "hold_checks",
    "import_templates",
    "imported_rows",
    "intervention_kinds",
    "interventions",
    "involvements",
    "leaves",
    "legal_bases",
    "meetings",
    "merges",
    "metadata",
    "notes",
    "objectives",
    "partnership",
    "people",
    "place_ties",
    "places",
    "plan_actions",
    "plan_links",
    "plan_measures",
    "plan_priorities",
    "plans",
    "police_months",
    "priority_statuses",
    "problem_analyses",
    "project_ratings",
    "project_reports",
    "projects",
    "recommendations",
    "reductions",
    "referrals",
    "releases",
    "reportings",
    "retention_rules",
    "review_intervals",
    "review_thresholds",
    "review_times",
    "reviews",
    "risk_assessments",
    "risk_instruments",
    "search_entries",
    "statistics",
    "statistics_corrections",
    "stays",
    "support_codes",
    "support_offers",
    "threshold_limbs",
    "ward_boundaries",
]

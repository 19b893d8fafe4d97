"""Units of work: what is read, put and removed together, kept whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Connection

from psg_desktop.domain.changes import Changes, RecordKind, Touched
from psg_desktop.domain.ids import BatchId
from psg_desktop.store import shelves
from psg_desktop.store.collection import Collection
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.trail import Mark, Step, write

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Reading:
    """An open look at the vault; queries take it, and only the store looks inside."""

    connection: Connection


class _Kept(Generic[V]):
    """Gives a unit the collection of one kind of record."""

    def __init__(self, shelf: Shelf[V]) -> None:
        self._shelf = shelf

    def __get__(self, unit: "Unit", _owner: type["Unit"]) -> Collection[V]:
        return unit.shelf(self._shelf)


class Unit:
    """Everything one verb puts together; kept by `commit`, forgotten otherwise."""

    partnership = _Kept(shelves.PARTNERSHIP)
    focus_areas = _Kept(shelves.FOCUS_AREAS)
    closure_reasons = _Kept(shelves.CLOSURE_REASONS)
    review_intervals = _Kept(shelves.REVIEW_INTERVALS)
    agencies = _Kept(shelves.AGENCIES)
    people = _Kept(shelves.PEOPLE)
    places = _Kept(shelves.PLACES)
    place_ties = _Kept(shelves.PLACE_TIES)
    priority_statuses = _Kept(shelves.PRIORITY_STATUSES)
    merges = _Kept(shelves.MERGES)
    projects = _Kept(shelves.PROJECTS)
    objectives = _Kept(shelves.OBJECTIVES)
    reportings = _Kept(shelves.REPORTINGS)
    project_reports = _Kept(shelves.PROJECT_REPORTS)
    project_ratings = _Kept(shelves.PROJECT_RATINGS)
    clawbacks = _Kept(shelves.CLAWBACKS)
    cases = _Kept(shelves.CASES)
    involvements = _Kept(shelves.INVOLVEMENTS)
    case_links = _Kept(shelves.CASE_LINKS)
    actions = _Kept(shelves.ACTIONS)
    reviews = _Kept(shelves.REVIEWS)
    notes = _Kept(shelves.NOTES)
    group_texts = _Kept(shelves.GROUP_TEXTS)
    releases = _Kept(shelves.RELEASES)
    statistics = _Kept(shelves.STATISTICS)
    statistics_corrections = _Kept(shelves.STATISTICS_CORRECTIONS)
    police_months = _Kept(shelves.POLICE_MONTHS)
    ward_boundaries = _Kept(shelves.WARD_BOUNDARIES)
    meetings = _Kept(shelves.MEETINGS)
    agenda_items = _Kept(shelves.AGENDA_ITEMS)
    attendances = _Kept(shelves.ATTENDANCES)
    action_templates = _Kept(shelves.ACTION_TEMPLATES)
    problem_analyses = _Kept(shelves.PROBLEM_ANALYSES)
    threshold_limbs = _Kept(shelves.THRESHOLD_LIMBS)
    referrals = _Kept(shelves.REFERRALS)
    risk_instruments = _Kept(shelves.RISK_INSTRUMENTS)
    risk_assessments = _Kept(shelves.RISK_ASSESSMENTS)
    intervention_kinds = _Kept(shelves.INTERVENTION_KINDS)
    interventions = _Kept(shelves.INTERVENTIONS)
    demand_measures = _Kept(shelves.DEMAND_MEASURES)
    demand_triggers = _Kept(shelves.DEMAND_TRIGGERS)
    demand_counts = _Kept(shelves.DEMAND_COUNTS)
    retention_rules = _Kept(shelves.RETENTION_RULES)
    stays = _Kept(shelves.STAYS)
    disposals = _Kept(shelves.DISPOSALS)
    legal_bases = _Kept(shelves.LEGAL_BASES)
    disclosures = _Kept(shelves.DISCLOSURES)
    access_requests = _Kept(shelves.ACCESS_REQUESTS)
    access_marks = _Kept(shelves.ACCESS_MARKS)
    closure_proposals = _Kept(shelves.CLOSURE_PROPOSALS)
    hold_checks = _Kept(shelves.HOLD_CHECKS)
    support_codes = _Kept(shelves.SUPPORT_CODES)
    support_offers = _Kept(shelves.SUPPORT_OFFERS)
    review_thresholds = _Kept(shelves.REVIEW_THRESHOLDS)
    review_times = _Kept(shelves.REVIEW_TIMES)
    case_reviews = _Kept(shelves.CASE_REVIEWS)
    action_sheets = _Kept(shelves.ACTION_SHEETS)
    leaves = _Kept(shelves.LEAVES)
    plans = _Kept(shelves.PLANS)
    plan_priorities = _Kept(shelves.PLAN_PRIORITIES)
    plan_actions = _Kept(shelves.PLAN_ACTIONS)
    plan_measures = _Kept(shelves.PLAN_MEASURES)
    plan_links = _Kept(shelves.PLAN_LINKS)
    death_reviews = _Kept(shelves.DEATH_REVIEWS)
    recommendations = _Kept(shelves.RECOMMENDATIONS)
    document_kinds = _Kept(shelves.DOCUMENT_KINDS)
    attachments = _Kept(shelves.ATTACHMENTS)

    def __init__(self, connection: Connection, mark: Mark | None) -> None:
        self._connection = connection
        self._mark = mark
        self._steps: list[Step] = []
        self._beside: set[Touched] = set()
        self._record = self._steps.append if mark is not None else None

    @property
    def reading(self) -> Reading:
        """The same look at the vault, for queries."""
        return Reading(self._connection)

    @property
    def batch(self) -> BatchId:
        """The batch everything put in this unit belongs to."""
        if self._mark is None:
            raise TypeError("What has no mark has no batch.")
        return self._mark.batch

    def collection(self, kind: RecordKind) -> Collection[Any]:
        """Give the collection of any kind."""
        return self.shelf(shelves.BY_KIND[kind])

    def shelf(self, shelf: Shelf[V]) -> Collection[V]:
        """Give the collection of the kind that lies on a shelf."""
        return Collection(shelf, self._connection, self._record)

    def note_touched(self, kind: RecordKind, ids: Iterable[str]) -> None:
        """Have records told of as touched for which the trail has no entry of their own."""
        self._beside.update(Touched(kind=kind, id=UUID(one)) for one in ids)

    def settle(self) -> Changes:
        """Write the audit entries of everything that was put, and say what was touched."""
        if self._mark is None:
            raise TypeError("What has no mark cannot be settled.")
        if self._steps:
            write(self._connection, self._mark, self._steps)
        return Changes(
            batch=self._mark.batch,
            act=self._mark.act,
            touched=frozenset(Touched(kind=step.kind, id=UUID(step.record)) for step in self._steps)
            | self._beside,
        )

"""Units of work: what is read, put and removed together, kept whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from psg_desktop.domain.changes import Changes, RecordKind, Touched
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.plain import Plain, to_plain
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import search, shelves
from psg_desktop.store.prepared import Prepared
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.trail import Mark, Step, write

V = TypeVar("V")
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """An open look at the vault; queries take it, and only the store looks inside."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class _Statements:
    """What is said of one table again and again; building it anew took half the time of a save."""

    some: Select[Any]
    one: Prepared
    all: Prepared
    new: Insert
    changed: Update
    gone: Delete


@cache
def _statements(table: Table) -> _Statements:
    this = table.c.id == bindparam("key")
    return _Statements(
        some=select(table).where(table.c.id.in_(bindparam("ids", expanding=True))),
        one=Prepared(select(table).where(this)),
        all=Prepared(select(table).order_by(table.c.id)),
        new=insert(table),
        changed=update(table).where(this),
        gone=delete(table).where(this),
    )


@cache
def _where(table: Table, names: tuple[str, ...]) -> Prepared:
    same = [table.c[name].is_not_distinct_from(bindparam(name)) for name in names]
    return Prepared(select(table).where(*same).order_by(table.c.id))


class Collection(Generic[V]):
    """All records of one kind, as far as one unit of work is concerned."""

    def __init__(
        self, shelf: Shelf[V], connection: Connection, record: Callable[[Step], None] | None
    ) -> None:
        self._shelf = shelf
        self._connection = connection
        self._record = record

    def find(self, id_: UUID) -> V | None:
        """Give the record with this identifier, None where there is none."""
        found = self._made(_statements(self._shelf.table).one, key=str(id_))
        return found[0] if found else None

    def get(self, id_: UUID) -> V:
        """Give the record with this identifier.

        Raises:
            Refused: There is none.
        """
        value = self.find(id_)
        if value is None:
            raise refuse("", Problem.NOT_FOUND)
        return value

    def all(self) -> tuple[V, ...]:
        """Give every record, in the order they were made."""
        return self._made(_statements(self._shelf.table).all)

    def where(self, **fields: object) -> tuple[V, ...]:
        """Give the records whose fields have these plain values, in the order they were made.

        An identifier may be given as it is: `unit.actions.where(case=id_)`.
        """
        parts = {name: to_plain(part) for name, part in fields.items()}
        return self._made(_where(self._shelf.table, tuple(parts)), **parts)

    def put(self, *values: V) -> None:
        """Keep values: new where their identifier is new, changed where it is known."""
        self.put_all(values)

    def put_all(self, values: Iterable[V]) -> None:
        """Keep many values at once."""
        plains = {plain["id"]: plain for plain in map(shelves.plain_of, values)}
        before = self.plain_of(list(plains))
        steps = [
            self._step(before.get(id_), after)
            for id_, after in plains.items()
            if before.get(id_) != after
        ]
        self.apply(steps)

    def remove(self, id_: UUID) -> None:
        """Take a record away.

        Raises:
            Refused: There is none.
        """
        before = self.plain_of([str(id_)]).get(str(id_))
        if before is None:
            raise refuse("", Problem.NOT_FOUND)
        self.apply([self._step(before, None)])

    def apply(self, steps: Sequence[Step]) -> None:
        """Carry out steps that were worked out already, index them and note them for the trail."""
        if self._record is None:
            raise TypeError("No record can be put without a mark for its entry in the trail.")
        self._write(steps)
        self._index(steps)
        for step in steps:
            self._record(step)

    def plain_of(self, ids: list[str]) -> dict[str, Plain]:
        """Give the plain form of the records with these identifiers, by identifier."""
        query, found = _statements(self._shelf.table).some, {}
        for start in range(0, len(ids), CHUNK):
            rows = self._connection.execute(query, {"ids": ids[start : start + CHUNK]})
            found.update({plain["id"]: plain for plain in self._shelf.plains(rows)})
        return found

    def _made(self, question: Prepared, **parts: object) -> tuple[V, ...]:
        return self._shelf.made_of(question.names, question.rows(self._connection, **parts))

    def _step(self, before: Plain | None, after: Plain | None) -> Step:
        plain: Plain = after or before or {}
        return Step(
            kind=self._shelf.kind,
            record=plain["id"],
            case=self._shelf.case_of(plain),
            before=before,
            after=after,
        )

    def _write(self, steps: Sequence[Step]) -> None:
        shelf, say = self._shelf, _statements(self._shelf.table)
        gone = [{"key": step.record} for step in steps if step.after is None]
        new = [shelf.to_row(step.after) for step in steps if step.after and step.before is None]
        changed = [
            shelf.to_row(step.after) | {"key": step.record}
            for step in steps
            if step.after and step.before
        ]
        for statement, rows in ((say.gone, gone), (say.new, new), (say.changed, changed)):
            if rows:
                self._connection.execute(statement, rows)

    def _index(self, steps: Sequence[Step]) -> None:
        gather = self._shelf.search
        if gather is None:
            return
        touched = []
        for step in steps:
            before = gather(step.before) if step.before else None
            after = gather(step.after) if step.after else None
            if before != after:
                touched.append((step, before, after))
        search.drop(self._connection, [step.record for step, before, _ in touched if before])
        kind = self._shelf.kind.value
        search.add(
            self._connection,
            [
                search.Entry(kind=kind, record=step.record, case=step.case, content=after)
                for step, _, after in touched
                if after
            ],
        )


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

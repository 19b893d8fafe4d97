"""The audit trail as people read it: whole, of one case, or of one record."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from psg_desktop.domain.changes import LASTING, Act, AuditEntry, RecordKind
from psg_desktop.domain.ids import BatchId, CaseId
from psg_desktop.domain.lists import Page
from psg_desktop.store import schema, trail
from psg_desktop.store.units import Reading

_A, _B = schema.audit.c, schema.batches.c
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def page(
    reading: Reading,
    part: slice,
    *,
    case: CaseId | None = None,
    record: UUID | None = None,
    beside: Collection[UUID] = (),
) -> Page[AuditEntry]:
    """Read one page of entries, the newest first: of a case, or of a record and those *beside*."""
    conditions: list[ColumnElement[bool]] = []
    if case is not None:
        conditions.append(_A.case == str(case))
    if record is not None:
        conditions.append(_A.record.in_([str(one) for one in (record, *beside)]))
    total = reading.connection.execute(
        select(func.count()).select_from(schema.audit).where(*conditions)
    ).scalar_one()
    wanted = select(schema.audit).where(*conditions).order_by(_A.sequence.desc())
    wanted = wanted.offset(part.start or 0)
    if part.stop is not None:
        wanted = wanted.limit(part.stop - (part.start or 0))
    rows = reading.connection.execute(wanted).mappings()
    return Page(rows=tuple(map(trail.entry, rows)), total=total)


def of_batch(reading: Reading, batch: BatchId) -> tuple[AuditEntry, ...]:
    """Read the entries of one batch in the order they were written."""
    wanted = select(schema.audit).where(_A.batch == str(batch)).order_by(_A.sequence)
    return tuple(map(trail.entry, reading.connection.execute(wanted).mappings()))


def last_undoable(reading: Reading) -> tuple[BatchId, Act] | None:
    """Read the newest batch that is no undo, was not undone and does not last.

    An undo takes back the latest thing only: what was released has left, and stays recorded;
    what was disposed of is gone.
    """
    undone = select(_B.undoes).where(_B.undoes.is_not(None))
    row = reading.connection.execute(
        select(_B.id, _B.act)
        .where(_B.undoes.is_(None), _B.id.not_in(undone))
        .order_by(_B.sequence.desc())
        .limit(1)
    ).first()
    if row is None or Act(row.act) in LASTING:
        return None
    return BatchId(UUID(row.id)), Act(row.act)


def reduced(reading: Reading, batch: BatchId) -> bool:
    """Say whether an entry of a batch was reduced, as its record was disposed of."""
    marks = schema.reductions
    wanted = select(func.count()).select_from(
        schema.audit.join(marks, marks.c.sequence == _A.sequence)
    )
    return bool(reading.connection.execute(wanted.where(_A.batch == str(batch))).scalar_one())


def touched_since(reading: Reading, batch: BatchId) -> frozenset[UUID]:
    """Read which records of a batch were touched again by a later batch that still stands."""
    own = select(_A.record).where(_A.batch == str(batch))
    last = select(func.max(_A.sequence)).where(_A.batch == str(batch)).scalar_subquery()
    rows = reading.connection.execute(
        select(_A.record)
        .where(_A.record.in_(own), _A.sequence > last, _A.batch.in_(_standing()))
        .distinct()
    ).scalars()
    return frozenset(map(UUID, rows))


def named_since(reading: Reading, batch: BatchId) -> bool:
    """Say whether a later batch that still stands names a record that a batch made.

    Such as a note on a case that came in by import: without the case it would point at nothing.
    """
    made = set(
        reading.connection.execute(
            select(_A.record).where(_A.batch == str(batch), _A.created.is_(True))
        ).scalars()
    )
    last = select(func.max(_A.sequence)).where(_A.batch == str(batch)).scalar_subquery()
    later = select(_A.case, _A.changes).where(_A.sequence > last, _A.batch.in_(_standing()))
    rows = reading.connection.execute(later).all() if made else []
    return any(row.case in made or not made.isdisjoint(_ID.findall(row.changes)) for row in rows)


def _standing() -> Select[tuple[str]]:
    """Give the batches that are no undo and were not undone."""
    undone = select(_B.undoes).where(_B.undoes.is_not(None))
    return select(_B.id).where(_B.undoes.is_(None), _B.id.not_in(undone))


def between(reading: Reading, first: date, last: date, case: CaseId) -> tuple[AuditEntry, ...]:
    """Read the entries of a case from one day to another, oldest first."""
    until = (last + timedelta(days=1)).isoformat()
    wanted = (
        select(schema.audit)
        .where(_A.case == str(case), _A.at >= first.isoformat(), _A.at < until)
        .order_by(_A.sequence)
    )
    return tuple(map(trail.entry, reading.connection.execute(wanted).mappings()))


def created_in(reading: Reading, batch: BatchId) -> dict[RecordKind, int]:
    """Count the records of each kind that a batch made."""
    rows = reading.connection.execute(
        select(_A.kind, func.count())
        .where(_A.batch == str(batch), _A.created.is_(True))
        .group_by(_A.kind)
    )
    return {RecordKind(kind): count for kind, count in rows}

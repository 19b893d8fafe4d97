"""Taking back the last change, or a whole import, as one new entry of the trail."""

from collections import Counter
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act, AuditEntry, RecordKind
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.plain import Plain, field_names
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import attached, desk
from psg_desktop.store.queries import history, place_rows
from psg_desktop.store.shelves import BY_KIND
from psg_desktop.store.trail import Step
from psg_desktop.store.units import Unit


def last_change(office: Office) -> tuple[BatchId, Act] | None:
    """Give the change that `undo_last` would take back, None where there is none."""
    with office.reading() as unit:
        return history.last_undoable(unit.reading)


def undo_last(office: Office) -> Act:
    """Take back the last change that still stands; say what it was.

    Raises:
        Refused: There is nothing to take back.
    """
    last = last_change(office)
    if last is None:
        raise refuse("", Problem.NOTHING_TO_UNDO)
    undo(office, last[0])
    return last[1]


def undo(office: Office, batch: BatchId) -> None:
    """Take back everything one unit of work did, in one step.

    Raises:
        Refused: A record of it was changed again or disposed of since, one that it made is
            named by what was added since, or a place would lie within itself.
    """
    with office.working(Act.UNDO, undoes=batch) as unit:
        if history.reduced(unit.reading, batch):
            raise refuse("", Problem.DISPOSED_OF)
        if history.touched_since(unit.reading, batch) or history.named_since(unit.reading, batch):
            raise refuse("", Problem.CHANGED_MEANWHILE)
        entries = history.of_batch(unit.reading, batch)
        if not entries:
            raise refuse("", Problem.NOTHING_TO_UNDO)
        for run in _runs(entries):
            _take_back(unit, run)
        if _goes_round(unit, entries):
            raise refuse("", Problem.CHANGED_MEANWHILE)
        desk.forget_rows(unit, batch)
        documents = any(one.kind is RecordKind.ATTACHMENT for one in entries)
        if documents and attached.hollow(unit.reading):
            raise refuse("", Problem.CONTENTS_GONE)


def _goes_round(unit: Unit, entries: tuple[AuditEntry, ...]) -> bool:
    """Say whether a place now lies within itself, as others were put into it since."""
    for entry in entries:
        place = unit.places.find(entry.record) if entry.kind is RecordKind.PLACE else None
        if place is not None and place.id in place_rows.above(unit.reading, place.part_of):
            return True
    return False


def _runs(entries: tuple[AuditEntry, ...]) -> list[list[AuditEntry]]:
    """Part entries, the newest first, into runs of one kind, so that each run is one statement."""
    runs: list[list[AuditEntry]] = []
    for entry in reversed(entries):
        if runs and runs[-1][0].kind is entry.kind:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _take_back(unit: Unit, run: list[AuditEntry]) -> None:
    collection = unit.collection(run[0].kind)
    kept = collection.plain_of([str(entry.record) for entry in run])
    # A record touched twice in one batch is taken back twice, the later change first.
    for part in _once_each(run):
        steps = []
        for entry in part:
            now = kept.get(str(entry.record))
            before = _before(entry, now)
            steps.append(
                Step(
                    kind=entry.kind,
                    record=str(entry.record),
                    case=str(entry.case) if entry.case else None,
                    before=now,
                    after=before,
                )
            )
        collection.apply(steps)
        kept.update({step.record: step.after for step in steps if step.after is not None})


def _once_each(run: list[AuditEntry]) -> list[list[AuditEntry]]:
    parts: list[list[AuditEntry]] = []
    met: Counter[UUID] = Counter()
    for entry in run:
        turn = met[entry.record]
        met[entry.record] += 1
        if turn == len(parts):
            parts.append([])
        parts[turn].append(entry)
    return parts


def _before(entry: AuditEntry, now: Plain | None) -> Plain | None:
    if entry.created:
        return None
    # What was nothing when it was removed is no change, and is nothing again.
    kept = now or dict.fromkeys(field_names(BY_KIND[entry.kind].value))
    return {**kept, **{change.name: change.before for change in entry.changes}}

"""Records as they stood at a moment that has passed, worked out backwards from the audit trail.

What stands now is read, and every entry written since is taken back, the newest first. So a
record that nobody touched since costs nothing, and no copy of the past is kept anywhere.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from psg_desktop.domain.disposals import NOBODY
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.plain import Plain, field_names, from_plain
from psg_desktop.store import schema
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Reading

V = TypeVar("V")
_A = schema.audit.c
# One decoder for all: `json.loads` looks for one at each call.
_read = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which records of a kind are asked for: those of a case, those named, or all.

    Attributes:
        fields: The fields that are read, the identifier among them; all where none is named.
    """

    case: CaseId | None = None
    records: Collection[UUID] | None = None
    fields: tuple[str, ...] = ()


ALL = Wanted()


def values(
    reading: Reading, shelf: Shelf[V], moment: datetime, wanted: Wanted = ALL
) -> tuple[V, ...]:
    """Read records as they stood, in the order they were made."""
    return tuple(from_plain(shelf.value, one) for one in plains(reading, shelf, moment, wanted))


def plains(
    reading: Reading, shelf: Shelf[Any], moment: datetime, wanted: Wanted = ALL
) -> tuple[Plain, ...]:
    """Read the plain form of records as they stood, in the order they were made."""
    names = wanted.fields or field_names(shelf.value)
    now = select(*(shelf.table.c[name] for name in names)).where(*_now(shelf, wanted))
    found = {one["id"]: one for one in shelf.plains(reading.connection.execute(now), names)}
    since = (
        select(_A.record, _A.created, _A.changes)
        .where(_A.kind == shelf.kind.value, _A.at > moment.isoformat(), *_written(wanted))
        .order_by(_A.sequence.desc())
    )
    for record, created, changes in reading.connection.execute(since):
        if created:
            found.pop(record, None)
        else:
            known = found.setdefault(record, _empty(shelf, names))
            known.update({name: pair[0] for name, pair in _read(changes).items() if name in names})
    return tuple(found[id_] for id_ in sorted(found))


def _empty(shelf: Shelf[Any], names: Collection[str]) -> Plain:
    """Give the fields without a value, which the trail leaves out of what was taken away."""
    return {name: None for name in names if shelf.table.c[name].nullable}


def _now(shelf: Shelf[Any], wanted: Wanted) -> list[ColumnElement[bool]]:
    table, conditions = shelf.table, []
    if wanted.case is not None:
        conditions.append(table.c[shelf.case] == str(wanted.case))
    if wanted.records is not None:
        conditions.append(table.c.id.in_([str(one) for one in wanted.records]))
    return conditions


def _written(wanted: Wanted) -> list[ColumnElement[bool]]:
    # What was disposed of is gone from every day.
    conditions: list[ColumnElement[bool]] = [_A.record != str(NOBODY)]
    if wanted.case is not None:
        conditions.append(_A.case == str(wanted.case))
    if wanted.records is not None:
        conditions.append(_A.record.in_([str(one) for one in wanted.records]))
    return conditions

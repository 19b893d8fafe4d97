"""The audit trail: one entry for each record a unit of work touched, chained by digest."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, insert, select

from psg_desktop.domain.changes import Act, AuditEntry, FieldChange, RecordKind
from psg_desktop.domain.ids import BatchId, CaseId
from psg_desktop.domain.plain import Plain
from psg_desktop.store import schema
from psg_desktop.store.reductions import Account, content

START = "0" * 64
# One encoder for all: `json.dumps` makes a new one at each call.
_TO_JSON = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Who did what, when, in which batch."""

    batch: BatchId
    act: Act
    who: str
    at: datetime
    undoes: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One record before and after; None where it did not exist."""

    kind: RecordKind
    record: str
    case: str | None
    before: Plain | None
    after: Plain | None

    def changes(self) -> dict[str, list[Any]]:
        """Give the fields that differ, each as [from, to]."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys((*before, *after))
        return {
            name: [before.get(name), after.get(name)]
            for name in names
            if before.get(name) != after.get(name)
        }


def write(connection: Connection, mark: Mark, steps: Iterable[Step]) -> None:
    """Put the batch and an entry for each step, chained to what is there."""
    last = connection.execute(
        select(schema.audit.c.sequence, schema.audit.c.digest)
        .order_by(schema.audit.c.sequence.desc())
        .limit(1)
    ).first()
    sequence, digest = (last.sequence, last.digest) if last else (0, START)
    connection.execute(
        insert(schema.batches),
        {
            "id": str(mark.batch),
            "at": mark.at.isoformat(),
            "who": mark.who,
            "act": mark.act.value,
            "undoes": str(mark.undoes) if mark.undoes else None,
        },
    )
    rows = []
    for step in steps:
        sequence += 1
        row = _row(sequence, mark, step)
        digest = chained(digest, row)
        rows.append(row | {"digest": digest})
    if rows:
        connection.execute(insert(schema.audit), rows)


def _row(sequence: int, mark: Mark, step: Step) -> dict[str, Any]:
    return {
        "sequence": sequence,
        "at": mark.at.isoformat(),
        "who": mark.who,
        "batch": str(mark.batch),
        "act": mark.act.value,
        "kind": step.kind.value,
        "record": step.record,
        "case": step.case,
        "created": step.before is None,
        "removed": step.after is None,
        "changes": _TO_JSON(step.changes()),
    }


def chained(digest: str, row: Mapping[str, Any] | RowMapping) -> str:
    """Give the digest of an entry: SHA-256 over the digest before it and its own columns."""
    return hashlib.sha256(f"{digest}\n{content(row)}".encode()).hexdigest()


def first_break(connection: Connection) -> int | None:
    """Give the sequence number of the first entry that does not follow from the one before it.

    An entry that was reduced by a disposal counts if the certificate further on accounts for it.
    """
    digest, expected, account = START, 1, Account(connection)
    entries = select(schema.audit).order_by(schema.audit.c.sequence)
    for row in connection.execute(entries).mappings():
        if account.reduced(row):
            digest = row["digest"]
        else:
            digest = chained(digest, row)
            account.read(row)
        if row["digest"] != digest or row["sequence"] != expected:
            return expected
        expected += 1
    return account.first_gap()


def entry(row: RowMapping) -> AuditEntry:
    """Give the audit entry of a row."""
    changed = json.loads(row["changes"])
    return AuditEntry(
        sequence=row["sequence"],
        at=datetime.fromisoformat(row["at"]),
        who=row["who"],
        batch=BatchId(UUID(row["batch"])),
        act=Act(row["act"]),
        kind=RecordKind(row["kind"]),
        record=UUID(row["record"]),
        case=CaseId(UUID(row["case"])) if row["case"] else None,
        created=bool(row["created"]),
        removed=bool(row["removed"]),
        changes=tuple(
            FieldChange(name=name, before=pair[0], after=pair[1]) for name, pair in changed.items()
        ),
    )

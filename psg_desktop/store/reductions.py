"""Entries of the audit trail that were reduced when their records were disposed of.

A reduced entry keeps its number, kind, act, times and the digest it had; what pointed to somebody
is gone, so its digest can no longer be worked out from it. The chain goes through the digest as it
stands. In return the certificate of the disposal, an entry further on in the chain, seals what is
left: an entry counts as reduced only if such a certificate names its number and its seal.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from psg_desktop.domain.changes import RecordKind
from psg_desktop.store import schema

# The columns of an entry that its digest covers, in the order they are digested in.
SEALED = (
    "sequence", "at", "who", "batch", "act", "kind", "record", "case", "created", "removed",
    "changes",
)  # fmt: skip
_TO_JSON = json.JSONEncoder(ensure_ascii=False).encode


def content(row: Mapping[str, Any] | RowMapping) -> str:
    """Give what a digest covers of an entry, as one text."""
    return _TO_JSON([row[name] for name in SEALED])


def seal(row: Mapping[str, Any] | RowMapping) -> str:
    """Give the seal of an entry: SHA-256 over the digest it had and what is left of it."""
    return hashlib.sha256(f"reduced\n{row['digest']}\n{content(row)}".encode()).hexdigest()


class Account:
    """Tells, entry by entry in their order, whether what was reduced is accounted for."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(schema.reductions))
        self._disposals: dict[int, str] = {row.sequence: row.disposal for row in rows}
        self._left: dict[int, str] = {}
        self._certified: dict[str, dict[int, str]] = {}

    def reduced(self, row: RowMapping) -> bool:
        """Say whether an entry is marked as reduced; note the seal of what is left if so."""
        if row["sequence"] not in self._disposals:
            return False
        self._left[row["sequence"]] = seal(row)
        return True

    def read(self, row: RowMapping) -> None:
        """Note what an entry certifies, if it is that of a certificate."""
        if row["kind"] != RecordKind.DISPOSAL.value or not row["created"]:
            return
        _, entries = json.loads(row["changes"]).get("entries", (None, []))
        self._certified[row["record"]] = {
            one["sequence"]: one["seal"] for one in entries if one["sequence"] < row["sequence"]
        }

    def first_gap(self) -> int | None:
        """Give the number of the first reduced entry that no certificate accounts for."""
        for sequence, left in sorted(self._left.items()):
            certified = self._certified.get(self._disposals[sequence], {})
            if certified.get(sequence) != left:
                return sequence
        return None

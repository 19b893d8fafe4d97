"""What the audit trail says of records that are never changed by anything but a verb.

Folded entry by entry it gives each record as it must stand in its table now.
"""

import json
from collections.abc import Mapping

from sqlalchemy import select

from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.plain import Plain
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

_A, _B = schema.audit.c, schema.batches.c


def told(reading: Reading, kind: RecordKind, acts: tuple[Act, ...]) -> Mapping[str, Plain]:
    """Give the records of a kind by their identifiers, as the trail says that they stand.

    Args:
        reading: Where it is read.
        kind: Of the records.
        acts: Every act that touches one.
    """
    wanted = (
        select(_A.record, _A.removed, _A.changes)
        .join(schema.batches, _A.batch == _B.id)
        .where(_B.act.in_([one.value for one in acts]), _A.kind == kind.value)
        .order_by(_A.sequence)
    )
    found: dict[str, Plain] = {}
    for row in reading.connection.execute(wanted):
        record = found.setdefault(row.record, {})
        record |= {name: pair[1] for name, pair in json.loads(row.changes).items()}
        if row.removed:
            del found[row.record]
    return found

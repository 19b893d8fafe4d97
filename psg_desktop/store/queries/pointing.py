"""Every record, of every kind, that names a person or a place by its identifier."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.pointers import pointing_fields
from psg_desktop.store import shelves
from psg_desktop.store.units import Reading


def records_naming(reading: Reading, id_: UUID) -> dict[RecordKind, tuple[Any, ...]]:
    """Read the records that name *id_* in any field but their own identifier, by kind."""
    found = {}
    for shelf in shelves.ALL:
        names = pointing_fields(shelf.value)
        if not names:
            continue
        # Lists lie in their column as JSON text, so an identifier is looked for inside of it.
        holds = [func.instr(shelf.table.c[name], str(id_)) > 0 for name in names]
        query = select(shelf.table).where(or_(*holds)).order_by(shelf.table.c.id)
        values = shelf.values(reading.connection.execute(query))
        if values:
            found[shelf.kind] = values
    return found

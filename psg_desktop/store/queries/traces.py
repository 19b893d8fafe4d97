"""What tells of somebody beside the records: the audit trail, unsaved texts, rows of imports."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlalchemy import func, or_, select

from psg_desktop.domain.changes import AuditEntry
from psg_desktop.store import schema, trail
from psg_desktop.store.collection import CHUNK
from psg_desktop.store.units import Reading

_A = schema.audit.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """A text that was typed and not saved yet."""

    key: str
    text: str = field(repr=False)
    saved_at: str


def entries_of(reading: Reading, records: Collection[str]) -> Iterator[AuditEntry]:
    """Read every entry of the trail about records, the oldest first within each part."""
    ids = sorted(records)
    for start in range(0, len(ids), CHUNK):
        some = _A.record.in_(ids[start : start + CHUNK])
        wanted = select(schema.audit).where(some).order_by(_A.sequence)
        yield from map(trail.entry, reading.connection.execute(wanted).mappings())


def entries_naming(reading: Reading, words: Collection[str]) -> Iterator[AuditEntry]:
    """Read every entry of the trail whose changes hold one of some words or identifiers."""
    folded = func.lower(_A.changes)
    naming = [func.instr(folded, one.casefold()) > 0 for one in sorted(words) if one]
    if naming:
        wanted = select(schema.audit).where(or_(*naming)).order_by(_A.sequence)
        yield from map(trail.entry, reading.connection.execute(wanted).mappings())


def unsaved(reading: Reading) -> tuple[Unsaved, ...]:
    """Read every text that was typed and not saved yet."""
    rows = reading.connection.execute(select(schema.drafts).order_by(schema.drafts.c.key))
    return tuple(Unsaved(key=one.key, text=one.text, saved_at=one.saved_at) for one in rows)


def imported_as(reading: Reading, records: Collection[str]) -> tuple[str, ...]:
    """Read what rows of spreadsheets were called that records came from, each once."""
    rows, found = schema.imported_rows.c, set[str]()
    ids = sorted(records)
    for start in range(0, len(ids), CHUNK):
        wanted = select(rows.row_key).where(rows.record.in_(ids[start : start + CHUNK]))
        found.update(filter(None, reading.connection.execute(wanted).scalars()))
    return tuple(sorted(found))

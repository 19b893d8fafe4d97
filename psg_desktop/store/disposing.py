"""Taking records out for good: from their tables, the index, drafts, imports and the audit trail.

Nothing here writes the trail: what is removed leaves no entry of its own. The certificate, put by
the caller in the same unit of work, is the one entry of a disposal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.disposals import NOBODY, KindCount, ReducedEntry
from psg_desktop.store import attached, reductions, schema, search, shelves
from psg_desktop.store.collection import CHUNK
from psg_desktop.store.pointers import EMPTIED, FOLLOWERS, KEEPERS, MERGED, STRUCK_OUT
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Unit

_A = schema.audit.c
_NOBODY = str(NOBODY)
_PARTIES = (shelves.PEOPLE, shelves.PLACES, shelves.PROJECTS)
# Whose entries may name a record of another case, or somebody in no case of theirs any more.
_NAMING = frozenset(
    shelf.kind for shelf, _ in (*KEEPERS, *FOLLOWERS, *EMPTIED, *STRUCK_OUT, *MERGED)
)
# What others can point at from outside its case.
_POINTED_AT = (
    shelves.CASES, shelves.REFERRALS, shelves.CASE_REVIEWS, shelves.INTERVENTIONS,
    shelves.ACCESS_REQUESTS, *_PARTIES,
)  # fmt: skip


@dataclass(slots=True)
class Removal:
    """What one disposal takes away, by kind of record, and whom those were merged with."""

    gone: dict[RecordKind, set[str]] = field(default_factory=lambda: defaultdict(set))
    merged: set[str] = field(default_factory=set)
    elsewhere: int = 0
    entries: tuple[ReducedEntry, ...] = ()

    @property
    def ids(self) -> list[str]:
        """Every identifier that goes."""
        return sorted(self.merged.union(*self.gone.values()))

    @property
    def pointed_at(self) -> list[str]:
        """The identifiers that may stand in records that stay."""
        return sorted(self.merged.union(*(self.gone.get(one.kind, set()) for one in _POINTED_AT)))

    def counts(self) -> tuple[KindCount, ...]:
        """Count what goes, by kind, in the order of the kinds."""
        return tuple(
            KindCount(kind=kind, count=len(self.gone[kind]))
            for kind in RecordKind
            if self.gone.get(kind)
        )


def dispose(unit: Unit, kind: RecordKind, record: str) -> Removal:
    """Take a record out for good, with all that belongs to it and those whom nothing else names."""
    connection = unit.reading.connection
    removal = gather(connection, kind, record)
    removal.elsewhere = _clear_beside(connection, removal)
    attached.drop(connection, removal.gone.get(RecordKind.ATTACHMENT, ()))
    _let_go(connection, removal)
    for shelf in reversed(shelves.ALL):
        for part in _parts(sorted(removal.gone.get(shelf.kind, ()))):
            connection.execute(delete(shelf.table).where(shelf.table.c.id.in_(part)))
    removal.elsewhere += attached.wipe_removed(unit)
    return removal


def gather(connection: Connection, kind: RecordKind, record: str) -> Removal:
    """Find everything that goes with a record."""
    removal = Removal()
    removal.gone[kind].add(record)
    if kind is RecordKind.CASE:
        for shelf in shelves.ALL:
            if shelf.case:
                removal.gone[shelf.kind] |= _pointing(connection, shelf, shelf.case, [record])
    removal.gone[RecordKind.REFERRAL] |= _pointing(
        connection, shelves.REFERRALS, "case", list(removal.gone[RecordKind.CASE])
    )
    parties = _parties_of(connection, removal)
    for shelf in _PARTIES:
        known = _known(connection, shelf, parties)
        removal.gone[shelf.kind] |= {one for one in known if _alone(connection, one, removal)}
    _follow(connection, removal)
    # What is left of a document that was removed before is its entries, and those go too.
    owners = (*removal.gone[RecordKind.CASE], *removal.gone[RecordKind.REFERRAL])
    removal.merged |= attached.removed_ids(connection, owners)
    return removal


def _follow(connection: Connection, removal: Removal) -> None:
    """Add what goes with what goes, until there is no more: merges may hang on merges."""
    before: list[str] = []
    while removal.ids != before:
        before = removal.ids
        for shelf, name in FOLLOWERS:
            removal.gone[shelf.kind] |= _pointing(connection, shelf, name, removal.pointed_at)
        for shelf, name in MERGED:
            merges = removal.gone.get(shelf.kind, set())
            removal.merged |= _values(connection, shelf, name, merges)


def _pointing(connection: Connection, shelf: Shelf[Any], name: str, ids: Iterable[str]) -> set[str]:
    table, found = shelf.table, set[str]()
    for part in _parts(sorted(ids)):
        found.update(
            connection.execute(select(table.c.id).where(table.c[name].in_(part))).scalars()
        )
    return found


def _parties_of(connection: Connection, removal: Removal) -> set[str]:
    found: set[str] = set()
    for shelf, name in KEEPERS:
        found |= _values(connection, shelf, name, removal.gone.get(shelf.kind, set()))
    return found


def _values(connection: Connection, shelf: Shelf[Any], name: str, ids: set[str]) -> set[str]:
    """Give what stands in a field of records, where something does."""
    found: set[str] = set()
    for part in _parts(sorted(ids)):
        wanted = select(shelf.table.c[name]).where(shelf.table.c.id.in_(part))
        found.update(one for one in connection.execute(wanted).scalars() if one is not None)
    return found


def _known(connection: Connection, shelf: Shelf[Any], ids: set[str]) -> set[str]:
    found: set[str] = set()
    for part in _parts(sorted(ids)):
        wanted = select(shelf.table.c.id).where(shelf.table.c.id.in_(part))
        found.update(connection.execute(wanted).scalars())
    return found


def _alone(connection: Connection, party: str, removal: Removal) -> bool:
    """Say whether nothing that stays names a person, place or project."""
    for shelf, name in KEEPERS:
        held = _pointing(connection, shelf, name, [party])
        if held - removal.gone.get(shelf.kind, set()):
            return False
    return True


def _clear_beside(connection: Connection, removal: Removal) -> int:
    """Take the records out of the index, the imports and the drafts; count what went."""
    cleared = 0
    for part in _parts(removal.ids):
        entries = schema.search_entries.c.record.in_(part)
        counted = select(func.count()).select_from(schema.search_entries).where(entries)
        cleared += connection.execute(counted).scalar_one()
        search.drop(connection, part)
        rows = delete(schema.imported_rows).where(schema.imported_rows.c.record.in_(part))
        cleared += connection.execute(rows).rowcount
    for row in connection.execute(select(schema.drafts)).all():
        if any(one in row.key or one in row.text for one in removal.ids):
            connection.execute(delete(schema.drafts).where(schema.drafts.c.key == row.key))
            cleared += 1
    return cleared


def _let_go(connection: Connection, removal: Removal) -> None:
    """Make the records that stay point at nobody where they pointed at what goes."""
    gone = removal.pointed_at
    for shelf, name in EMPTIED:
        for part in _parts(gone):
            held = shelf.table.c[name]
            connection.execute(update(shelf.table).where(held.in_(part)).values({name: None}))
    for shelf, name in STRUCK_OUT:
        held = shelf.table.c[name]
        for part in _parts(gone, 50):
            naming = or_(*(func.instr(held, one) > 0 for one in part))
            rows = connection.execute(select(shelf.table.c.id, held).where(naming)).all()
            for id_, text in rows:
                said = update(shelf.table).where(shelf.table.c.id == id_)
                connection.execute(said.values({name: _struck(text, part)}))


def _struck(text: str, ids: Iterable[str]) -> str:
    for one in ids:
        text = text.replace(one, _NOBODY)
    return text


def reduce_trail(unit: Unit, removal: Removal, disposal: str) -> tuple[ReducedEntry, ...]:
    """Reduce every entry that tells of what went, and seal what is left of each."""
    connection, left = unit.reading.connection, {}
    for row in _own_entries(connection, removal):
        left[row["sequence"]] = {**row, "record": _NOBODY, "case": None, "changes": "{}"}
    gone = removal.pointed_at
    for row in _naming_entries(connection, gone):
        left.setdefault(row["sequence"], {**row, "changes": _struck(row["changes"], gone)})
    for part in _parts(sorted(left)):
        numbers = schema.reductions.c.sequence.in_(part)
        connection.execute(delete(schema.reductions).where(numbers))
    _keep_reduced(connection, list(left.values()), disposal)
    return tuple(
        ReducedEntry(sequence=one, seal=reductions.seal(left[one])) for one in sorted(left)
    )


def _keep_reduced(connection: Connection, rows: list[dict[str, Any]], disposal: str) -> None:
    for row in rows:
        said = update(schema.audit).where(_A.sequence == row["sequence"])
        shown = {name: row[name] for name in ("record", "case", "changes")}
        connection.execute(said.values(shown))
    if rows:
        marks = [{"sequence": row["sequence"], "disposal": disposal} for row in rows]
        connection.execute(schema.reductions.insert(), marks)


def _own_entries(connection: Connection, removal: Removal) -> Iterator[Any]:
    for held, ids in ((_A.record, removal.ids), (_A.case, removal.gone[RecordKind.CASE])):
        for part in _parts(sorted(ids)):
            yield from connection.execute(select(schema.audit).where(held.in_(part))).mappings()


def _naming_entries(connection: Connection, gone: list[str]) -> Iterator[Any]:
    kinds = _A.kind.in_(sorted(one.value for one in _NAMING))
    for part in _parts(gone, 50):
        naming = or_(*(func.instr(_A.changes, one) > 0 for one in part))
        wanted = select(schema.audit).where(kinds, naming)
        yield from connection.execute(wanted).mappings()


def _parts(ids: list[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]

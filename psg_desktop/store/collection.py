"""All records of one kind: found, put and removed in their table, and indexed for search."""

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

from psg_desktop.domain.plain import Plain, to_plain
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import search, shelves
from psg_desktop.store.prepared import Prepared
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.trail import Step

V = TypeVar("V")
CHUNK = 500


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

"""Between values and rows: how one kind of record lies in its table."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Generic, TypeVar

from sqlalchemy import Boolean, Result, RowMapping, Table

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.plain import Plain, assembled, field_names, nested_fields, readers
from psg_desktop.store.search import Searchable

V = TypeVar("V")
Row = dict[str, Any]
# One encoder for all: `json.dumps` makes a new one at each call.
_TO_JSON = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(Generic[V]):
    """How one kind of record lies in its table.

    Attributes:
        derived: Columns computed from the plain form, such as search keys.
        case: The field that names the case a record belongs to, "" where there is none.
        search: What search may find in a value, None where nothing is searched.
    """

    kind: RecordKind
    value: type[V]
    table: Table
    derived: Callable[[Plain], Row] = field(default=lambda _plain: {})
    case: str = ""
    search: Callable[[Plain], Searchable] | None = None

    def to_row(self, plain: Plain) -> Row:
        """Give the row of a plain value: lists and nested values become JSON text."""
        row = {
            name: _TO_JSON(part) if isinstance(part, list | dict) else part
            for name, part in plain.items()
        }
        return row | self.derived(plain)

    def to_plain(self, row: RowMapping) -> Plain:
        """Give the plain value of a row."""
        return self._read({name: row[name] for name in field_names(self.value)})

    def to_value(self, row: RowMapping) -> V:
        """Give the value of a row."""
        found = _cell_readers(self)
        parts = {name: row[name] for name in field_names(self.value)}
        return self.value(
            **{name: found[name](part) if name in found else part for name, part in parts.items()}
        )

    def plains(self, found: Result[Any], names: tuple[str, ...] = ()) -> list[Plain]:
        """Give the plain values of many rows, or only their fields of these names.

        The places of the columns are looked up once, not in each row: for a full chronology that
        is half of the time.
        """
        columns = list(found.keys())
        wanted = names or field_names(self.value)
        places = [(name, columns.index(name)) for name in wanted]
        return [self._read({name: row[place] for name, place in places}) for row in found.all()]

    def values(self, found: Result[Any]) -> tuple[V, ...]:
        """Give the values of many rows."""
        return self.made_of(list(found.keys()), found.all())

    def made_of(self, names: list[str], rows: Sequence[Sequence[Any]]) -> tuple[V, ...]:
        """Give the values of rows with columns of these names, reading equal cells once."""
        if not rows:
            return ()
        cells = dict(zip(reversed(names), reversed(list(zip(*rows, strict=True))), strict=True))
        columns: dict[str, Iterable[Any]] = dict(cells)
        for name, reader in _cell_readers(self).items():
            column = cells[name]
            if name == "id":
                columns[name] = map(reader, column)
            else:
                known = {cell: reader(cell) for cell in set(column)}
                columns[name] = map(known.__getitem__, column)
        return assembled(self.value, len(rows), columns)

    def _read(self, plain: Plain) -> Plain:
        """Make lists and switches out of how they lie in a row."""
        for name in nested_fields(self.value):
            if plain.get(name) is not None:
                plain[name] = json.loads(plain[name])
        for name in _switches(self.table):
            if plain.get(name) is not None:
                plain[name] = bool(plain[name])
        return plain

    def case_of(self, plain: Plain) -> str | None:
        """Give the identifier of the case a plain value belongs to."""
        named = plain[self.case] if self.case else None
        return str(named) if named is not None else None


@cache
def _cell_readers(shelf: Shelf[Any]) -> dict[str, Callable[[Any], Any]]:
    """Give what makes a field out of its cell, for those fields that are not their cell."""
    found = readers(shelf.value)
    return (
        found
        | {
            name: partial(_read_json, found.get(name, _as_it_is))
            for name in nested_fields(shelf.value)
        }
        | dict.fromkeys(_switches(shelf.table), _read_switch)
    )


def _read_json(reader: Callable[[Any], Any], cell: str | None) -> Any:
    return None if cell is None else reader(json.loads(cell))


def _read_switch(cell: int | None) -> bool | None:
    return None if cell is None else bool(cell)


def _as_it_is(part: Any) -> Any:
    return part


@cache
def _switches(table: Table) -> tuple[str, ...]:
    return tuple(one.name for one in table.c if isinstance(one.type, Boolean))

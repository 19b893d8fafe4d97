"""An open vault as casework sees it: units of work in, values out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from psg_desktop.domain.ids import BatchId
from psg_desktop.store import schema, trail
from psg_desktop.store.migrations import bring_up_to_date, lay_out
from psg_desktop.store.trail import Mark
from psg_desktop.store.units import Reading, Unit
from psg_desktop.store.vault import Vault

__all__ = ["Desk", "lay_out"]


class Desk:
    """The records of one unlocked vault; `upgraded` says whether its tables were older."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.upgraded = bring_up_to_date(vault.engine)

    @contextmanager
    def writing(self, mark: Mark) -> Iterator[Unit]:
        """Open a unit that is kept when the block ends well, and forgotten otherwise.

        The caller settles it. A fault of the disk or the file is raised as a plain sentence.
        """
        with self.vault.translating(), self.vault.engine.begin() as connection:
            yield Unit(connection, mark)

    @contextmanager
    def jotting(self) -> Iterator[Unit]:
        """Open a unit for what is no part of the record, such as drafts; no record can be put."""
        with self.vault.translating(), self.vault.engine.begin() as connection:
            yield Unit(connection, None)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Open a look at the vault; nothing can be put."""
        with self.vault.translating(), self.vault.reader.connect() as connection:
            yield Unit(connection, None)


def keep_draft(unit: Unit, key: str, text: str, at: datetime) -> None:
    """Keep text somebody is typing, in place of what was kept under the same key."""
    connection = _connection(unit)
    discard_draft(unit, key)
    connection.execute(
        insert(schema.drafts), {"key": key, "text": text, "saved_at": at.isoformat()}
    )


def discard_draft(unit: Unit, key: str) -> None:
    """Forget a draft; nothing happens where there is none."""
    _connection(unit).execute(delete(schema.drafts).where(schema.drafts.c.key == key))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRow:
    """A row that came in: what it is recognised by, and the record it became.

    Attributes:
        fingerprint: Digest of the row.
        row_key: What the row is known by in a later file, such as its reference; "" if nothing.
        record: Identifier of the case, person, place or project it became.
        label: What a person calls that record; filled in when read.
    """

    fingerprint: str
    row_key: str = field(repr=False)
    record: str
    label: str = field(default="", repr=False)


def remember_rows(unit: Unit, batch: BatchId, rows: Iterable[ImportedRow]) -> None:
    """Remember rows that came in by import, so that they never come in twice."""
    kept = [
        {
            "fingerprint": row.fingerprint,
            "row_key": row.row_key,
            "batch": str(batch),
            "record": row.record,
        }
        for row in rows
    ]
    if kept:
        statement = sqlite_insert(schema.imported_rows).on_conflict_do_nothing()
        _connection(unit).execute(statement, kept)


def forget_rows(unit: Unit, batch: BatchId) -> None:
    """Forget the rows of an import that is undone, so that they may come in again."""
    rows = schema.imported_rows
    _connection(unit).execute(delete(rows).where(rows.c.batch == str(batch)))


def imported_rows(reading: Reading) -> tuple[ImportedRow, ...]:
    """Read every row that came in and still stands; what was merged is what it was merged into."""
    rows, c, p, q, j, r = (
        schema.imported_rows.c, schema.cases.c, schema.people.c, schema.places.c,
        schema.projects.c, schema.referrals.c,
    )  # fmt: skip
    label = func.coalesce(c.reference, p.full_name, q.name, j.name, r.reference, "")
    record = func.coalesce(schema.merges.c.kept, rows.record)
    joined = (
        schema.imported_rows.outerjoin(schema.merges, schema.merges.c.merged == rows.record)
        .outerjoin(schema.cases, c.id == record)
        .outerjoin(schema.people, p.id == record)
        .outerjoin(schema.places, q.id == record)
        .outerjoin(schema.projects, j.id == record)
        .outerjoin(schema.referrals, r.id == record)
    )
    found = reading.connection.execute(
        select(
            rows.fingerprint, rows.row_key, record.label("record"), label.label("label")
        ).select_from(joined)
    )
    return tuple(
        ImportedRow(
            fingerprint=row.fingerprint, row_key=row.row_key, record=row.record, label=row.label
        )
        for row in found
    )


def keep_template(unit: Unit, name: str, template: str) -> None:
    """Keep a column mapping under a name, in place of the one before."""
    rows, connection = schema.import_templates, _connection(unit)
    connection.execute(delete(rows).where(rows.c.name == name))
    connection.execute(insert(rows), {"name": name, "template": template})


def templates(reading: Reading) -> dict[str, str]:
    """Read every kept column mapping by name."""
    rows = reading.connection.execute(select(schema.import_templates))
    return {row.name: row.template for row in rows}


def first_break(reading: Reading) -> int | None:
    """Give the number of the first audit entry that does not follow from the one before it."""
    return trail.first_break(reading.connection)


def _connection(unit: Unit) -> Connection:
    return unit.reading.connection

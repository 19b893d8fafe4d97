"""An open vault as casework sees it: units of work in, values out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from psg_desktop.domain.ids import BatchId
from psg_desktop.store import schema, trail
from psg_desktop.store.migrations import bring_up_to_date, lay_out
from psg_desktop.store.trail import Mark
from psg_desktop.store.units import Reading, Unit
from psg_desktop.store.vault import Vault, translate

__all__ = ["Desk", "lay_out"]

CHUNK = 500


class Desk:
    """The records of one unlocked vault."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        bring_up_to_date(vault.engine)

    @contextmanager
    def writing(self, mark: Mark) -> Iterator[Unit]:
        """Open a unit that is kept when the block ends well, and forgotten otherwise.

        The caller settles it. A fault of the disk or the file is raised as a plain sentence.
        """
        with self._translated(), self.vault.engine.begin() as connection:
            yield Unit(connection, mark)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Open a look at the vault; nothing can be put."""
        with self._translated(), self.vault.reader.connect() as connection:
            yield Unit(connection, None)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except Exception as problem:
            fault = translate(problem)
            if fault is None:
                raise
            raise fault from None


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


def remember_rows(unit: Unit, batch: BatchId, records: Mapping[str, str]) -> None:
    """Remember rows that came in by import: fingerprint to record."""
    rows = [
        {"fingerprint": fingerprint, "batch": str(batch), "record": record}
        for fingerprint, record in records.items()
    ]
    if rows:
        _connection(unit).execute(insert(schema.imported_rows), rows)


def forget_rows(unit: Unit, batch: BatchId) -> None:
    """Forget the rows of an import that is undone, so that they may come in again."""
    rows = schema.imported_rows
    _connection(unit).execute(delete(rows).where(rows.c.batch == str(batch)))


def imported_rows(reading: Reading) -> dict[str, str]:
    """Read every fingerprint that came in, with the record it became."""
    rows = reading.connection.execute(
        select(schema.imported_rows.c.fingerprint, schema.imported_rows.c.record)
    )
    return {row.fingerprint: row.record for row in rows}


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

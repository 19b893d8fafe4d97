"""Is the encrypted file whole? The page check and the structure check; neither alone is enough.

SQLCipher's check finds any altered page but not a missing one; SQLite's finds broken structure.
"""

import hashlib
import marshal
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from psg_desktop.store.vault import connections, identity
from psg_desktop.store.vault.translation import damaged, translate

_SOUND: Final = [("ok",)]
_MOST_PAGES: Final = 5
_ROWS: Final = 500
# marshal spells rows three times faster than repr; from format 1 on it marks shared objects, and
# the same rows would no longer give the same bytes.
_PLAIN: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What is wrong, one plain sentence each, and what is worth knowing though nothing is wrong."""

    findings: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def refuse_damage(connection: Any) -> None:
    """Refuse a file whose structure or any page in use is damaged (the quick check).

    Raises:
        DamagedStore: with the next step.
    """
    if connection.execute("PRAGMA quick_check").fetchall() != _SOUND:
        raise damaged()


def findings(connection: Any) -> tuple[str, ...]:
    """Check every page, the structure, and every reference between records; plain sentences."""
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    structure = _structure(connection)
    if not pages:
        return structure
    numbers = sorted({int(word) for row in pages for word in str(row[0]).split() if word.isdigit()})
    shown = ", ".join(str(number) for number in numbers[:_MOST_PAGES])
    more = " and more" if len(numbers) > _MOST_PAGES else ""
    where = f"Pages of the encrypted file are damaged or were altered: number {shown}{more}."
    if not structure and _readable(connection):
        # A power cut can leave pages that no record uses half written.
        where += (
            " No record uses them and every record can be read: make a backup now and restore it "
            "to a new place."
        )
    return (where, *structure)


def _structure(connection: Any) -> tuple[str, ...]:
    found: list[str] = []
    try:
        if connection.execute("PRAGMA integrity_check").fetchall() != _SOUND:
            found.append("The records' structure is damaged: some may be missing or unreadable.")
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except (sqlcipher.Error, MemoryError) as problem:
        if translate(problem) is None:
            raise
        return (*found, "The records cannot all be read, because a page is damaged.")
    if orphans:
        found.append(f"{len(orphans)} records refer to a record that is not there.")
    return tuple(found)


def _readable(connection: Any) -> bool:
    try:
        contents(connection)
    except (sqlcipher.Error, MemoryError) as problem:
        if translate(problem) is None:
            raise
        return False
    return True


def contents(connection: Any) -> str:
    """Give one digest of everything the records say, the same for a store and its copy."""
    digest = hashlib.sha256()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall()
    digest.update(repr((version, schema)).encode())
    for kind, name, _, sql in schema:
        if kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL"):
            quoted = str(name).replace('"', '""')
            rows = connection.execute(f'SELECT * FROM "{quoted}" NOT INDEXED')  # noqa: S608  # from the schema
            digest.update(repr(name).encode())
            while some := rows.fetchmany(_ROWS):
                digest.update(marshal.dumps(some, _PLAIN))
    return digest.hexdigest()


def generation_of(store: Path, key: bytes) -> int:
    """Read the generation of a file nobody writes to."""
    with closing(connections.connect(store, key, "ro")) as connection:
        return identity.read(connection).generation

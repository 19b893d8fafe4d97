"""The bytes of documents, in pieces beside their records, so that no list ever loads them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import AttachmentId
from psg_desktop.store import schema
from psg_desktop.store.units import Reading, Unit

# Small enough that a few hundred rows read at once, as a backup does, stay some tens of megabytes.
PIECE = 64 * 1024
_P, _R, _A = schema.attachment_pieces.c, schema.attachments.c, schema.audit.c


def put_bytes(unit: Unit, attachment: AttachmentId, content: bytes) -> None:
    """Put what a document holds."""
    view, key = memoryview(content), str(attachment)
    rows = [
        {"attachment": key, "number": number, "bytes": bytes(view[start : start + PIECE])}
        for number, start in enumerate(range(0, len(content), PIECE))
    ]
    unit.reading.connection.execute(insert(schema.attachment_pieces), rows)


def read_bytes(reading: Reading, attachment: AttachmentId) -> bytes:
    """Read what a document holds; nothing where it was wiped."""
    return b"".join(pieces(reading, attachment))


def pieces(reading: Reading, attachment: AttachmentId) -> Iterator[bytes]:
    """Read what a document holds piece by piece."""
    wanted = select(_P.bytes).where(_P.attachment == str(attachment)).order_by(_P.number)
    yield from reading.connection.execute(wanted).scalars()


def bytes_kept(reading: Reading) -> int:
    """Count the bytes of all documents on record."""
    return int(reading.connection.execute(select(func.coalesce(func.sum(_R.size), 0))).scalar_one())


def hollow(reading: Reading) -> bool:
    """Say whether a document on record has lost what it held."""
    there = select(_P.attachment).where(_P.number == 0)
    wanted = select(_R.id).where(_R.id.not_in(there)).limit(1)
    return reading.connection.execute(wanted).first() is not None


def any_removed(reading: Reading) -> bool:
    """Say whether the bytes of a removed document are still here."""
    return reading.connection.execute(_without_record().limit(1)).first() is not None


def wipe_removed(unit: Unit, before: datetime | None = None) -> int:
    """Wipe the bytes of documents that were removed, or only of those removed before a moment.

    Gives how many documents were wiped; their removal can then no longer be taken back.
    """
    connection = unit.reading.connection
    removed = _without_record()
    if before is not None:
        since = _last_touched(before)
        removed = removed.where(_P.attachment.not_in(since))
    found = list(connection.execute(removed).scalars())
    drop(connection, found)
    return len(found)


def drop(connection: Connection, attachments: Iterable[str]) -> None:
    """Wipe the bytes of these documents; the store overwrites what they stood on."""
    for one in attachments:
        connection.execute(delete(schema.attachment_pieces).where(_P.attachment == one))


def removed_ids(connection: Connection, owners: Iterable[str]) -> set[str]:
    """Find the documents these cases, referrals or meetings once had, removed since.

    Nothing is left of them but their entries in the trail, which may still say what they were.
    """
    found: set[str] = set()
    gone = (_A.kind == RecordKind.ATTACHMENT.value, _A.record.not_in(select(_R.id)))
    for owner in owners:
        named = func.instr(_A.changes, owner) > 0
        found.update(connection.execute(select(_A.record).where(*gone, named)).scalars())
    return found


def _without_record() -> Select[Any]:
    return select(_P.attachment).where(_P.number == 0, _P.attachment.not_in(select(_R.id)))


def _last_touched(moment: datetime) -> Select[Any]:
    kind = _A.kind == RecordKind.ATTACHMENT.value
    return select(_A.record).where(kind, _A.at >= moment.isoformat())

"""What a vault holds, byte by byte: its decrypted pages, and every row of every table."""

from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import text

from psg_desktop.casework.office import Office

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16


def decrypted(office: Office) -> bytes:
    """Give the pages of the encrypted file as they are inside, the free ones included."""
    found = office.desk.vault._found
    return _pages(found.store, found.secrets.store_key)


def _pages(store: Path, key: bytes) -> bytes:
    data, plain = store.read_bytes(), []
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        first = SALT if start == 0 else 0
        end = PAGE - RESERVED
        cipher = Cipher(algorithms.AES256(key), modes.CBC(page[end : end + IV]))
        plain.append(cipher.decryptor().update(page[first:end]))
    return b"".join(plain)


def rows_holding(office: Office, pieces: set[str]) -> list[str]:
    """Name every table, index tables of the search included, with a row that holds a piece."""
    found = []
    with office.reading() as unit:
        connection = unit.reading.connection
        tables = connection.execute(
            text("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ).scalars()
        for table in sorted(tables):
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).all()  # noqa: S608 - from the schema
            said = "\n".join(_said(one) for row in rows for one in row)
            found += [f"{table}: {piece}" for piece in sorted(pieces) if piece in said.casefold()]
    return found


def _said(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)

"""Nothing readable in any file: vault, journal in the middle of a change, backup, temporary."""

import tempfile
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from psg_desktop.store.vault.connections import connect
from tests.store.vault.caseload import MARKER, NOW, PASSPHRASE, Keys, child, reopen

PIECES = [MARKER.encode(), b"Quillfeather", b"Marrowbone", MARKER.encode("utf-16-le")]


def readable(place: Path, keys: Keys) -> list[str]:
    """Name the files under a folder that hold a marker, the passphrase or the data key."""
    secret = keys.secrets.store_key
    hidden = [*PIECES, PASSPHRASE.encode(), secret, secret.hex().encode()]
    return [
        f"{file.name} holds {piece[:8]!r}"
        for file in place.rglob("*")
        if file.is_file()
        for piece in hidden
        if piece in file.read_bytes()
    ]


def test_that_no_file_holds_a_marker(
    folder: Path, keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "temporary"
    passing.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(passing))
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    vault = reopen(folder, keys)
    with vault.engine.begin() as connection:
        # A cache of a few pages makes SQLite write journal and store before the commit.
        connection.exec_driver_sql("PRAGMA cache_size=5")
        connection.execute(text("UPDATE note SET body = body || :more"), {"more": MARKER * 20})
        connection.execute(text("SELECT body FROM note ORDER BY body || id")).all()
        assert (folder / "store-1.db-journal").stat().st_size > 0
        # Looked at in another process: reading here would drop SQLite's locks.
        looking = child(LOOK, str(tmp_path), *(piece.hex() for piece in PIECES))
        found, problem = looking.communicate()
        assert "store-1.db-journal" in found, problem
        assert "HOLDS" not in found
    vault.back_up(tmp_path, NOW)
    vault.close()
    assert [file.suffix for file in tmp_path.iterdir()].count(".psgbackup") == 1
    assert readable(tmp_path, keys) == []


LOOK = """
import sys
from pathlib import Path
for file in Path(sys.argv[1]).rglob("*"):
    if file.is_file():
        data = file.read_bytes()
        print(file.name, [p for p in sys.argv[2:] if bytes.fromhex(p) in data] and "HOLDS")
"""


def test_that_the_search_for_markers_finds_one_in_a_plain_database(
    tmp_path: Path, keys: Keys
) -> None:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  # an unkeyed file, for this once

    plain = dbapi2.connect(str(tmp_path / "plain.db"))
    plain.execute("CREATE TABLE note (body)")
    plain.execute("INSERT INTO note VALUES (?)", (MARKER,))
    plain.commit()
    plain.close()
    assert readable(tmp_path, keys)


def test_that_a_driver_error_shows_no_value_and_no_key(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with pytest.raises(IntegrityError) as problem, vault.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO note (id, body) VALUES (:id, :body)"), {"id": 1, "body": MARKER}
        )
    vault.close()
    shown = str(problem.value) + repr(problem.value)
    assert "UNIQUE" in shown
    assert "Quillfeather" not in shown
    assert keys.secrets.store_key.hex() not in shown + repr(vault.engine.url)


def test_that_a_wrong_key_prints_nothing_to_the_console(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Exception, match="not a database"):
        connect(folder / "store-1.db", bytes(32))
    assert capfd.readouterr() == ("", "")


HARDEN = """
import ctypes, pathlib, resource, sys
from psg_desktop.store.vault import harden_process
harden_process()
pathlib.Path(sys.argv[1]).write_text("x")
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_that_a_hardened_process_leaves_no_core_and_private_files(tmp_path: Path) -> None:
    found, problem = child(HARDEN, str(tmp_path / "file")).communicate()
    assert found == "(0, 0) 0\n", problem
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0

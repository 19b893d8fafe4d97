"""What the driver and the system say, as sentences a person can act on; bugs stay bugs."""

import errno
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from psg_desktop.faults import DamagedStore, DiskFull, Fault, Unwritable, VaultInUse
from psg_desktop.store.vault import translate, translating
from psg_desktop.store.vault.connections import connect
from tests.store.vault.caseload import Keys, add_note, child, flip, notes, reopen, store_of


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (OSError(errno.ENOSPC, ""), DiskFull),
        (OSError(errno.EDQUOT, ""), DiskFull),
        (PermissionError(errno.EACCES, ""), Unwritable),
        (OSError(errno.EROFS, ""), Unwritable),
        (OSError(errno.EIO, ""), Unwritable),
        (FileNotFoundError(errno.ENOENT, ""), Unwritable),
        (MemoryError(), DamagedStore),
        (DiskFull("as it is"), DiskFull),
    ],
)
def test_that_a_trouble_of_the_system_becomes_a_fault(
    problem: Exception, kind: type[Fault]
) -> None:
    fault = translate(problem)
    assert type(fault) is kind
    with pytest.raises(kind), translating():
        raise problem


def test_that_a_bug_stays_a_bug() -> None:
    assert translate(ZeroDivisionError()) is None
    with pytest.raises(ZeroDivisionError), translating():
        raise ZeroDivisionError


def test_that_a_full_store_says_that_the_disk_is_full(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with vault.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.commit()
        with pytest.raises(DBAPIError) as problem:
            connection.execute(text("INSERT INTO note (body) VALUES (zeroblob(1) || :b)"), WIDE)
        assert isinstance(translate(problem.value), DiskFull)
    vault.close()


WIDE = {"b": "x" * 100_000}


def test_that_a_busy_store_says_to_wait(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with vault.engine.begin(), vault.engine.connect() as second:
        assert second.connection.driver_connection
        second.connection.driver_connection.execute("PRAGMA busy_timeout=0")
        with pytest.raises(DBAPIError) as problem:
            second.execute(text("SELECT 1"))
        assert isinstance(translate(problem.value), VaultInUse)
    vault.close()


def test_that_a_constraint_is_no_fault_of_the_environment(folder: Path, keys: Keys) -> None:
    vault = reopen(folder, keys)
    with pytest.raises(DBAPIError) as problem, vault.engine.begin() as connection:
        connection.execute(text("INSERT INTO note (id, body) VALUES (1, 'twice')"))
    assert translate(problem.value) is None
    vault.close()


def test_that_a_page_damaged_during_work_is_named(folder: Path, keys: Keys) -> None:
    """SQLCipher reports such a page as malformed or, sometimes, as missing memory."""
    size = store_of(folder).stat().st_size
    for page in range(4096, size, 4096):
        flip(store_of(folder), page + 300)
    with closing(connect(store_of(folder), keys.secrets.store_key, "ro")) as connection:
        with pytest.raises(Exception, match=r"malformed|^$") as problem:
            connection.execute("SELECT * FROM note").fetchall()
        assert isinstance(translate(problem.value), DamagedStore)


def test_that_another_vaults_key_is_named(folder: Path) -> None:
    with pytest.raises(DamagedStore, match="another vault"), translating():
        connect(store_of(folder), bytes(32))


def test_that_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unwritable), translating():
        connect(tmp_path / "none.db", bytes(32))


FILL = """
import resource, signal, sys
from pathlib import Path
from psg_desktop.faults import Fault
from psg_desktop.store.vault import translating
from tests.store.vault.caseload import *
folder = Path(sys.argv[1])
vault = reopen(folder, keys_of(folder))
before = len(notes(vault))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = store_of(folder).stat().st_size + 20000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
saved = 0
try:
    while True:
        with translating():
            add_note(vault, "x" * 3000)
        saved += 1
except Fault as problem:
    print(type(problem).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add_note(vault, "room again")
print(saved, len(notes(vault)) - before)
vault.close()
"""


def test_that_a_full_disk_stops_the_work_and_not_the_record(folder: Path, keys: Keys) -> None:
    """A limit on the size of files stands for the full disk; lifted, work goes on."""
    said, problem = child(FILL, str(folder)).communicate()
    assert said, problem
    kind, counts = said.splitlines()
    saved, found = (int(word) for word in counts.split())
    assert kind in {"DiskFull", "Unwritable"}
    assert saved > 0
    assert found == saved + 1
    vault = reopen(folder, keys)
    assert not vault.recovered
    assert notes(vault)[-1] == "room again"
    add_note(vault)
    vault.close()

"""No file holds what was typed: vault, journal in the middle of a change, backup, temporary files.

The verbs write a marker into every field that takes text; then every byte of every file is read.
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest

from psg_desktop import settings
from psg_desktop.casework import lists  # fmt: skip
from psg_desktop.casework.caseload import actions, cases, notes, projects  # fmt: skip
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs  # fmt: skip
from psg_desktop.casework.parties import places  # fmt: skip
from psg_desktop.casework.reviewing import reviews  # fmt: skip
from psg_desktop.casework.vault import exports, upkeep, vaults  # fmt: skip
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId, ProjectId
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import Project
from psg_desktop.settings import Settings
from tests.attacks import byte_search
from tests.builders import a_case, a_closure, a_note, a_person, a_review, an_action
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

MARKER = "Zephyrine Quillfeather"
PIECES = ("Zephyrine", "Quillfeather", "17 Marrowbone Lock", "943 476 5919", "quillfeather")


def holding(*places: Path) -> list[str]:
    """Name the files that hold a piece of the marker, in any usual form of text."""
    return byte_search.holding((*PIECES, PASSPHRASE), *places)


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, watched."""
    place = tmp_path / "temporary"
    place.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def write_everywhere(office: Office) -> None:
    """Put the marker into every field that takes text, through the verbs."""
    person = a_person(
        full_name=MARKER,
        aliases=(MARKER,),
        addresses=(AddressStay(lines="17 Marrowbone Lock", postcode="CB7 4EE"),),
        identifiers=(Identifier(kind=IdentifierKind.NHS_NUMBER, value="943 476 5919"),),
        phones=(f"07700 900123 {MARKER}",),
        emails=(f"{MARKER}@example.org",),
        household=(HouseholdMember(name=MARKER),),
        remarks=MARKER,
    )
    case = a_case(
        subject=person.id, title=MARKER, problem=MARKER, blocked=MARKER, lead_practitioner=MARKER
    )
    cases.open_case(office, cases.Opening(case=case, new_subject=person))
    action = an_action(
        case=case.id, what=MARKER, officer=MARKER, owner=None, state=ActionState.PROPOSED
    )
    actions.add(office, action)
    notes.add(office, a_note(case=case.id, text=MARKER * 50))
    reviews.record(office, a_review(case=case.id, decision=MARKER))
    places.save(office, Place(id=PlaceId(office.new_id()), name=MARKER, address=MARKER))
    projects.save(office, Project(id=ProjectId(office.new_id()), name=MARKER, objective=MARKER))
    notes.keep_draft(office, notes.draft_key(case.id), MARKER * 20)
    cases.hold(office, case.id, MARKER, None)
    cases.close(office, case.id, a_closure(summary=MARKER, told=MARKER))
    cases.reopen(office, case.id, MARKER)
    proposal = packs.propose_pack(office, date(2026, 12, 3), [case.id])
    packs.accept_as_proposed(office, proposal)
    assert lists.find(office, "quillfeather")


def test_that_no_file_holds_what_was_written(vault: Path, tmp_path: Path, passing: Path) -> None:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    write_everywhere(office)
    backups = tmp_path / "backups"
    backups.mkdir()
    upkeep.back_up(office, backups)
    settings.write(tmp_path / "likings" / "settings.json", Settings().opened(office.place))
    office.close()
    assert len(list(backups.iterdir())) == 1
    assert (tmp_path / "likings" / "settings.json").is_file()
    assert holding(vault, backups, passing, tmp_path / "likings") == []


LOOK = """
import sys
from pathlib import Path
for file in Path(sys.argv[1]).rglob("*"):
    if file.is_file():
        data = file.read_bytes()
        print(file.name, len(data), any(bytes.fromhex(one) in data for one in sys.argv[2:]))
"""


def test_that_the_journal_of_an_unfinished_change_holds_nothing(
    vault: Path, tmp_path: Path, passing: Path
) -> None:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    try:
        write_everywhere(office)
        with office.working(Act.ADD_NOTE) as unit:
            # A cache of a few pages makes the library write to the disk before the commit.
            unit.reading.connection.exec_driver_sql("PRAGMA cache_size=5")
            unit.people.put_all(a_person(full_name=f"{MARKER} {number}") for number in range(300))
            # Looked at from another process: reading here would drop the library's locks.
            pieces = [one.hex() for one in byte_search.patterns(PIECES)]
            looked = subprocess.run(
                [sys.executable, "-c", LOOK, str(tmp_path), *pieces],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
    finally:
        office.close()
    found = {
        name: (int(size), held) for name, size, held in map(str.split, looked.stdout.splitlines())
    }
    assert found["store-1.db-journal"][0] > 4096
    assert [name for name, (_, held) in found.items() if held == "True"] == []
    assert list(passing.iterdir()) == []


def test_that_the_search_finds_a_plain_copy(vault: Path, tmp_path: Path) -> None:
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    write_everywhere(office)
    exports.export_everything(office, tmp_path / "plain")
    office.close()
    found = holding(tmp_path / "plain")
    assert {f"people.csv: {piece}" for piece in PIECES[:4]} <= set(found)


def test_that_every_connection_keeps_its_temporary_tables_in_memory(desk: Office) -> None:
    store = desk.desk.vault.engine
    with store.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2
    with desk.desk.vault.reader.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2


# More than any cache holds, so that a sort that may go to a file does.
BIG_SORT = """
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 40000)
SELECT full_name || n FROM counted, people ORDER BY (n * 7919) % 40009, full_name
"""


def spilled(office: Office, temp_store: str) -> tuple[int, set[str]]:
    """Sort far more than fits; give how many temporary files were seen, and pieces found in them.

    SQLite unlinks its temporary files as soon as it opened them: no folder shows them, but the
    process's own descriptors do.
    """
    seen: set[str] = set()
    found: set[str] = set()

    def look() -> int:
        for descriptor in Path("/proc/self/fd").iterdir():
            try:
                target = str(descriptor.readlink())
                if "etilqs_" in target or "(deleted)" in target:
                    seen.add(target)
                    found.update(byte_search.held(descriptor.read_bytes(), PIECES))
            except OSError:
                continue  # closed since it was listed
        return 0

    with office.desk.vault.reader.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=10")
        driver = connection.connection.driver_connection
        assert driver is not None
        connection.rollback()
        driver.execute(f"PRAGMA temp_store={temp_store}")
        look()
        others = set(seen)  # of the tests' own machinery
        found.clear()
        driver.set_progress_handler(look, 200_000)
        try:
            assert len(driver.execute(BIG_SORT).fetchall()) == 40_000
        finally:
            driver.set_progress_handler(None, 0)
            driver.execute("PRAGMA temp_store=MEMORY")
            driver.execute("PRAGMA cache_size=-65536")
    return len(seen - others), found


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are not listed here")
def test_that_a_sort_too_big_for_memory_pages_spills_nothing(desk: Office, passing: Path) -> None:
    with desk.working(Act.SAVE_PERSON) as unit:
        unit.people.put(a_person(full_name=MARKER))
    assert spilled(desk, "MEMORY") == (0, set())
    # The control: where the library may use files, the same look sees them and reads the marker.
    files, found = spilled(desk, "FILE")
    assert files > 0
    assert {"Zephyrine", "Quillfeather"} <= found
    assert list(passing.iterdir()) == []

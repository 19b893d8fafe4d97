"""The audit trail tells of every entry that was changed, taken out, put in or moved."""

import pytest
from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.vault import upkeep
from tests.builders import a_person

TAMPERING = {
    "a field edited": "UPDATE audit SET changes = replace(changes, 'Wilf', 'Ralf')",
    "another author": "UPDATE audit SET who = 'Somebody else' WHERE sequence = 5",
    "another time": "UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE sequence = 5",
    "taken out": "DELETE FROM audit WHERE sequence = 5",
    "taken out and closed up": (
        "DELETE FROM audit WHERE sequence = 5",
        "UPDATE audit SET sequence = -(sequence - 1) WHERE sequence > 5",
        "UPDATE audit SET sequence = -sequence WHERE sequence < 0",
    ),
    "first taken out": "DELETE FROM audit WHERE sequence = 1",
    "two exchanged": (
        "UPDATE audit SET sequence = -5 WHERE sequence = 5",
        "UPDATE audit SET sequence = 5 WHERE sequence = 6",
        "UPDATE audit SET sequence = 6 WHERE sequence = -5",
    ),
    "one put in": (
        "INSERT INTO audit SELECT (SELECT max(sequence) + 1 FROM audit), at, who, batch, act, "
        'kind, record, "case", created, removed, changes, digest FROM audit WHERE sequence = 5'
    ),
}


@pytest.fixture
def worked_in(desk: Office) -> Office:
    for _ in range(4):
        people.save(desk, a_person())
    return desk


def test_that_a_trail_nobody_touched_holds(worked_in: Office) -> None:
    assert upkeep.check_trail(worked_in).sound


@pytest.mark.parametrize("tampering", TAMPERING)
def test_that_tampering_with_the_trail_is_told(worked_in: Office, tampering: str) -> None:
    said = TAMPERING[tampering]
    with worked_in.desk.vault.engine.begin() as connection:
        for statement in (said,) if isinstance(said, str) else said:
            assert connection.execute(text(statement)).rowcount
    found = upkeep.check_trail(worked_in)
    assert not found.sound
    assert "entry" in found.findings[0]
    assert "Wilf" not in found.findings[0]

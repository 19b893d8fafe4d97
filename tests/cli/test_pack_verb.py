"""The pack from the shell: which texts wait, and for which meeting."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.vault import vaults
from tests.builders import NOW, TODAY, an_action
from tests.casework.caseload.test_cases import desk_agency, opened
from tests.cli.conftest import Shell
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE, psg_meeting

DONE, REFUSED, NEEDS_DECISION = 0, 1, 3


@pytest.fixture
def waiting(vault: Path) -> Path:
    """A vault with a case whose action names its subject."""
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    case = opened(office, blocked="Marrowby is away.")
    words = "Ring Wilf Marrowby about the fence and the gate, then ring the neighbours as well."
    actions.add(office, an_action(case=case.id, owner=desk_agency(office), what=words))
    office.close()
    return vault


def pack(shell: Shell, vault: Path, words: Path, on: date) -> tuple[int, str, str]:
    out = vault.parent / "pack.pdf"
    ran = shell("pack", vault, "--meeting", on, "--out", out, "--passphrase-file", words)
    return ran.code, ran.out, ran.said


def test_that_a_text_that_waits_is_told_in_words(shell: Shell, waiting: Path, words: Path) -> None:
    code, out, _ = pack(shell, waiting, words, TODAY)
    assert code == NEEDS_DECISION
    told = [line.split("\t") for line in out.splitlines()]
    assert [(reference, kind) for reference, kind, *_ in told] == [
        ("PSG-2026-001", "What is blocked"),
        ("PSG-2026-001", "Action"),
    ]
    (*_, opening) = told[-1]
    assert opening.startswith("Ring [Person ")
    assert opening.endswith(" …")
    assert "Marrowby" not in out
    assert not any(_is_identifier(part) for part in out.replace("/", "\t").split())


def _is_identifier(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def test_that_a_meeting_in_the_past_is_refused(shell: Shell, waiting: Path, words: Path) -> None:
    code, _, said = pack(shell, waiting, words, TODAY - timedelta(days=1))
    assert code == REFUSED
    assert "20 November 2026 has passed" in said
    assert "Traceback" not in said


def test_that_a_recorded_meeting_of_the_past_is_taken(
    shell: Shell, vault: Path, waiting: Path, words: Path
) -> None:
    past = TODAY - timedelta(days=9)
    office = vaults.unlock(vault, PASSPHRASE, FixedClock(NOW - timedelta(days=10)))
    meetings.plan(office, psg_meeting(office, past))
    office.close()
    assert pack(shell, waiting, words, past)[0] == NEEDS_DECISION


def test_that_a_weak_passphrase_is_refused_as_in_the_window(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "weak.txt"
    file.write_text("password1\n", encoding="utf-8")
    ran = shell("create", tmp_path / "new.psgstore", "--passphrase-file", file)
    assert ran.code == REFUSED
    assert "Choose a passphrase that is harder to guess." in ran.said
    assert not (tmp_path / "new.psgstore").exists()

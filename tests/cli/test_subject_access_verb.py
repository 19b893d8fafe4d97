"""The verb that gathers what is held on a person, from the shell."""

from pathlib import Path

import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.parties import people
from psg_desktop.casework.vault import vaults
from tests.builders import a_case, a_person
from tests.cli.conftest import Shell
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

DONE, REFUSED, NEEDS_DECISION = 0, 1, 3


@pytest.fixture
def filled(vault: Path) -> Path:
    """A vault with a person, a neighbour, and two people of one name."""
    office = vaults.unlock(vault, PASSPHRASE, FixedClock())
    person = a_person(full_name="Ansel Quorbleton")
    case = a_case(subject=person.id, problem="Oswin Thrapstonby heard Ansel Quorbleton.")
    people.save(office, a_person(full_name="Oswin Thrapstonby"))
    cases.open_case(office, cases.Opening(case=case, new_subject=person))
    for _ in range(2):
        people.save(office, a_person(full_name="Wilf Marrowby"))
    office.close()
    return vault


def test_that_the_copy_for_review_is_written_with_others_masked(
    shell: Shell, filled: Path, words: Path, tmp_path: Path
) -> None:
    out = tmp_path / "copy"
    ran = shell(
        "subject-access", filled, "ansel quorbleton", "--out", out, "--passphrase-file", words
    )
    assert ran.code == DONE
    assert "nobody has read it yet" in ran.said
    paper, data = (Path(line) for line in ran.out.splitlines())
    assert paper.read_bytes().startswith(b"%PDF")
    written = data.read_text("utf-8")
    assert "Ansel Quorbleton" in written
    assert "Thrapstonby" not in written


def test_that_several_people_of_one_name_are_listed_and_one_is_chosen(
    shell: Shell, filled: Path, words: Path, tmp_path: Path
) -> None:
    asked = ("--out", tmp_path / "copy", "--passphrase-file", words)
    ran = shell("subject-access", filled, "Wilf Marrowby", *asked)
    assert ran.code == NEEDS_DECISION
    ids = [line.split("\t")[0] for line in ran.out.splitlines()]
    assert len(ids) == 2
    assert shell("subject-access", filled, ids[0], *asked).code == DONE


def test_that_nobody_and_no_request_of_theirs_are_refused(
    shell: Shell, filled: Path, words: Path, tmp_path: Path
) -> None:
    asked = ("--out", tmp_path / "copy", "--passphrase-file", words)
    assert shell("subject-access", filled, "Nobody Here", *asked).code == REFUSED
    ran = shell("subject-access", filled, "Ansel Quorbleton", *asked, "--request", "IR-2026-009")
    assert ran.code == REFUSED
    assert "no request of that reference" in ran.said
    assert not (tmp_path / "copy").exists()

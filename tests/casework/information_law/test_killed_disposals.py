"""A disposal that is killed half way leaves everything, or nothing at all."""

import os
import random
import select
import shutil
import signal
from datetime import datetime
from pathlib import Path
from time import perf_counter

from psg_desktop.casework.information_law import disposals
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep, vaults
from psg_desktop.domain.cases import Case
from tests.attacks import byte_search
from tests.casework.information_law import test_disposals
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.vault_bytes import decrypted, rows_holding

LATER = datetime.fromisoformat("2033-01-15T10:00:00+00:00")
KILLS = 30 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 2


def _a_vault_with_a_case_that_is_due(vault: Path, clock: FixedClock) -> tuple[str, set[str]]:
    office = vaults.unlock(vault, PASSPHRASE, clock)
    case, person, _ = test_disposals._due_case(office, clock)
    office.close()
    return case.reference, {str(case.id), str(person.id)}


def _dispose_until_killed(vault: Path, reference: str, wait: float | None) -> float | None:
    """Dispose in a process of its own and kill it, or once it is done where no time is given.

    Gives how long it took if it told that it was done, None if it did not come to that.
    """
    ready, say = os.pipe()
    born = os.fork()
    if not born:
        try:
            office = vaults.unlock(vault, PASSPHRASE, FixedClock(LATER))
            (due,) = [one.id for one in _cases(office) if one.reference == reference]
            os.write(say, b"r")
            disposals.dispose(office, due, reference)
            os.write(say, b"d")
            select.select([], [], [], 60)
        finally:
            os._exit(1)
    os.close(say)
    assert os.read(ready, 1) == b"r"
    began = perf_counter()
    select.select([ready] if wait is None else [], [], [], 60 if wait is None else wait)
    took = perf_counter() - began
    os.kill(born, signal.SIGKILL)
    os.waitpid(born, 0)
    told = os.read(ready, 1) == b"d"
    os.close(ready)
    return took if told else None


def _cases(office: Office) -> tuple[Case, ...]:
    with office.reading() as unit:
        return unit.cases.all()


def test_that_a_killed_disposal_leaves_everything_or_nothing(
    vault: Path, clock: FixedClock, tmp_path: Path
) -> None:
    reference, ids = _a_vault_with_a_case_that_is_due(vault, clock)
    words = test_disposals.WORDS | ids
    whole = _copy(vault, tmp_path, "whole")
    took = _dispose_until_killed(whole, reference, None)
    assert took is not None
    assert _what_is_left(whole, words, told=True) == set()
    rng = random.Random(7)
    left = []
    for number in range(KILLS):
        copy = _copy(vault, tmp_path, str(number))
        # The first falls before anything could be kept.
        wait = rng.uniform(0, took) if number else 0
        told = _dispose_until_killed(copy, reference, wait) is not None
        left.append(_what_is_left(copy, words, told=told))
    assert left[0] == words
    assert all(one in (words, set()) for one in left)


def _copy(vault: Path, folder: Path, name: str) -> Path:
    return Path(shutil.copytree(vault, folder / f"{name}.psgstore"))


def _what_is_left(vault: Path, words: set[str], *, told: bool) -> set[str]:
    """Give which of the words are still somewhere in a vault; it must be sound either way."""
    office = vaults.unlock(vault, PASSPHRASE, FixedClock(LATER))
    try:
        left = {one.split(": ")[1] for one in rows_holding(office, words)}
        assert not (told and left), "what was told as done is there again"
        assert len(disposals.certificates(office)) == int(not left)
        assert upkeep.check_trail(office).sound
        if not left:
            assert byte_search.held(decrypted(office), words) == set()
        return left
    finally:
        office.close()

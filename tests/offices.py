"""A real vault for every test that works in one: made once, copied for each."""

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup
from psg_desktop.domain.partnership import Partnership
from psg_desktop.store.vault import FLOOR_COST, connections, stretching
from tests.fakes import FixedClock

PASSPHRASE = "fen market bell tower clock"
STATEMENTS = 5000  # more than the program has, so that none is forgotten


def psg_meeting(
    office: Office, on: date, group: MeetingGroup = MeetingGroup.PSG, **facts: Any
) -> Meeting:
    """Give a meeting to be planned."""
    return Meeting(id=MeetingId(office.new_id()), group=group, on=on, **facts)


@pytest.fixture(scope="session", autouse=True)
def _stretched_once() -> Iterator[None]:
    """Stretch the same passphrase over the same salt once: thousands of tests open copies.

    The key is the very one that Argon2id gave; another passphrase, salt or cost is stretched as
    ever, and `tests/store/vault/test_keys.py` takes the function itself.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretching, "from_passphrase", cache(stretching.from_passphrase))
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile each statement once, not anew for each of the thousands of vaults that are opened.

    What SQLAlchemy keeps of a statement belongs to an engine and its dialect, and a program opens
    one vault; all vaults of the tests are of one kind, so here the second engine takes both from
    the first. Pools, connections and transactions are each engine's own, as ever.
    """
    made: list[Engine] = []
    create = connections.create_engine

    def alike(*given: Any, **options: Any) -> Engine:
        engine = create(*given, **options, query_cache_size=STATEMENTS)
        made.append(engine)
        engine.dialect = engine.pool._dialect = made[0].dialect
        engine._compiled_cache = made[0]._compiled_cache
        del made[1:]
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "create_engine", alike)
        yield


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with its lists and agencies and no case, made once; tests work on copies."""
    place = tmp_path_factory.mktemp("made") / "fenmarket.psgstore"
    partnership = Partnership(name="Fenmarket CSP", district="E07000009", sample=True)
    office = vaults.create(place, PASSPHRASE, partnership, FixedClock(), cost=FLOOR_COST)
    meetings.plan(office, psg_meeting(office, date(2026, 12, 3)))
    office.close()
    return place


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still."""
    return FixedClock()


@pytest.fixture
def vault(empty_vault: Path, tmp_path: Path) -> Path:
    """A copy of the empty vault, for one test."""
    return Path(shutil.copytree(empty_vault, tmp_path / "desk.psgstore"))


@pytest.fixture
def desk(vault: Path, clock: FixedClock) -> Iterator[Office]:
    """The copy, open."""
    opened = vaults.unlock(vault, PASSPHRASE, clock)
    yield opened
    opened.close()

"""Unlocking against its key derivation alone: goal at most 1.3 times."""

import secrets
import time

from psg_desktop.casework.vault import vaults
from psg_desktop.store.vault import DEFAULT_COST, stretching
from tests.bench.caseloads import PASSPHRASE, filled
from tests.bench.measuring import Figure, peak_mb, seconds
from tests.fakes import FixedClock

GOAL = 1.3
ROUNDS = 4


def figures() -> list[Figure]:
    """Unlock a vault of 1,000 cases at the usual cost of derivation."""
    with filled(1_000, DEFAULT_COST) as office:
        place = office.place
        office.close()
        pairs = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            opened = vaults.unlock(place, PASSPHRASE, FixedClock())
            ours = time.perf_counter() - begun
            opened.close()
            pairs.append((ours, seconds(_derive)))
    return [
        Figure(
            name="unlocking a vault of 1,000 cases",
            ours=min(pair[0] for pair in pairs),
            yardstick="its Argon2id alone",
            bare=min(pair[1] for pair in pairs),
            goal=GOAL,
            peak_mb=peak_mb(),
        )
    ]


def _derive() -> None:
    stretching.from_passphrase(
        PASSPHRASE, salt=secrets.token_bytes(stretching.SALT_SIZE), cost=DEFAULT_COST, info=b"bench"
    )

"""From a passphrase to the key of one slot: Argon2id, then HKDF.

Settings follow RFC 9106: its second recommended option is the floor, and the default costs about
one second on an office laptop. The settings travel with the slot and are part of what the slot's
cipher authenticates; a header asking for more than the limits is refused before any memory is
taken.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from psg_desktop.faults import VaultFault

SALT_SIZE: Final = 32
KEY_SIZE: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, parallel lanes."""

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        within = (
            MEMORY_LIMITS[0] <= self.memory_kib <= MEMORY_LIMITS[1]
            and ITERATION_LIMITS[0] <= self.iterations <= ITERATION_LIMITS[1]
            and LANE_LIMITS[0] <= self.lanes <= LANE_LIMITS[1]
        )
        if not within:
            raise ValueError("key derivation settings outside their limits")


MEMORY_LIMITS: Final = (64 * 1024, 1024 * 1024)
ITERATION_LIMITS: Final = (1, 10)
LANE_LIMITS: Final = (1, 8)
FLOOR_COST: Final = KdfCost(memory_kib=64 * 1024, iterations=3, lanes=4)
DEFAULT_COST: Final = KdfCost(memory_kib=256 * 1024, iterations=3, lanes=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotKey:
    """The key that opens one slot, and a commitment that tells whether it is the right one.

    AES-GCM alone does not commit to its key; the commitment, stored in the slot, does.
    """

    key: bytes = field(repr=False)
    commitment: bytes = field(repr=False)


def from_passphrase(passphrase: str, *, salt: bytes, cost: KdfCost, info: bytes) -> SlotKey:
    """Derive a slot key from a passphrase, spelt in Unicode form NFC.

    NFC because two keyboards may send the same visible letters as different code points.

    Raises:
        VaultFault: the computer has not enough free memory for the derivation.
    """
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    stretch = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        secret = stretch.derive(text)
    except MemoryError:
        raise VaultFault(
            f"Opening this vault needs {cost.memory_kib // 1024} MB of free memory. "
            "Close other programs and try again."
        ) from None
    return from_secret(secret, salt=salt, info=info)


def from_secret(secret: bytes, *, salt: bytes, info: bytes) -> SlotKey:
    """Derive a slot key from a secret that needs no stretching (a printed recovery key)."""
    spread = HKDF(algorithm=SHA256(), length=2 * KEY_SIZE, salt=salt, info=info).derive(secret)
    return SlotKey(key=spread[:KEY_SIZE], commitment=spread[KEY_SIZE:])

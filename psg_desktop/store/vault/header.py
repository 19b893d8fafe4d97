"""The header: who may open the vault and with what, signed, and the only commit point.

One canonical JSON object of at most 64 KiB::

    magic, format          what this is, and the version of this layout
    store                  identity of the vault
    epoch                  which data key: the encrypted file is `store-<epoch>.db`
    generation             grows with each clean close and each change of a slot
    created                when the vault was made (UTC)
    authority              Ed25519 public key that signs this header
    slots                  1 to 32 key slots (see `slots.Slot`)
    signature              of everything above, by the authority

The signature is checked before any slot is believed. A stranger could sign a header of their own
making; so each slot also carries, under its cipher, the authority it was made by, and the
encrypted file a third copy: `unlocking` compares the three.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from psg_desktop.faults import DamagedHeader, NewerVault
from psg_desktop.store.vault.canonical import Fields, Json, Malformed, decode, spell
from psg_desktop.store.vault.folder import read_small
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE
from psg_desktop.store.vault.signatures import check, sign
from psg_desktop.store.vault.slots import Slot

MAGIC: Final = "psg-desktop vault"
FORMAT: Final = 1
MOST_SLOTS: Final = 32
_LARGEST_COUNT: Final = 2**53
_NAMES: Final = frozenset(
    [
        "authority",
        "created",
        "epoch",
        "format",
        "generation",
        "magic",
        "signature",
        "slots",
        "store",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header says; every byte of it may be read by anybody who holds the folder."""

    store_id: UUID
    epoch: int
    generation: int
    created: datetime
    authority: bytes
    slots: tuple[Slot, ...]

    @property
    def store_file(self) -> str:
        """Name of the encrypted file."""
        return f"store-{self.epoch}.db"

    def with_slot(self, slot: Slot, *, generation: int) -> "Header":
        """Give this header with one slot replaced by its newer self."""
        slots = tuple(slot if old.slot_id == slot.slot_id else old for old in self.slots)
        return replace(self, slots=slots, generation=generation)


def write(header: Header, authority: Ed25519PrivateKey) -> bytes:
    """Sign and spell a header."""
    body: dict[str, Json] = {
        "magic": MAGIC,
        "format": FORMAT,
        "store": str(header.store_id),
        "epoch": header.epoch,
        "generation": header.generation,
        "created": header.created.isoformat(),
        "authority": spell(header.authority),
        "slots": [slot.as_json() for slot in header.slots],
    }
    return sign(body, authority)


def load(folder: Path) -> Header:
    """Read and check the header of a vault's folder.

    Raises:
        DamagedHeader: altered, cut, or not a plain file.
        NewerVault: written by a later version of this program.
    """
    try:
        return parse(read_small(folder / HEADER))
    except Malformed:
        raise DamagedHeader(
            "The header of this vault, the file that holds its key slots, is damaged or was "
            f"altered. The encrypted records may still be whole: copy “{HEADER_BEFORE}” over "
            f"“{HEADER}” inside the vault's folder and try again, or restore the latest backup."
        ) from None


def parse(data: bytes) -> Header:
    """Read a header and check its signature.

    Raises:
        Malformed: in any way not as `write` would have written it.
        NewerVault: the format is later than this program's.
    """
    value = decode(data)
    _check_version(value)
    fields = Fields(value, _NAMES)
    header = Header(
        store_id=fields.uuid("store"),
        epoch=fields.whole("epoch", 1, _LARGEST_COUNT),
        generation=fields.whole("generation", 1, _LARGEST_COUNT),
        created=fields.moment("created"),
        authority=fields.octets("authority", 32),
        slots=tuple(Slot.from_json(slot) for slot in fields.several("slots", MOST_SLOTS)),
    )
    if not header.slots or len({slot.slot_id for slot in header.slots}) != len(header.slots):
        raise Malformed("slots missing or doubled")
    check(value, header.authority)
    return header


def _check_version(value: dict[str, Json]) -> None:
    if value.get("magic") != MAGIC:
        raise Malformed("not a header")
    version = value.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerVault(
            "This vault was made by a later version of PSG Desktop. Install that version, or a "
            "newer one, to open it; nothing has been changed."
        )
    if version != FORMAT or isinstance(version, bool):
        raise Malformed("no such format")

"""The clean-close seal: what the encrypted file was when it was last closed.

SQLCipher notices any altered page but not a page replaced by its own older self; the seal does.
It is removed before the first write and written again at a clean close, signed by whoever closed.
A vault without one was not closed cleanly: it opens as recovered.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from psg_desktop.faults import DamagedStore, IncompleteVault
from psg_desktop.store.vault import folder
from psg_desktop.store.vault.canonical import Fields, Json, Malformed, decode
from psg_desktop.store.vault.folder import SEAL, read_small
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.signatures import check, sign

_MAGIC: Final = "psg-desktop seal 1"
_NAMES: Final = frozenset(
    ["epoch", "generation", "magic", "sha256", "signature", "signer", "size", "store"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """Generation, size in bytes and SHA-256 of the encrypted file at a clean close."""

    store_id: UUID
    epoch: int
    generation: int
    size: int
    sha256: str


def of(store: Path, header: Header, generation: int) -> Seal:
    """Describe an encrypted file that no connection of this process has open."""
    return Seal(
        store_id=header.store_id,
        epoch=header.epoch,
        generation=generation,
        size=store.stat().st_size,
        sha256=folder.digest(store),
    )


def write(seal: Seal, signer: UUID, key: Ed25519PrivateKey) -> bytes:
    """Sign and spell a seal; `signer` is the slot whose key signs."""
    body: dict[str, Json] = {
        "magic": _MAGIC,
        "store": str(seal.store_id),
        "epoch": seal.epoch,
        "generation": seal.generation,
        "size": seal.size,
        "sha256": seal.sha256,
        "signer": str(signer),
    }
    return sign(body, key)


def load(path: Path, header: Header) -> Seal | None:
    """Read the seal of a vault's folder and check it against the header: None if there is none.

    Raises:
        DamagedStore: altered or cut.
        IncompleteVault: it belongs to another vault or another data key.
    """
    if not (path / SEAL).exists() and not (path / SEAL).is_symlink():
        return None
    try:
        seal = parse(read_small(path / SEAL), header)
    except Malformed:
        raise DamagedStore(
            f"The vault's closing seal (the file “{SEAL}”) was altered or cut, so the records "
            "cannot be trusted unseen. Restore the latest backup, or ask for help before "
            "changing anything in the vault's folder."
        ) from None
    if (seal.store_id, seal.epoch) != (header.store_id, header.epoch):
        raise IncompleteVault(
            f"The file “{SEAL}” in the vault's folder belongs to another vault. Copy the whole "
            "folder again from where it came, or restore the latest backup."
        )
    return seal


def parse(data: bytes, header: Header) -> Seal:
    """Read a seal; its signature is checked unless another vault's identity explains it.

    Raises:
        Malformed: in any way not as `write` would have written it.
    """
    value = decode(data)
    fields = Fields(value, _NAMES)
    if fields.text("magic") != _MAGIC:
        raise Malformed("not a seal")
    seal = Seal(
        store_id=fields.uuid("store"),
        epoch=fields.whole("epoch", 1, 2**53),
        generation=fields.whole("generation", 1, 2**53),
        size=fields.whole("size", 1, 2**53),
        sha256=fields.digest("sha256"),
    )
    signer = fields.uuid("signer")
    if seal.store_id != header.store_id:
        return seal
    public = next((slot.signing for slot in header.slots if slot.slot_id == signer), None)
    if public is None:
        raise Malformed("signed by nobody in the header")
    check(value, public)
    return seal

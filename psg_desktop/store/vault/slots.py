"""A key slot: one person's way into the vault.

Public in each slot: an identifier, the person's identifier, a label, a role, what the slot grants,
how its key is derived, and the person's two public keys. Hidden under AES-256-GCM: the data key,
the authority's signing key and the person's two private keys. The public part, with the vault's
identity and the epoch, is authenticated together with the hidden part.

A slot wrapped in an earlier epoch than the header's is opened through its `handover`: see
`secret_keys`.
"""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from psg_desktop.store.vault import secret_keys, stretching
from psg_desktop.store.vault.canonical import Fields, Json, Malformed, decode, encode, spell
from psg_desktop.store.vault.secret_keys import Secrets
from psg_desktop.store.vault.stretching import KdfCost, SlotKey

LONGEST_LABEL: Final = 50
COORDINATOR: Final = "coordinator"
GRANTS: Final = ("authority", "store")
_FORMAT: Final = "psg-desktop slot 1"
_NONCE_SIZE: Final = 12
_NAMES: Final = frozenset(
    [
        "commitment",
        "created",
        "epoch",
        "grants",
        "handover",
        "id",
        "kdf",
        "label",
        "nonce",
        "opening",
        "payload",
        "person",
        "role",
        "signing",
    ]
)
_ARGON: Final = frozenset(["iterations", "lanes", "memory_kib", "name", "salt"])
_PLAIN: Final = frozenset(["name", "salt"])
_SECRETS: Final = frozenset(["authority", "opening", "signing", "store_key"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How the slot's key is made: Argon2id from a passphrase, or HKDF from a recovery key."""

    salt: bytes
    cost: KdfCost | None

    def as_json(self) -> dict[str, Json]:
        """Spell it for the header."""
        if self.cost is None:
            return {"name": "hkdf-sha256", "salt": spell(self.salt)}
        return {
            "name": "argon2id",
            "salt": spell(self.salt),
            "memory_kib": self.cost.memory_kib,
            "iterations": self.cost.iterations,
            "lanes": self.cost.lanes,
        }

    @staticmethod
    def from_json(value: object) -> "Derivation":
        """Read it, refusing settings outside their limits before any memory is taken."""
        if isinstance(value, dict) and value.get("name") == "hkdf-sha256":
            plain = Fields(value, _PLAIN)
            return Derivation(salt=plain.octets("salt", stretching.SALT_SIZE), cost=None)
        fields = Fields(value, _ARGON)
        if fields.text("name") != "argon2id":
            raise Malformed("no such key derivation")
        cost = KdfCost(
            memory_kib=fields.whole("memory_kib", *stretching.MEMORY_LIMITS),
            iterations=fields.whole("iterations", *stretching.ITERATION_LIMITS),
            lanes=fields.whole("lanes", *stretching.LANE_LIMITS),
        )
        return Derivation(salt=fields.octets("salt", stretching.SALT_SIZE), cost=cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One key slot as it stands in the header."""

    slot_id: UUID
    person_id: UUID
    label: str
    role: str
    grants: tuple[str, ...]
    derivation: Derivation
    epoch: int
    created: datetime
    signing: bytes
    opening: bytes
    nonce: bytes = b""
    payload: bytes = b""
    commitment: bytes = b""
    handover: bytes = b""

    def as_json(self) -> dict[str, Json]:
        """Spell the slot for the header."""
        return {
            **self._public(),
            "nonce": spell(self.nonce),
            "payload": spell(self.payload),
            "commitment": spell(self.commitment),
            "handover": spell(self.handover),
        }

    def _public(self) -> dict[str, Json]:
        return {
            "id": str(self.slot_id),
            "person": str(self.person_id),
            "label": self.label,
            "role": self.role,
            "grants": list(self.grants),
            "kdf": self.derivation.as_json(),
            "epoch": self.epoch,
            "created": self.created.isoformat(),
            "signing": spell(self.signing),
            "opening": spell(self.opening),
        }

    @staticmethod
    def from_json(value: object) -> "Slot":
        """Read a slot from the header."""
        fields = Fields(value, _NAMES)
        return Slot(
            slot_id=fields.uuid("id"),
            person_id=fields.uuid("person"),
            label=fields.text("label", LONGEST_LABEL),
            role=fields.text("role", 40),
            grants=fields.texts("grants", 16),
            derivation=Derivation.from_json(fields.inner("kdf")),
            epoch=fields.whole("epoch", 1, 2**53),
            created=fields.moment("created"),
            signing=fields.octets("signing", 32),
            opening=fields.octets("opening", 32),
            nonce=fields.octets("nonce", _NONCE_SIZE),
            payload=fields.octets("payload", 16, 4096),
            commitment=fields.octets("commitment", stretching.KEY_SIZE),
            handover=fields.octets("handover", 0, 4096),
        )

    def bound_to(self, store_id: UUID) -> bytes:
        """Give what the cipher authenticates beside the secrets: the whole public part."""
        return encode({"format": _FORMAT, "store": str(store_id), "slot": self._public()})

    def key_from(self, passphrase: str, store_id: UUID) -> SlotKey | None:
        """Derive this slot's key and say whether the passphrase fits: None if it does not.

        Takes about a second at the default cost. Recovery slots never fit a passphrase.
        """
        cost = self.derivation.cost
        if cost is None:
            return None
        info = _info(store_id, self.slot_id)
        key = stretching.from_passphrase(
            passphrase, salt=self.derivation.salt, cost=cost, info=info
        )
        return key if hmac.compare_digest(key.commitment, self.commitment) else None

    def open(self, key: SlotKey, *, store_id: UUID, epoch: int) -> Secrets:
        """Decrypt the slot's secrets for the header's epoch.

        Raises:
            Malformed: altered, or wrapped for another epoch without a handover.
        """
        try:
            plain = AESGCM(key.key).decrypt(self.nonce, self.payload, self.bound_to(store_id))
        except InvalidTag:
            raise Malformed("the slot's secrets were altered") from None
        fields = Fields(decode(plain), _SECRETS)
        found = Secrets(
            store_key=fields.octets("store_key", stretching.KEY_SIZE),
            authority=Ed25519PrivateKey.from_private_bytes(fields.octets("authority", 32)),
            signing=Ed25519PrivateKey.from_private_bytes(fields.octets("signing", 32)),
            opening=X25519PrivateKey.from_private_bytes(fields.octets("opening", 32)),
        )
        if self.epoch == epoch:
            return found
        return secret_keys.taken_over(found, self.handover, store_id=store_id, epoch=epoch)


def wrap(slot: Slot, passphrase: str, held: Secrets, *, store_id: UUID) -> Slot:
    """Give the slot with its secrets under a key from this passphrase.

    The caller has drawn a fresh salt for this slot: each slot key encrypts one message only, so
    the random nonce is safe.
    """
    cost = slot.derivation.cost
    if cost is None:
        raise ValueError("a recovery slot has no passphrase")
    info = _info(store_id, slot.slot_id)
    key = stretching.from_passphrase(passphrase, salt=slot.derivation.salt, cost=cost, info=info)
    plain = encode(
        {
            "authority": spell(held.authority.private_bytes_raw()),
            "opening": spell(held.opening.private_bytes_raw()),
            "signing": spell(held.signing.private_bytes_raw()),
            "store_key": spell(held.store_key),
        }
    )
    nonce = secrets.token_bytes(_NONCE_SIZE)
    payload = AESGCM(key.key).encrypt(nonce, plain, slot.bound_to(store_id))
    return replace(slot, nonce=nonce, payload=payload, commitment=key.commitment, handover=b"")


def rewrap(slot: Slot, passphrase: str, held: Secrets, *, store_id: UUID, epoch: int) -> Slot:
    """Give the slot under a new passphrase, with a fresh salt and the cost it had."""
    derivation = replace(slot.derivation, salt=secrets.token_bytes(stretching.SALT_SIZE))
    fresh = replace(slot, derivation=derivation, epoch=epoch)
    return wrap(fresh, passphrase, held, store_id=store_id)


def _info(store_id: UUID, slot_id: UUID) -> bytes:
    return b"psg-desktop slot key 1" + store_id.bytes + slot_id.bytes

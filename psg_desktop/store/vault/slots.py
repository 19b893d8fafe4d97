"""A key slot: one person's way into the vault.

Public in each slot: an identifier, the person's identifier, a label, a role, what the slot grants,
how its key is derived, and the person's two public keys. Hidden under AES-256-GCM: the data key,
the authority's signing key and the person's two private keys. The public part, with the vault's
identity and the epoch, is authenticated together with the hidden part.

`handover` is how a new data key reaches a person who is not there when keys are rotated: the new
secrets, sealed (HPKE, RFC 9180) to the person's opening key. A slot wrapped in an earlier epoch
than the header's is opened through it.
"""

import hmac
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from psg_desktop.store.vault import stretching
from psg_desktop.store.vault.canonical import Fields, Json, Malformed, decode, encode
from psg_desktop.store.vault.stretching import KdfCost, SlotKey

COORDINATOR: Final = "coordinator"
GRANTS: Final = ("authority", "store")
_FORMAT: Final = "psg-desktop slot 1"
_NONCE_SIZE: Final = 12
_HPKE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
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
_HANDED: Final = frozenset(["authority", "store_key", "voucher"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What an opened slot gives: none of it is ever shown, logged or put in an exception."""

    store_key: bytes = field(repr=False)
    authority: Ed25519PrivateKey = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    opening: X25519PrivateKey = field(repr=False)

    @property
    def authority_public(self) -> bytes:
        """Public half of the authority this slot was made by."""
        return self.authority.public_key().public_bytes_raw()


def new_secrets() -> Secrets:
    """Draw the keys of a new vault and its first person."""
    return Secrets(
        store_key=secrets.token_bytes(stretching.KEY_SIZE),
        authority=Ed25519PrivateKey.generate(),
        signing=Ed25519PrivateKey.generate(),
        opening=X25519PrivateKey.generate(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How the slot's key is made: Argon2id from a passphrase, or HKDF from a recovery key."""

    salt: bytes
    cost: KdfCost | None

    def as_json(self) -> dict[str, Json]:
        """Spell it for the header."""
        if self.cost is None:
            return {"name": "hkdf-sha256", "salt": self.salt.hex()}
        return {
            "name": "argon2id",
            "salt": self.salt.hex(),
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
            "nonce": self.nonce.hex(),
            "payload": self.payload.hex(),
            "commitment": self.commitment.hex(),
            "handover": self.handover.hex(),
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
            "signing": self.signing.hex(),
            "opening": self.opening.hex(),
        }

    @staticmethod
    def from_json(value: object) -> "Slot":
        """Read a slot from the header."""
        fields = Fields(value, _NAMES)
        return Slot(
            slot_id=fields.uuid("id"),
            person_id=fields.uuid("person"),
            label=fields.text("label"),
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
        return found if self.epoch == epoch else self._handed_over(found, store_id, epoch)

    def _handed_over(self, own: Secrets, store_id: UUID, epoch: int) -> Secrets:
        try:
            plain = _HPKE.decrypt(self.handover, own.opening, _handover_info(store_id, epoch))
        except (InvalidTag, ValueError):
            raise Malformed("no handover for this epoch") from None
        fields = Fields(decode(plain), _HANDED)
        store_key = fields.octets("store_key", stretching.KEY_SIZE)
        authority = fields.octets("authority", 32)
        try:
            # Anybody can seal to a public key; only the authority this slot pins can vouch.
            own.authority.public_key().verify(
                fields.octets("voucher", 64),
                _vouched(store_id, epoch, authority=authority, store_key=store_key),
            )
        except InvalidSignature:
            raise Malformed("the handover is not vouched for") from None
        return replace(
            own, store_key=store_key, authority=Ed25519PrivateKey.from_private_bytes(authority)
        )

    def handed(
        self, new: Secrets, *, before: Ed25519PrivateKey, store_id: UUID, epoch: int
    ) -> "Slot":
        """Give this slot with a new epoch's secrets sealed to its person.

        `before` is the authority the slot was wrapped by, which vouches for the new one.
        """
        authority = new.authority.private_bytes_raw()
        vouched = _vouched(store_id, epoch, authority=authority, store_key=new.store_key)
        plain = encode(
            {
                "authority": authority.hex(),
                "store_key": new.store_key.hex(),
                "voucher": before.sign(vouched).hex(),
            }
        )
        opening = X25519PublicKey.from_public_bytes(self.opening)
        sealed = _HPKE.encrypt(plain, opening, _handover_info(store_id, epoch))
        return replace(self, handover=sealed)


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
            "authority": held.authority.private_bytes_raw().hex(),
            "opening": held.opening.private_bytes_raw().hex(),
            "signing": held.signing.private_bytes_raw().hex(),
            "store_key": held.store_key.hex(),
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


def _handover_info(store_id: UUID, epoch: int) -> bytes:
    return encode({"format": "psg-desktop handover 1", "store": str(store_id), "epoch": epoch})


def _vouched(store_id: UUID, epoch: int, *, authority: bytes, store_key: bytes) -> bytes:
    return _handover_info(store_id, epoch) + authority + store_key

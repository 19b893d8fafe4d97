"""The secret keys an opened slot gives, and how new ones reach a person who is not there.

When keys are rotated, each remaining person's slot gets a *handover*: the new data key and the new
authority, sealed (HPKE, RFC 9180) to that person's opening key. Anybody can seal to a public key;
so the authority the slot was wrapped by vouches for the new one.
"""

import secrets
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from psg_desktop.store.vault.canonical import Fields, Malformed, decode, encode, spell

KEY_SIZE: Final = 32
_HPKE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_NAMES: Final = frozenset({"authority", "store_key", "voucher"})


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
        store_key=secrets.token_bytes(KEY_SIZE),
        authority=Ed25519PrivateKey.generate(),
        signing=Ed25519PrivateKey.generate(),
        opening=X25519PrivateKey.generate(),
    )


def hand_over(
    new: Secrets, opening: bytes, *, before: Ed25519PrivateKey, store_id: UUID, epoch: int
) -> bytes:
    """Seal a new epoch's secrets to a person's public opening key.

    `before` is the authority their slot was wrapped by, which vouches for the new one.
    """
    authority = new.authority.private_bytes_raw()
    vouched = _vouched(store_id, epoch, authority, new.store_key)
    plain = encode(
        {
            "authority": spell(authority),
            "store_key": spell(new.store_key),
            "voucher": spell(before.sign(vouched)),
        }
    )
    public = X25519PublicKey.from_public_bytes(opening)
    return _HPKE.encrypt(plain, public, _info(store_id, epoch))


def taken_over(own: Secrets, handover: bytes, *, store_id: UUID, epoch: int) -> Secrets:
    """Give a person's secrets for a later epoch than their slot was wrapped in.

    Raises:
        Malformed: no handover for them and this epoch, or nobody they trust vouches for it.
    """
    try:
        plain = _HPKE.decrypt(handover, own.opening, _info(store_id, epoch))
        fields = Fields(decode(plain), _NAMES)
        store_key = fields.octets("store_key", KEY_SIZE)
        authority = fields.octets("authority", KEY_SIZE)
        vouched = _vouched(store_id, epoch, authority, store_key)
        own.authority.public_key().verify(fields.octets("voucher", 64), vouched)
    except (InvalidTag, InvalidSignature, ValueError):
        raise Malformed("no handover for this epoch") from None
    return replace(
        own, store_key=store_key, authority=Ed25519PrivateKey.from_private_bytes(authority)
    )


def _info(store_id: UUID, epoch: int) -> bytes:
    return encode({"format": "psg-desktop handover 1", "store": str(store_id), "epoch": epoch})


def _vouched(store_id: UUID, epoch: int, authority: bytes, store_key: bytes) -> bytes:
    return _info(store_id, epoch) + authority + store_key

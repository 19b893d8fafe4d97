"""Signed records: a canonical JSON object with one `signature` field over all the others.

The record's `magic` field is under the signature, so no signature serves for another kind.
"""

from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from psg_desktop.store.vault.canonical import Fields, Json, Malformed, encode, spell

SIGNATURE = "signature"


def sign(body: Mapping[str, Json], key: Ed25519PrivateKey) -> bytes:
    """Spell a record and its signature."""
    return encode({**body, SIGNATURE: spell(key.sign(encode(body)))})


def check(value: Mapping[str, Json], public: bytes) -> None:
    """Check a decoded record's signature.

    Raises:
        Malformed: missing, or not by this key over these fields.
    """
    signature = Fields({SIGNATURE: value.get(SIGNATURE)}, frozenset({SIGNATURE}))
    signed = encode({name: field for name, field in value.items() if name != SIGNATURE})
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        key.verify(signature.octets(SIGNATURE, 64), signed)
    except (InvalidSignature, ValueError):
        raise Malformed("the signature does not fit") from None

"""The key hierarchy: what a passphrase derives, what a slot binds, how a rotated key arrives."""

from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.faults import DamagedHeader
from psg_desktop.store.vault import FLOOR_COST, KdfCost
from psg_desktop.store.vault.canonical import LARGEST, Json, Malformed, decode, encode
from psg_desktop.store.vault.header import MOST_SLOTS, parse, write
from psg_desktop.store.vault.keys import find_keys
from psg_desktop.store.vault.secret_keys import Secrets, hand_over, new_secrets, taken_over
from psg_desktop.store.vault.slots import LONGEST_LABEL
from psg_desktop.store.vault.stretching import SlotKey, from_passphrase
from tests.store.vault.caseload import PASSPHRASE, Keys

STORE = UUID("0191f0e0-0000-7000-8000-000000000001")
KEY = "85afaf4fc96f862bdcd8a7764b21052e10c61cd56ac180c9d1608b4be587db42"
COMMITMENT = "8fc73864720c5bd76e845f941820ecb501a7faa062d3dfbd8246ce735ad98e5d"
JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def test_that_a_passphrase_derives_the_same_key_for_ever() -> None:
    """A known answer: were it to change, no vault made before would open."""
    found = from_passphrase("café ☂", salt=bytes(range(32)), cost=FLOOR_COST, info=b"slot")
    assert found.key.hex() == KEY
    assert found.commitment.hex() == COMMITMENT


@pytest.mark.parametrize(
    ("memory_kib", "iterations", "lanes"),
    [(65535, 3, 4), (2**20 + 1, 3, 4), (65536, 0, 4), (65536, 11, 4), (65536, 3, 0), (65536, 3, 9)],
)
def test_that_a_cost_outside_the_limits_cannot_be_made(
    memory_kib: int, iterations: int, lanes: int
) -> None:
    with pytest.raises(ValueError, match="limits"):
        KdfCost(memory_kib=memory_kib, iterations=iterations, lanes=lanes)


@given(value=st.dictionaries(st.text(max_size=5), JSON, max_size=3))
def test_that_a_record_has_one_spelling(value: dict[str, Json]) -> None:
    data = encode(value)
    if len(data) <= LARGEST:
        assert decode(data) == value
        assert encode(decode(data)) == data


def test_that_thirty_two_full_slots_fit_into_a_header(keys: Keys) -> None:
    handover = hand_over(
        keys.secrets,
        keys.slot.opening,
        before=keys.secrets.authority,
        store_id=STORE,
        epoch=2,
    )
    slots = tuple(
        replace(keys.slot, slot_id=UUID(int=n), label="Ł" * LONGEST_LABEL, handover=handover)
        for n in range(MOST_SLOTS)
    )
    data = write(replace(keys.header, slots=slots), keys.secrets.authority)
    assert len(data) <= LARGEST
    assert parse(data).slots == slots


def test_that_a_rotated_key_reaches_a_person_who_was_not_there(keys: Keys) -> None:
    own, new = keys.secrets, new_secrets()
    sealed = hand_over(
        new, keys.slot.opening, before=own.authority, store_id=keys.header.store_id, epoch=2
    )
    header = replace(
        keys.header,
        epoch=2,
        authority=new.authority_public,
        slots=(replace(keys.slot, handover=sealed),),
    )
    _, found = find_keys(parse(write(header, new.authority)), PASSPHRASE)
    assert found.store_key == new.store_key
    assert found.authority_public == new.authority_public
    assert found.signing.private_bytes_raw() == own.signing.private_bytes_raw()


def test_that_a_handover_by_a_stranger_is_refused(keys: Keys) -> None:
    """Anybody can seal to a public key and sign a header of their own; nobody vouches for it."""
    new = new_secrets()
    sealed = hand_over(
        new,
        keys.slot.opening,
        before=Ed25519PrivateKey.generate(),
        store_id=keys.header.store_id,
        epoch=2,
    )
    header = replace(
        keys.header,
        epoch=2,
        authority=new.authority_public,
        slots=(replace(keys.slot, handover=sealed),),
    )
    with pytest.raises(DamagedHeader):
        find_keys(parse(write(header, new.authority)), PASSPHRASE)


def test_that_a_handover_serves_one_person_one_vault_and_one_epoch() -> None:
    own, other, new = new_secrets(), new_secrets(), new_secrets()
    opening = own.opening.public_key().public_bytes_raw()
    sealed = hand_over(new, opening, before=own.authority, store_id=STORE, epoch=2)
    assert taken_over(own, sealed, store_id=STORE, epoch=2).store_key == new.store_key

    def refuse(person: Secrets, data: bytes, store_id: UUID, epoch: int) -> None:
        with pytest.raises(Malformed):
            taken_over(person, data, store_id=store_id, epoch=epoch)

    refuse(other, sealed, STORE, 2)
    refuse(own, sealed, UUID(int=1), 2)
    refuse(own, sealed, STORE, 3)
    refuse(own, b"", STORE, 2)
    refuse(own, sealed[:-1] + bytes([sealed[-1] ^ 1]), STORE, 2)


def test_that_a_slot_opens_for_its_own_vault_only(keys: Keys) -> None:
    key = keys.slot.key_from(PASSPHRASE, keys.header.store_id)
    assert key
    keys.slot.open(key, store_id=keys.header.store_id, epoch=1)
    with pytest.raises(Malformed):
        keys.slot.open(key, store_id=STORE, epoch=1)
    with pytest.raises(Malformed):
        keys.slot.open(SlotKey(key=bytes(32), commitment=b""), store_id=STORE, epoch=1)
    assert keys.slot.key_from(PASSPHRASE, STORE) is None


def test_that_a_recovery_slot_fits_no_passphrase(keys: Keys) -> None:
    derivation = replace(keys.slot.derivation, cost=None)
    slot = replace(keys.slot, derivation=derivation)
    assert slot.key_from(PASSPHRASE, keys.header.store_id) is None
    data = write(replace(keys.header, slots=(slot,)), keys.secrets.authority)
    assert parse(data).slots == (slot,)

"""Headers made to do harm are refused at once, in little memory, before any key is derived."""

import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from psg_desktop.faults import DamagedHeader, IncompleteVault, NewerVault, VaultFault
from psg_desktop.store.vault import unlock
from psg_desktop.store.vault.canonical import encode
from psg_desktop.store.vault.header import MAGIC, load
from psg_desktop.store.vault.signatures import sign
from tests.store.vault.caseload import NOW, PASSPHRASE, Keys, store_of

SECOND = 1.0
MEBIBYTE = 1024 * 1024


def put(folder: Path, data: bytes) -> None:
    (folder / "header").write_bytes(data)


def refuse(folder: Path, kind: type[VaultFault] = DamagedHeader) -> None:
    tracemalloc.start()
    began = perf_counter()
    try:
        with pytest.raises(kind):
            unlock(folder, PASSPHRASE, now=NOW)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert perf_counter() - began < SECOND
    assert peak < 8 * MEBIBYTE


def signed_anew(folder: Path, keys: Keys, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Give a header changed by somebody who does hold the authority's key."""
    value = json.loads((folder / "header").read_bytes())
    del value["signature"]
    change(value)
    return sign(value, keys.secrets.authority)


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "four tebibytes of memory": lambda h: h["slots"][0]["kdf"].update(memory_kib=2**32),
    "just above the memory limit": lambda h: h["slots"][0]["kdf"].update(memory_kib=2**20 + 1),
    "below the memory floor": lambda h: h["slots"][0]["kdf"].update(memory_kib=2**16 - 1),
    "four milliard passes": lambda h: h["slots"][0]["kdf"].update(iterations=2**32),
    "no pass at all": lambda h: h["slots"][0]["kdf"].update(iterations=0),
    "nine lanes": lambda h: h["slots"][0]["kdf"].update(lanes=9),
    "true as a number": lambda h: h["slots"][0]["kdf"].update(lanes=True),
    "another derivation": lambda h: h["slots"][0]["kdf"].update(name="md5"),
    "thirty-three slots": lambda h: h.update(slots=h["slots"] * 33),
    "the same slot twice": lambda h: h.update(slots=h["slots"] * 2),
    "no slot": lambda h: h.update(slots=[]),
    "an unknown field": lambda h: h.update(extra=1),
    "an unknown field in a slot": lambda h: h["slots"][0].update(extra=1),
    "a missing field": lambda h: h.pop("created"),
    "a short salt": lambda h: h["slots"][0]["kdf"].update(salt="AAAA"),
    "slots that are a text": lambda h: h.update(slots="x"),
    "generation nought": lambda h: h.update(generation=0),
    "an epoch that is a path": lambda h: h.update(epoch="../x"),
    "a moment without a zone": lambda h: h.update(created="2026-11-21T09:30:00"),
    "a label with a line break": lambda h: h["slots"][0].update(label="a\nb"),
    "grants out of order": lambda h: h["slots"][0].update(grants=["store", "authority"]),
    "a zero authority": lambda h: h.update(authority="A" * 43 + "="),
    "a payload that opens to something else": lambda h: h["slots"][0].update(payload="A" * 400),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_that_a_hostile_header_is_refused_though_its_signature_fits(
    folder: Path, keys: Keys, change: Callable[[dict[str, Any]], object]
) -> None:
    put(folder, signed_anew(folder, keys, change))
    refuse(folder)


def test_that_the_same_way_of_signing_is_accepted_when_nothing_is_changed(
    folder: Path, keys: Keys
) -> None:
    """The changes above are refused for what they change."""
    put(folder, signed_anew(folder, keys, lambda _: None))
    assert load(folder).store_id == keys.header.store_id


@pytest.mark.parametrize("field", ["label", "role", "person", "grants", "created"])
def test_that_a_slot_is_bound_to_its_public_part(folder: Path, keys: Keys, field: str) -> None:
    other = {
        "label": "Chair",
        "role": "chair",
        "person": str(keys.header.store_id),
        "grants": ["store"],
        "created": "2026-11-21T09:31:00+00:00",
    }
    put(folder, signed_anew(folder, keys, lambda h: h["slots"][0].update({field: other[field]})))
    load(folder)  # its signature fits
    with pytest.raises(DamagedHeader, match="does not hold its keys"):
        unlock(folder, PASSPHRASE, now=NOW)


def test_that_a_header_signed_by_a_stranger_is_refused(folder: Path, keys: Keys) -> None:
    value = json.loads((folder / "header").read_bytes())
    del value["signature"]
    stranger = keys.secrets.signing
    value["authority"] = (
        __import__("base64").b64encode(stranger.public_key().public_bytes_raw()).decode()
    )
    put(folder, sign(value, stranger))
    load(folder)  # in itself it is whole
    with pytest.raises(DamagedHeader, match="does not hold its keys"):
        unlock(folder, PASSPHRASE, now=NOW)


RAW = {
    "empty": b"",
    "a nought": b"0",
    "deep nesting": b"[" * 60_000,
    "deep nesting of objects": b'{"a":' * 12_000,
    "a key twice": b'{"format":1,"format":1,"magic":"psg-desktop vault"}',
    "too long": b'{"magic":"' + b"x" * 70_000 + b'"}',
    "a million slots": b'{"slots":[' + b"{}," * 1_000_000 + b"{}]}",
    "a huge number": b'{"format":' + b"9" * 60_000 + b"}",
    "not a number": b'{"format":NaN}',
    "a fraction": b'{"format":1.0}',
    "not ASCII": '{"magic":"é"}'.encode(),
    "nulls": bytes(1000),
}


@pytest.mark.parametrize("data", RAW.values(), ids=RAW)
def test_that_bytes_that_are_no_header_are_refused(folder: Path, data: bytes) -> None:
    put(folder, data)
    refuse(folder)


@pytest.mark.parametrize(
    "respell",
    [
        lambda data: data + b"\n",
        lambda data: b" " + data,
        lambda data: data.replace(b'":', b'": ', 1),
        lambda data: data.replace(b"Coordinator", b"\\u0043oordinator"),
        lambda data: json.dumps(dict(reversed(json.loads(data).items()))).encode(),
    ],
)
def test_that_another_spelling_of_the_same_header_is_refused(
    folder: Path, respell: Callable[[bytes], bytes]
) -> None:
    data = (folder / "header").read_bytes()
    other = respell(data)
    assert json.loads(other) == json.loads(data)
    put(folder, other)
    refuse(folder)


def test_that_a_later_format_says_so(folder: Path) -> None:
    put(folder, encode({"magic": MAGIC, "format": 2, "anything": "else"}))
    refuse(folder, NewerVault)


@pytest.mark.parametrize("name", ["header", "seal"])
def test_that_a_link_in_place_of_a_record_is_refused(
    folder: Path, tmp_path: Path, name: str
) -> None:
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    refuse(folder, VaultFault)


def test_that_a_pipe_in_place_of_the_header_does_not_hang(folder: Path) -> None:
    (folder / "header").unlink()
    os.mkfifo(folder / "header")
    refuse(folder)


@pytest.mark.parametrize("name", ["store-1.db", "store-1.db-journal"])
def test_that_a_link_in_place_of_the_store_or_its_journal_is_refused(
    folder: Path, tmp_path: Path, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    if name.endswith(".db"):
        store_of(folder).rename(elsewhere)
    else:
        elsewhere.touch()
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(IncompleteVault, match="not a plain file"):
        unlock(folder, PASSPHRASE, now=NOW)

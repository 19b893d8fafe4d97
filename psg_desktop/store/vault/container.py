"""The file format of a backup: see `backups` for the layout."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID

from psg_desktop.store.vault import folder, header, seal, signatures
from psg_desktop.store.vault.canonical import LARGEST, Fields, Json, Malformed, decode
from psg_desktop.store.vault.folder import PAGE, SEAL
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.keys import Opened
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE
from psg_desktop.store.vault.seal import Seal

_FIRST_LINE: Final = b"psg-desktop backup 1\n"
_LENGTH_SIZE: Final = 9
_BLOCK: Final = 1024 * 1024
_MAGIC: Final = "psg-desktop backup 1"
_NAMES: Final = frozenset(
    [
        "magic",
        "store",
        "epoch",
        "generation",
        "taken",
        "signer",
        "signature",
        "header",
        "seal",
        "file",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Size in bytes and SHA-256 of one part of a backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says it holds."""

    store_id: UUID
    epoch: int
    generation: int
    taken: datetime
    header: Part
    seal: Part
    store: Part
    signer: UUID


def pack(found: Opened, work: Path, sealed: Seal, file: Path, taken: datetime) -> Manifest:
    """Write the parts lying in `work` to one file, flushed to the disk.

    `sealed` describes the encrypted file among them.
    """
    parts = (work / HEADER, work / SEAL, work / found.header.store_file)
    # As it was copied: a passphrase changed meanwhile has raised the generation.
    head = header.parse(parts[0].read_bytes())
    body: dict[str, Json] = {
        "magic": _MAGIC,
        "store": str(head.store_id),
        "epoch": head.epoch,
        "generation": head.generation,
        "taken": taken.isoformat(),
        "header": _describe(parts[0]),
        "seal": _describe(parts[1]),
        "file": {"size": sealed.size, "sha256": sealed.sha256},
        "signer": str(found.slot.slot_id),
    }
    manifest = signatures.sign(body, found.secrets.signing)
    with folder.replacing(file) as opened:
        folder.write_all(opened, _FIRST_LINE + f"{len(manifest):08x}\n".encode() + manifest)
        for part in parts:
            with part.open("rb") as source:
                for block in iter(lambda: source.read(_BLOCK), b""):
                    folder.write_all(opened, block)
    return read_manifest(file)


def _describe(part: Path) -> Json:
    return {"size": part.stat().st_size, "sha256": folder.digest(part)}


def read_manifest(file: Path) -> Manifest:
    """Read what a backup says it holds; its length must fit, its content is not read.

    Raises:
        Malformed: no backup, or cut.
    """
    with _plain(file) as opened:
        manifest, _ = _read_front(opened)
        return manifest


def unpack(file: Path, place: Path) -> Header:
    """Take a backup apart into an empty folder, checking every byte; give its header.

    Raises:
        Malformed: no backup, cut or altered.
    """
    with _plain(file) as opened:
        manifest, value = _read_front(opened)
        written = b"".join(_checked(opened, manifest.header))
        head = header.parse(written)
        signer = next((s.signing for s in head.slots if s.slot_id == manifest.signer), b"")
        signatures.check(value, signer)
        if (head.store_id, head.epoch, head.generation) != (
            manifest.store_id,
            manifest.epoch,
            manifest.generation,
        ):
            raise Malformed("header and manifest differ")
        sealed = b"".join(_checked(opened, manifest.seal))
        closed = seal.parse(sealed, head)
        if (closed.sha256, closed.size) != (manifest.store.sha256, manifest.store.size):
            raise Malformed("seal and manifest differ")
        with folder.replacing(place / head.store_file) as target:
            for block in _checked(opened, manifest.store):
                folder.write_all(target, block)
    folder.write_durably(place / SEAL, sealed)
    for name in (HEADER_BEFORE, HEADER):
        folder.write_durably(place / name, written)
    return head


def _plain(file: Path) -> BinaryIO:
    if not file.is_file():
        raise Malformed("not a plain file")
    return file.open("rb")


def _read_front(opened: BinaryIO) -> tuple[Manifest, dict[str, Json]]:
    if opened.read(len(_FIRST_LINE)) != _FIRST_LINE:
        raise Malformed("not a backup")
    spelt = opened.read(_LENGTH_SIZE)
    try:
        length = int(spelt[:-1], 16)
    except ValueError:
        raise Malformed("no length") from None
    if spelt != f"{length:08x}\n".encode() or not 0 < length <= LARGEST:
        raise Malformed("no length")
    value = decode(opened.read(length))
    manifest = _parse(value)
    front = len(_FIRST_LINE) + _LENGTH_SIZE + length
    whole = front + manifest.header.size + manifest.seal.size + manifest.store.size
    if os.fstat(opened.fileno()).st_size != whole:
        raise Malformed("cut or longer")
    return manifest, value


def _parse(value: dict[str, Json]) -> Manifest:
    fields = Fields(value, _NAMES)
    if fields.text("magic") != _MAGIC:
        raise Malformed("not a manifest")
    return Manifest(
        store_id=fields.uuid("store"),
        epoch=fields.whole("epoch", 1, 2**53),
        generation=fields.whole("generation", 1, 2**53),
        taken=fields.moment("taken"),
        header=_part(fields.inner("header"), 1, LARGEST),
        seal=_part(fields.inner("seal"), 1, LARGEST),
        store=_part(fields.inner("file"), PAGE, 2**53),
        signer=fields.uuid("signer"),
    )


def _part(value: Json, least: int, most: int) -> Part:
    fields = Fields(value, frozenset({"size", "sha256"}))
    return Part(size=fields.whole("size", least, most), sha256=fields.digest("sha256"))


def _checked(opened: BinaryIO, part: Part) -> Iterator[bytes]:
    """Give a part block by block; raises at its end if it is not what the manifest says."""
    digest = hashlib.sha256()
    left = part.size
    while left:
        block = opened.read(min(left, _BLOCK))
        if not block:
            raise Malformed("cut")
        left -= len(block)
        digest.update(block)
        yield block
    if digest.hexdigest() != part.sha256:
        raise Malformed("altered")

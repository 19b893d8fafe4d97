r"""One sealed file that holds a closed vault, written only when it has been seen to restore.

Layout, every byte of it accounted for::

    psg-desktop backup 1\n
    eight hexadecimal digits: length of the manifest, then \n
    manifest     canonical JSON, signed by the person who made the backup
    header       as it stands in the vault's folder
    seal         of the copy of the encrypted file
    store        the encrypted file, copied by VACUUM INTO under its own key

So anyone can take it apart with two lines of any language, and every part stays encrypted as it
was. It opens with the passphrases that were valid when it was made.
"""

import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Engine

from psg_desktop.faults import BackupFault
from psg_desktop.store.vault import checks, connections, container, folder, seal
from psg_desktop.store.vault.canonical import Malformed
from psg_desktop.store.vault.container import Manifest
from psg_desktop.store.vault.folder import SEAL
from psg_desktop.store.vault.keys import Opened
from psg_desktop.store.vault.place import HEADER
from psg_desktop.store.vault.seal import Seal
from psg_desktop.store.vault.translation import translating

SUFFIX: Final = ".psgbackup"
_UNFINISHED: Final = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReceipt:
    """A finished backup: where it is, of which vault, when, and its size in bytes."""

    path: Path
    store_id: UUID
    generation: int
    taken: datetime
    size: int
    sha256: str


def back_up(found: Opened, engine: Engine, place: Path, now: datetime) -> BackupReceipt:
    """Copy an open vault to one file and restore that file to a temporary folder to compare.

    Raises:
        BackupFault: the place is inside the vault, or the copy does not restore to the same.
    """
    moment = now.astimezone(UTC)
    name = f"{found.path.stem}-{moment:%Y-%m-%dT%H%M%SZ}{SUFFIX}"
    file = place / name if place.is_dir() else place
    if file.resolve().is_relative_to(found.path.resolve()):
        raise BackupFault(
            "A backup inside the vault's own folder would be lost with it. Choose another folder, "
            "best on another disk."
        )
    unfinished = file.with_name(f".{file.name}{_UNFINISHED}")
    with translating(), tempfile.TemporaryDirectory(prefix="psg-desktop-") as work:
        try:
            expected, sealed = _copy(found, engine, Path(work))
            manifest = container.pack(found, Path(work), sealed, unfinished, moment)
            _rehearse(found, unfinished, Path(work) / "restored", expected)
            receipt = _receipt(file, manifest, unfinished.stat().st_size)
            folder.replace_file(unfinished, file)
        finally:
            unfinished.unlink(missing_ok=True)
        folder.flush_folder(file.parent)
    return receipt


def backups_in(place: Path) -> tuple[BackupReceipt, ...]:
    """List the finished backups in a folder, newest first, by their manifests alone.

    A file that is half copied or no backup is left out; `verify_backup` says why.
    """
    found: list[BackupReceipt] = []
    for file in place.glob(f"*{SUFFIX}"):
        try:
            manifest = container.read_manifest(file)
        except Malformed:
            continue
        found.append(_receipt(file, manifest, file.stat().st_size))
    return tuple(sorted(found, key=lambda receipt: receipt.taken, reverse=True))


def _receipt(file: Path, manifest: Manifest, size: int) -> BackupReceipt:
    return BackupReceipt(
        path=file,
        store_id=manifest.store_id,
        generation=manifest.generation,
        taken=manifest.taken,
        size=size,
        sha256=manifest.store.sha256,
    )


def _copy(found: Opened, engine: Engine, work: Path) -> tuple[str, Seal]:
    """Copy the encrypted file while no one writes, seal the copy, and give its contents' digest.

    On a connection of its own: VACUUM INTO is refused inside a transaction, and encrypts with the
    key of the connection's main file.
    """
    copy = work / found.header.store_file
    folder.make_private_file(copy)
    with (
        engine.begin() as pause,
        closing(connections.connect(found.store, found.secrets.store_key)) as own,
    ):
        own.execute("VACUUM INTO ?", (str(copy),))
        expected = checks.contents(own)
        header = folder.read_small(found.path / HEADER)
        pause.rollback()
    sealed = seal.of(copy, found.header, checks.generation_of(copy, found.secrets.store_key))
    (work / SEAL).write_bytes(seal.write(sealed, found.slot.slot_id, found.secrets.signing))
    (work / HEADER).write_bytes(header)
    return expected, sealed


def _rehearse(found: Opened, file: Path, place: Path, expected: str) -> None:
    """Restore the backup to an empty folder and compare it with the vault.

    Raises:
        BackupFault: it is not the same, or not whole.
    """
    folder.make_private_folder(place)
    try:
        header = container.unpack(file, place)
    except Malformed:
        raise failed() from None
    store = place / header.store_file
    with closing(connections.connect(store, found.secrets.store_key, "ro")) as connection:
        findings = checks.findings(connection)
        if findings or checks.contents(connection) != expected:
            raise failed()


def failed() -> BackupFault:
    """Give the fault for a backup that does not restore."""
    return BackupFault(
        "The backup did not restore to the same records, so it was not kept. Verify the vault, "
        "then back up again, to another disk if you can. Keep your older backups."
    )

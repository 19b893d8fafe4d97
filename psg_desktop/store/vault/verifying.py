"""Verifying a vault or a backup from end to end, and restoring a backup to a new place.

Verifying collects what is wrong in plain sentences instead of stopping at the first.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from psg_desktop.faults import BackupFault, Fault, VaultExists
from psg_desktop.store.vault import checks, connections, container, folder, identity
from psg_desktop.store.vault.canonical import Malformed
from psg_desktop.store.vault.checks import Verification
from psg_desktop.store.vault.keys import Opened, find_keys, opened
from psg_desktop.store.vault.translation import translate, translating
from psg_desktop.store.vault.unlocking import check_journal, check_seal_generation, recovering

_ALTERED: Final = (
    "The encrypted file was changed since the vault was last closed, by something other than this "
    "program."
)
_UNSEALED: Final = (
    "The vault was not closed properly last time, so its seal cannot say whether anything was "
    "changed since. It is sealed again when it is next opened and closed."
)


def verify(path: Path, passphrase: str, now: datetime) -> Verification:
    """Check every page, the structure, the identity and the seal of a closed vault.

    A sealed vault is read only. One that was not closed properly has its unfinished change undone,
    as at any opening.

    Raises:
        VaultMissing, VaultInUse, IncompleteVault, DamagedHeader, DamagedStore, NewerVault,
        WrongPassphrase: so much is wrong, or unknown, that the records cannot be looked at.
    """
    with translating(), opened(path, passphrase, now=now) as (found, _):
        findings = _collect([lambda: check_journal(found)])
        if findings:
            return Verification(findings=findings)
        if found.altered:
            findings = (_ALTERED,)
        findings += _look_inside(found)
    return Verification(findings=findings, notes=() if found.seal else (_UNSEALED,))


def _look_inside(found: Opened) -> tuple[str, ...]:
    try:
        with _connected(found) as connection:
            account = identity.read(connection)
            return _collect(
                [
                    lambda: identity.compare(account, found.header),
                    lambda: check_seal_generation(found, account.generation),
                ]
            ) + checks.findings(connection)
    except Exception as problem:
        fault = translate(problem)
        if fault is None:
            raise
        return (str(fault),)


@contextmanager
def _connected(found: Opened) -> Iterator[Any]:
    if found.seal is None:
        with recovering(found) as connection:
            yield connection
    else:
        key = found.secrets.store_key
        with closing(connections.connect(found.store, key, "ro")) as connection:
            yield connection


def _collect(looks: list[Callable[[], None]]) -> tuple[str, ...]:
    findings: list[str] = []
    for look in looks:
        try:
            look()
        except Fault as fault:
            findings.append(str(fault))
    return tuple(findings)


def verify_backup(file: Path, passphrase: str) -> Verification:
    """Restore a backup to a temporary folder and check everything in it.

    Raises:
        WrongPassphrase: not one that was valid when the backup was made.
        BackupFault: altered, cut, or no backup of ours.
    """
    with translating(), tempfile.TemporaryDirectory(prefix="psg-desktop-") as work:
        findings = _restored(file, Path(work), passphrase)
    return Verification(findings=findings)


def restore(file: Path, to: Path, passphrase: str) -> None:
    """Restore a backup to a new folder, which appears only when all of it has been checked.

    Raises:
        VaultExists: something is already at `to`; a restore never overwrites.
        WrongPassphrase, BackupFault: as for `verify_backup`.
        DiskFull, Unwritable: the disk refused; nothing is left behind.
    """
    if to.exists() or to.is_symlink():
        raise VaultExists(
            f"There is already something at {to}. Restore to another name, then compare."
        )
    building = to.with_name(f".{to.name}.{secrets.token_hex(4)}.new")
    with translating():
        try:
            folder.make_private_folder(building)
            _refuse(_restored(file, building, passphrase))
            building.rename(to)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        folder.flush_folder(to.parent)


def _restored(file: Path, place: Path, passphrase: str) -> tuple[str, ...]:
    try:
        head = container.unpack(file, place)
    except Malformed:
        raise BackupFault(
            f"{file.name} is not a whole backup of this program: it was altered, or only half "
            "copied. Copy it again from where it came, or choose another backup."
        ) from None
    _, held = find_keys(head, passphrase)
    store = place / head.store_file
    with closing(connections.connect(store, held.store_key, "ro")) as connection:
        account = identity.read(connection)
        findings = _collect([lambda: identity.compare(account, head)])
        findings += checks.findings(connection)
    return findings


def _refuse(findings: tuple[str, ...]) -> None:
    if findings:
        raise BackupFault(f"{findings[0]} Try an older backup; keep this one as it is.")

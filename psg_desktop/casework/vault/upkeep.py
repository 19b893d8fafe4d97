"""Looking after a vault: backups that were tried, checks, and restoring."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.clock import Clock
from psg_desktop.faults import BackupFault, NotSealed, Unwritable
from psg_desktop.store import desk, vault
from psg_desktop.store.desk import Desk
from psg_desktop.store.vault import Vault

_BACKUP = ".psgbackup"
_TRAIL_BROKEN = (
    "The audit trail does not hold together from entry {number} on: an entry was changed, removed "
    "or put in from outside. Compare with a backup made before."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A finished backup that was restored and compared: where, when, how many bytes."""

    path: Path
    taken: datetime
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check found, one plain sentence each; nothing wrong means sound."""

    findings: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def back_up(office: Office, folder: Path) -> Backup:
    """Write a backup to a folder or a new file and try it: it is restored elsewhere and compared.

    Raises:
        BackupFault: The folder is inside the vault, or the copy did not restore to the same.
        Unwritable, DiskFull: It cannot be written there, or a file is there already.
    """
    if folder.is_file():
        raise Unwritable(
            "There is a file of this name already, and a backup replaces nothing. Choose a folder."
        )
    new_file = folder.suffix == _BACKUP and folder.parent.is_dir()
    if not folder.exists() and not new_file:  # else a folder mistyped would become a file
        raise Unwritable(
            "There is no such folder. Choose a folder that exists, best on another disk."
        )
    receipt = office.desk.vault.back_up(folder, office.now())
    return Backup(path=receipt.path, taken=receipt.taken, size=receipt.size)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """List the finished backups in a folder, the newest first."""
    found = vault.backups_in(folder)
    return tuple(Backup(path=one.path, taken=one.taken, size=one.size) for one in found)


def verify(place: Path, passphrase: str, clock: Clock) -> Check:
    """Check a closed vault or a backup file: pages, structure, identity, seal and audit trail.

    Raises:
        VaultFault: So much is wrong that the records cannot be looked at.
    """
    if place.is_file():
        checked = vault.verify_backup(place, passphrase)
        return Check(findings=checked.findings, notes=checked.notes)
    checked = vault.verify(place, passphrase, clock.now())
    if not checked.sound:
        return Check(findings=checked.findings, notes=checked.notes)
    opened = vault.unlock(place, passphrase, now=clock.now())
    notes = checked.notes
    try:
        findings = _trail(Desk(opened))
    finally:
        notes += _closed(opened)
    return Check(findings=findings, notes=notes)


def _closed(opened: Vault) -> tuple[str, ...]:
    """Close a vault; one that could not be closed in order is told, and is sound all the same."""
    try:
        opened.close()
    except NotSealed as fault:
        return (str(fault),)
    return ()


def check_trail(office: Office) -> Check:
    """Check the audit trail of an open vault: each entry follows from the one before it."""
    return Check(findings=_trail(office.desk))


def restore(file: Path, to: Path, passphrase: str) -> None:
    """Make a vault of a backup in a place where nothing is.

    Raises:
        VaultFault: The file is no backup, is damaged, or something is at the place already.
    """
    if not file.is_file():
        raise BackupFault("There is no backup file at this place. Choose a file ending .psgbackup.")
    vault.restore(file, to, passphrase)


def _trail(opened: Desk) -> tuple[str, ...]:
    with opened.reading() as unit:
        broken = desk.first_break(unit.reading)
    return () if broken is None else (_TRAIL_BROKEN.format(number=broken),)

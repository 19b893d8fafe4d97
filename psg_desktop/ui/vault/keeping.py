"""What is known of the backups of a vault."""

from datetime import tzinfo
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep
from psg_desktop.casework.vault.upkeep import Backup
from psg_desktop.words import dates


def backups_of(office: Office, folder: str) -> tuple[Backup, ...]:
    """List the backups of this vault in a folder, the newest first."""
    if not folder or not Path(folder).is_dir():
        return ()
    start = f"{office.place.stem}-"
    return tuple(one for one in upkeep.backups_in(Path(folder)) if one.path.name.startswith(start))


def last_backup(office: Office, folder: str, zone: tzinfo | None = None) -> str:
    """Say when the last backup was made: each was restored and compared before it was kept."""
    found = backups_of(office, folder)
    if not found:
        return "No backup yet"
    taken = found[0].taken
    day = taken.astimezone(zone).date()
    words = "today" if day == office.today() else dates.short(day)
    return f"Last verified backup {words} {dates.clock_time(taken, zone)}"

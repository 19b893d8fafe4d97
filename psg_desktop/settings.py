"""What this user of this machine likes: how the window looks and which vault was open last."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from psg_desktop.faults import Unwritable


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Nothing in it comes from a vault or names anybody in one.

    Attributes:
        scheme: "light", "dark" or "system".
        zoom: Size of letters in per cent.
        dense: Whether rows of lists stand closer together.
        remember_vault: Whether the place of the vault opened last is kept.
        vault: That place, "" where none is kept.
        backups: The folder of the last backup, "" before the first.
    """

    scheme: str = "system"
    zoom: int = 100
    dense: bool = False
    remember_vault: bool = True
    vault: str = ""
    backups: str = ""

    def opened(self, place: Path) -> "Settings":
        """Give the settings after a vault was opened at *place*."""
        return replace(self, vault=str(place) if self.remember_vault else "")


def read(file: Path) -> Settings:
    """Read settings; what is missing or unreadable there is as for a new user."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    usual = asdict(Settings())
    return Settings(**{name: _taken(found.get(name), value) for name, value in usual.items()})


def write(file: Path, settings: Settings) -> None:
    """Write settings whole, so that a crash leaves the ones before or these.

    Raises:
        Unwritable: The file cannot be written.
    """
    unfinished = file.with_suffix(".part")
    kept = {one.name: getattr(settings, one.name) for one in fields(settings)}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(kept, indent=2), encoding="utf-8")
        unfinished.replace(file)
    except OSError:
        raise Unwritable(
            f"How the window looks cannot be kept in {file.parent}. It stays as it is until the "
            "program is closed. Check that you may write there."
        ) from None


def _taken(found: Any, usual: Any) -> Any:
    return found if type(found) is type(usual) else usual

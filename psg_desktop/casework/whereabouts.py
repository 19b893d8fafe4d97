"""Where vaults are: answered before anything that can open one is loaded."""

from pathlib import Path

from psg_desktop.store.vault import folder


def is_vault(place: Path) -> bool:
    """Say whether a vault lies at this place."""
    return folder.is_vault(place)

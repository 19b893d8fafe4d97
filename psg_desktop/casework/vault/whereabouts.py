"""Where vaults are: answered before anything that can open one is loaded."""

from pathlib import Path

from psg_desktop.store.vault import place as vaults


def is_vault(place: Path) -> bool:
    """Say whether a vault lies at this place."""
    return vaults.is_vault(place)

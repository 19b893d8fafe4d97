"""Which folder is a vault: asked by the unlock screen, so it loads nothing else of the vault."""

from pathlib import Path
from typing import Final

SUFFIX: Final = ".psgstore"
HEADER: Final = "header"
HEADER_BEFORE: Final = "header.prev"


def is_vault(path: Path) -> bool:
    """Say whether a folder looks like a vault, without opening anything."""
    return path.is_dir() and ((path / HEADER).exists() or (path / HEADER_BEFORE).exists())

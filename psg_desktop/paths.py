"""Where the program's own files live, from source and frozen."""

import sys
from functools import cache
from pathlib import Path

from platformdirs import user_config_path, user_documents_path

APPLICATION = "PSG Desktop"


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    # A wheel carries the resources inside the package, the repository beside it.
    return package if (package / "resources").is_dir() else package.parent


def resource(name: str) -> Path:
    """Give the path of a file shipped in `resources/`, such as `fonts/NotoSans-Regular.ttf`."""
    return _root() / "resources" / name


def settings_file() -> Path:
    """Give the path of the settings of this user on this machine; nothing personal is in it."""
    return user_config_path(APPLICATION, appauthor=False) / "settings.json"


def documents_folder() -> Path:
    """Give the folder a file chooser should start in: the user's documents, or else the home."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()

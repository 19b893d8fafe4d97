"""What is dropped on a page from a file manager."""

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> Path | None:
    """Give the one file of this computer that is dropped, if it is one."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """Give the files of this computer that are dropped; folders and what is no file are left out.

    A message dragged from a mail program is offered as no file: it has to be saved first.
    """
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return tuple(one for one in found if one.is_file())

"""Asks where a file shall be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from psg_desktop.paths import documents_folder
from psg_desktop.ui.widgets.open_place import PlaceDialog


def ask_save_place(parent: QWidget, title: str, start: Path | str, kind: str) -> Path | None:
    """Let the worker choose where a file goes; None when they change their mind.

    A bare name is offered among the user's documents. A name typed without an ending gets that
    of *start* before the dialog looks whether such a file is there, so that none is replaced
    unasked. *kind* is such as "PDF (*.pdf)".
    """
    start = documents_folder() / start
    dialog = PlaceDialog(parent, title, str(start.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix.removeprefix("."))
    dialog.selectFile(start.name)
    if not dialog.exec():
        return None
    chosen = dialog.selectedFiles()
    return Path(chosen[0]) if chosen else None

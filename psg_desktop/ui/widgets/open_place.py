"""Asks which file or folder is meant, and takes what was typed for it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QWidget
from typing_extensions import override

_LINE, _LIST = "fileNameEdit", "listView"  # Qt's own names
_Mode = QFileDialog.FileMode


class PlaceDialog(QFileDialog):
    """The system's own dialog, or Qt's where the system has none.

    Qt's marks in its list what is typed, letter by letter, and takes the first of what is marked:
    of "Documents/Requests" that is "Documents" while the list of proposals has the focus.
    """

    @override
    def accept(self) -> None:
        line, marked = self.findChild(QLineEdit, _LINE), self.findChild(QListView, _LIST)
        if line is not None and marked is not None and line.text():
            line.setFocus()  # else the line would show what is marked
            marked.clearSelection()
        super().accept()


def ask_file(parent: QWidget, title: str, start: Path | str, kinds: str) -> Path | None:
    """Let the worker choose a file that is there; None when they change their mind."""
    chosen = _asked(PlaceDialog(parent, title, str(start), kinds), _Mode.ExistingFile)
    return chosen[0] if chosen else None


def ask_files(parent: QWidget, title: str, start: Path | str, kinds: str) -> tuple[Path, ...]:
    """Let the worker choose files that are there; none when they change their mind."""
    return _asked(PlaceDialog(parent, title, str(start), kinds), _Mode.ExistingFiles)


def ask_folder(parent: QWidget, title: str, start: Path | str) -> Path | None:
    """Let the worker choose a folder that is there; None when they change their mind."""
    dialog = PlaceDialog(parent, title, str(start))
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _asked(dialog, _Mode.Directory)
    return chosen[0] if chosen else None


def _asked(dialog: PlaceDialog, mode: QFileDialog.FileMode) -> tuple[Path, ...]:
    dialog.setFileMode(mode)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return tuple(map(Path, chosen))

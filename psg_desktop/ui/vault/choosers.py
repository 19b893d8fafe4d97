"""Asks the system's own file chooser for a vault or a folder; it keeps no list of recent files.

The chooser is named where it is used: PySide6 makes a class when it is first named, and the unlock
screen is up before anything is chosen.
"""

from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.ui.vault.line_with_button import LineWithButton


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the worker choose a folder that is there; None when they change their mind."""
    chosen = QtWidgets.QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def file(parent: QWidget, title: str, start: Path, kind: str) -> Path | None:
    """Let the worker choose a file that is there, such as of kind "Backups (*.psgbackup)"."""
    chosen, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, str(start), kind)
    return Path(chosen) if chosen else None


class FolderLine(LineWithButton):
    """A folder, typed or chosen; the value is a path, or None while the line is empty."""

    def __init__(self, title: str, start: Path) -> None:
        super().__init__("Choose…")
        self._title = title
        self._start = start
        self.beside.clicked.connect(self._choose)

    @override
    def value(self) -> Path | None:
        typed = self.line.text().strip()
        return Path(typed).expanduser() if typed else None

    @override
    def set_value(self, value: Path | None) -> None:
        self.line.setText(str(value) if value else "")

    def _choose(self) -> None:
        now = self.value()
        chosen = folder(self, self._title, now if now and now.is_dir() else self._start)
        if chosen is not None:
            self.set_value(chosen)
            self.edited.emit()

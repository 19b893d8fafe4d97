"""Asks the system's own file chooser for a vault or a folder; it keeps no list of recent files.

The chooser is loaded where it is used: PySide6 makes a class when it is first named, and the unlock
screen is up before anything is chosen.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.ui.vault.line_with_button import LineWithButton


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the worker choose a folder that is there; None when they change their mind."""
    from psg_desktop.ui.widgets import open_place  # noqa: PLC0415 - loaded when something is chosen

    return open_place.ask_folder(parent, title, start)


def file(parent: QWidget, title: str, start: Path, kind: str) -> Path | None:
    """Let the worker choose a file that is there, such as of kind "Backups (*.psgbackup)"."""
    from psg_desktop.ui.widgets import open_place  # noqa: PLC0415 - loaded when something is chosen

    return open_place.ask_file(parent, title, start, kind)


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

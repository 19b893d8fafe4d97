"""Asks the system for police files, or for the folder they lie in."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.open_place import ask_files, ask_folder

_KINDS = "Police files (*.csv);;All files (*)"


def folder(parent: QWidget, start: Path) -> tuple[Path, ...]:
    """Let the worker choose a folder; nothing when they change their mind."""
    chosen = ask_folder(parent, "Choose the folder of the police files", start)
    return (chosen,) if chosen else ()


def files(parent: QWidget, start: Path) -> tuple[Path, ...]:
    """Let the worker choose files; nothing when they change their mind."""
    return ask_files(parent, "Choose the police files", start, _KINDS)

"""Asks the system for the folder that files go into, and shows it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.open_place import ask_folder


def folder(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose a folder; None when they change their mind."""
    return ask_folder(parent, "Choose where the folder of the statistics goes", start)


def show_folder(place: Path) -> None:
    """Show a folder in the system's own window for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

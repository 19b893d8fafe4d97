"""Asks the system where minutes are saved."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.save_place import ask_save_place


def save_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the Word file goes; None when they change their mind."""
    return ask_save_place(parent, "Save the draft minutes", name, "Word document (*.docx)")

"""Where a workbook for the board goes."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.save_place import ask_save_place


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    return ask_save_place(parent, "Save the workbook", name, "Excel workbook (*.xlsx)")

"""Asks the system which reply is taken in, and where the calendar file is saved."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.open_place import ask_file


def reply_file(parent: QWidget) -> Path | None:
    """Let the worker choose a filled sheet; None when they change their mind."""
    kinds = "Workbooks (*.xlsx *.ods *.xls *.xlsm)"
    return ask_file(parent, "The sheet that came back", "", kinds)

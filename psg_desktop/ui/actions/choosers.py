"""Asks the system which reply is taken in, and where the calendar file is saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def reply_file(parent: QWidget) -> Path | None:
    """Let the worker choose a filled sheet; None when they change their mind."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, "The sheet that came back", "", "Workbooks (*.xlsx *.ods *.xls *.xlsm)"
    )
    return Path(chosen) if chosen else None

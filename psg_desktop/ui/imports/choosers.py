"""Asks the system for the spreadsheet to read, and where other files go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from psg_desktop.ui.widgets.save_place import ask_save_place

_KINDS = "Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


def spreadsheet(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose a spreadsheet; None when they change their mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Choose a spreadsheet", str(start), _KINDS)
    return Path(chosen) if chosen else None


def workbook_place(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the worker choose where a workbook is written; None when they change their mind."""
    return ask_save_place(parent, title, start, "Excel workbook (*.xlsx)")

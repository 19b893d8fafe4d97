"""Asks the system for the spreadsheet to read, and where other files go."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.ui.widgets.open_place import ask_file
from psg_desktop.ui.widgets.save_place import ask_save_place

_KINDS = "Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


def spreadsheet(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose a spreadsheet; None when they change their mind."""
    return ask_file(parent, "Choose a spreadsheet", start, _KINDS)


def workbook_place(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the worker choose where a workbook is written; None when they change their mind."""
    return ask_save_place(parent, title, start, "Excel workbook (*.xlsx)")

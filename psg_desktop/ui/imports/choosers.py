"""Asks the system for the spreadsheet to read, and where other files go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = "Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


def spreadsheet(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose a spreadsheet; None when they change their mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Choose a spreadsheet", str(start), _KINDS)
    return Path(chosen) if chosen else None


def workbook_place(parent: QWidget, title: str, start: Path) -> Path | None:
    """Let the worker choose where a workbook is written; None when they change their mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), "Excel workbook (*.xlsx)")
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(".xlsx")

"""Asks the system where a pack is saved and on which printer it is printed."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from psg_desktop.ui.widgets.save_place import ask_save_place


def save_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the PDF goes; None when they change their mind."""
    return ask_save_place(parent, "Save the pack", start, "PDF (*.pdf)")


def printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Let the worker choose a printer and pages; None when they change their mind."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName("Delivery Group pack")
    dialog = QPrintDialog(made, parent)
    dialog.setMinMax(1, pages)
    return made if dialog.exec() == QDialog.DialogCode.Accepted else None

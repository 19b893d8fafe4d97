"""Where a workbook for the board goes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Save the workbook", name, "Excel workbook (*.xlsx)"
    )
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(".xlsx")

"""Asks the system where minutes are saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def save_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the Word file goes; None when they change their mind."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Save the draft minutes", name, "Word document (*.docx)"
    )
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(".docx")

"""Saving the empty referral form, to print it or to send it out."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_papers

_NAME = "Referral form.pdf"


def save_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the form goes; None when they change their mind."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Save the blank form", str(start), "PDF (*.pdf)"
    )
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(".pdf")


def save_blank_form(office: Office, parent: QWidget) -> Path | None:
    """Save the empty form where the worker chooses; give the place, None where they did not."""
    place = save_place(parent, Path.home() / _NAME)
    if place is not None:
        referral_papers.write_blank_form(office, place)
    return place

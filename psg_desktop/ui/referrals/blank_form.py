"""Saving the empty referral form to print, or the empty workbook to send out."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_papers

_NAME = "Referral form.pdf"
_WORKBOOK = "Referral workbook.xlsx"


def save_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the form goes; None when they change their mind."""
    return _chosen(parent, "Save the blank form", start, "PDF (*.pdf)")


def save_workbook_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    return _chosen(parent, "Save the blank workbook", start, "Excel workbook (*.xlsx)")


def _chosen(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(start.suffix)


def save_blank_form(office: Office, parent: QWidget) -> Path | None:
    """Save the empty form where the worker chooses; give the place, None where they did not."""
    place = save_place(parent, Path.home() / _NAME)
    if place is not None:
        referral_papers.write_blank_form(office, place)
    return place


def save_blank_workbook(office: Office, parent: QWidget) -> Path | None:
    """Save the empty workbook where the worker chooses; give the place, None where they did not."""
    place = save_workbook_place(parent, Path.home() / _WORKBOOK)
    if place is not None:
        referral_papers.write_blank_workbook(office, place)
    return place

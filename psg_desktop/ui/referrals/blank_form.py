"""Saving the empty referral form to print, or the empty workbook to send out."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referral_papers
from psg_desktop.paths import documents_folder
from psg_desktop.ui.widgets.save_place import ask_save_place

_NAME = "Referral form.pdf"
_WORKBOOK = "Referral workbook.xlsx"


def save_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the form goes; None when they change their mind."""
    return _chosen(parent, "Save the blank form", start, "PDF (*.pdf)")


def save_workbook_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where the workbook goes; None when they change their mind."""
    return _chosen(parent, "Save the blank workbook", start, "Excel workbook (*.xlsx)")


def _chosen(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    return ask_save_place(parent, title, start, kinds)


def save_blank_form(office: Office, parent: QWidget) -> Path | None:
    """Save the empty form where the worker chooses; give the place, None where they did not."""
    place = save_place(parent, documents_folder() / _NAME)
    if place is not None:
        referral_papers.write_blank_form(office, place)
    return place


def save_blank_workbook(office: Office, parent: QWidget) -> Path | None:
    """Save the empty workbook where the worker chooses; give the place, None where they did not."""
    place = save_workbook_place(parent, documents_folder() / _WORKBOOK)
    if place is not None:
        referral_papers.write_blank_workbook(office, place)
    return place

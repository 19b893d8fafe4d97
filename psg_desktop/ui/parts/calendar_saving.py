"""Saves the calendar file of review, due and meeting dates where the worker wants it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from psg_desktop.casework.meeting import calendar_files
from psg_desktop.casework.office import Office


def calendar_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the calendar file goes; None when they change their mind."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Save the calendar file", name, "Calendar file (*.ics)"
    )
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(".ics")


def save_calendar(parent: QWidget, office: Office) -> str:
    """Ask where, write the calendar file there, and say so; "" when they change their mind."""
    place = calendar_place(parent, calendar_files.FILE_NAME)
    if place is None:
        return ""
    count = calendar_files.save_calendar(office, place)
    return (
        f"{count} date{'' if count == 1 else 's'} are in {place.name}, with references only. "
        "Import it into a calendar called PSG dates; to refresh in Outlook, delete that "
        "calendar and import again."
    )

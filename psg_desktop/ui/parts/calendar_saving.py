"""Saves the calendar file of review, due and meeting dates where the worker wants it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import calendar_files
from psg_desktop.casework.office import Office
from psg_desktop.ui.widgets.save_place import ask_save_place


def calendar_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where the calendar file goes; None when they change their mind."""
    return ask_save_place(parent, "Save the calendar file", name, "Calendar file (*.ics)")


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

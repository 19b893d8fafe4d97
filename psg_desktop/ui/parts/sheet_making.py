"""Making action sheets for agencies: which folder, and what to say when they are made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import action_sheets
from psg_desktop.casework.meeting.action_sheets import MadeSheet
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AgencyId
from psg_desktop.ui.widgets.open_place import ask_folder


def folder(parent: QWidget) -> Path | None:
    """Let the worker choose a folder; None when they change their mind."""
    return ask_folder(parent, "Folder for the action sheets", "")


def make_sheets(parent: QWidget, office: Office, agencies: Sequence[AgencyId]) -> str:
    """Make the sheets where the worker wants them, and give the sentence to say; "" for none."""
    place = folder(parent)
    return said(action_sheets.make(office, agencies, place), place) if place else ""


def said(made: Sequence[MadeSheet], place: Path) -> str:
    """Say what was made, where, and what to do with it."""
    if len(made) == 1:
        one = made[0]
        return (
            f"{one.workbook.name} and its mail draft are in {place.name}. They are not protected: "
            "open the draft, send it, then delete both."
        )
    return (
        f"{len(made)} action sheets, each with its mail draft, are in {place.name}. They are not "
        "protected: open the drafts, send them, then delete the files."
    )

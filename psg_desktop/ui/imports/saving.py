"""Saves what belongs to an import: the caseload template, and the rows left behind."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget

from psg_desktop.exchange.rejected import write_rejected
from psg_desktop.faults import Fault
from psg_desktop.paths import resource
from psg_desktop.ui.imports import choosers
from psg_desktop.ui.imports.importing import Importing
from psg_desktop.ui.widgets.banner import Tone

_TEMPLATE = "caseload-template.xlsx"
Said = tuple[str, Tone]


def save_template(parent: QWidget, folder: Path) -> Said | None:
    """Save the caseload template where the worker chooses; say how it went."""
    place = choosers.workbook_place(parent, "Save the template", folder / _TEMPLATE)
    if place is None:
        return None
    try:
        shutil.copyfile(resource(f"templates/{_TEMPLATE}"), place)
    except OSError:
        return "The template cannot be saved here. Choose another folder.", Tone.PROBLEM
    return f"Saved as {place.name}.", Tone.SUCCESS


def save_rejected(parent: QWidget, folder: Path, state: Importing) -> Said | None:
    """Save the rows an import leaves behind where the worker chooses; say how it went."""
    if state.run is None:
        return None
    name = f"{state.place.stem}-not-imported.xlsx"
    place = choosers.workbook_place(parent, "Save the rows left behind", folder / name)
    if place is None:
        return None
    try:
        count = write_rejected(state.run, place)
    except Fault as fault:
        return str(fault), Tone.PROBLEM
    rows = "1 row" if count == 1 else f"{count:,} rows"
    return f"{rows} saved in {place.name}, each with its reason.", Tone.SUCCESS

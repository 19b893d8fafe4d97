"""Saving a copy outside the vault: a warning, the reason, and only then a place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.attaching import copies
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import Attachment, CopyOut
from psg_desktop.domain.file_names import safe_name
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.paths import documents_folder
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.save_place import ask_save_place
from psg_desktop.words import attachments as words


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Let the worker choose where a copy goes; None when they change their mind."""
    title = "Save a copy outside the vault"
    return ask_save_place(parent, title, documents_folder() / name, "All files (*)")


def copy_sheet(
    office: Office, attachment: Attachment, parent: QWidget, told: Callable[[str], object]
) -> RecordSheet:
    """Give the form that saves a copy; `told(sentence)` says where it went."""
    form = Form()
    form.add_widget(label(words.WARNING, wrap=True))
    form.add("why", "What the copy is for", LongText(lines=3))
    form.add(
        "for_whom", "For whom", Line(longest=LINE_LIMIT), optional=True,
        hint="If you give it to somebody, record the disclosure under Information too.",
    )  # fmt: skip
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        # Refused before a place is asked for, so that nobody chooses one in vain.
        CopyOut(on=office.today(), by=office.who, **given)
        place = choose_place(parent, safe_name(attachment.file_name))
        if place is not None:
            copies.save_copy(office, attachment.id, place, **given)
            told(
                f"A copy is saved as {place.name} in {place.parent.name}. It is no longer "
                "protected: delete it when it is no longer needed."
            )

    return RecordSheet("Save a copy outside the vault", form, keep, save="Choose a place and save")

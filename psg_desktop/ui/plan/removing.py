"""Taking out what was entered by mistake, from its own form."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.parts.sheets import RecordSheet, by_field


def offer_removal(sheet: RecordSheet, remove: Callable[[], object]) -> None:
    """Put a button on a form that takes out what it shows; Ctrl+Z brings it back."""

    def take_out() -> None:
        try:
            remove()
        except Refused as refused:
            sheet.form.show_problems(by_field(refused.problems))
            return
        sheet.close_sheet()

    made = sheet.add_button("Remove")
    if isinstance(made, QPushButton):
        made.clicked.connect(take_out)

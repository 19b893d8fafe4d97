"""The form of the statement that is read out at the start of each meeting."""

from dataclasses import replace

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form

# Offered where nothing is kept yet; the partnership's own agreement says what must stand here.
EXAMPLE = (
    "What is said in this meeting is shared to prevent crime and disorder, under our information "
    "sharing agreement. It may be used for that purpose only, and is not passed on outside this "
    "group without the leave of the agency that brought it. Papers are kept secure and destroyed "
    "when they are no longer needed."
)


def statement_sheet(office: Office) -> RecordSheet:
    """Give the form, with an example where no statement is kept yet."""
    form = Form()
    form.add(
        "confidentiality",
        "Confidentiality statement",
        LongText(lines=9),
        hint="Read out at the start of each meeting. Change the example to what you agreed.",
    )
    kept = office.partnership().confidentiality
    form.show_values({"confidentiality": kept or EXAMPLE})
    return RecordSheet(
        "Confidentiality statement",
        form,
        lambda given: settings.save(office, replace(office.partnership(), **given)),
    )

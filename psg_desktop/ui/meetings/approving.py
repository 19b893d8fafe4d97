"""The form that says the minutes of a meeting were approved."""

from typing import Any

from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.forms import Form


def approve_sheet(office: Office, meeting: MeetingId) -> RecordSheet:
    """Give the form."""
    form = Form()
    form.add("approved_on", "Approved on", date_back(office), hint="Such as today or 3 dec.")
    form.show_values({"approved_on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["approved_on"] is None:
            raise refuse("approved_on", Problem.DATE_MISSING)
        meetings.approve_minutes(office, meeting, given["approved_on"])

    return RecordSheet("Minutes approved", form, keep)

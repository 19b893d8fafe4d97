"""Forms about who comes to a meeting: somebody new, and somebody in another's place."""

from typing import Any

from psg_desktop.casework.meeting import attendance
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import AgencyId, AttendanceId, MeetingId
from psg_desktop.domain.meetings import Attendance, Presence
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form


def add_sheet(office: Office, meeting: MeetingId, agency: AgencyId | None = None) -> RecordSheet:
    """Give the form that puts somebody on the list of a meeting."""
    form = Form()
    form.add("agency", "Agency", AgencyChoice(office, nothing="A guest of no agency"))
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("presence", "Attendance", choice_of(Presence))
    form.show_values({"agency": agency, "presence": Presence.INVITED})

    def keep(given: dict[str, Any]) -> None:
        new = AttendanceId(office.new_id())
        attendance.save(office, Attendance(id=new, meeting=meeting, **given))

    return RecordSheet("Ask somebody to the meeting", form, keep, save="Add them")


def substitute_sheet(office: Office, away: Attendance) -> RecordSheet:
    """Give the form that says who came in the place of somebody."""
    form = Form()
    form.add("name", f"Who came in place of {away.name}", Line(longest=LINE_LIMIT))

    def keep(given: dict[str, Any]) -> None:
        attendance.substitute(office, away.id, given["name"])

    return RecordSheet("Substitute", form, keep)

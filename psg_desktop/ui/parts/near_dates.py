"""The one-line date box, reckoned by the vault's own day and meetings."""

from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.ui.date_lines import date_line
from psg_desktop.ui.widgets.dates import DateLine
from psg_desktop.words.nearest import Looking
from psg_desktop.words.typed_dates import Reckoning


def date_ahead(office: Office, met_on: date | None = None) -> DateLine:
    """Give a box for a day to come, such as a due date: "3 dec" is the next one.

    In a meeting, *met_on* its day, "psg" is the meeting after it. So it is once today's was held.
    """
    days = meeting_days.days(office)
    if met_on is None and meeting_days.next_day(office) != office.today():
        met_on = office.today()
    coming = days if met_on is None else tuple(day for day in days if day > met_on)
    return _line(office, Looking.AHEAD, coming)


def date_back(office: Office) -> DateLine:
    """Give a box for a day that has been: "3 dec" is the last one."""
    return _line(office, Looking.BACK, meeting_days.days(office))


def _line(office: Office, looking: Looking, meetings: tuple[date, ...]) -> DateLine:
    return date_line(Reckoning(today=office.today(), looking=looking, meetings=meetings))

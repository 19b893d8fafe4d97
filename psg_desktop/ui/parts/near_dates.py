"""The one-line date box, reckoned by the vault's own day and meetings."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.ui.date_lines import date_line
from psg_desktop.ui.widgets.dates import DateLine
from psg_desktop.words.nearest import Looking
from psg_desktop.words.typed_dates import Reckoning


def date_ahead(office: Office) -> DateLine:
    """Give a box for a day to come, such as a due date: "3 dec" is the next one."""
    return _line(office, Looking.AHEAD)


def date_back(office: Office) -> DateLine:
    """Give a box for a day that has been: "3 dec" is the last one."""
    return _line(office, Looking.BACK)


def _line(office: Office, looking: Looking) -> DateLine:
    meetings = meeting_days.days(office)
    return date_line(Reckoning(today=office.today(), looking=looking, meetings=meetings))

"""The one-line date box, reckoned by the vault's own day and meetings."""

from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.ui.widgets.dates import DateLine
from psg_desktop.words import date_echo, typed_dates
from psg_desktop.words.nearest import Looking
from psg_desktop.words.typed_dates import NotADate, Reckoning


def date_ahead(office: Office) -> DateLine:
    """Give a box for a day to come, such as a due date: "3 dec" is the next one."""
    return _date_line(office, Looking.AHEAD)


def date_back(office: Office) -> DateLine:
    """Give a box for a day that has been: "3 dec" is the last one."""
    return _date_line(office, Looking.BACK)


def _date_line(office: Office, looking: Looking) -> DateLine:
    meetings = office.partnership().meetings

    def reckoning() -> Reckoning:
        return Reckoning(today=office.today(), looking=looking, meetings=meetings)

    def parse(typed: str) -> date | str:
        found = typed_dates.parse(typed, reckoning())
        return found.sentence if isinstance(found, NotADate) else found

    def echo(day: date) -> str:
        said = date_echo.echo(day, reckoning())
        return " ".join(part for part in (f"{said.text}.", said.caution) if part)

    return DateLine(parse, echo)

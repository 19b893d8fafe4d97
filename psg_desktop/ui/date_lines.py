"""The one-line date box as this program reads and echoes dates."""

from datetime import date

from psg_desktop.ui.widgets.dates import DateLine
from psg_desktop.words import date_echo, typed_dates
from psg_desktop.words.typed_dates import NotADate, Reckoning


def date_line(by: Reckoning) -> DateLine:
    """Give a date box that reckons from the day, the meetings and the days off in *by*."""

    def parse(text: str) -> date | str:
        found = typed_dates.parse(text, by)
        return found.sentence if isinstance(found, NotADate) else found

    def echo(day: date) -> str:
        said = date_echo.echo(day, by)
        return f"{said.text}. {said.caution}" if said.caution else said.text

    return DateLine(parse, echo)

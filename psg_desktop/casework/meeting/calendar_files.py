"""A calendar file of reviews, due dates and meetings, with references and nobody's name."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.papers.calendar_file import CalendarEntry, draw_calendar
from psg_desktop.reference import workdays
from psg_desktop.store.queries import sending
from psg_desktop.store.units import Unit
from psg_desktop.words import names

FILE_NAME = "psg-dates.ics"


def save_calendar(office: Office, path: Path) -> int:
    """Write the calendar file, and say how many dates are in it.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    found = entries(office)
    with replacing(path) as file:
        file.write(draw_calendar(found, office.now()))
    return len(found)


def entries(office: Office) -> tuple[CalendarEntry, ...]:
    """Give every review and due date of open work, and the meetings from today on."""
    with office.reading() as unit:
        return (*_meetings(office, unit), *_reviews(unit), *_actions(unit))


def _meetings(office: Office, unit: Unit) -> Iterator[CalendarEntry]:
    for one in sending.meetings_from(unit.reading, office.today()):
        yield CalendarEntry(
            key=_key("meeting", one.id),
            title=f"{names.name(one.group)} meeting",
            on=one.on,
            remind_on=workdays.add_working_days(one.on, -1),
            cancelled=one.cancelled,
        )


def _reviews(unit: Unit) -> Iterator[CalendarEntry]:
    for one in sending.reviews_due(unit.reading):
        yield _due("review", f"{one.reference} review due", one)


def _actions(unit: Unit) -> Iterator[CalendarEntry]:
    for one in sending.actions_due(unit.reading):
        yield _due("action", f"{one.reference} action due", one)


def _due(kind: str, title: str, due: sending.DueDay) -> CalendarEntry:
    return CalendarEntry(
        key=_key(kind, due.id),
        title=title,
        on=due.on,
        remind_on=workdays.add_working_days(due.on, -1),
    )


def _key(kind: str, id_: str) -> str:
    """Give a key that stays and leads back to no record without the vault."""
    return sha256(f"calendar {kind} {id_}".encode()).hexdigest()[:32]

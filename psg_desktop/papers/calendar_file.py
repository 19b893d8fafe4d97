"""A calendar file: dates with references, as any calendar program reads them.

Shared calendars are widely read, so a title holds a reference and what is due, never a name. The
entries are events for a whole day, because Outlook ignores to-dos; the day after is their end
(RFC 5545, 3.6.1). An entry keeps its identifier, and the greater number of a later file makes
calendar programs replace it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

_CATEGORY: Final = "PSG"
# No text of a calendar holds control signs (RFC 5545, 3.3.11).
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]+")
_NINE: Final = timedelta(hours=9)
# Numbers of a file count the minutes from here, so that each is greater than those before.
_START: Final = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One day to keep in mind.

    Attributes:
        key: What tells the entry from all others, the same each time.
        remind_on: The day on which to be reminded at nine, None for no reminder.
        cancelled: Whether it was called off, so that calendars strike it out.
    """

    key: str
    title: str
    on: date
    remind_on: date | None = None
    cancelled: bool = False


def draw_calendar(entries: Iterable[CalendarEntry], made_at: datetime) -> bytes:
    """Write the file: UTF-8, lines ended and folded as RFC 5545 says."""
    made = Calendar()
    made.add("prodid", "-//PSG Desktop//Dates//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "PSG dates")
    for entry in entries:
        made.add_component(_event(entry, made_at))
    return bytes(made.to_ical())


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    event, title = Event(), _CONTROL.sub(" ", entry.title).strip()
    event.add("uid", f"{entry.key}@psg-desktop")
    event.add("dtstamp", made_at)
    event.add("sequence", max(0, int((made_at - _START) / timedelta(minutes=1))))
    event.add("summary", title)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("categories", [_CATEGORY])
    if entry.remind_on is not None and not entry.cancelled:
        event.add_component(_alarm(title, entry.on - entry.remind_on))
    return event


def _alarm(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _NINE - before)
    return alarm

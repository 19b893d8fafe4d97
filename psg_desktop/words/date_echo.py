"""What the date box says back: the whole date, how far off it is, and any caution."""

from dataclasses import dataclass
from datetime import date

from psg_desktop.reference import workdays
from psg_desktop.words import dates
from psg_desktop.words.nearest import Looking
from psg_desktop.words.typed_dates import Reckoning

# How many days apart a meeting may be for the echo to mention it.
_NEAR_MEETING = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """What the box says back.

    Attributes:
        text: Such as "Thu 10 December 2026, in 19 days".
        caution: That the day is no working day, or "".
        instead: The next working day to offer, where there is a caution.
    """

    text: str
    caution: str = ""
    instead: date | None = None


def echo(day: date, by: Reckoning) -> Echo:
    """Say a date back in full, with its distance, the meeting near it and any caution."""
    text = f"{dates.full(day)}, {dates.distance(day, by.today)}"
    if by.looking is Looking.BACK:
        return Echo(text=text)
    text += _beside_meeting(day, by)
    if day < by.today or workdays.is_working_day(day, by.days_off):
        return Echo(text=text)
    instead = workdays.next_working_day(day, by.days_off)
    caution = f"That is {_why_off(day)}. The next working day is {dates.full(instead)}."
    return Echo(text=text, caution=caution, instead=instead)


def _why_off(day: date) -> str:
    holiday = workdays.bank_holiday(day)
    if holiday:
        return f"a bank holiday ({holiday.name})"
    weekend = not workdays.is_working_day(day)
    return f"a {dates.weekday(day)}" if weekend else "a day off"


def _beside_meeting(day: date, by: Reckoning) -> str:
    coming = min((meeting for meeting in by.meetings if meeting >= by.today), default=None)
    apart = (day - coming).days if coming else None
    if apart is None or abs(apart) > _NEAR_MEETING:
        return ""
    if apart == 0:
        return ", the day of the next PSG meeting"
    days = "1 day" if abs(apart) == 1 else f"{abs(apart)} days"
    return f", {days} {'after' if apart > 0 else 'before'} the next PSG meeting"

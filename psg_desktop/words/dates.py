"""British dates in words, the same on every machine whatever its language."""

from datetime import date, datetime, tzinfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT = 3
# From so many years on, nobody counts in days.
_YEARS_FROM = 2


def grid(day: date) -> str:
    """Give "Thu 3 Dec 2026", for lists and tables."""
    return f"{short_weekday(day)} {day.day} {MONTHS[day.month - 1][:_SHORT]} {day.year}"


def short(day: date) -> str:
    """Give "Thu 3 Dec", where the year is plain."""
    return f"{short_weekday(day)} {day.day} {MONTHS[day.month - 1][:_SHORT]}"


def prose(day: date) -> str:
    """Give "3 December 2026", for sentences."""
    return f"{day.day} {month_year(day)}"


def full(day: date) -> str:
    """Give "Thu 3 December 2026", for the echo beside a date that is typed."""
    return f"{short_weekday(day)} {prose(day)}"


def month_year(day: date) -> str:
    """Give "December 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def iso(day: date) -> str:
    """Give "2026-12-03", for files."""
    return day.isoformat()


def weekday(day: date) -> str:
    """Give "Thursday"."""
    return DAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """Give "Thu"."""
    return DAYS[day.weekday()][:_SHORT]


def distance(day: date, today: date) -> str:
    """Give "today", "tomorrow", "in 12 days", "yesterday", "6 days ago" or "41 years ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    years = _whole_years(*sorted((day, today)))
    apart = f"{years} years" if years >= _YEARS_FROM else f"{abs(days)} days"
    return f"in {apart}" if days > 0 else f"{apart} ago"


def clock_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """Give "14:32" of an aware moment, by the machine's own zone unless another is given."""
    return moment.astimezone(zone).strftime("%H:%M")


def moment_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """Give "Thu 3 Dec 2026 14:32" of an aware moment, by the machine's own zone or another."""
    return f"{grid(moment.astimezone(zone).date())} {clock_time(moment, zone)}"


def _whole_years(earlier: date, later: date) -> int:
    before_the_day = (later.month, later.day) < (earlier.month, earlier.day)
    return later.year - earlier.year - before_the_day

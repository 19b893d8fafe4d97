"""The one place that asks the machine what time it is."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from typing_extensions import override


class Clock(Protocol):
    """Tells the time: aware UTC moments and the local calendar day."""

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        ...

    def today(self) -> date:
        """Give the present day where the user sits."""
        ...


class SystemClock(Clock):
    """The machine's own clock."""

    @override
    def now(self) -> datetime:
        return datetime.now(tz=UTC)

    @override
    def today(self) -> date:
        return datetime.now(tz=UTC).astimezone().date()


def end_of(day: date) -> datetime:
    """Give the moment in UTC at which a day ends where the user sits."""
    return datetime.combine(day + timedelta(days=1), time.min).astimezone(UTC)

"""The few stand-ins tests may use: the clock, the file chooser and the message box."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from typing_extensions import override

from psg_desktop.clock import Clock


@dataclass
class FixedClock(Clock):
    """A clock that moves only when told to."""

    moment: datetime = field(default=datetime(2026, 11, 21, 9, 30, tzinfo=UTC))

    @override
    def now(self) -> datetime:
        return self.moment

    @override
    def today(self) -> date:
        return self.moment.date()

    def forward(self, *, days: int = 0, seconds: float = 0) -> None:
        """Move the clock on."""
        self.moment += timedelta(days=days, seconds=seconds)

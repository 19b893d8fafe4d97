"""Leave of the coordinator: days on which no review is planned."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from psg_desktop.domain import text
from psg_desktop.domain.ids import LeaveId
from psg_desktop.domain.refusals import Findings, Problem

_MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Some days off in a row, both included.

    Raises:
        Refused: They end before they start, or last longer than a year.
    """

    id: LeaveId
    since: date
    until: date
    words: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse leave that ends before it starts."""
        found = Findings()
        length = (self.until - self.since).days
        found.when(length < 0, "until", Problem.ENDS_BEFORE_START)
        found.when(length > _MOST_DAYS, "until", Problem.LEAVE_TOO_LONG)
        found.when(len(self.words) > text.LINE_LIMIT, "words", Problem.LINE_TOO_LONG)
        found.settle()

    def days(self) -> frozenset[date]:
        """Give every day of it."""
        length = (self.until - self.since).days
        return frozenset(self.since + timedelta(days=count) for count in range(length + 1))

"""Meetings of the groups: when they are held, who came, and what was read out at the start.

Life of a meeting: planned, papers sent, held, minutes approved; or cancelled with a reason before
it is held. The timing follows the terms of reference read for the design (domain notes c.1):
papers go out at least one working day before, referrals close two working days before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, AttendanceId, MeetingId
from psg_desktop.domain.refusals import Findings, Problem, refuse

# A meeting longer than a day, or of no length, is a slip of the finger.
LONGEST = 24 * 60
MOST_DAYS_BEFORE = 60


class MeetingGroup(StrEnum):
    """Whose meeting it is."""

    PSG = "psg"
    DELIVERY_GROUP = "delivery_group"
    CSP_BOARD = "csp_board"


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    PAPERS_SENT = "papers_sent"
    HELD = "held"
    MINUTES_APPROVED = "minutes_approved"
    CANCELLED = "cancelled"


COMING_STATES = frozenset({MeetingState.PLANNED, MeetingState.PAPERS_SENT})
HELD_STATES = frozenset({MeetingState.HELD, MeetingState.MINUTES_APPROVED})


class Presence(StrEnum):
    """Whether somebody who was asked to a meeting came."""

    INVITED = "invited"
    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of one group.

    Attributes:
        length: In minutes.
        papers_days: Working days before the meeting by which papers go out.
        referral_days: Working days before the meeting until which referrals are taken.
        statement_by: Who read the confidentiality statement, and when, where it was read.
        approved_on: The day its minutes were approved.

    Raises:
        Refused: The length or a number of days is impossible, a line is too long, or the state
            lacks its facts.
    """

    id: MeetingId
    group: MeetingGroup
    on: date
    starts: time | None = None
    length: int = 120
    place: str = field(default="", repr=False)
    chair: str = field(default="", repr=False)
    papers_days: int = 1
    referral_days: int = 2
    state: MeetingState = MeetingState.PLANNED
    cancelled_because: str = field(default="", repr=False)
    statement_by: str = field(default="", repr=False)
    statement_at: datetime | None = None
    approved_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a meeting that could not be held."""
        found = Findings()
        found.when(not 0 < self.length <= LONGEST, "length", Problem.LENGTH_NOT_POSSIBLE)
        for name in ("papers_days", "referral_days"):
            possible = 0 <= getattr(self, name) <= MOST_DAYS_BEFORE
            found.when(not possible, name, Problem.LENGTH_NOT_POSSIBLE)
        for name in ("place", "chair", "statement_by"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        reason = self.cancelled_because.strip()
        cancelled = self.state is MeetingState.CANCELLED
        found.when(cancelled and not reason, "cancelled_because", Problem.REASON_MISSING)
        long = len(self.cancelled_because) > text.TEXT_LIMIT
        found.when(long, "cancelled_because", Problem.TEXT_TOO_LONG)
        approved = self.state is MeetingState.MINUTES_APPROVED
        found.when(approved and self.approved_on is None, "approved_on", Problem.DATE_MISSING)
        found.settle()

    @property
    def coming(self) -> bool:
        """Whether it is still to be held."""
        return self.state in COMING_STATES

    @property
    def held(self) -> bool:
        """Whether it was held."""
        return self.state in HELD_STATES

    @property
    def statement_read(self) -> bool:
        """Whether the confidentiality statement was read at it."""
        return self.statement_at is not None

    def move(self, on: date, starts: time | None) -> "Meeting":
        """Hold it on another day or at another time; papers sent for the old day stay sent."""
        self._only_from(*COMING_STATES)
        return replace(self, on=on, starts=starts)

    def send_papers(self) -> "Meeting":
        """Say that its papers went out."""
        self._only_from(MeetingState.PLANNED)
        return replace(self, state=MeetingState.PAPERS_SENT)

    def hold(self) -> "Meeting":
        """Say that it was held."""
        self._only_from(*COMING_STATES)
        return replace(self, state=MeetingState.HELD)

    def cancel(self, reason: str) -> "Meeting":
        """Call it off, saying why."""
        self._only_from(*COMING_STATES)
        return replace(self, state=MeetingState.CANCELLED, cancelled_because=reason)

    def approve(self, on: date) -> "Meeting":
        """Say that its minutes were approved, not before the day it was held."""
        self._only_from(MeetingState.HELD)
        if on < self.on:
            raise refuse("approved_on", Problem.ENDS_BEFORE_START)
        return replace(self, state=MeetingState.MINUTES_APPROVED, approved_on=on)

    def read_statement(self, by: str, at: datetime) -> "Meeting":
        """Say who read the confidentiality statement, and when."""
        if self.state is MeetingState.CANCELLED:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        if not by.strip():
            raise refuse("statement_by", Problem.NAME_MISSING)
        return replace(self, statement_by=by, statement_at=at)

    def _only_from(self, *states: MeetingState) -> None:
        if self.state not in states:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person asked to a meeting, or there without being asked.

    Attributes:
        agency: Where they come from; None for a guest of no agency.
        substitute_for: Whose place they take, "" for nobody's.

    Raises:
        Refused: The name is missing or too long.
    """

    id: AttendanceId
    meeting: MeetingId
    agency: AgencyId | None = None
    name: str = field(repr=False)
    presence: Presence = Presence.INVITED
    substitute_for: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse somebody without a name."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        for name in ("name", "substitute_for"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.settle()

    @property
    def key(self) -> tuple[AgencyId | None, str]:
        """What tells one person at a meeting from another: the agency and the name, folded."""
        return self.agency, text.fold(self.name)


def recorded(attendance: Iterable[Attendance]) -> bool:
    """Tell whether anybody of those asked to a meeting was marked as there or away."""
    return any(one.presence is not Presence.INVITED for one in attendance)


def last_held(meetings: Iterable[Meeting], group: MeetingGroup, before: date) -> Meeting | None:
    """Give the last meeting of a group that was held before a day."""
    found = [one for one in meetings if one.group is group and one.held and one.on < before]
    return max(found, key=lambda one: one.on, default=None)


def times_carried(agreed_on: date, until: date, held: Iterable[date]) -> int:
    """Count the meetings held after an action was agreed, up to a day, with the action still open.

    This is the derived count of meetings an action was carried over; it is never typed.
    """
    return sum(agreed_on < day <= until for day in set(held))

"""What somebody asks about the information held on them, and the clock that starts with it.

Sources: UK GDPR articles 12(3), 12A, 15 and 16; Data Protection Act 2018, sections 45, 46 and 54
where an authority processes for law enforcement (part 3); Data (Use and Access) Act 2025, section
76 (time limits, in force since 5 February 2026 by SI 2026/82) and 78 (reasonable and proportionate
search). One month counts to the same day of the next month, as the Information Commissioner's
guidance has it; the clock starts when the request and the proof of identity that was asked for
are there, and days on which clarification was waited for do not count, first and last included.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.refusals import Findings, Problem, refuse

_DAY = timedelta(days=1)
_YEAR = 12
_LINES = ("asked_by", "reply_to", "identity_how", "digest")
_TEXTS = ("authority", "asks", "searched", "outcome")


class RequestKind(StrEnum):
    """What is asked for."""

    ACCESS = "access"
    RECTIFICATION = "rectification"


class Regime(StrEnum):
    """Under which rules the information asked for is processed."""

    GENERAL = "general"
    LAW_ENFORCEMENT = "law_enforcement"


class RequestState(StrEnum):
    """How far a request has come."""

    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """A question about what is meant, without which it cannot be found; the clock stands still."""

    asked_on: date
    question: str = field(repr=False)
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a question nobody asked, and an answer before it."""
        found = Findings()
        found.when(not self.question.strip(), "question", Problem.TEXT_MISSING)
        found.when(len(self.question) > text.TEXT_LIMIT, "question", Problem.TEXT_TOO_LONG)
        early = self.answered_on is not None and self.answered_on < self.asked_on
        found.when(early, "answered_on", Problem.ENDS_BEFORE_START)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Two months more, as the request is complex or one of many; the person is told and why."""

    told_on: date
    reason: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse an extension without its reason."""
        found = Findings()
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """One request of or for a person about the information held on them.

    Attributes:
        reference: Such as "IR-2026-004".
        asked_by: Who asked; `authority` why they may, where it is somebody else.
        reply_to: How the answer is to reach them.
        asks: What is asked for, or what is said to be wrong.
        identity_asked_on: The day proof of identity was asked for; `identity_on` the day it was
            confirmed, and `identity_how` by what.
        searched: Where was searched, and why no further was reasonable and proportionate.
        outcome: What was answered, or why it was refused or withdrawn.
        digest: SHA-256 of the copy that was given.

    Raises:
        Refused: Who asked is missing, dates are in the wrong order, a text is too long, or the
            state lacks its facts.
    """

    id: AccessRequestId
    reference: str
    person: PersonId
    kind: RequestKind = RequestKind.ACCESS
    regime: Regime = Regime.GENERAL
    received_on: date
    asked_by: str = field(repr=False)
    authority: str = field(default="", repr=False)
    reply_to: str = field(default="", repr=False)
    asks: str = field(default="", repr=False)
    identity_asked_on: date | None = None
    identity_on: date | None = None
    identity_how: str = field(default="", repr=False)
    clarifications: tuple[Clarification, ...] = ()
    extension: Extension | None = None
    searched: str = field(default="", repr=False)
    state: RequestState = RequestState.OPEN
    ended_on: date | None = None
    outcome: str = field(default="", repr=False)
    digest: str = ""

    def __post_init__(self) -> None:
        """Refuse a request nobody could answer for."""
        found = Findings()
        found.when(not self.reference.strip(), "reference", Problem.REFERENCE_MISSING)
        found.when(not self.asked_by.strip(), "asked_by", Problem.NAME_MISSING)
        wrong = self.kind is RequestKind.RECTIFICATION and not self.asks.strip()
        found.when(wrong, "asks", Problem.TEXT_MISSING)
        for name in _LINES:
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in _TEXTS:
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        _check_identity(self, found)
        for one in self.clarifications:
            found.when(one.asked_on < self.received_on, "asked_on", Problem.BEFORE_REQUEST)
        told = self.extension is not None and self.extension.told_on < self.received_on
        found.when(told, "told_on", Problem.BEFORE_REQUEST)
        _check_end(self, found)
        found.settle()

    @property
    def open(self) -> bool:
        """Whether an answer is still owed."""
        return self.state is RequestState.OPEN

    @property
    def started_on(self) -> date | None:
        """The day the clock started; None while proof of identity is waited for."""
        if self.identity_asked_on is None:
            return self.received_on
        return None if self.identity_on is None else max(self.received_on, self.identity_on)

    @property
    def stopped(self) -> bool:
        """Whether the clock stands still today: identity or a clarification is waited for."""
        waiting = any(one.answered_on is None for one in self.clarifications)
        return self.open and (self.started_on is None or waiting)

    def days_stopped(self, today: date) -> int:
        """Give how many days since the start do not count, up to and with today."""
        return len(_not_counted(self, today))

    def due(self, today: date, works: Callable[[date], bool]) -> date | None:
        """Give the last day for the answer; None while proof of identity is waited for.

        While a clarification is waited for, it is the day as if the answer came today.
        """
        return _last_day(self, 1 if self.extension is None else 3, today, works)

    def extend_by(self, today: date, works: Callable[[date], bool]) -> date | None:
        """Give the last day on which the person may still be told of an extension."""
        return _last_day(self, 1, today, works)

    def with_identity(self, on: date, how: str) -> "AccessRequest":
        """Confirm the identity of whoever asked.

        Raises:
            Refused: It is answered, how is missing, or it lies before it was asked for.
        """
        self._still_open()
        if not how.strip():
            raise refuse("identity_how", Problem.IDENTITY_HOW_MISSING)
        return replace(self, identity_on=on, identity_how=how)

    def asking(self, question: Clarification) -> "AccessRequest":
        """Ask what is meant.

        Raises:
            Refused: It is answered, or another question waits for its answer.
        """
        self._still_open()
        if any(one.answered_on is None for one in self.clarifications):
            raise refuse("question", Problem.ALREADY_THERE)
        return replace(self, clarifications=(*self.clarifications, question))

    def clarified(self, on: date) -> "AccessRequest":
        """Note the day the question was answered.

        Raises:
            Refused: No question waits, or the day lies before it was asked.
        """
        self._still_open()
        waiting = [one for one in self.clarifications if one.answered_on is None]
        if not waiting:
            raise refuse("answered_on", Problem.MOVE_NOT_POSSIBLE)
        answered = tuple(
            replace(one, answered_on=on) if one is waiting[0] else one
            for one in self.clarifications
        )
        return replace(self, clarifications=answered)

    def extended(
        self, extension: Extension, today: date, works: Callable[[date], bool]
    ) -> "AccessRequest":
        """Take two months more.

        Raises:
            Refused: It is answered or extended already, or the first month was over when the
                person was told.
        """
        self._still_open()
        if self.extension is not None:
            raise refuse("told_on", Problem.ALREADY_THERE)
        last = self.extend_by(today, works)
        if last is not None and extension.told_on > last:
            raise refuse("told_on", Problem.EXTENDED_TOO_LATE)
        return replace(self, extension=extension)

    def ended(
        self, state: RequestState, on: date, outcome: str, digest: str = ""
    ) -> "AccessRequest":
        """Answer, refuse or withdraw it.

        Raises:
            Refused: It has ended, what came of it is missing, or proof of identity is still
                waited for.
        """
        self._still_open()
        if state is RequestState.ANSWERED and self.started_on is None:
            raise refuse("identity_on", Problem.IDENTITY_NOT_CONFIRMED)
        return replace(self, state=state, ended_on=on, outcome=outcome, digest=digest)

    def _still_open(self) -> None:
        if not self.open:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)


def months_after(day: date, months: int) -> date:
    """Give the same day so many months on, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _last_day(
    request: AccessRequest, months: int, today: date, works: Callable[[date], bool]
) -> date | None:
    if request.started_on is None:
        return None
    last = months_after(request.started_on, months)
    last += _DAY * len(_not_counted(request, today))
    while not works(last):
        last += _DAY
    return last


def _not_counted(request: AccessRequest, today: date) -> set[date]:
    """Give each day since the start on which a clarification was waited for, once."""
    start, days = request.started_on, set[date]()
    for one in request.clarifications:
        if start is None:
            continue
        first, last = max(one.asked_on, start), one.answered_on or request.ended_on or today
        days |= {first + _DAY * number for number in range((last - first).days + 1)}
    return days


def _check_identity(request: AccessRequest, found: Findings) -> None:
    asked, known = request.identity_asked_on, request.identity_on
    early = asked is not None and asked < request.received_on
    found.when(early, "identity_asked_on", Problem.BEFORE_REQUEST)
    before = known is not None and known < (asked or request.received_on)
    found.when(before, "identity_on", Problem.BEFORE_REQUEST)


def _check_end(request: AccessRequest, found: Findings) -> None:
    if request.open:
        return
    on = request.ended_on
    found.when(on is None, "ended_on", Problem.DATE_MISSING)
    early = on is not None and on < request.received_on
    found.when(early, "ended_on", Problem.BEFORE_REQUEST)
    found.when(not request.outcome.strip(), "outcome", Problem.OUTCOME_MISSING)

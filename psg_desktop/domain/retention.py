"""How long records are kept, from which event on, and what keeps one longer.

Rows of the schedule are dated and never recomputed backwards: the row in force on the day of the
event counts, whatever the schedule says later. Sources: the design's domain notes, fact 8 and
section b.11.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, RetentionRuleId, StayId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers

_YEAR = 12
LONGEST_MONTHS = 100 * _YEAR


class RetentionTrigger(StrEnum):
    """The event a time of keeping is counted from."""

    CASE_CLOSED = "case_closed"
    REFERRAL_NOT_ACCEPTED = "referral_not_accepted"
    LAST_INVOLVED = "last_involved"
    CASE_REVIEW_CLOSED = "case_review_closed"


class DueKind(StrEnum):
    """What can be due for disposal."""

    CASE = "case"
    REFERRAL = "referral"
    PERSON = "person"
    PLACE = "place"
    CASE_REVIEW = "case_review"


class StayKind(StrEnum):
    """What keeps a record beyond its time."""

    HOLD = "hold"
    KEEP_LONGER = "keep_longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """One row of the schedule: how many months after an event a record is due for disposal.

    Attributes:
        case_kind: The kind of case or referral it is for, None for every kind that has no own row.
        source: Where the time comes from, such as a council's schedule.

    Raises:
        Refused: The time is not possible, or the row ends before it starts.
    """

    id: RetentionRuleId
    trigger: RetentionTrigger
    case_kind: CaseKind | None = None
    months: int
    source: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a time nobody could keep to."""
        found = Findings()
        possible = 1 <= self.months <= LONGEST_MONTHS
        found.when(not possible, "months", Problem.LENGTH_NOT_POSSIBLE)
        found.when(len(self.source) > text.TEXT_LIMIT, "source", Problem.TEXT_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it counts for an event on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Why a record is kept although its time is over; a record of its own, with its dates.

    Attributes:
        about: What is kept; `record` says which one.
        case: The same as `record` where a case is kept.
        until: The last day it is kept for this reason, None for a hold that is open.
        lifted_on: The day it was lifted before that.

    Raises:
        Refused: The reason is missing, or something kept longer has no last day.
    """

    id: StayId
    kind: StayKind
    about: DueKind
    record: UUID
    case: CaseId | None = None
    reason: str = field(repr=False)
    made_on: date
    until: date | None = None
    lifted_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a stay nobody could account for."""
        found = Findings()
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        longer = self.kind is StayKind.KEEP_LONGER
        found.when(longer and self.until is None, "until", Problem.DATE_MISSING)
        found.when(backwards(self.made_on, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def counts(self, day: date) -> bool:
        """Say whether it keeps the record on *day*."""
        if self.lifted_on is not None:
            return False
        return self.until is None or day <= self.until

    def lifted(self, on: date) -> "Stay":
        """Give it as lifted."""
        return replace(self, lifted_on=on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a time of keeping is counted from.

    Attributes:
        about: What it happened to; `record` says which one.
        label: What a person calls that record; `confirm` what is typed to dispose of it.
        case_kind: The kind of the case or referral, None for a person or place.
    """

    about: DueKind
    record: UUID
    label: str = field(repr=False)
    confirm: str = field(repr=False)
    case_kind: CaseKind | None
    trigger: RetentionTrigger
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRecord:
    """A record whose time of keeping is over on `due`, and why; `stay` keeps it all the same."""

    event: Event
    rule: RetentionRule
    due: date
    stay: Stay | None = None


def rule_for(rules: Iterable[RetentionRule], event: Event) -> RetentionRule | None:
    """Give the row in force on the day of an event; one for its kind of case comes first."""
    fitting = [
        rule
        for rule in rules
        if rule.trigger is event.trigger
        and rule.in_force(event.on)
        and rule.case_kind in {None, event.case_kind}
    ]
    own = [rule for rule in fitting if rule.case_kind is not None]
    found = own or fitting
    return found[-1] if found else None


def months_after(day: date, months: int) -> date:
    """Give the day so many months later; the last of a month where that has no such day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def due_records(
    events: Iterable[Event], rules: Iterable[RetentionRule], stays: Iterable[Stay], day: date
) -> tuple[DueRecord, ...]:
    """Give every record whose time is over by *day*, kept or not, the longest due first."""
    known = tuple(rules)
    kept = {stay.record: stay for stay in stays if stay.counts(day)}
    found = []
    for event in events:
        rule = rule_for(known, event)
        due = months_after(event.on, rule.months) if rule else None
        if rule is not None and due is not None and due <= day:
            stay = kept.get(event.record)
            found.append(DueRecord(event=event, rule=rule, due=due, stay=stay))
    return tuple(sorted(found, key=lambda one: (one.due, one.event.record)))

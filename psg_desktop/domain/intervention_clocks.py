"""Clocks that run on interventions, and what is unusual about one that is proposed.

What lies outside the usual is pointed out and never refused, but for an age below what the law
asks and a power that is not the law of that day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from psg_desktop.domain.intervention_facts import TargetKind
from psg_desktop.domain.intervention_kinds import Aim, InterventionKind
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.refusals import Findings, Problem

EXPIRING = timedelta(days=28)
REVIEW_SOON = timedelta(days=7)


class Clock(StrEnum):
    """Something about an intervention that waits for somebody, the most pressing first."""

    BREACH = "breach"
    REVIEW = "review"
    EXPIRY = "expiry"
    APPEAL_PENDING = "appeal_pending"
    APPEAL_OPEN = "appeal_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A clock and its day: of the breach, the review, the expiry, or the appeal."""

    clock: Clock
    day: date


def running(one: Intervention, day: date, *, renewed: bool = False) -> tuple[Running, ...]:
    """Give the clocks that run on an intervention on *day*.

    Args:
        one: The intervention.
        day: The day it is looked at.
        renewed: Whether another follows it, so that its expiry waits for nobody.
    """
    pending = one.appeal is not None and one.appeal.outcome is None
    until = one.appeal_until
    live = one.live(day)
    due, last = one.next_review, one.expires
    found = (
        (Clock.BREACH, one.unanswered_since),
        (Clock.REVIEW, due if live and due is not None and due <= day + REVIEW_SOON else None),
        (
            Clock.EXPIRY,
            last if live and not renewed and last is not None and last <= day + EXPIRING else None,
        ),
        (Clock.APPEAL_PENDING, one.appeal.lodged if pending and one.appeal else None),
        (Clock.APPEAL_OPEN, until if until is not None and until >= day else None),
    )
    return tuple(Running(clock=clock, day=when) for clock, when in found if when is not None)


class Caution(StrEnum):
    """What is unusual about an intervention that is proposed."""

    AGE_UNKNOWN = "age_unknown"
    AGE_BELOW_USUAL = "age_below_usual"
    STEP_MISSING = "step_missing"
    TOO_LONG = "too_long"
    UNUSUAL_TARGET = "unusual_target"
    CHECK_FIRST = "check_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An intervention as it is about to be kept.

    Attributes:
        kind: The row in force on the day.
        age: Of the person it is for, None where it is not known or is no person.
        earlier: Codes of the kinds on record for the same target.
    """

    kind: InterventionKind
    target_kind: TargetKind
    day: date
    age: int | None = None
    starts: date | None = None
    expires: date | None = None
    earlier: frozenset[str] = frozenset()


def cautions(proposal: Proposal) -> tuple[Caution, ...]:
    """Give what is unusual about a proposal; none of it stops anybody."""
    kind, person = proposal.kind, proposal.target_kind is TargetKind.PERSON
    young = _below(proposal)
    found = (
        (Caution.UNUSUAL_TARGET, not _fits(kind.aim, proposal.target_kind)),
        (
            Caution.AGE_UNKNOWN,
            person and kind.minimum_age is not None and proposal.age is None,
        ),
        (Caution.AGE_BELOW_USUAL, young and not kind.age_is_law),
        (Caution.STEP_MISSING, bool(kind.after) and kind.after not in proposal.earlier),
        (Caution.TOO_LONG, _too_long(proposal)),
        (Caution.CHECK_FIRST, bool(kind.caveat)),
    )
    return tuple(caution for caution, there in found if there)


def check(proposal: Proposal) -> None:
    """Refuse what the law does not allow.

    Raises:
        Refused: The kind is not in force on the day, or the person is younger than the law asks.
    """
    found = Findings()
    found.when(not proposal.kind.in_force(proposal.day), "kind", Problem.NOT_THE_LAW_THEN)
    found.when(_below(proposal) and proposal.kind.age_is_law, "target", Problem.TOO_YOUNG)
    found.settle()


def _below(proposal: Proposal) -> bool:
    least, age = proposal.kind.minimum_age, proposal.age
    person = proposal.target_kind is TargetKind.PERSON
    return person and least is not None and age is not None and age < least


def _too_long(proposal: Proposal) -> bool:
    longest = proposal.kind.longest_for(proposal.age)
    if longest is None or proposal.starts is None:
        return False
    return proposal.expires is None or proposal.expires > longest.last_day(proposal.starts)


_FITTING = {
    Aim.PERSON: frozenset({TargetKind.PERSON}),
    Aim.PLACE: frozenset({TargetKind.PLACE}),
    Aim.EITHER: frozenset({TargetKind.PERSON, TargetKind.PLACE}),
    Aim.AREA: frozenset({TargetKind.AREA, TargetKind.PLACE}),
}


def _fits(aim: Aim, target: TargetKind) -> bool:
    return target in _FITTING[aim]

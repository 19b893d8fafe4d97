"""Interventions in words: where one stands, which clocks run, and what is unusual about it."""

from datetime import date

from psg_desktop.domain.intervention_clocks import Caution, Clock, Running
from psg_desktop.domain.intervention_facts import Standing
from psg_desktop.domain.intervention_kinds import InterventionKind, Length
from psg_desktop.words import dates
from psg_desktop.words.names import name


def length(one: Length) -> str:
    """Give "6 months" or "1 year"."""
    unit = one.unit.value
    return f"{one.count:,} {unit.removesuffix('s') if one.count == 1 else unit}"


def standing(where: Standing, starts: date | None, expires: date | None, today: date) -> str:
    """Say where an intervention stands on a day, with the days that are left."""
    if where is Standing.EXPIRED and expires is not None:
        return f"Expired {dates.grid(expires)}"
    if where is not Standing.IN_FORCE:
        return name(where)
    if starts is not None and starts > today:
        return f"Served, begins {dates.distance(starts, today)}"
    if expires is None:
        return "In force, no end set"
    left = (expires - today).days
    if left == 0:
        return "In force, last day today"
    return f"In force, {left:,} day{'s' if left > 1 else ''} left"


def clock(running: Running, today: date) -> str:
    """Say which clock runs, and until or since when."""
    day, away = running.day, dates.distance(running.day, today)
    match running.clock:
        case Clock.BREACH:
            return f"Breach of {dates.short(day)} not answered"
        case Clock.REVIEW:
            return f"Review due {away}"
        case Clock.EXPIRY:
            return f"Last day {away}"
        case Clock.APPEAL_PENDING:
            return f"Appeal of {dates.short(day)} not decided"
        case Clock.APPEAL_OPEN:
            return f"Appeal possible until {dates.short(day)}"


def caution(which: Caution, kind: InterventionKind) -> str:
    """Say what is unusual about a proposal, and what to do about it."""
    aim = name(kind.aim).casefold()
    said = {
        Caution.AGE_UNKNOWN: (
            f"It is for people of {kind.minimum_age} or over, and this person has no date of birth "
            "on file. Check the age."
        ),
        Caution.AGE_BELOW_USUAL: (
            f"It is usual from the age of {kind.minimum_age}, and this person is younger."
        ),
        Caution.STEP_MISSING: (
            "The warning or notice that usually comes before it is not on record."
        ),
        Caution.TOO_LONG: "It runs longer than the longest time on record for it. Check the date.",
        Caution.UNUSUAL_TARGET: f"It is usually for this: {aim}.",
        Caution.CHECK_FIRST: kind.caveat,
    }
    return said[which]

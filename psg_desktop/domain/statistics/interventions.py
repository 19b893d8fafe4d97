"""Interventions: issued, in force at the end of a quarter, breached, and ended."""

from dataclasses import dataclass
from datetime import date, timedelta

from psg_desktop.domain.intervention_facts import InterventionState, Standing
from psg_desktop.domain.statistics.happenings import (
    NOT_RECORDED,
    Ends,
    Happened,
    Happening,
    quarter_of,
)

INTERVENTIONS = "interventions"
VARIABLES = ("intervention_kind", "issuing_agency")
ENDINGS = (
    Standing.EXPIRED.value, InterventionState.ENDED_EARLY.value,
    InterventionState.WITHDRAWN.value, InterventionState.QUASHED.value,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionFacts:
    """What is counted of one intervention.

    Attributes:
        traits: The code of its category for each of `VARIABLES`.
        served: The day it was issued, None where it never was.
        expires: The last day it runs, None where it has no set end.
        ended: The day it was ended, withdrawn or quashed.
        one_off: Whether it is done once it is given, and so is never in force.
        breaches: The day of each breach.
    """

    traits: tuple[str, ...]
    state: InterventionState
    served: date | None = None
    starts: date | None = None
    expires: date | None = None
    ended: date | None = None
    one_off: bool = False
    breaches: tuple[date, ...] = ()

    @property
    def gone(self) -> tuple[date, str] | None:
        """The first day on which it no longer runs, and the code of why; None while it runs."""
        if self.expires is not None and (self.ended is None or self.expires < self.ended):
            day = min(self.expires, date.max - timedelta(days=1)) + timedelta(days=1)
            return day, Standing.EXPIRED.value
        if self.ended is None:
            return None
        why = self.state.value
        return self.ended, why if why in ENDINGS else NOT_RECORDED


def _issued(facts: InterventionFacts, _ends: Ends) -> Happened:
    if facts.served is not None:
        yield quarter_of(facts.served), ()


def _live(facts: InterventionFacts, ends: Ends) -> Happened:
    if facts.served is None or facts.one_off:
        return
    starts, gone = facts.starts or facts.served, facts.gone
    for quarter, end in ends:
        if starts <= end and (gone is None or end < gone[0]):
            yield quarter, ()


def _breached(facts: InterventionFacts, _ends: Ends) -> Happened:
    for day in facts.breaches:
        yield quarter_of(day), ()


def _ended(facts: InterventionFacts, _ends: Ends) -> Happened:
    gone = facts.gone
    if facts.served is not None and not facts.one_off and gone is not None:
        yield quarter_of(gone[0]), (("ending", gone[1]),)


ISSUED = Happening(code="intervention_issued", when=_issued)
LIVE = Happening(code="intervention_live_at_end", when=_live, stock=True)
BREACHED = Happening(code="intervention_breached", when=_breached)
ENDED = Happening(code="intervention_ended", when=_ended)
HAPPENINGS = (ISSUED, LIVE, BREACHED, ENDED)

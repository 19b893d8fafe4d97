"""What might have befallen a unit: courses of events that readers must be left to think possible.

A small caseload holds few lives. If only those counted as possible, an empty category would seem
to be empty for certain. So each population is given one plain life for each quarter it can begin
and end in; their events follow from days in the same way as those of real units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import TypeVar

from psg_desktop.domain import quarters
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.intervention_facts import InterventionState
from psg_desktop.domain.referrals import ACCEPTING, ReferralOutcome
from psg_desktop.domain.statistics.counted import Facts, counted
from psg_desktop.domain.statistics.happenings import Happening, last_day
from psg_desktop.domain.statistics.histories import Event, Population
from psg_desktop.domain.statistics.interventions import InterventionFacts
from psg_desktop.domain.statistics.matters import MatterFacts, ReferralFacts
from psg_desktop.domain.statistics.openness import Spell
from psg_desktop.domain.statistics.work import ActionFacts, ReviewFacts

Course = tuple[tuple[Event, ...], ...]
F = TypeVar("F", bound=Facts)
# Quarters before the first one counted in which a life may have begun: each age there is.
_BEFORE = (-9, -5, -3, -2, -1)
_NOT_ACCEPTED = tuple(one.value for one in ReferralOutcome if one not in ACCEPTING)
_WEEKS = (timedelta(days=1), timedelta(days=20), timedelta(days=40), timedelta(days=60))


def courses(
    empty: Population, happenings: Sequence[Happening[F]], lives: Iterator[F]
) -> tuple[Course, ...]:
    """Give the courses of some lives, each once.

    Args:
        empty: The population without histories.
        happenings: What is counted of each unit.
        lives: Facts of units that might be; their traits do not matter.
    """
    nothing = tuple("" for _ in empty.variables)
    units = ((str(number), facts) for number, facts in enumerate(lives))
    found = counted(replace(empty, variables=nothing), happenings, units)
    lived = {
        tuple(one.events for one in history.standings): None
        for history in found.population.histories
    }
    return tuple(lived)


def matters(asked: Sequence[date], reasons: Sequence[str]) -> Iterator[MatterFacts]:
    """Give matters that begin, or end, in each quarter, and referrals that were not accepted.

    Every decision, closing and answer has what it must have: readers know that none is without.

    Args:
        asked: First days of the quarters.
        reasons: Codes of the reasons a case can be closed for, in turn; at least one.
    """
    why, said, refused = cycle(reasons), cycle(HoldResult), cycle(_NOT_ACCEPTED)
    new = ReferralOutcome.ACCEPTED_NEW.value
    for begins, ends in _spans(asked):
        reason = next(why) if ends else ""
        spell = Spell(opened=begins, closed=ends, ask_on=ends, reason=reason)
        referral = ReferralFacts(received_on=begins, decided_on=begins, outcome=new)
        yield MatterFacts(traits=(), referral=referral, spells=(spell,))
    for quarter in asked:
        for week in _WEEKS:
            waiting = ReferralFacts(received_on=last_day(quarter) - week)
            yield MatterFacts(traits=(), referral=waiting)
        for back in (30, 300):
            again = ReferralFacts(
                received_on=_middle(quarter), decided_on=_middle(quarter),
                outcome=next(refused),
                touched=_middle(quarter) - timedelta(days=back),
            )  # fmt: skip
            yield MatterFacts(traits=(), referral=again)
        closed = _middle(quarter)
        opened = closed - timedelta(days=400)
        answered = Spell(
            opened=opened, closed=opened, reason=next(why), ask_on=closed, answered_on=closed,
            answer=next(said).value,
        )  # fmt: skip
        yield MatterFacts(traits=(), spells=(answered,))
        yield MatterFacts(traits=(), spells=(Spell(opened=closed, again=True),))


def reviews(asked: Sequence[date]) -> Iterator[ReviewFacts]:
    """Give a review of each quarter that was on time, late, not held, or without a day."""
    for day in map(_middle, asked):
        open_ = (Spell(opened=day - timedelta(days=100)),)
        for due, held in ((day, day), (day, day + timedelta(days=7)), (day, None), (None, day)):
            yield ReviewFacts(traits=(), due=due, held=held, spells=open_)


def actions(asked: Sequence[date]) -> Iterator[ActionFacts]:
    """Give an action of each quarter that ended in each way, or is still open."""
    for day in map(_middle, asked):
        late = day + timedelta(days=7)
        yield ActionFacts(traits=(), due=day, ended=None, state=ActionState.AGREED)
        for ended, state in (
            (day, ActionState.COMPLETED), (late, ActionState.COMPLETED),
            (day, ActionState.NOT_ACHIEVED), (day, ActionState.CANCELLED),
        ):  # fmt: skip
            yield ActionFacts(traits=(), due=day, ended=ended, state=state)


def interventions(asked: Sequence[date]) -> Iterator[InterventionFacts]:
    """Give interventions served and expired in each quarter, and breached in each."""
    for begins, ends in _spans(asked):
        facts = InterventionFacts(
            traits=(), state=InterventionState.IN_FORCE, served=begins, expires=ends
        )
        yield facts
    for day in map(_middle, asked):
        served = day - timedelta(days=40)
        facts = InterventionFacts(traits=(), state=InterventionState.IN_FORCE, served=served)
        yield replace(facts, breaches=(day,))
        yield replace(facts, one_off=True)


def _spans(asked: Sequence[date]) -> Iterator[tuple[date, date | None]]:
    """Give a life that begins in each quarter and does not end, and one that ends in each."""
    before = [quarters.shifted(asked[0], back) for back in _BEFORE]
    for begins in map(_middle, [*before, *asked]):
        yield begins, None
    for ends in map(_middle, asked):
        yield _middle(before[0]), ends


def _middle(quarter: date) -> date:
    return quarter + timedelta(days=45)

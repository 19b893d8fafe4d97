"""Cases and referrals as Hypothesis makes them: in any order of days, as old records may be."""

from datetime import date

from hypothesis import strategies as st

from psg_desktop.domain.case_facts import Closure
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.referrals import ReferralOutcome
from psg_desktop.domain.statistics.matters import ReferralFacts
from psg_desktop.domain.statistics.openness import Spell, spells
from tests.builders import a_closure

DAYS = st.dates(date(2024, 4, 1), date(2026, 12, 31))


def read(opened: date, *closures: Closure) -> tuple[Spell, ...]:
    return tuple(
        Spell(opened=since, again=again, closed=max(since, end.on) if end else None)
        for since, again, end in spells(opened, closures)
    )


@st.composite
def open_times(draw: st.DrawFn) -> tuple[Spell, ...]:
    """Openings and closings in any order of days, as old records may have them."""
    closings = draw(st.lists(st.tuples(DAYS, DAYS), max_size=3))
    last = draw(st.booleans())
    closures = [a_closure(on=on, reopened_on=again) for on, again in closings]
    if closures and last:
        closures[-1] = a_closure(on=closings[-1][0])
    return read(draw(DAYS), *closures)


@st.composite
def closings(draw: st.DrawFn, reasons: list[str]) -> tuple[Spell, ...]:
    """The same, with what is recorded of each closing or is not."""
    return tuple(
        Spell(
            opened=one.opened,
            again=one.again,
            closed=one.closed,
            reason=draw(st.sampled_from(["", *reasons])) if one.closed else "",
            final_risk=draw(st.sampled_from(["", *RiskLevel])) if one.closed else "",
            ask_on=draw(st.none() | DAYS) if one.closed else None,
            answered_on=(answered := draw(st.none() | DAYS)) if one.closed else None,
            answer=draw(st.sampled_from(["", *HoldResult])) if one.closed and answered else "",
        )
        for one in draw(open_times())
    )


@st.composite
def referrals(draw: st.DrawFn) -> ReferralFacts:
    """A referral, decided or not, by any day."""
    decided = draw(st.none() | DAYS)
    return ReferralFacts(
        received_on=draw(DAYS),
        decided_on=decided,
        outcome=draw(st.sampled_from(["", *ReferralOutcome])) if decided else "",
        touched=draw(st.none() | DAYS),
    )

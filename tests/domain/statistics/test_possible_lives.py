"""Lives that readers must think possible are lives that the forms allow."""

from datetime import date

from psg_desktop.domain import quarters
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.referrals import ReferralOutcome
from psg_desktop.domain.statistics import matters, possible
from psg_desktop.domain.statistics.histories import Population

ASKED = quarters.between(date(2025, 10, 1), date(2026, 7, 1))
REASONS = ("resolved", "moved_away")
# What a form cannot be saved without, so that readers know of each that it is recorded.
ALWAYS = {
    "outcome": {one.value for one in ReferralOutcome},
    "reason": set(REASONS),
    "answer": {one.value for one in HoldResult},
}


def test_that_no_possible_life_lacks_what_is_always_recorded() -> None:
    empty = Population(
        code=matters.MATTERS, variables=matters.VARIABLES, quarters=ASKED, histories=(),
        derived=matters.DERIVED,
    )  # fmt: skip
    lives = possible.courses(empty, matters.HAPPENINGS, possible.matters(ASKED, REASONS))
    seen: dict[str, set[str]] = {}
    for event in (event for life in lives for events in life for event in events):
        for variable, code in event.details:
            seen.setdefault(variable, set()).add(code)
    assert seen.keys() >= ALWAYS.keys()
    for variable, allowed in ALWAYS.items():
        assert seen[variable] <= allowed

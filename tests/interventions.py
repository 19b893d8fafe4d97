"""Interventions with defaults, and any of them as Hypothesis makes them: by legal moves only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.ids import AgencyId, CaseId, InterventionId
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Appellant,
    Breach,
    ReviewHeld,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import (
    Aim,
    Family,
    InterventionKind,
    KindFacts,
    Length,
    LengthUnit,
)
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.refusals import Refused
from tests.builders import TODAY, new_id

DAY = timedelta(days=1)
AGENCY = AgencyId(UUID(int=7))


def a_kind(**changes: Any) -> InterventionKind:
    made = InterventionKind(
        id=new_id(),
        code="cpn",
        name="Community protection notice",
        short_name="CPN",
        family=Family.NOTICE,
        aim=Aim.EITHER,
        minimum_age=16,
        age_is_law=True,
        usual=Length(count=12, unit=LengthUnit.MONTHS),
        after="cpw",
        appeal_days=21,
        review_every=28,
    )
    return replace(made, **changes)


def planned(**changes: Any) -> Intervention:
    made = Intervention(
        id=InterventionId(new_id()),
        case=CaseId(new_id()),
        kind="cpn",
        facts=a_kind().facts(None),
        target_kind=TargetKind.PERSON,
        target=new_id(),
        agency=AGENCY,
    )
    return replace(made, **changes)


def served(on: date = TODAY, **changes: Any) -> Intervention:
    return replace(planned().serve(on, on, on + 90 * DAY), **changes)


Move = Callable[[Intervention, date], Intervention]
MOVES: dict[str, Move] = {
    "serve": lambda one, day: one.serve(day, day, day + 40 * DAY),
    "review": lambda one, day: one.review(ReviewHeld(on=day, outcome="Kept to it.")),
    "breach": lambda one, day: one.breach(Breach(on=day, evidence="Seen at the shop.")),
    "answer": lambda one, _day: one.answer_breach(0, "Reported to the court", "Police"),
    "appeal": lambda one, day: one.lodge_appeal(Appeal(lodged=day, by=Appellant.RECIPIENT)),
    "decide": lambda one, day: one.decide_appeal(AppealOutcome.DISMISSED, day),
    "quash": lambda one, day: one.decide_appeal(AppealOutcome.QUASHED, day, "Allowed."),
    "end": lambda one, day: one.end_early(day, "Moved away."),
    "withdraw": lambda one, day: one.withdraw(day, "Served in error."),
    "renew": lambda one, _day: one.renewed(InterventionId(new_id()), one.facts),
}


def after_moves(one: Intervention, steps: list[tuple[str, int]]) -> Intervention:
    """Make every move that is possible, each some days after the one before."""
    day = TODAY
    for name, days in steps:
        day += days * DAY
        try:
            one = MOVES[name](one, day)
        except Refused:
            continue
    return one


steps = st.lists(st.tuples(st.sampled_from(list(MOVES)), st.integers(0, 30)), max_size=12)


def interventions(case: CaseId) -> st.SearchStrategy[Intervention]:
    """Any intervention of a case that can come about, issued by no agency on file."""

    def made(moves: list[tuple[str, int]], facts: KindFacts, key: UUID) -> Intervention:
        one = planned(id=InterventionId(key), case=case, facts=facts, target=key)
        reached = after_moves(one, moves)
        return replace(reached, id=InterventionId(key))

    words = st.text(min_size=1, max_size=30).filter(lambda found: bool(found.strip()))
    facts = st.builds(
        KindFacts,
        row=st.uuids(),
        name=words,
        short_name=words,
        family=st.sampled_from(Family),
        breach=st.text(max_size=30),
        review_every=st.none() | st.integers(1, 60),
        appeal_days=st.none() | st.integers(1, 60),
        one_off=st.booleans(),
    )
    return st.builds(made, steps, facts, st.uuids())

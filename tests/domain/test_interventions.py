"""Interventions: moves keep facts, clocks follow from dates, and the unusual is pointed out."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.ids import CaseId, InterventionId
from psg_desktop.domain.intervention_clocks import (
    Caution,
    Clock,
    Proposal,
    cautions,
    check,
    running,
)
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Appellant,
    Breach,
    InterventionState,
    ReviewHeld,
    Standing,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import Aim, Length, LengthUnit
from psg_desktop.domain.interventions import ENDED
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.text import TEXT_LIMIT
from tests.builders import TODAY
from tests.interventions import (
    DAY,
    MOVES,
    a_kind,
    after_moves,
    interventions,
    planned,
    served,
    steps,
)

CASE = CaseId(UUID(int=3))


@given(steps)
def test_that_any_sequence_of_legal_moves_keeps_what_an_ombudsman_would_ask_for(
    moves: list[tuple[str, int]],
) -> None:
    one = after_moves(planned(), moves)
    in_force = one.state in {InterventionState.IN_FORCE, InterventionState.ENDED_EARLY}
    if in_force or one.state is InterventionState.QUASHED:
        assert one.served_on is not None
        assert one.agency is not None
    assert (one.state in ENDED) == bool(one.ended and one.end_reason)
    assert [breach.on for breach in one.breaches] == sorted(breach.on for breach in one.breaches)
    if one.state is InterventionState.QUASHED:
        assert one.appeal is not None
        assert one.appeal.outcome is AppealOutcome.QUASHED
    if one.ended and one.expires and one.state is not InterventionState.QUASHED:
        assert one.ended <= one.expires


@given(interventions(CASE), st.integers(-40, 400))
def test_that_it_runs_until_its_last_day_and_not_a_day_longer(one: object, days: int) -> None:
    assert isinstance(one, type(planned()))
    day = TODAY + days * DAY
    if one.state is not InterventionState.IN_FORCE or one.facts.one_off or one.expires is None:
        return
    assert one.live(day) == (day <= one.expires)
    assert (one.standing(day) is Standing.EXPIRED) == (day > one.expires)
    left = one.days_left(day)
    assert (left is None) == (day > one.expires)
    assert left is None or left == (one.expires - day).days


@given(interventions(CASE), st.integers(0, 120))
def test_that_looking_at_it_later_changes_nothing_in_it(one: object, days: int) -> None:
    assert isinstance(one, type(planned()))
    before = repr(one)
    running(one, TODAY + days * DAY)
    one.standing(TODAY + days * DAY)
    assert repr(one) == before


@pytest.mark.parametrize("move", ["review", "breach", "appeal", "end", "renew", "quash"])
def test_that_what_is_only_planned_takes_no_move_but_serving_and_withdrawing(move: str) -> None:
    with pytest.raises(Refused):
        MOVES[move](planned(), TODAY)


@pytest.mark.parametrize(
    ("length", "first", "last"),
    [
        (Length(count=6, unit=LengthUnit.MONTHS), date(2026, 3, 1), date(2026, 8, 31)),
        (Length(count=6, unit=LengthUnit.MONTHS), date(2026, 8, 31), date(2027, 2, 28)),
        (Length(count=1, unit=LengthUnit.YEARS), date(2028, 2, 29), date(2029, 2, 28)),
        (Length(count=3, unit=LengthUnit.YEARS), date(2026, 2, 18), date(2029, 2, 17)),
        (Length(count=48, unit=LengthUnit.HOURS), date(2026, 12, 31), date(2027, 1, 2)),
        (Length(count=4, unit=LengthUnit.WEEKS), date(2026, 11, 1), date(2026, 11, 28)),
        (Length(count=1, unit=LengthUnit.DAYS), date(2026, 11, 1), date(2026, 11, 1)),
    ],
)
def test_that_a_length_ends_on_the_day_a_person_would_count(
    length: Length, first: date, last: date
) -> None:
    assert length.last_day(first) == last


@given(
    st.integers(1, 60), st.sampled_from(LengthUnit), st.dates(date(2000, 1, 1), date(2060, 1, 1))
)
def test_that_a_longer_length_never_ends_earlier(count: int, unit: LengthUnit, day: date) -> None:
    shorter, longer = Length(count=count, unit=unit), Length(count=count + 1, unit=unit)
    assert day <= shorter.last_day(day) <= longer.last_day(day)


def test_that_a_breach_waits_for_somebody_until_it_is_answered() -> None:
    one = served().breach(Breach(on=TODAY, evidence="Seen by two neighbours."))
    assert Clock.BREACH in {run.clock for run in running(one, TODAY + 200 * DAY)}
    answered = one.answer_breach(0, "Reported to the court")
    assert Clock.BREACH not in {run.clock for run in running(answered, TODAY)}
    with pytest.raises(Refused):
        one.answer_breach(0, "  ")
    with pytest.raises(Refused):
        one.answer_breach(1, "Reported")


def test_that_expiry_is_a_clock_for_28_days_and_a_renewed_one_waits_for_nobody() -> None:
    one = served()
    assert one.expires is not None
    near = one.expires - 28 * DAY
    assert Clock.EXPIRY in {run.clock for run in running(one, near)}
    assert Clock.EXPIRY not in {run.clock for run in running(one, near - DAY)}
    assert Clock.EXPIRY not in {run.clock for run in running(one, near, renewed=True)}
    assert Clock.EXPIRY not in {run.clock for run in running(one, one.expires + DAY)}


def test_that_a_review_follows_the_last_one_held_and_stops_with_the_last_day() -> None:
    one = served()
    assert one.next_review == TODAY + 28 * DAY
    reviewed = one.review(ReviewHeld(on=TODAY + 30 * DAY, outcome="Kept to it."))
    assert reviewed.next_review == TODAY + 58 * DAY
    late = reviewed.review(ReviewHeld(on=TODAY + 80 * DAY, outcome="Kept to it."))
    assert late.next_review is None


def test_that_an_appeal_is_open_for_its_days_then_waits_for_its_outcome() -> None:
    one = served()
    # The 21 days begin with the day it is served.
    assert one.appeal_until == TODAY + 20 * DAY
    assert Clock.APPEAL_OPEN in {run.clock for run in running(one, TODAY + 20 * DAY)}
    assert Clock.APPEAL_OPEN not in {run.clock for run in running(one, TODAY + 21 * DAY)}
    appealed = one.lodge_appeal(Appeal(lodged=TODAY, by=Appellant.RECIPIENT))
    assert Clock.APPEAL_PENDING in {run.clock for run in running(appealed, TODAY)}
    with pytest.raises(Refused):
        appealed.lodge_appeal(Appeal(lodged=TODAY, by=Appellant.RECIPIENT))
    quashed = appealed.decide_appeal(AppealOutcome.QUASHED, TODAY, "The court allowed it.")
    assert quashed.standing(TODAY) is Standing.QUASHED
    assert running(quashed, TODAY) == ()


def test_that_a_one_off_is_given_and_never_expires() -> None:
    one = served(facts=a_kind(one_off=True).facts(None), expires=None)
    assert one.standing(TODAY + 900 * DAY) is Standing.GIVEN
    assert a_kind(one_off=True).proposed_expiry(TODAY, None) is None


def test_that_a_breach_lies_within_the_time_it_ran() -> None:
    for day in (TODAY - DAY, TODAY + 91 * DAY):
        with pytest.raises(Refused):
            served().breach(Breach(on=day, evidence="Seen."))


def test_that_a_renewal_starts_clean_and_names_what_it_follows() -> None:
    before = replace(served(), conditions=("Not to enter Sluice Lane.",))
    before = before.breach(Breach(on=TODAY, evidence="Seen."))
    after = before.renewed(InterventionId(UUID(int=9)), a_kind().facts(None))
    assert (after.renews, after.conditions) == (before.id, before.conditions)
    assert (after.breaches, after.served_on, after.expires) == ((), None, None)


def test_that_children_get_their_own_length_and_review() -> None:
    kind = a_kind(
        usual=Length(count=2, unit=LengthUnit.YEARS),
        usual_under_18=Length(count=1, unit=LengthUnit.YEARS),
        review_every=None,
        review_every_under_18=365,
    )
    assert kind.proposed_expiry(date(2026, 1, 1), 17) == date(2026, 12, 31)
    assert kind.proposed_expiry(date(2026, 1, 1), 18) == date(2027, 12, 31)
    assert kind.proposed_expiry(date(2026, 1, 1), None) == date(2027, 12, 31)
    assert (kind.facts(17).review_every, kind.facts(18).review_every) == (365, None)


def proposal(**changes: object) -> Proposal:
    made = Proposal(
        kind=a_kind(), target_kind=TargetKind.PERSON, day=TODAY, age=30, earlier=frozenset({"cpw"})
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever a test names


@pytest.mark.parametrize(
    ("changed", "caution"),
    [
        ({"earlier": frozenset()}, Caution.STEP_MISSING),
        ({"age": None}, Caution.AGE_UNKNOWN),
        ({"age": 12, "kind": a_kind(age_is_law=False)}, Caution.AGE_BELOW_USUAL),
        ({"kind": a_kind(aim=Aim.PLACE)}, Caution.UNUSUAL_TARGET),
        ({"kind": a_kind(caveat="Check the days.")}, Caution.CHECK_FIRST),
        (
            {
                "kind": a_kind(longest=Length(count=48, unit=LengthUnit.HOURS)),
                "starts": TODAY,
                "expires": TODAY + timedelta(days=3),
            },
            Caution.TOO_LONG,
        ),
    ],
)
def test_that_what_is_unusual_is_pointed_out_and_not_refused(
    changed: dict[str, object], caution: Caution
) -> None:
    assert cautions(proposal()) == ()
    assert cautions(proposal(**changed)) == (caution,)
    check(proposal(**changed))


def test_that_only_the_law_refuses_an_age() -> None:
    with pytest.raises(Refused) as refusal:
        check(proposal(age=15))
    assert [one.problem for one in refusal.value.problems] == [Problem.TOO_YOUNG]
    check(proposal(age=16))
    check(proposal(age=15, target_kind=TargetKind.PLACE))


def test_that_a_power_not_commenced_cannot_be_used_on_any_day() -> None:
    coming = a_kind(commenced=False)
    assert not coming.in_force(TODAY)
    with pytest.raises(Refused):
        check(proposal(kind=coming))
    assert replace(coming, commenced=True, since=TODAY).in_force(TODAY)


def test_that_rows_of_one_power_overlap_only_on_shared_days() -> None:
    before, after = a_kind(until=TODAY - DAY), a_kind(since=TODAY)
    assert not before.overlaps(after)
    assert before.overlaps(a_kind(since=TODAY - DAY))
    assert not before.overlaps(a_kind(code="cpw"))
    assert not before.overlaps(a_kind(commenced=False))


def test_that_long_conditions_are_kept_whole_and_longer_ones_refused() -> None:
    assert len(planned(conditions=("x" * TEXT_LIMIT,)).conditions[0]) == TEXT_LIMIT
    with pytest.raises(Refused):
        planned(conditions=("x" * (TEXT_LIMIT + 1),))
    with pytest.raises(Refused):
        planned(conditions=(" ",))


def test_that_a_target_is_somebody_somewhere_or_a_described_area() -> None:
    for changes in (
        {"target": None},
        {"target_kind": TargetKind.AREA, "target": None},
        {"target_kind": TargetKind.AREA, "area": "Market Place"},
    ):
        with pytest.raises(Refused):
            planned(**changes)
    area = planned(target_kind=TargetKind.AREA, target=None, area="Market Place")
    assert area.area == "Market Place"

"""Meetings and agendas: their life, minutes that fill the meeting, order that loses nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.agendas import (
    FEWEST_MINUTES,
    AgendaItem,
    ItemKind,
    allot,
    moved,
    share,
    total,
)
from psg_desktop.domain.ids import AgencyId, AgendaItemId, AttendanceId, MeetingId
from psg_desktop.domain.meetings import (
    Attendance,
    Meeting,
    MeetingGroup,
    MeetingState,
    last_held,
    times_carried,
)
from psg_desktop.domain.refusals import Problem, Refused

NOW = datetime(2026, 12, 3, 10, 2, tzinfo=UTC)


def a_meeting(**facts: object) -> Meeting:
    plain = {"id": MeetingId(UUID(int=1)), "group": MeetingGroup.PSG, "on": date(2026, 12, 3)}
    return Meeting(**(plain | facts))


def items_of(minutes: list[tuple[int, bool]]) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            id=AgendaItemId(UUID(int=place + 1)),
            meeting=MeetingId(UUID(int=1)),
            kind=ItemKind.MATTERS_ARISING,
            position=place,
            minutes=each,
            pinned=pinned,
        )
        for place, (each, pinned) in enumerate(minutes)
    )


AGENDAS = st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=60).map(items_of)


@settings(deadline=None)
@given(
    AGENDAS, st.integers(1, 480), st.lists(st.integers(1, 20), min_size=60, max_size=60)
)  # fmt: skip
def test_that_the_minutes_of_any_agenda_fill_the_meeting(
    items: tuple[AgendaItem, ...], length: int, weights: list[int]
) -> None:
    shared = allot(items, length, weights[: len(items)])
    pinned = sum(one.minutes for one in items if one.pinned)
    free = [one for one in shared if not one.pinned]
    needed = pinned + FEWEST_MINUTES * len(free)
    if free:
        assert total(shared) == max(length, needed)
    assert all(one.minutes >= FEWEST_MINUTES for one in free)
    assert [one.minutes for one in shared if one.pinned] == [
        one.minutes for one in items if one.pinned
    ]


@settings(deadline=None)
@given(st.integers(2, 480), st.lists(st.integers(1, 20), min_size=1, max_size=60))
def test_that_a_heavier_item_never_gets_less(length: int, weights: list[int]) -> None:
    shared = share(length, weights)
    for weight, minutes in zip(weights, shared, strict=True):
        assert all(
            minutes >= other - 1
            for lighter, other in zip(weights, shared, strict=True)
            if lighter <= weight
        )


@settings(deadline=None)
@given(AGENDAS.filter(bool), st.data(), st.integers(-5, 80))
def test_that_moving_an_item_loses_none(
    items: tuple[AgendaItem, ...], data: st.DataObject, to: int
) -> None:
    one = data.draw(st.sampled_from(items))
    after = moved(items, one.id, to)
    assert {item.id for item in after} == {item.id for item in items}
    assert [item.position for item in after] == list(range(len(items)))
    assert after[max(0, min(to, len(items) - 1))].id == one.id
    others = [item.id for item in items if item.id != one.id]
    assert [item.id for item in after if item.id != one.id] == others


@settings(deadline=None)
@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=20),
)
def test_that_an_action_is_carried_once_for_each_meeting_after_it(
    agreed: date, held: list[date]
) -> None:
    until = date(2030, 1, 1)
    assert times_carried(agreed, until, held) == len({day for day in held if day > agreed})
    assert times_carried(agreed, agreed, held) == 0


def test_that_a_meeting_goes_from_planned_to_approved() -> None:
    sent = a_meeting().send_papers()
    held = sent.read_statement("The chair", NOW).hold()
    approved = held.approve(date(2026, 12, 17))
    assert approved.state is MeetingState.MINUTES_APPROVED
    assert approved.statement_read
    assert approved.held
    assert not approved.coming


@pytest.mark.parametrize("step", ["send_papers", "hold"])
def test_that_a_cancelled_meeting_stays_cancelled(step: str) -> None:
    cancelled = a_meeting().cancel("No quorum")
    with pytest.raises(Refused):
        getattr(cancelled, step)()


def test_that_a_meeting_is_cancelled_with_a_reason_only() -> None:
    with pytest.raises(Refused) as refused:
        a_meeting().cancel("  ")
    assert refused.value.problems[0].problem is Problem.REASON_MISSING


def test_that_a_held_meeting_cannot_be_moved() -> None:
    with pytest.raises(Refused):
        a_meeting().hold().move(date(2026, 12, 10), time(10))


def test_that_minutes_are_not_approved_before_the_meeting() -> None:
    with pytest.raises(Refused) as refused:
        a_meeting().hold().approve(date(2026, 12, 2))
    assert refused.value.problems[0].field == "approved_on"


@pytest.mark.parametrize(
    ("name", "value"), [("length", 0), ("length", 1441), ("papers_days", -1), ("referral_days", 61)]
)
def test_that_an_impossible_length_is_refused(name: str, value: int) -> None:
    with pytest.raises(Refused) as refused:
        a_meeting(**{name: value})
    assert refused.value.problems[0].field == name


def test_that_a_statement_is_read_by_somebody() -> None:
    with pytest.raises(Refused):
        a_meeting().read_statement(" ", NOW)


def test_that_one_person_of_one_agency_has_one_key() -> None:
    one = Attendance(
        id=AttendanceId(UUID(int=2)),
        meeting=MeetingId(UUID(int=1)),
        agency=AgencyId(UUID(int=3)),
        name="Łucja Brand",
    )
    assert one.key == replace(one, id=AttendanceId(UUID(int=9)), name="lucja  brand").key
    assert one.key != replace(one, agency=None).key


def test_that_the_last_meeting_is_the_last_one_held_of_the_same_group() -> None:
    first = a_meeting(on=date(2026, 11, 5)).hold()
    second = replace(first, on=date(2026, 11, 19))
    other = replace(first, group=MeetingGroup.CSP_BOARD, on=date(2026, 11, 26))
    planned = a_meeting(on=date(2026, 11, 27))
    found = last_held((second, first, other, planned), MeetingGroup.PSG, date(2026, 12, 3))
    assert found == second


def test_that_business_of_a_kind_needs_something_to_point_at() -> None:
    with pytest.raises(Refused) as refused:
        AgendaItem(
            id=AgendaItemId(UUID(int=1)), meeting=MeetingId(UUID(int=1)), kind=ItemKind.CLOSURE
        )
    assert refused.value.problems[0].field == "title"

"""The meetings of the sample: some held, the next ones planned, every four weeks on a Thursday."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID

from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState

_FOUR_WEEKS = timedelta(weeks=4)
_HELD, _COMING = 3, 8
_LAST = -1  # the last one held, counted from the next
_THURSDAY = 3


def next_thursday(today: date) -> date:
    """Give the day of the next PSG meeting."""
    return today + timedelta(days=(_THURSDAY - today.weekday()) % 7 or 7)


def last_held(today: date) -> date:
    """Give the day of the last PSG meeting."""
    return next_thursday(today) - _FOUR_WEEKS


def planned(new_id: Callable[[], UUID], today: date) -> Iterator[Meeting]:
    """Give the PSG's meetings around a day, and a Delivery Group meeting beside every third.

    The last PSG meeting before the day is given as still to be held: the sample tells it whole.
    """
    first = next_thursday(today)
    for number in range(-_HELD, _COMING):
        day = first + number * _FOUR_WEEKS
        yield _meeting(new_id, MeetingGroup.PSG, day, _state(number))
        if number % 3 == 1:
            yield _meeting(new_id, MeetingGroup.DELIVERY_GROUP, day, _state(number))


def _state(number: int) -> MeetingState:
    """Give how far a meeting has come, counted from the next one."""
    if number >= _LAST:
        return MeetingState.PLANNED
    return MeetingState.HELD if number == _LAST - 1 else MeetingState.MINUTES_APPROVED


def _meeting(
    new_id: Callable[[], UUID], group: MeetingGroup, day: date, state: MeetingState
) -> Meeting:
    of_group = group is MeetingGroup.PSG
    return Meeting(
        id=MeetingId(new_id()),
        group=group,
        on=day,
        starts=time(10) if of_group else time(14),
        length=120 if of_group else 90,
        place="Committee room 2, the Staithe House",
        chair="Morwenna Tallis" if of_group else "Ivo Pryor-Lane",
        state=state,
        approved_on=day + _FOUR_WEEKS if state is MeetingState.MINUTES_APPROVED else None,
    )

"""The meetings of the sample: some held, the next ones planned, every fortnight on a Thursday."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID

from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState

_FORTNIGHT = timedelta(days=14)
_HELD, _COMING = 3, 8
_THURSDAY = 3


def planned(new_id: Callable[[], UUID], today: date) -> Iterator[Meeting]:
    """Give the PSG's meetings around a day, and a Delivery Group meeting beside every third."""
    first = today + timedelta(days=(_THURSDAY - today.weekday()) % 7 or 7)
    for number in range(-_HELD, _COMING):
        day = first + number * _FORTNIGHT
        yield _meeting(new_id, MeetingGroup.PSG, day, held=number < 0)
        if number % 3 == 1:
            yield _meeting(new_id, MeetingGroup.DELIVERY_GROUP, day, held=number < 0)


def _meeting(new_id: Callable[[], UUID], group: MeetingGroup, day: date, *, held: bool) -> Meeting:
    of_group = group is MeetingGroup.PSG
    return Meeting(
        id=MeetingId(new_id()),
        group=group,
        on=day,
        starts=time(10) if of_group else time(14),
        length=120 if of_group else 90,
        place="Committee room 2, the Staithe House",
        chair="Morwenna Tallis" if of_group else "Ivo Pryor-Lane",
        state=MeetingState.HELD if held else MeetingState.PLANNED,
    )

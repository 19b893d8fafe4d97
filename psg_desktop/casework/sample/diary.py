"""The diary of the sample: what was recorded on which day, while the caseload went on.

Each entry is told with the sample's clock on its day, so that the trail says when it came to be.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_load
from psg_desktop.casework.sample import (
    analysis_stories,
    held_meeting,
    information_stories,
    link_stories,
    meeting_stories,
)
from psg_desktop.casework.sample.telling import Event
from psg_desktop.domain.cases import Case
from psg_desktop.domain.ids import CaseId, LeaveId
from psg_desktop.domain.leave import Leave

_DAY = timedelta(days=1)
_BASES_SET = (160, 60, 9)  # days ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was recorded on a day, when the clock on the wall said *at*, and how."""

    on: date
    tell: Callable[[Office], None]
    at: time = time(10, 30)

    @property
    def moment(self) -> datetime:
        """When it was recorded, in UTC."""
        return datetime.combine(self.on, self.at).astimezone(UTC)


def entries(lasting: Collection[CaseId], today: date) -> list[Entry]:
    """Give the entries in order of their days; those about cases choose among *lasting*."""
    return sorted(_entries(lasting, today), key=lambda one: one.moment)


def open_to_the_end(events: Iterable[Event]) -> frozenset[CaseId]:
    """Give the cases that events leave open: what is recorded of them stays true."""
    last = {
        record.id: record
        for event in events
        for record in event.records
        if isinstance(record, Case)
    }
    return frozenset(id_ for id_, case in last.items() if not case.closed)


def _entries(lasting: Collection[CaseId], today: date) -> Iterator[Entry]:
    for ago in _BASES_SET:
        yield Entry(on=today - ago * _DAY, tell=information_stories.set_bases)
    for ago, told in information_stories.TOLD:
        tell = partial(information_stories.disclose, told=told, lasting=lasting)
        yield Entry(on=today - ago * _DAY, tell=tell)
    analyse = partial(analysis_stories.analyse, lasting=lasting)
    yield Entry(on=today - analysis_stories.ANALYSED * _DAY, tell=analyse)
    yield Entry(on=today - analysis_stories.ASSESSED * _DAY, tell=analysis_stories.assess)
    yield Entry(on=today - 33 * _DAY, tell=partial(link_stories.tell, lasting=lasting))
    held = meeting_stories.last_held(today)
    yield Entry(on=held - 3 * _DAY, tell=partial(held_meeting.prepare, lasting=lasting))
    yield Entry(on=held, tell=held_meeting.begin, at=time(10, 2))
    yield Entry(on=held, tell=partial(held_meeting.hold, lasting=lasting), at=time(11, 55))
    yield Entry(on=held + _DAY, tell=held_meeting.send_sheet)
    yield Entry(on=today - 5 * _DAY, tell=_take_leave)


def _take_leave(office: Office) -> None:
    """Have the coordinator away from Monday to Friday of a week without a PSG meeting."""
    monday = meeting_stories.next_thursday(office.today()) + 11 * _DAY
    leave = Leave(
        id=LeaveId(office.new_id()), since=monday, until=monday + 4 * _DAY, words="Annual leave"
    )
    review_load.add_leave(office, leave)

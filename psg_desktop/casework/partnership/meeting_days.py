"""On which days the groups meet: what date boxes, reviews, packs and the first page go by."""

from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, MeetingState
from psg_desktop.store import older_vaults
from psg_desktop.store.queries import meetings


def days(office: Office, group: MeetingGroup = MeetingGroup.PSG) -> tuple[date, ...]:
    """Read the days of a group's meetings that were not cancelled, past and to come, in order."""
    with office.reading() as unit:
        return meetings.days(unit.reading, group)


def next_day(office: Office, group: MeetingGroup = MeetingGroup.PSG) -> date | None:
    """Read the day of a group's next meeting from today on, None where none is planned."""
    with office.reading() as unit:
        return meetings.next_day(unit.reading, group, office.today())


def carry_over(office: Office) -> None:
    """Make meetings of the dates that an older vault kept among its settings.

    Dates that have passed become meetings that were held, so that nothing asks for their papers.
    """
    with office.reading() as unit:
        if not older_vaults.meeting_dates(unit.reading):
            return
    with office.working(Act.SET_UP) as unit:
        for group, dates in older_vaults.meeting_dates(unit.reading).items():
            unit.meetings.put_all(_meeting(office, group, day) for day in sorted(set(dates)))
        older_vaults.forget_meeting_dates(unit)


def _meeting(office: Office, group: MeetingGroup, day: date) -> Meeting:
    past = day < office.today()
    return Meeting(
        id=MeetingId(office.new_id()),
        group=group,
        on=day,
        state=MeetingState.HELD if past else MeetingState.PLANNED,
    )

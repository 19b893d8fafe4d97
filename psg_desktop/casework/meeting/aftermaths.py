"""What a meeting leaves behind: actions agreed and carried, and who was not there."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from psg_desktop.casework.meeting.attendance import listed
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import Aftermath, CarriedAction, Missed
from psg_desktop.domain.meetings import (
    Attendance,
    Meeting,
    MeetingGroup,
    Presence,
    recorded,
    times_carried,
)
from psg_desktop.store.queries import agenda_lines, meetings
from psg_desktop.store.units import Unit
from psg_desktop.words.agendas import group_meeting


def of(office: Office, id_: MeetingId) -> Aftermath:
    """Read what a meeting leaves behind, as it stands now."""
    attendance = listed(office, id_)
    with office.reading() as unit:
        meeting = unit.meetings.get(id_)
        lines = agenda_lines.of_meeting(unit.reading, id_, office.today())
        agencies: dict[UUID, str] = {one.id: one.label for one in unit.agencies.all()}
        ids = [action for line in lines for action in line.item.actions]
        known = meetings.actions_by_id(unit.reading, set(ids), office.today())
        agreed = tuple(known[one] for one in ids if one in known)
        still = _own(unit, meeting, meetings.open_actions(unit.reading, office.today()))
        carried = _carried(unit, meeting, [row for row in still if row.id not in known])
        coming = [
            day for day in meetings.days(unit.reading, meeting.group) if day > meeting.on
        ]  # fmt: skip
    return Aftermath(
        meeting=meeting,
        lines=lines,
        attendance=attendance,
        agencies=agencies,
        agreed=agreed,
        carried=carried,
        missed=_missed(attendance, still, agencies),
        reviewed=sum(line.item.review is not None for line in lines),
        next_meeting=min(coming, default=None),
    )


def carried(office: Office, until: date, meeting: Meeting) -> tuple[CarriedAction, ...]:
    """Read the open actions and over how many meetings of a group each was carried by a day."""
    with office.reading() as unit:
        still = _own(unit, meeting, meetings.open_actions(unit.reading, office.today()))
        return _counted(unit, meeting, still, until)


def _own(unit: Unit, meeting: Meeting, rows: tuple[ActionRow, ...]) -> tuple[ActionRow, ...]:
    """Give the actions a group answers for: the PSG for all, those above for what they agreed.

    The groups above it see no plan of a case, which names people.
    """
    if meeting.group is MeetingGroup.PSG:
        return rows
    agreed = meetings.agreed_at(unit.reading, group_meeting(meeting.group))
    return tuple(row for row in rows if row.id in agreed)


def _carried(unit: Unit, meeting: Meeting, rows: Iterable[ActionRow]) -> tuple[CarriedAction, ...]:
    return _counted(unit, meeting, rows, meeting.on)


def _counted(
    unit: Unit, meeting: Meeting, rows: Iterable[ActionRow], until: date
) -> tuple[CarriedAction, ...]:
    held = [one.on for one in meetings.of_group(unit.reading, meeting.group) if one.held]
    agreed = meetings.agreed_on(unit.reading)
    return tuple(
        CarriedAction(
            action=row,
            times=times_carried(agreed[row.id], until, held) if row.id in agreed else 0,
        )
        for row in rows
    )


def _missed(
    attendance: tuple[Attendance, ...], still: tuple[ActionRow, ...], agencies: dict[UUID, str]
) -> tuple[Missed, ...]:
    """Give each agency of whom nobody was present and that has an open action.

    While nobody's attendance is recorded, nobody is missed.
    """
    if not recorded(attendance):
        return ()
    there = {one.agency for one in attendance if one.presence is Presence.PRESENT}
    found: dict[UUID, list[ActionRow]] = {}
    for row in still:
        if row.owner_id is not None and row.owner_id not in there:
            found.setdefault(row.owner_id, []).append(row)
    missed = [
        Missed(
            agency=agencies.get(agency, ""),
            people=tuple(one for one in attendance if one.agency == agency),
            actions=tuple(rows),
        )
        for agency, rows in found.items()
    ]
    return tuple(sorted(missed, key=lambda one: one.agency.casefold()))

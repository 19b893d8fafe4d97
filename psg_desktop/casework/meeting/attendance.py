"""Who is asked to a meeting, who came, who sent apologies, and in whose place somebody came."""

from dataclasses import replace

from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgencyId, AttendanceId, MeetingId
from psg_desktop.domain.meetings import Attendance, MeetingState, Presence
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.queries import meetings as meetings_query
from psg_desktop.store.units import Unit


def listed(office: Office, id_: MeetingId) -> tuple[Attendance, ...]:
    """Read everybody asked to a meeting, by agency and then by name."""
    with office.reading() as unit:
        names = {one.id: one.label for one in unit.agencies.all()}
        known = unit.attendances.where(meeting=id_)
    ordered = sorted(
        known,
        key=lambda one: (
            names.get(one.agency, "").casefold() if one.agency else "",
            one.name.casefold(),
        ),
    )
    return tuple(ordered)


def invite(office: Office, id_: MeetingId) -> int:
    """Ask everybody who was asked to the group's last meeting, and who must answer for actions.

    Without a meeting before, the first contact of each agency in use is asked. Says how many
    were added.
    """
    with office.working(Act.SAVE_ATTENDANCE) as unit:
        meeting = unit.meetings.get(id_)
        if not meeting.coming:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        known = {one.key for one in unit.attendances.where(meeting=id_)}
        last = meetings.before(unit, meeting)
        asked = unit.attendances.where(meeting=last.id) if last else ()
        usual = [one for one in asked if not one.substitute_for]
        found = [
            Attendance(id=AttendanceId(office.new_id()), meeting=id_, agency=agency, name=name)
            for agency, name in (
                *((one.agency, one.name) for one in usual),
                *_first_contacts(office, unit, {one.agency for one in usual}),
            )
        ]
        new = list({one.key: one for one in found if one.key not in known}.values())
        unit.attendances.put_all(new)
    return len(new)


def save(office: Office, one: Attendance) -> None:
    """Keep somebody new or changed; nobody stands twice for the same agency.

    Raises:
        Refused: They are on the list already, or the meeting was cancelled.
    """
    with office.working(Act.SAVE_ATTENDANCE) as unit:
        _put(unit, one)


def mark(office: Office, id_: AttendanceId, presence: Presence) -> None:
    """Say whether somebody came."""
    with office.working(Act.SAVE_ATTENDANCE) as unit:
        unit.attendances.put(replace(unit.attendances.get(id_), presence=presence))


def substitute(office: Office, id_: AttendanceId, name: str) -> None:
    """Say that somebody else came in the place of somebody who is marked as having sent apologies.

    Raises:
        Refused: The name is missing or on the list already.
    """
    with office.working(Act.SAVE_ATTENDANCE) as unit:
        absent = unit.attendances.get(id_)
        unit.attendances.put(replace(absent, presence=Presence.APOLOGY))
        _put(
            unit,
            Attendance(
                id=AttendanceId(office.new_id()),
                meeting=absent.meeting,
                agency=absent.agency,
                name=name,
                presence=Presence.PRESENT,
                substitute_for=absent.name,
            ),
        )


def remove(office: Office, id_: AttendanceId) -> None:
    """Take somebody off the list."""
    with office.working(Act.SAVE_ATTENDANCE) as unit:
        unit.attendances.remove(id_)


def _put(unit: Unit, one: Attendance) -> None:
    if unit.meetings.get(one.meeting).state is MeetingState.CANCELLED:
        raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
    others = unit.attendances.where(meeting=one.meeting)
    if any(other.key == one.key and other.id != one.id for other in others):
        raise refuse("name", Problem.ALREADY_THERE)
    unit.attendances.put(one)


def _first_contacts(
    office: Office, unit: Unit, there: set[AgencyId | None]
) -> list[tuple[AgencyId, str]]:
    """Give the first contact of each agency that owns an open action and is not asked yet.

    Where nobody is asked at all, of every agency in use.
    """
    owners = {row.owner_id for row in meetings_query.open_actions(unit.reading, office.today())}
    return [
        (agency.id, agency.contacts[0].name)
        for agency in unit.agencies.all()
        if agency.active
        and agency.contacts
        and agency.contacts[0].name.strip()
        and agency.id not in there
        and (agency.id in owners or not there)
    ]

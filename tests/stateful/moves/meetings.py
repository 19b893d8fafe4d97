"""Meetings: planned, put together, held in the room, minuted."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.meeting import agendas, attendance, meetings, rooms
from psg_desktop.casework.meeting.rooms import AgreedAction, Settlement
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import AgendaItemId, AttendanceId, MeetingId
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingGroup, MeetingState, Presence
from tests.stateful.choosing import NAMES, Choose
from tests.stateful.world import World, move

COMING = {MeetingState.PLANNED, MeetingState.PAPERS_SENT}


def any_meeting(world: World, choose: Choose, *states: MeetingState) -> Meeting:
    """Choose a meeting, mostly one in one of these states, or one that is to come."""
    wanted = states or COMING
    found: Meeting = choose.likely(world.all(RecordKind.MEETING), lambda one: one.state in wanted)
    return found


def any_item(world: World, choose: Choose) -> tuple[AgendaItem, Meeting]:
    item: AgendaItem = choose.one(world.all(RecordKind.AGENDA_ITEM))
    return item, meetings.get(world.office, item.meeting)


def taken(world: World, group: MeetingGroup) -> set[object]:
    """Give the days on which a group meets, as a plain look through all meetings finds them."""
    known = world.all(RecordKind.MEETING)
    live = (one for one in known if one.state is not MeetingState.CANCELLED)
    return {one.on for one in live if one.group is group}


@move("meetings", meetings.plan)
def plan_a_meeting(world: World, choose: Choose) -> None:
    group, on = choose.of(MeetingGroup), choose.day(world.today, -1, 40)
    meeting = Meeting(id=MeetingId(world.new_id()), group=group, on=on, length=90)
    world.legal(on >= world.today and on not in taken(world, group))
    meetings.plan(world.office, meeting)


@move("meetings", meetings.plan_days)
def plan_a_series(world: World, choose: Choose) -> None:
    group, first = choose.of(MeetingGroup), choose.day(world.today, 0, 20)
    days = [first + timedelta(days=28 * count) for count in range(choose.number(1, 3))]
    world.legal(set(days) - taken(world, group))
    meetings.plan_days(world.office, group, days)


@move("meetings", meetings.amend)
def amend_a_meeting(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose)
    on = choose.one((meeting.on, choose.day(world.today)))
    changed = replace(meeting, on=on, chair=choose.name(), length=choose.one((60, 90, 240)))
    moved = on != meeting.on
    free = on not in taken(world, meeting.group) - {meeting.on}
    possible = not moved or (meeting.state in COMING and on >= world.today)
    if meeting.state is not MeetingState.CANCELLED:
        world.legal(possible and free)
    meetings.amend(world.office, changed)


@move("meetings", meetings.move)
def move_a_meeting(world: World, choose: Choose) -> None:
    meeting, on = any_meeting(world, choose), choose.day(world.today)
    free = on == meeting.on or on not in taken(world, meeting.group)
    world.legal(meeting.state in COMING and on >= world.today and free)
    meetings.move(world.office, meeting.id, on)


@move("meetings", meetings.cancel)
def cancel_a_meeting(world: World, choose: Choose) -> None:
    meeting, reason = any_meeting(world, choose), choose.text()
    world.legal(meeting.state in COMING and reason.strip())
    meetings.cancel(world.office, meeting.id, reason)


@move("meetings", meetings.send_papers)
def send_the_papers(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose)
    world.legal(meeting.state is MeetingState.PLANNED)
    meetings.send_papers(world.office, meeting.id)


@move("meetings", meetings.approve_minutes)
def approve_the_minutes(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose, MeetingState.HELD)
    on = choose.likely([choose.day(world.today, -9, 1), world.today], lambda day: day >= meeting.on)
    possible = meeting.on <= on <= world.today
    world.legal(meeting.state is MeetingState.HELD and possible)
    meetings.approve_minutes(world.office, meeting.id, on)


@move("agenda", agendas.propose_agenda)
def put_together_an_agenda(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose)
    world.legal(meeting.state in COMING)
    agendas.propose_agenda(world.office, meeting.id)


@move("agenda", agendas.add_item)
def add_an_item(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose)
    case = choose.maybe([one.id for one in world.all(RecordKind.CASE)])
    item = AgendaItem(
        id=AgendaItemId(world.new_id()), meeting=meeting.id, kind=choose.of(ItemKind),
        case=case, title=choose.text(),
    )  # fmt: skip
    if meeting.state not in COMING:
        world.legal(permitted=False)
    agendas.add_item(world.office, item)


@move("agenda", agendas.amend_item, agendas.pin)
def amend_an_item(world: World, choose: Choose) -> None:
    item, meeting = any_item(world, choose)
    world.legal(meeting.state in COMING)
    if choose.flag():
        agendas.pin(world.office, item.id, choose.maybe((3, 12)))
    else:
        agendas.amend_item(world.office, replace(item, ask="Agree the plan.", title="The plan"))


@move("agenda", agendas.remove_item)
def remove_an_item(world: World, choose: Choose) -> None:
    item, meeting = any_item(world, choose)
    world.legal(meeting.state in COMING and item.state is ItemState.TO_COME)
    agendas.remove_item(world.office, item.id)


@move("agenda", agendas.move_item, agendas.share_out)
def move_an_item(world: World, choose: Choose) -> None:
    item, meeting = any_item(world, choose)
    world.legal(meeting.state in COMING)
    if choose.rarely():
        agendas.share_out(world.office, meeting.id)
    else:
        agendas.move_item(world.office, item.id, choose.number(0, 9))


@move("room", attendance.invite)
def invite(world: World, choose: Choose) -> None:
    meeting = any_meeting(world, choose)
    world.legal(meeting.state in COMING)
    attendance.invite(world.office, meeting.id)


@move("room", attendance.save)
def put_somebody_on_the_list(world: World, choose: Choose) -> None:
    meeting, name = any_meeting(world, choose), choose.one(NAMES)
    agency = choose.maybe([one.id for one in world.all(RecordKind.AGENCY)])
    known = {
        (one.agency, one.name)
        for one in world.all(RecordKind.ATTENDANCE)
        if one.meeting == meeting.id
    }
    made = Attendance(id=AttendanceId(world.new_id()), meeting=meeting.id, agency=agency, name=name)
    new = (agency, name) not in known
    world.legal(meeting.state is not MeetingState.CANCELLED and new)
    attendance.save(world.office, made)


@move("room", attendance.mark, attendance.substitute, attendance.remove)
def mark_who_came(world: World, choose: Choose) -> None:
    one = choose.one(world.all(RecordKind.ATTENDANCE))
    match choose.number(0, 3):
        case 0 | 1:
            attendance.mark(world.office, one.id, choose.of(Presence))
        case 2:
            attendance.substitute(world.office, one.id, choose.name())
        case _:
            attendance.remove(world.office, one.id)


@move("room", rooms.read_statement)
def read_the_statement(world: World, choose: Choose) -> None:
    meeting, by = any_meeting(world, choose), choose.name()
    if meeting.state is MeetingState.CANCELLED or not by:
        world.legal(permitted=False)
    rooms.read_statement(world.office, meeting.id, by)


@move("room", rooms.settle)
def settle_an_item(world: World, choose: Choose) -> None:
    item, meeting = any_item(world, choose)
    state = choose.one((ItemState.DONE, ItemState.DEFERRED))
    due = choose.maybe((choose.day(world.today),))
    settlement = Settlement(decision=choose.text(), next_review=due, state=state)
    if meeting.state is MeetingState.CANCELLED:
        world.legal(permitted=False)
    rooms.settle(world.office, item.id, settlement)


@move("room", rooms.agree_action)
def agree_an_action_in_the_room(world: World, choose: Choose) -> None:
    item, meeting = any_item(world, choose)
    known = world.all(RecordKind.CASE)
    agreed = AgreedAction(
        case=item.case or choose.maybe([one.id for one in known]),
        what=choose.text(),
        owner=choose.one(world.all(RecordKind.AGENCY)).id,
        officer=choose.name(),
        due=choose.maybe((choose.day(world.today),)),
    )
    closed = {one.id for one in known if one.closed}
    over = meeting.state in {MeetingState.CANCELLED, MeetingState.MINUTES_APPROVED}
    whole = agreed.case and agreed.what.strip() and agreed.officer and agreed.due
    world.legal(whole and not over and agreed.case not in closed)
    rooms.agree_action(world.office, item.id, agreed)


@move("room", rooms.keep_draft)
def leave_a_decision_half_written(world: World, choose: Choose) -> None:
    item, _meeting = any_item(world, choose)
    rooms.keep_draft(world.office, item.id, choose.text())


@move("room", rooms.end)
def end_a_meeting(world: World, choose: Choose) -> None:
    known: tuple[Meeting, ...] = world.all(RecordKind.MEETING)
    meeting = choose.likely(known, lambda one: one.coming and one.on <= world.today)
    world.legal(meeting.state in COMING and meeting.on <= world.today)
    rooms.end(world.office, meeting.id)

"""What a meeting leaves behind: items not reached or put off, counted truly and taken up again."""

from dataclasses import replace
from datetime import date

import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.meeting import aftermaths, agendas, attendance, meetings, minutes, rooms
from psg_desktop.casework.meeting.masking import Masking
from psg_desktop.casework.meeting.rooms import Settlement
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgendaItemId, AttendanceId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingGroup, MeetingState, Presence
from psg_desktop.words.agendas import what_became
from tests.builders import a_person, an_action
from tests.casework.meeting.test_meetings import a_due_case
from tests.fakes import FixedClock
from tests.offices import psg_meeting

NEXT = date(2026, 12, 31)


@pytest.fixture
def meeting(desk: Office) -> Meeting:
    """A PSG meeting twelve days off with a case, a matter of its own, and a meeting after it."""
    a_due_case(desk, 1)
    meetings.plan(desk, psg_meeting(desk, NEXT))
    first = next(
        line.meeting for line in meetings.calendar(desk, MeetingGroup.PSG) if line.meeting.coming
    )
    agendas.propose_agenda(desk, first.id)
    agendas.add_item(
        desk,
        AgendaItem(
            id=AgendaItemId(desk.new_id()), meeting=first.id, kind=ItemKind.OTHER_BUSINESS,
            title="The new bus shelter", ask="Agree who pays.",
        ),
    )  # fmt: skip
    return first


def titled(desk: Office, meeting: Meeting) -> list[AgendaItem]:
    return [line.item for line in agendas.lines(desk, meeting.id) if line.item.title]


def of_kind(desk: Office, meeting: Meeting, kind: ItemKind) -> AgendaLine:
    return next(one for one in agendas.lines(desk, meeting.id) if one.item.kind is kind)


def after(desk: Office) -> Meeting:
    return meetings.calendar(desk, MeetingGroup.PSG)[-1].meeting


def test_that_the_end_says_what_became_of_the_last_item(
    desk: Office, meeting: Meeting, clock: FixedClock
) -> None:
    clock.forward(days=12)
    review = of_kind(desk, meeting, ItemKind.REVIEW).item
    (shelter,) = titled(desk, meeting)
    rooms.settle(desk, review.id, Settlement(decision="Go on with the plan."))
    left = rooms.end(desk, meeting.id, {shelter.id: ItemState.DEFERRED})
    others = len(left.lines) - 2
    assert (left.settled, left.put_off, left.not_reached) == (1, 1, others)
    assert what_became(left) == f"1 item dealt with, 1 put off, {others} not reached"
    said = {one.heading: one.decision for one in minutes.paper(desk, meeting.id).items}
    assert said["Any other business: The new bus shelter"] == "Put off to the next meeting."
    undoing.undo_last(desk)
    assert meetings.get(desk, meeting.id).state is MeetingState.PLANNED
    assert agendas.item(desk, shelter.id).state is ItemState.TO_COME


def test_that_nothing_is_unreached_before_the_meeting(desk: Office, meeting: Meeting) -> None:
    assert aftermaths.of(desk, meeting.id).not_reached == 0


def test_that_what_was_put_off_comes_on_the_next_agenda_once(
    desk: Office, meeting: Meeting, clock: FixedClock
) -> None:
    clock.forward(days=12)
    (shelter,) = titled(desk, meeting)
    rooms.end(desk, meeting.id, {shelter.id: ItemState.DEFERRED})
    agendas.propose_agenda(desk, after(desk).id)
    (again,) = titled(desk, after(desk))
    assert (again.title, again.ask) == (shelter.title, shelter.ask)
    assert (again.state, again.decision) == (ItemState.TO_COME, "")
    again_on = [one.case.id for one in agendas.lines(desk, after(desk).id) if one.case]
    assert len(again_on) == 1
    assert agendas.propose_agenda(desk, after(desk).id) == 0


def test_that_what_was_dealt_with_stays_off_the_next_agenda(
    desk: Office, meeting: Meeting, clock: FixedClock
) -> None:
    clock.forward(days=12)
    (shelter,) = titled(desk, meeting)
    rooms.settle(desk, shelter.id, Settlement(decision="The council pays."))
    rooms.end(desk, meeting.id)
    agendas.propose_agenda(desk, after(desk).id)
    assert titled(desk, after(desk)) == []


def test_that_a_room_opened_early_proposes_a_review_after_its_day(
    desk: Office, meeting: Meeting, clock: FixedClock
) -> None:
    line = of_kind(desk, meeting, ItemKind.REVIEW)
    early = rooms.proposed_review(desk, line.item)
    clock.forward(days=12)
    assert early == rooms.proposed_review(desk, line.item)
    assert early is not None
    assert meeting.on < early <= NEXT


def test_that_a_case_with_an_interval_of_its_own_is_proposed_by_it(
    desk: Office, meeting: Meeting
) -> None:
    line = of_kind(desk, meeting, ItemKind.REVIEW)
    assert line.case is not None
    with desk.working(Act.AMEND_CASE) as unit:
        unit.cases.put(replace(unit.cases.get(line.case.id), review_every=7))
    assert rooms.proposed_review(desk, line.item) == date(2026, 12, 10)
    assert rooms.proposed_review(desk, titled(desk, meeting)[0]) is None


def test_that_an_agenda_counts_what_waits_to_be_agreed(desk: Office, meeting: Meeting) -> None:
    case = of_kind(desk, meeting, ItemKind.REVIEW).case
    assert case is not None
    with desk.working(Act.ADD_ACTION) as unit:
        for number, state in enumerate((ActionState.PROPOSED, ActionState.AGREED)):
            owner = unit.agencies.all()[0].id
            unit.actions.put(an_action(case=case.id, owner=owner, state=state, what=str(number)))
    assert of_kind(desk, meeting, ItemKind.REVIEW).proposed == 1
    assert of_kind(desk, meeting, ItemKind.APOLOGIES).proposed == 0


def test_that_masked_words_keep_one_placeholder_for_one_person(desk: Office) -> None:
    stranger = Masking(desk)
    assert "Ansel" not in stranger.masked("Visit Ansel Quorbleton")
    with desk.working(Act.OPEN_CASE) as unit:
        unit.people.put(a_person(full_name="Ansel Quorbleton"))
    assert "Ansel" not in stranger.masked("Visit Ansel Quorbleton")  # came in later
    masking = Masking(desk)
    first, second = masking.masked("Visit Ansel Quorbleton"), masking.masked("Visit Mr Quorbleton")
    assert first.startswith("Visit [Person ")
    assert first.split("[")[1] in second


def test_that_nobody_was_away_where_attendance_was_not_taken(
    desk: Office, meeting: Meeting, clock: FixedClock
) -> None:
    case = of_kind(desk, meeting, ItemKind.REVIEW).case
    assert case is not None
    with desk.working(Act.ADD_ACTION) as unit:
        owner = unit.agencies.all()[0].id
        unit.actions.put(an_action(case=case.id, owner=owner))
    asked = Attendance(id=AttendanceId(desk.new_id()), meeting=meeting.id, agency=owner, name="Ros")
    attendance.save(desk, asked)
    clock.forward(days=12)
    left = rooms.end(desk, meeting.id)
    assert [one.presence for one in left.attendance] == [Presence.INVITED]
    assert left.missed == ()


def test_that_an_escalation_is_put_to_the_group_above_and_answered_there(
    desk: Office, clock: FixedClock
) -> None:
    case = a_due_case(desk, 2)
    cases.escalate(desk, case.id, "Delivery Group", "Pay for a fence.")
    above = psg_meeting(desk, date(2026, 12, 3), MeetingGroup.DELIVERY_GROUP)
    meetings.plan(desk, above)
    agendas.propose_agenda(desk, above.id)
    asked = of_kind(desk, above, ItemKind.ESCALATION).item
    assert asked.ask == "Pay for a fence."
    assert rooms.awaits_answer(desk, asked)
    clock.forward(days=12)
    rooms.settle(desk, asked.id, Settlement(decision="The fence is paid for.", answers=True))
    with desk.reading() as unit:
        now = unit.cases.get(case.id)
    assert now.state is case.state
    assert now.escalations[-1].answer == "The fence is paid for."
    assert now.escalations[-1].answered_on == above.on
    assert not rooms.awaits_answer(desk, asked)
    undoing.undo_last(desk)
    assert rooms.awaits_answer(desk, asked)


def test_that_an_escalated_case_waits_on_while_the_psg_only_hears_of_it(desk: Office) -> None:
    case = a_due_case(desk, 2)
    cases.escalate(desk, case.id, "Delivery Group", "Pay for a fence.")
    ours = meetings.calendar(desk, MeetingGroup.PSG)[0].meeting
    agendas.propose_agenda(desk, ours.id)
    assert not rooms.awaits_answer(desk, of_kind(desk, ours, ItemKind.ESCALATION).item)


def test_that_the_group_above_is_not_handed_the_plans_of_cases(
    desk: Office, clock: FixedClock
) -> None:
    case = a_due_case(desk, 2, title="Quorbleton and his neighbours")
    cases.escalate(desk, case.id, "Delivery Group", "Pay for a fence.")
    with desk.reading() as unit:
        owner = unit.agencies.all()[0].id
    ours = an_action(case=case.id, owner=owner, what="Visit Ansel Quorbleton")
    theirs = an_action(
        case=case.id, owner=owner, what="Find the money",
        meeting="Delivery Group meeting Thu 1 Oct 2026",
    )  # fmt: skip
    with desk.working(Act.ADD_ACTION) as unit:
        unit.actions.put(ours, theirs)
    above = psg_meeting(desk, date(2026, 12, 3), MeetingGroup.DELIVERY_GROUP)
    meetings.plan(desk, above)
    agendas.propose_agenda(desk, above.id)
    here = [one.action.id for one in aftermaths.carried(desk, above.on, above)]
    assert here == [theirs.id]
    clock.forward(days=12)
    rooms.end(desk, above.id)
    said = minutes.paper(desk, above.id)
    assert [one.what for one in said.carried] == ["Find the money"]
    assert "Escalation: PSG-2026-002" in [one.heading for one in said.items]
    psg = aftermaths.of(desk, meetings.calendar(desk, MeetingGroup.PSG)[0].meeting.id)
    assert {one.action.id for one in psg.carried} == {ours.id, theirs.id}

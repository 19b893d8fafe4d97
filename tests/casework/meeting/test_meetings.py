"""Meetings worked with: planning, agendas, who comes, the room, the checks, and what is left."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.meeting import aftermaths, agendas, attendance, meetings, preflight, rooms
from psg_desktop.casework.meeting.rooms import AgreedAction, Settlement
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.referring import referrals
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agencies import Contact
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState, total
from psg_desktop.domain.cases import Case, CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import ClosureProposal
from psg_desktop.domain.ids import (
    AgencyId,
    AgendaItemId,
    AttendanceId,
    CaseId,
    ClosureProposalId,
    MeetingId,
    ReferralId,
)
from psg_desktop.domain.meetings import (
    Attendance,
    Meeting,
    MeetingGroup,
    MeetingState,
    Presence,
)
from psg_desktop.domain.preflight import Check
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_case, a_person, an_action
from tests.fakes import FixedClock
from tests.offices import psg_meeting

HELD_ON = date(2026, 12, 3)


def the_meeting(desk: Office) -> Meeting:
    """The one meeting the vault starts with."""
    (line,) = meetings.calendar(desk, MeetingGroup.PSG)
    return line.meeting


def a_due_case(desk: Office, number: int, **facts: object) -> Case:
    person = a_person()
    case = a_case(
        subject=person.id,
        reference=f"PSG-2026-{number:03}",
        kind=CaseKind.PERSON,
        review_due=date(2026, 12, 1),
        **facts,
    )
    with desk.working(Act.OPEN_CASE) as unit:
        unit.people.put(person)
        unit.cases.put(case)
    return case


def kinds(desk: Office, id_: MeetingId) -> list[ItemKind]:
    return [line.item.kind for line in agendas.lines(desk, id_)]


def agency(desk: Office, place: int = 0) -> AgencyId:
    with desk.reading() as unit:
        return unit.agencies.all()[place].id


def refused(problem: Problem, field: str, *args: object) -> None:
    with pytest.raises(Refused) as found:
        args[0](*args[1:])  # type: ignore[operator]
    assert (field, problem) in [(one.field, one.problem) for one in found.value.problems]


def test_that_a_group_meets_once_a_day(desk: Office) -> None:
    refused(Problem.ALREADY_THERE, "on", meetings.plan, desk, psg_meeting(desk, HELD_ON))
    meetings.plan(desk, psg_meeting(desk, HELD_ON, MeetingGroup.CSP_BOARD))
    assert meeting_days.days(desk, MeetingGroup.CSP_BOARD) == (HELD_ON,)
    past = psg_meeting(desk, date(2026, 11, 20))
    refused(Problem.DATE_IN_PAST, "on", meetings.plan, desk, past)


def test_that_a_cancelled_meeting_leaves_its_day_free(desk: Office) -> None:
    meetings.cancel(desk, the_meeting(desk).id, "Snow")
    assert meeting_days.next_day(desk) is None
    meetings.plan(desk, psg_meeting(desk, HELD_ON))
    assert meeting_days.next_day(desk) == HELD_ON


def test_that_a_meeting_is_moved_with_its_cut_offs(desk: Office) -> None:
    one = the_meeting(desk)
    assert meetings.cut_offs(one).papers == date(2026, 12, 2)
    assert meetings.cut_offs(one).referrals == date(2026, 12, 1)
    meetings.move(desk, one.id, date(2026, 12, 29), time(14))
    moved = meetings.get(desk, one.id)
    assert moved.starts == time(14)
    # Christmas, Boxing Day in lieu and the weekend lie between.
    assert meetings.cut_offs(moved).papers == date(2026, 12, 24)
    assert meeting_days.days(desk) == (date(2026, 12, 29),)


def test_that_a_series_takes_the_usual_facts_of_the_group(desk: Office) -> None:
    meetings.amend(desk, replace(the_meeting(desk), chair="M Tallis", starts=time(10)))
    days = [HELD_ON, date(2026, 12, 17), date(2027, 1, 7)]
    meetings.plan_days(desk, MeetingGroup.PSG, days)
    found = [line.meeting for line in meetings.calendar(desk, MeetingGroup.PSG)]
    assert [one.on for one in found] == days
    assert {one.chair for one in found} == {"M Tallis"}
    refused(Problem.ALREADY_THERE, "first", meetings.plan_days, desk, MeetingGroup.PSG, days)


def test_that_dates_of_an_older_vault_become_meetings(desk: Office) -> None:
    with desk.working(Act.SET_UP) as unit:
        unit.reading.connection.exec_driver_sql(
            'UPDATE partnership SET meetings = \'["2026-11-05", "2026-12-17"]\','
            " pack_meetings = '[\"2027-01-14\"]'"
        )
    meeting_days.carry_over(desk)
    meeting_days.carry_over(desk)
    assert meeting_days.days(desk) == (date(2026, 11, 5), HELD_ON, date(2026, 12, 17))
    assert meeting_days.next_day(desk, MeetingGroup.DELIVERY_GROUP) == date(2027, 1, 14)
    first = meetings.calendar(desk, MeetingGroup.PSG)[0].meeting
    assert first.state is MeetingState.HELD


def test_that_the_agenda_holds_what_is_due_highest_risk_first(desk: Office) -> None:
    low = a_due_case(desk, 1, risk=RiskLevel.STANDARD)
    high = a_due_case(desk, 2, risk=RiskLevel.HIGH)
    a_due_case(desk, 3)
    later = a_due_case(desk, 4)
    with desk.working(Act.AMEND_CASE) as unit:
        unit.cases.put(replace(later, review_due=date(2026, 12, 4)))
    one = the_meeting(desk)
    assert agendas.propose_agenda(desk, one.id) == 8
    lines = agendas.lines(desk, one.id)
    assert kinds(desk, one.id) == [
        ItemKind.APOLOGIES,
        ItemKind.LAST_MINUTES,
        ItemKind.MATTERS_ARISING,
        *[ItemKind.REVIEW] * 3,
        ItemKind.OTHER_BUSINESS,
        ItemKind.NEXT_DATE,
    ]
    assert next(line.case.id for line in lines if line.case) == high.id
    assert [line.case.id for line in lines if line.case][-1] == low.id
    assert total([line.item for line in lines]) == one.length
    assert agendas.propose_agenda(desk, one.id) == 0


def test_that_an_undecided_referral_comes_on_the_agenda(desk: Office) -> None:
    referral = Referral(
        id=ReferralId(uuid4()),
        reference="R-2026-001",
        received_on=desk.today(),
        kind=CaseKind.PLACE,
        name="The boathouse",
        problem="Fires at night",
    )
    referrals.receive(desk, referral)
    one = the_meeting(desk)
    agendas.propose_agenda(desk, one.id)
    (line,) = [found for found in agendas.lines(desk, one.id) if found.reference]
    assert line.item.kind is ItemKind.NEW_REFERRAL
    assert (line.reference, line.about) == ("R-2026-001", "The boathouse")


def test_that_a_proposed_closing_comes_on_the_agenda_with_its_summary(desk: Office) -> None:
    case = a_due_case(desk, 1)
    with desk.working(Act.SET_UP) as unit:
        unit.closure_proposals.put(
            ClosureProposal(
                id=ClosureProposalId(uuid4()),
                case=case.id,
                reason="resolved",
                summary="Quiet since June.",
                proposed_on=desk.today(),
                proposed_by="The coordinator",
            )
        )
    one = the_meeting(desk)
    agendas.propose_agenda(desk, one.id)
    (line,) = [found for found in agendas.lines(desk, one.id) if found.case]
    assert (line.item.kind, line.item.ask) == (ItemKind.CLOSURE, "Quiet since June.")


def test_that_a_pinned_item_keeps_its_minutes(desk: Office) -> None:
    one = the_meeting(desk)
    agendas.propose_agenda(desk, one.id)
    item = agendas.lines(desk, one.id)[2].item
    agendas.pin(desk, item.id, 33)
    lines = agendas.lines(desk, one.id)
    assert lines[2].item.minutes == 33
    assert total([line.item for line in lines]) == one.length
    added = AgendaItem(
        id=AgendaItemId(uuid4()),
        meeting=one.id,
        kind=ItemKind.OTHER_BUSINESS,
        title="The new car park",
    )
    agendas.add_item(desk, added)
    lines = agendas.lines(desk, one.id)
    assert lines[2].item.minutes == 33
    assert total([line.item for line in lines]) == one.length
    agendas.move_item(desk, added.id, 0)
    assert agendas.lines(desk, one.id)[0].item.id == added.id
    agendas.remove_item(desk, added.id)
    assert total([line.item for line in agendas.lines(desk, one.id)]) == one.length
    undoing.undo_last(desk)
    assert agendas.lines(desk, one.id)[0].item.id == added.id


def test_that_a_held_meeting_takes_no_further_item(desk: Office, clock: FixedClock) -> None:
    one = the_meeting(desk)
    clock.forward(days=12)
    rooms.end(desk, one.id)
    refused(Problem.MOVE_NOT_POSSIBLE, "state", agendas.propose_agenda, desk, one.id)


def asked(desk: Office, name: str, presence: Presence = Presence.INVITED) -> Attendance:
    return Attendance(
        id=AttendanceId(uuid4()),
        meeting=the_meeting(desk).id,
        agency=agency(desk),
        name=name,
        presence=presence,
    )


def test_that_nobody_stands_twice_for_one_agency(desk: Office) -> None:
    attendance.save(desk, asked(desk, "Ros Amery"))
    refused(Problem.ALREADY_THERE, "name", attendance.save, desk, asked(desk, "ros  amery"))
    assert len(attendance.listed(desk, the_meeting(desk).id)) == 1


def test_that_a_substitute_stands_beside_who_is_away(desk: Office) -> None:
    one = asked(desk, "Ros Amery")
    attendance.save(desk, one)
    attendance.substitute(desk, one.id, "Kit Farrow")
    away, there = sorted(attendance.listed(desk, one.meeting), key=lambda each: each.presence)
    assert (away.presence, there.presence) == (Presence.APOLOGY, Presence.PRESENT)
    assert there.substitute_for == "Ros Amery"
    undoing.undo_last(desk)
    assert attendance.listed(desk, one.meeting) == (one,)


def test_that_first_contacts_are_asked_where_nobody_was_before(desk: Office) -> None:
    with desk.working(Act.SAVE_AGENCY) as unit:
        first = unit.agencies.all()[0]
        unit.agencies.put(replace(first, contacts=(Contact(name="Ros Amery"),)))
    assert attendance.invite(desk, the_meeting(desk).id) == 1
    assert attendance.invite(desk, the_meeting(desk).id) == 0


def in_room(desk: Office, clock: FixedClock) -> tuple[Case, AgendaItem]:
    """A case on the agenda, on the day of the meeting."""
    case = a_due_case(desk, 1, risk=RiskLevel.HIGH)
    agendas.propose_agenda(desk, the_meeting(desk).id)
    clock.forward(days=12)
    (line,) = [one for one in agendas.lines(desk, the_meeting(desk).id) if one.case]
    return case, line.item


def test_that_a_settled_item_records_the_review_once(desk: Office, clock: FixedClock) -> None:
    case, item = in_room(desk, clock)
    rooms.keep_draft(desk, item.id, "Keep goi")
    settled = Settlement(decision="Keep going", next_review=date(2026, 12, 17))
    rooms.settle(desk, item.id, settled)
    rooms.settle(desk, item.id, replace(settled, decision="Keep going, and write to them"))
    with desk.reading() as unit:
        (review,) = unit.reviews.where(case=case.id)
        assert unit.cases.get(case.id).review_due == date(2026, 12, 17)
        kept = unit.agenda_items.get(item.id)
    assert review.decision == "Keep going, and write to them"
    assert review.meeting == "PSG meeting Thu 3 Dec 2026"
    assert (kept.state, kept.review) == (ItemState.DONE, review.id)
    assert rooms.draft(desk, item.id) is None


def test_that_a_review_without_a_decision_is_refused(desk: Office, clock: FixedClock) -> None:
    _, item = in_room(desk, clock)
    settled = Settlement(next_review=date(2026, 12, 17))
    refused(Problem.DECISION_MISSING, "decision", rooms.settle, desk, item.id, settled)
    rooms.settle(desk, item.id, Settlement(state=ItemState.DEFERRED))


def test_that_an_action_without_owner_officer_and_date_is_none(
    desk: Office, clock: FixedClock
) -> None:
    case, item = in_room(desk, clock)
    bare = AgreedAction(case=None, what=" ")
    with pytest.raises(Refused) as found:
        rooms.agree_action(desk, item.id, bare)
    assert {one.field for one in found.value.problems} == {
        "case",
        "what",
        "owner",
        "officer",
        "due",
    }
    whole = AgreedAction(
        case=case.id,
        what="Fit a gate",
        owner=agency(desk),
        officer="R Amery",
        due=date(2026, 12, 10),
    )
    made = rooms.agree_action(desk, item.id, whole)
    kept = actions.get(desk, made)
    assert (kept.open, kept.agreed_on, kept.meeting) == (
        True,
        HELD_ON,
        "PSG meeting Thu 3 Dec 2026",
    )
    assert [row.id for row in aftermaths.of(desk, item.meeting).agreed] == [made]
    undoing.undo_last(desk)
    assert aftermaths.of(desk, item.meeting).agreed == ()


def test_that_the_end_says_who_missed_their_actions(desk: Office, clock: FixedClock) -> None:
    case, _ = in_room(desk, clock)
    meeting = the_meeting(desk)
    rooms.read_statement(desk, meeting.id, "The chair")
    attendance.save(desk, asked(desk, "Ros Amery"))
    attendance.save(desk, replace(asked(desk, "Guest"), agency=None, presence=Presence.PRESENT))
    earlier = an_action(
        case=case.id, owner=agency(desk), due=date(2026, 12, 1), agreed_on=date(2026, 11, 1)
    )
    with desk.working(Act.SET_UP) as unit:
        unit.actions.put(earlier)
        for day in (date(2026, 11, 5), date(2026, 11, 19)):
            unit.meetings.put(psg_meeting(desk, day, state=MeetingState.HELD))
    left = rooms.end(desk, meeting.id)
    assert left.meeting.state is MeetingState.HELD
    assert left.meeting.statement_by == "The chair"
    presence = {one.name: one.presence for one in left.attendance}
    assert presence == {"Ros Amery": Presence.ABSENT, "Guest": Presence.PRESENT}
    (missed,) = left.missed
    assert [row.id for row in missed.actions] == [earlier.id]
    (carried,) = left.carried
    assert carried.times == 3
    undoing.undo_last(desk)
    assert meetings.get(desk, meeting.id).coming


def test_that_a_meeting_is_not_ended_before_its_day(desk: Office) -> None:
    refused(Problem.MEETING_TO_COME, "on", rooms.end, desk, the_meeting(desk).id)


def found_checks(desk: Office) -> set[Check]:
    return {line.check for line in preflight.checks(desk, the_meeting(desk).id, desk.now())}


def test_that_a_bare_meeting_is_told_what_it_lacks(desk: Office) -> None:
    assert found_checks(desk) == {
        Check.AGENDA_EMPTY,
        Check.CHAIR_MISSING,
        Check.START_MISSING,
        Check.PLACE_MISSING,
        Check.STATEMENT_MISSING,
        Check.NOBODY_INVITED,
    }
    old = desk.now() - timedelta(days=8)
    late = preflight.checks(desk, the_meeting(desk).id, old)
    assert late[-1].check is Check.BACKUP_OLD


def test_that_a_case_on_the_agenda_is_told_what_it_lacks(desk: Office) -> None:
    case = a_due_case(desk, 1, opened=date(2026, 9, 1), focus_areas=())
    with desk.working(Act.SET_UP) as unit:
        unit.cases.put(replace(unit.cases.get(case.id), problem=""))
        unit.actions.put(an_action(case=case.id, owner=agency(desk), due=date(2026, 11, 1)))
        unit.meetings.put(psg_meeting(desk, date(2026, 11, 19), state=MeetingState.HELD))
    last = max(meetings.calendar(desk, MeetingGroup.PSG), key=lambda line: line.meeting.on)
    agendas.propose_agenda(desk, last.meeting.id)
    found = {line.check for line in preflight.checks(desk, last.meeting.id, desk.now())}
    assert found >= {
        Check.LAST_MINUTES,
        Check.NO_RISK,
        Check.NO_LEAD,
        Check.NO_FOCUS_AREA,
        Check.NO_PROBLEM,
        Check.ACTION_OVERDUE,
        Check.CASE_QUIET,
    }


def test_that_a_case_twice_on_the_agenda_is_told(desk: Office) -> None:
    case = a_due_case(desk, 1)
    one = the_meeting(desk)
    agendas.propose_agenda(desk, one.id)
    for kind in (ItemKind.CLOSURE, ItemKind.ESCALATION):
        agendas.add_item(
            desk,
            AgendaItem(id=AgendaItemId(uuid4()), meeting=one.id, kind=kind, case=CaseId(case.id)),
        )
    found = found_checks(desk)
    assert {
        Check.DUPLICATE_ITEM,
        Check.CLOSURE_WITHOUT_SUMMARY,
        Check.ESCALATION_WITHOUT_ASK,
    } <= found


@pytest.mark.parametrize("kind", ItemKind)
def test_that_an_agenda_is_put_together_around_any_item_with_a_title_of_its_own(
    desk: Office, kind: ItemKind
) -> None:
    one = the_meeting(desk)
    item = AgendaItem(id=AgendaItemId(uuid4()), meeting=one.id, kind=kind, title="The bench")
    agendas.add_item(desk, item)
    agendas.propose_agenda(desk, one.id)
    assert agendas.propose_agenda(desk, one.id) == 0

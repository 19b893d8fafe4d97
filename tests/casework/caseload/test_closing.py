"""Closing, and after, on a real encrypted file."""

from datetime import date, timedelta
from typing import Any

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, closing
from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, identities
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agendas import ItemKind
from psg_desktop.domain.cases import Case
from psg_desktop.domain.closing import (
    ClosureProposal,
    HoldCheck,
    HoldResult,
    Objection,
    ProposalState,
)
from psg_desktop.domain.ids import ClosureProposalId, HoldCheckId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, a_closure, new_id
from tests.casework.caseload.test_cases import kept, opened
from tests.fakes import FixedClock

DAY = timedelta(days=1)


def propose(office: Office, case: Case, **facts: Any) -> ClosureProposal:
    known: dict[str, Any] = {
        "proposed_on": office.today(),
        "proposed_by": "Ilse Sedgeway",
        "reason": "resolved",
    }
    made = ClosureProposal(id=ClosureProposalId(new_id()), case=case.id, **(known | facts))
    closing.propose(office, made)
    return made


def object_to(office: Office, proposal: ClosureProposal) -> None:
    agency = agencies.choices(office)[0].id
    made = Objection(agency=agency, text="The landlord waits for court.", on=office.today())
    closing.object_to(office, proposal.id, made)


def check(office: Office, case: Case, **facts: Any) -> None:
    known: dict[str, Any] = {
        "result": HoldResult.HELD,
        "answered_on": office.today(),
        "closed_on": kept(office, case).closures[-1].on,
        "asked_by": "Ilse Sedgeway",
    }
    made = HoldCheck(id=HoldCheckId(new_id()), case=case.id, **(known | facts))
    closing.answer_hold(office, made)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


def in_view(office: Office) -> list[str]:
    asked = CaseFilter(view=CaseView.CLOSURES_PROPOSED)
    return [row.reference for row in lists.cases(office, asked, CaseOrder(), slice(0, 9)).rows]


def test_that_a_proposed_closure_shows_until_it_is_agreed(desk: Office) -> None:
    case = opened(desk)
    proposal = propose(desk, case)
    assert in_view(desk) == [case.reference]
    assert closing.proposed(desk) == (proposal,)
    cases.close(desk, case.id, a_closure())
    assert in_view(desk) == []
    assert closing.proposed(desk) == ()
    (settled,) = closing.of_case(desk, case.id)
    assert (settled.state, settled.settled_by) == (ProposalState.AGREED, desk.who)
    undoing.undo_last(desk)
    assert closing.proposed(desk) == (proposal,)
    assert not kept(desk, case).closed


def test_that_an_objection_keeps_the_case_open_until_a_meeting_agrees(desk: Office) -> None:
    case = opened(desk)
    object_to(desk, propose(desk, case))
    with pytest.raises(Refused) as refused:
        cases.close(desk, case.id, a_closure())
    assert problems(refused) == {("meeting", Problem.OBJECTION_STANDS)}
    assert not kept(desk, case).closed
    assert in_view(desk) == [case.reference]
    cases.close(desk, case.id, a_closure(), closing.Agreement(meeting="PSG meeting"))
    assert kept(desk, case).closed
    (settled,) = closing.of_case(desk, case.id)
    assert settled.settled_by == "PSG meeting"


def test_that_only_one_proposal_waits_and_a_withdrawn_one_makes_room(desk: Office) -> None:
    case = opened(desk)
    first = propose(desk, case)
    with pytest.raises(Refused) as refused:
        propose(desk, case)
    assert problems(refused) == {("", Problem.ALREADY_THERE)}
    closing.withdraw(desk, first.id)
    assert closing.waiting(desk, case.id) is None
    propose(desk, case)
    with pytest.raises(Refused):
        object_to(desk, first)


def test_that_a_proposal_is_refused_with_every_problem_by_its_field(desk: Office) -> None:
    case = opened(desk)
    with pytest.raises(Refused) as refused:
        propose(desk, case, reason="bored", proposed_on=desk.today() + DAY)
    assert problems(refused) == {
        ("reason", Problem.REASON_NOT_ON_LIST),
        ("proposed_on", Problem.DATE_IN_FUTURE),
    }
    cases.close(desk, case.id, a_closure())
    with pytest.raises(Refused) as refused:
        propose(desk, case)
    assert problems(refused) == {("case", Problem.CASE_IS_CLOSED)}


def test_that_proposing_and_objecting_can_be_undone(desk: Office) -> None:
    case = opened(desk)
    object_to(desk, propose(desk, case))
    undoing.undo_last(desk)
    (back,) = closing.of_case(desk, case.id)
    assert back.state is ProposalState.OPEN
    undoing.undo_last(desk)
    assert closing.of_case(desk, case.id) == ()


def test_that_a_closing_says_who_was_told_and_lists_attempts_where_asked(desk: Office) -> None:
    case = opened(desk)
    silent = a_closure(told=" ", reason="no_contact")
    with pytest.raises(Refused) as refused:
        cases.close(desk, case.id, silent)
    assert problems(refused) == {
        ("told", Problem.TOLD_MISSING),
        ("attempts", Problem.ATTEMPTS_MISSING),
    }
    tried = a_closure(reason="no_contact", attempts="Called on 3, 5 and 9 November; a letter.")
    cases.close(desk, case.id, tried)
    assert kept(desk, case).closures[-1].attempts.startswith("Called")


def test_that_a_closing_asks_once_whether_it_held(desk: Office, clock: FixedClock) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure(review_after=TODAY + 90 * DAY))
    clock.forward(days=89)
    assert closing.hold_questions(desk) == ()
    clock.forward(days=1)
    (asked,) = closing.hold_questions(desk)
    assert (asked.case.id, asked.closed_on) == (case.id, TODAY)
    check(desk, case)
    assert closing.hold_questions(desk) == ()
    with pytest.raises(Refused) as refused:
        check(desk, case)
    assert problems(refused) == {("", Problem.ALREADY_THERE)}
    clock.forward(days=400)
    assert closing.hold_questions(desk) == ()
    undoing.undo_last(desk)
    assert len(closing.hold_questions(desk)) == 1


def test_that_a_dismissed_question_is_not_asked_again(desk: Office, clock: FixedClock) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure(review_after=TODAY))
    check(desk, case, result=HoldResult.NOT_ASKED, asked_by="")
    clock.forward(days=30)
    assert closing.hold_questions(desk) == ()


def test_that_a_reopened_case_asks_only_about_its_later_closing(
    desk: Office, clock: FixedClock
) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure(review_after=TODAY))
    check(desk, case, result=HoldResult.DID_NOT_HOLD, finding="Calls again since Sunday.")
    cases.reopen(desk, case.id, "It did not hold.")
    assert closing.hold_questions(desk) == ()
    clock.forward(days=10)
    later = desk.today()
    cases.close(desk, case.id, a_closure(on=later, review_after=later))
    (asked,) = closing.hold_questions(desk)
    assert asked.closed_on == later


def test_that_an_answer_about_no_closing_or_of_tomorrow_is_refused(desk: Office) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure())
    with pytest.raises(Refused) as refused:
        check(desk, case, closed_on=date(2026, 1, 1), answered_on=desk.today() + DAY)
    assert problems(refused) == {
        ("", Problem.NOT_FOUND),
        ("answered_on", Problem.DATE_IN_FUTURE),
    }


def test_that_who_proposed_and_who_asked_are_known_to_the_finder(desk: Office) -> None:
    case = opened(desk)
    propose(desk, case, proposed_by="Marguerite Osierbed")
    cases.close(desk, case.id, a_closure())
    check(desk, case, asked_by="Tobit Fenwright")
    with desk.reading() as unit:
        named = {one.text for one in identities.everyone(unit)}
    assert {"Marguerite Osierbed", "Tobit Fenwright"} <= named


def test_that_a_proposed_closure_is_on_the_agenda_once(desk: Office) -> None:
    due, other = opened(desk), opened(desk)
    cases.set_review(desk, due.id, desk.today())
    propose(desk, due)
    propose(desk, other)
    meeting = meetings.calendar(desk, MeetingGroup.PSG)[0].meeting
    agendas.propose_agenda(desk, meeting.id)
    listed = [line.item for line in agendas.lines(desk, meeting.id)]
    found = [(one.kind, one.case) for one in listed if one.case]
    assert sorted(found) == sorted([(ItemKind.CLOSURE, due.id), (ItemKind.CLOSURE, other.id)])

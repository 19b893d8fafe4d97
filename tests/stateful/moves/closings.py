"""Closing a case: proposed, objected to, withdrawn, agreed, and asked about afterwards."""

from datetime import timedelta

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.caseload.closing import Agreement
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import Case, Closure
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.closing import (
    ClosureProposal,
    HoldCheck,
    HoldResult,
    Objection,
    ProposalState,
)
from psg_desktop.domain.ids import ClosureProposalId, HoldCheckId
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move

WAITING = {ProposalState.OPEN, ProposalState.OBJECTED}


def waiting_for(world: World, case: Case) -> ClosureProposal | None:
    """Give the proposal that waits, as a plain look through all of them finds it."""
    found = [
        one
        for one in world.all(RecordKind.CLOSURE_PROPOSAL)
        if one.case == case.id and one.state in WAITING
    ]
    assert len(found) <= 1
    return found[0] if found else None


@move("case", closing.propose)
def propose_to_close(world: World, choose: Choose) -> None:
    case, on = any_case(world, choose), choose.day(world.today, -20, 1)
    proposal = ClosureProposal(
        id=ClosureProposalId(world.new_id()),
        case=case.id,
        reason="resolved",
        proposed_on=on,
        proposed_by=choose.name(),
    )
    possible = case.opened <= on <= world.today
    world.legal(not case.closed and waiting_for(world, case) is None and possible)
    closing.propose(world.office, proposal)


@move("case", closing.object_to)
def object_to_closing(world: World, choose: Choose) -> None:
    proposal = choose.likely(world.all(RecordKind.CLOSURE_PROPOSAL), lambda one: one.live)
    agency = choose.one(world.all(RecordKind.AGENCY)).id
    on = choose.day(world.today, -3, 1)
    objection = Objection(agency=agency, text=choose.text(), on=on)
    possible = proposal.proposed_on <= on <= world.today
    world.legal(proposal.state in WAITING and possible)
    closing.object_to(world.office, proposal.id, objection)


@move("case", closing.withdraw)
def withdraw_a_proposal(world: World, choose: Choose) -> None:
    proposal = choose.likely(world.all(RecordKind.CLOSURE_PROPOSAL), lambda one: one.live)
    world.legal(proposal.state in WAITING)
    closing.withdraw(world.office, proposal.id)


@move("case", closing.close)
def close_a_case(world: World, choose: Choose) -> None:
    case, on = any_case(world, choose), choose.day(world.today, -5, 1)
    reasons = {one.code: one for one in settings.closure_reasons(world.office)}
    reason = reasons[choose.one(sorted(reasons))]
    closure = Closure(
        reason=reason.code,
        summary=choose.text(),
        told=choose.text(),
        on=on,
        receiving_group=choose.one(("", "MARAC")),
        attempts=choose.one(("", "Two visits, one letter.")),
        review_after=choose.maybe((on + timedelta(days=90),)),
    )
    meeting = choose.one(("", "PSG of 3 December"))
    waiting = waiting_for(world, case)
    objected = waiting is not None and waiting.state is ProposalState.OBJECTED
    said = closure.summary.strip() and closure.told.strip()
    named = closure.receiving_group or not reason.needs_group
    tried = closure.attempts or not closing.needs_attempts(reason.code)
    whole = said and named and tried and reason.in_force(on)
    agreed = not objected or meeting
    world.legal(not case.closed and case.opened <= on <= world.today and whole and agreed)
    closing.close(world.office, case.id, closure, Agreement(meeting=meeting))


@move("case", closing.answer_hold)
def say_whether_it_held(world: World, choose: Choose) -> None:
    case = any_case(world, choose, closed=True)
    days = [one.on for one in case.closures]
    day = choose.likely([*days, world.today + timedelta(days=99)], lambda one: one in days)
    known = {(one.case, one.closed_on) for one in world.all(RecordKind.HOLD_CHECK)}
    ended = {one.on for one in case.closures}
    check = HoldCheck(
        id=HoldCheckId(world.new_id()),
        case=case.id,
        closed_on=day,
        result=choose.of(HoldResult),
        answered_on=max(world.today, day),
        asked_by="Ilse Sedgeway",
        finding="No calls since.",
    )
    world.legal(day in ended and (case.id, day) not in known)
    closing.answer_hold(world.office, check)

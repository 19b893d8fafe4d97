"""A proposal to close, from proposing to its end, whatever order things happen in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.closing import (
    ClosureProposal,
    HoldCheck,
    HoldResult,
    Objection,
    ProposalState,
)
from psg_desktop.domain.ids import AgencyId, CaseId, ClosureProposalId, HoldCheckId
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, new_id

MEETING = "PSG meeting"


def a_proposal() -> ClosureProposal:
    return ClosureProposal(
        id=ClosureProposalId(new_id()),
        case=CaseId(new_id()),
        reason="resolved",
        proposed_on=TODAY,
        proposed_by="Ilse Sedgeway",
    )


def an_objection(on: date = TODAY) -> Objection:
    return Objection(agency=AgencyId(new_id()), text="The landlord waits for a court date.", on=on)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


MOVES = {
    "object": lambda one: one.object_to(an_objection()),
    "agree alone": lambda one: one.agree(TODAY, "", "A. Worker"),
    "agree at a meeting": lambda one: one.agree(TODAY, MEETING, "A. Worker"),
    "withdraw": lambda one: one.withdraw(TODAY, "A. Worker"),
}


def expected(state: ProposalState, move: str) -> ProposalState | None:
    """Say where a move leads by the words of the rule, None where it is refused."""
    if state in {ProposalState.AGREED, ProposalState.WITHDRAWN}:
        return None
    if move == "object":
        return ProposalState.OBJECTED
    if move == "withdraw":
        return ProposalState.WITHDRAWN
    if move == "agree alone" and state is ProposalState.OBJECTED:
        return None
    return ProposalState.AGREED


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=8))
def test_that_a_proposal_moves_only_as_the_rule_says(moves: list[str]) -> None:
    proposal, objected = a_proposal(), 0
    for move in moves:
        wanted = expected(proposal.state, move)
        if wanted is None:
            with pytest.raises(Refused):
                MOVES[move](proposal)
            continue
        proposal = MOVES[move](proposal)
        objected += move == "object"
        assert proposal.state is wanted
        assert len(proposal.objections) == objected
        assert proposal.live == (proposal.settled_on is None)


def test_that_one_person_cannot_agree_against_an_objection() -> None:
    with pytest.raises(Refused) as refused:
        a_proposal().object_to(an_objection()).agree(TODAY, " ", "A. Worker")
    assert problems(refused) == {("meeting", Problem.OBJECTION_STANDS)}


def test_that_who_agreed_is_the_meeting_where_one_is_named() -> None:
    assert a_proposal().agree(TODAY, MEETING, "A. Worker").settled_by == MEETING
    assert a_proposal().agree(TODAY, "", "A. Worker").settled_by == "A. Worker"


def test_that_an_objection_needs_an_agency_a_reason_and_a_later_day() -> None:
    with pytest.raises(Refused) as refused:
        Objection(agency=None, text=" ", on=TODAY)  # type: ignore[arg-type]  # as a form gives it
    assert problems(refused) == {
        ("agency", Problem.NOTHING_CHOSEN),
        ("text", Problem.REASON_MISSING),
    }
    with pytest.raises(Refused) as refused:
        a_proposal().object_to(an_objection(TODAY - timedelta(days=1)))
    assert problems(refused) == {("on", Problem.BEFORE_PROPOSED)}


@pytest.mark.parametrize("result", HoldResult)
def test_that_an_answer_needs_what_its_kind_asks(result: HoldResult) -> None:
    wanted = {("answered_on", Problem.ENDS_BEFORE_START)}
    if result is not HoldResult.NOT_ASKED:
        wanted.add(("asked_by", Problem.NAME_MISSING))
    if result in {HoldResult.HELD_PARTLY, HoldResult.DID_NOT_HOLD}:
        wanted.add(("finding", Problem.TEXT_MISSING))
    with pytest.raises(Refused) as refused:
        HoldCheck(
            id=HoldCheckId(new_id()),
            case=CaseId(new_id()),
            closed_on=TODAY,
            result=result,
            answered_on=TODAY - timedelta(days=1),
        )
    assert problems(refused) == wanted

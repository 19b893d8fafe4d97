"""Closings of the sample: proposed ones, one objected to, and whether earlier ones held."""

from datetime import date, timedelta
from random import Random

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import ClosureProposal, HoldCheck, HoldResult, Objection
from psg_desktop.domain.ids import ClosureProposalId, HoldCheckId

_PROPOSED = 3
_ASKED_BEFORE = timedelta(days=120)  # what was asked longer ago than this was answered
_ASKED_BY = "Perpetua Withy"
_RESULTS = (
    (HoldResult.HELD, 6, "Nobody has reported anything since."),
    (HoldResult.HELD_PARTLY, 2, "Calls on two weekends in summer, then quiet again."),
    (HoldResult.DID_NOT_HOLD, 1, "The callers were back within two months."),
    (HoldResult.CANNOT_BE_SAID, 1, "Nobody at the agency remembers the case."),
)
_SUMMARY = "No report since the last review. The agencies agree that the plan has done its work."
_OBJECTION = "Two reports reached us that the group has not seen. Wait for one more month."


def tell(office: Office, rng: Random, today: date) -> None:
    """Propose to close a few cases, and answer for most of the older closings."""
    with office.working(Act.PROPOSE_CLOSURE) as unit:
        agencies = [one.id for one in unit.agencies.all()]
        cases = unit.cases.all()
        ready = [one for one in cases if one.state is CaseState.MONITORING][:_PROPOSED]
        for place, case in enumerate(ready):
            proposal = _proposal(office, case, today - timedelta(days=3 + 2 * place))
            if place == 0:
                said = Objection(agency=rng.choice(agencies), text=_OBJECTION, on=today)
                proposal = proposal.object_to(said)
            unit.closure_proposals.put(proposal)
    with office.working(Act.ANSWER_HOLD) as unit:
        unit.hold_checks.put_all(
            check for case in cases if (check := _check(office, rng, case, today)) is not None
        )


def _proposal(office: Office, case: Case, day: date) -> ClosureProposal:
    return ClosureProposal(
        id=ClosureProposalId(office.new_id()),
        case=case.id,
        reason="resolved",
        summary=_SUMMARY,
        proposed_on=max(day, case.opened),
        proposed_by=case.lead_practitioner or _ASKED_BY,
    )


def _check(office: Office, rng: Random, case: Case, today: date) -> HoldCheck | None:
    closure = case.closure
    due = closure.review_after if closure else None
    if closure is None or due is None or due > today - _ASKED_BEFORE:
        return None
    kinds = [(result, words) for result, _often, words in _RESULTS]
    often = [often for _result, often, _words in _RESULTS]
    ((result, words),) = rng.choices(kinds, often)
    return HoldCheck(
        id=HoldCheckId(office.new_id()),
        case=case.id,
        closed_on=closure.on,
        result=result,
        answered_on=due,
        asked_by=_ASKED_BY,
        finding=words,
    )

"""Closing, and after: proposing, objecting, agreeing, closing, and asking whether it held."""

from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, Closure
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import ClosureProposal, HoldCheck, Objection
from psg_desktop.domain.ids import CaseId, ClosureProposalId
from psg_desktop.domain.reference_rows import ClosureReason
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.support import Attempt, engagement
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.domain.today import ClosedAsking
from psg_desktop.reference import lists as shipped
from psg_desktop.store.queries import closings
from psg_desktop.store.units import Unit
from psg_desktop.words import support as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How a proposal is agreed: at a meeting, or by whoever works here where it is not named."""

    meeting: str = ""


def needs_attempts(reason: str) -> bool:
    """Say whether a closure reason asks for the attempts at contact."""
    return any(one.code == reason and one.needs_attempts for one in shipped.closure_reasons())


def propose(office: Office, proposal: ClosureProposal) -> None:
    """Propose that a case be closed.

    Raises:
        Refused: The case is closed or a proposal waits already, the reason is not on the list of
            the day, or the day lies ahead or before the case was opened.
    """
    with office.working(Act.PROPOSE_CLOSURE) as unit:
        case = unit.cases.get(proposal.case)
        known = {one.code for one in _reasons(unit, proposal.proposed_on)}
        found = Findings()
        found.when(case.closed, "case", Problem.CASE_IS_CLOSED)
        found.when(_live(unit, case.id) is not None, "", Problem.ALREADY_THERE)
        found.when(proposal.reason not in known, "reason", Problem.REASON_NOT_ON_LIST)
        ahead = proposal.proposed_on > office.today()
        found.when(ahead, "proposed_on", Problem.DATE_IN_FUTURE)
        early = proposal.proposed_on < case.opened
        found.when(early, "proposed_on", Problem.BEFORE_CASE_OPENED)
        found.settle()
        unit.closure_proposals.put(proposal)


def object_to(office: Office, id_: ClosureProposalId, objection: Objection) -> None:
    """Keep an agency's objection; the case stays open.

    Raises:
        Refused: The proposal is settled, or the day lies ahead or before the proposal.
    """
    if objection.on > office.today():
        raise refuse("on", Problem.DATE_IN_FUTURE)
    with office.working(Act.OBJECT_TO_CLOSURE) as unit:
        proposal = unit.closure_proposals.get(id_)
        unit.closure_proposals.put(proposal.object_to(objection))


def withdraw(office: Office, id_: ClosureProposalId) -> None:
    """Take a proposal back; the case stays open.

    Raises:
        Refused: The proposal is settled.
    """
    with office.working(Act.WITHDRAW_CLOSURE) as unit:
        proposal = unit.closure_proposals.get(id_)
        unit.closure_proposals.put(proposal.withdraw(office.today(), office.who))


def close(
    office: Office,
    id_: CaseId,
    closure: Closure,
    agreement: Agreement | None = None,
    attempts: tuple[Attempt, ...] = (),
) -> None:
    """Close a case with a reason that is on the list on that day; a waiting proposal is agreed.

    A reason that asks for the attempts at contact takes them from the support of the case;
    *attempts* are those not on record yet, and are kept there with it.

    Raises:
        Refused: Without reason, summary or who was told, with a reason that is not on the list,
            without the receiving group or the attempts where the reason needs them, on a day to
            come, or against an objection without a meeting that agreed.
    """
    meeting = agreement.meeting if agreement else ""
    with office.working(Act.CLOSE_CASE) as unit:
        reasons = {one.code: one for one in _reasons(unit, closure.on)}
        if attempts:
            support.put_contact(office, unit, id_, attempts)
        closure = _with_attempts(unit, id_, closure)
        _check_closure(closure, reasons.get(closure.reason), office.today())
        waiting = _live(unit, id_)
        if waiting is not None:
            unit.closure_proposals.put(waiting.agree(closure.on, meeting, office.who))
        unit.cases.put(unit.cases.get(id_).close(closure))


def of_case(office: Office, case: CaseId) -> tuple[ClosureProposal, ...]:
    """Read every proposal to close a case, the oldest first."""
    with office.reading() as unit:
        return unit.closure_proposals.where(case=case)


def waiting(office: Office, case: CaseId) -> ClosureProposal | None:
    """Read the proposal that waits to be agreed or withdrawn, None where there is none."""
    with office.reading() as unit:
        return _live(unit, case)


def proposed(office: Office) -> tuple[ClosureProposal, ...]:
    """Read the proposals that wait, of cases that are open, the oldest first."""
    with office.reading() as unit:
        return waiting_proposals(unit)


def waiting_proposals(unit: Unit) -> tuple[ClosureProposal, ...]:
    """Read the proposals that wait, the oldest first."""
    ids = closings.proposed_cases(unit.reading)
    found = (one for id_ in ids for one in unit.closure_proposals.where(case=id_) if one.live)
    return tuple(sorted(found, key=lambda one: (one.proposed_on, one.id)))


def hold_questions(office: Office) -> tuple[ClosedAsking, ...]:
    """Read the closings that are to be asked about: closed still, due, and never answered."""
    with office.reading() as unit:
        return closings.hold_questions(unit.reading, office.today())


def hold_checks(office: Office, case: CaseId) -> tuple[HoldCheck, ...]:
    """Read what was found about the closings of a case."""
    with office.reading() as unit:
        return unit.hold_checks.where(case=case)


def answer_hold(office: Office, check: HoldCheck) -> None:
    """Keep whether a closing held; it is never asked about again.

    Raises:
        Refused: The case was not closed on that day, it was answered already, or the day lies
            ahead.
    """
    with office.working(Act.ANSWER_HOLD) as unit:
        case = unit.cases.get(check.case)
        known = {one.closed_on for one in unit.hold_checks.where(case=check.case)}
        found = Findings()
        ended = {one.on for one in case.closures}
        found.when(check.closed_on not in ended, "", Problem.NOT_FOUND)
        found.when(check.closed_on in known, "", Problem.ALREADY_THERE)
        found.when(check.answered_on > office.today(), "answered_on", Problem.DATE_IN_FUTURE)
        found.settle()
        unit.hold_checks.put(check)


def asks_on(office: Office, case: Case) -> date | None:
    """Give the day from which a closed case asks whether it held, None where it does not."""
    if case.closure is None:
        return None
    answered = {one.closed_on for one in hold_checks(office, case.id)}
    return None if case.closure.on in answered else case.closure.review_after


def _with_attempts(unit: Unit, id_: CaseId, closure: Closure) -> Closure:
    """Write into the closing which attempts were on record that day, where it asks for them."""
    if closure.attempts.strip() or not needs_attempts(closure.reason):
        return closure
    made = engagement(unit.support_offers.where(case=id_)).attempts
    return replace(closure, attempts=words.attempts(made)[:TEXT_LIMIT])


def _live(unit: Unit, case: CaseId) -> ClosureProposal | None:
    found = [one for one in unit.closure_proposals.where(case=case) if one.live]
    return found[-1] if found else None


def _reasons(unit: Unit, day: date) -> list[ClosureReason]:
    return [one for one in unit.closure_reasons.all() if one.in_force(day)]


def _check_closure(closure: Closure, reason: ClosureReason | None, today: date) -> None:
    found = Findings()
    if closure.reason.strip():
        found.when(reason is None, "reason", Problem.REASON_NOT_ON_LIST)
    unnamed = reason is not None and reason.needs_group and not closure.receiving_group.strip()
    found.when(unnamed, "receiving_group", Problem.GROUP_MISSING)
    silent = needs_attempts(closure.reason) and not closure.attempts.strip()
    found.when(silent, "attempts", Problem.ATTEMPTS_MISSING)
    found.when(closure.on > today, "on", Problem.DATE_IN_FUTURE)
    found.when(not closure.summary.strip(), "summary", Problem.SUMMARY_MISSING)
    found.when(not closure.reason.strip(), "reason", Problem.REASON_MISSING)
    found.when(not closure.told.strip(), "told", Problem.TOLD_MISSING)
    found.settle()

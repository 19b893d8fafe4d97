"""Risk: assessing a case, and what follows for its level, its next review and its plan."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import LIVE_STATES, Action
from psg_desktop.domain.cases import Case, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, CaseId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.risk_assessments import RiskAssessment, in_order
from psg_desktop.domain.risk_instruments import RiskInstrument, RiskProposal, raised_to, rank
from psg_desktop.domain.text import fold
from psg_desktop.reference import workdays
from psg_desktop.store.units import Unit
from psg_desktop.words import risk as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What is to follow from an assessment: the next review, and the actions proposed."""

    review_due: date | None = None
    proposals: tuple[RiskProposal, ...] = ()


def assess(office: Office, assessment: RiskAssessment, following: Following) -> None:
    """Keep an assessment; the case takes over its level, what it rests on, and its review.

    An assessment of an earlier day than the latest one is kept beside it and moves nothing.

    Raises:
        Refused: The case is closed, the day lies ahead or before the case was opened, or the
            instrument has changed since it was answered.
    """
    with office.working(Act.ASSESS_RISK) as unit:
        case = unit.cases.get(assessment.case)
        _check(office, unit, case, assessment)
        latest = in_order((*unit.risk_assessments.where(case=case.id), assessment))[-1]
        unit.risk_assessments.put(assessment)
        if latest == assessment:
            unit.cases.put(
                replace(
                    case,
                    risk=assessment.level,
                    risk_reason=words.reason(assessment),
                    review_due=following.review_due or case.review_due,
                )
            )
        unit.actions.put_all(
            _proposed(office, assessment, proposal) for proposal in following.proposals
        )


def assessments(office: Office, case: CaseId) -> tuple[RiskAssessment, ...]:
    """Read every assessment of a case, the oldest first."""
    with office.reading() as unit:
        return in_order(unit.risk_assessments.where(case=case))


def proposals(
    office: Office, case: Case, instrument: RiskInstrument, level: RiskLevel
) -> tuple[RiskProposal, ...]:
    """Give what an instrument proposes when the risk of a case is raised to a level.

    What stands in the plan already, open or proposed, is not proposed again.
    """
    levels = raised_to(case.risk, level)
    with office.reading() as unit:
        known = {fold(one.what) for one in unit.actions.where(case=case.id) if _live(one)}
    return tuple(
        one for one in instrument.proposals if one.level in levels and fold(one.what) not in known
    )


def proposed_review(office: Office, case: Case, level: RiskLevel) -> date:
    """Propose the next review after an assessment: by the interval of the level.

    It is never later than the next PSG meeting, and never later than what is planned already,
    unless the risk has fallen.
    """
    usual = cases.proposed_review(office, level, case.review_every)
    planned = case.review_due
    if planned is None or planned < office.today() or rank(level) < rank(case.risk):
        return usual
    return min(usual, planned)


def proposed_again(office: Office, level: RiskLevel, made_on: date) -> date:
    """Propose when to assess again: by the interval of the level, on a working day."""
    due = made_on + timedelta(days=cases.interval(office, level))
    return due if workdays.is_working_day(due) else workdays.next_working_day(due)


def _live(action: Action) -> bool:
    return action.state in LIVE_STATES


def _proposed(office: Office, assessment: RiskAssessment, proposal: RiskProposal) -> Action:
    days = proposal.days
    due = None if days is None else max(assessment.made_on, office.today()) + timedelta(days=days)
    return Action(id=ActionId(office.new_id()), case=assessment.case, what=proposal.what, due=due)


def _check(office: Office, unit: Unit, case: Case, assessment: RiskAssessment) -> None:
    instrument = unit.risk_instruments.find(assessment.instrument)
    found = Findings()
    found.when(case.closed, "case", Problem.CASE_IS_CLOSED)
    found.when(assessment.made_on > office.today(), "made_on", Problem.DATE_IN_FUTURE)
    found.when(assessment.made_on < case.opened, "made_on", Problem.BEFORE_CASE_OPENED)
    found.when(
        instrument is None or not _made_with(assessment, instrument),
        "",
        Problem.CHANGED_MEANWHILE,
    )
    found.settle()


def _made_with(assessment: RiskAssessment, instrument: RiskInstrument) -> bool:
    questions = [(one.words, one.highest) for one in instrument.questions]
    answered = [(one.question, one.highest) for one in assessment.answers]
    version = (instrument.name, instrument.version)
    return questions == answered and version == (
        assessment.instrument_name,
        assessment.instrument_version,
    )

"""Problem analyses: writing down what is known of a problem, and what became of it."""

from dataclasses import dataclass

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.problem_analyses import ProblemAnalysis
from psg_desktop.domain.refusals import Findings, Problem, refuse


def save(office: Office, analysis: ProblemAnalysis) -> None:
    """Keep a new or changed analysis; its result is kept by `assess`.

    Raises:
        Refused: The case is closed, or there is no such case.
    """
    with office.working(Act.SAVE_ANALYSIS) as unit:
        if unit.cases.get(analysis.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        unit.problem_analyses.put(analysis)


def assess(office: Office, analysis: ProblemAnalysis) -> None:
    """Keep what had become of a problem; a closed case may still be assessed.

    Raises:
        Refused: Without result or what it rests on, or on a day to come.
    """
    found = Findings()
    found.when(analysis.result is None, "result", Problem.RESULT_MISSING)
    found.when(not analysis.finding.strip(), "finding", Problem.OUTCOME_MISSING)
    late = analysis.assessed_on is not None and analysis.assessed_on > office.today()
    found.when(late, "assessed_on", Problem.DATE_IN_FUTURE)
    found.settle()
    with office.working(Act.ASSESS_RESULT) as unit:
        unit.problem_analyses.get(analysis.id)
        unit.problem_analyses.put(analysis)


def of_case(office: Office, case: CaseId) -> tuple[ProblemAnalysis, ...]:
    """Read the analyses of a case, the newest first."""
    with office.reading() as unit:
        return tuple(reversed(unit.problem_analyses.where(case=case)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultDue:
    """An analysis whose result should have been assessed, with the reference of its case."""

    reference: str
    analysis: ProblemAnalysis


def results_due(office: Office) -> tuple[ResultDue, ...]:
    """Read the analyses whose result is due to be assessed, the longest waiting first."""
    today = office.today()
    with office.reading() as unit:
        waiting = [
            one for one in unit.problem_analyses.where(result=None) if one.assessment_due_on(today)
        ]
        waiting.sort(key=lambda one: (one.assess_on or today, one.id))
        return tuple(
            ResultDue(reference=unit.cases.get(one.case).reference, analysis=one) for one in waiting
        )

"""Those who take part in the group's work by name, for each kind of record that names them."""

from collections.abc import Callable
from typing import Any

from psg_desktop.domain.actions import Action
from psg_desktop.domain.closing import ClosureProposal, HoldCheck
from psg_desktop.domain.death_reviews import Recommendation
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.plan import Plan, PlanAction, PlanPriority
from psg_desktop.domain.priority_areas import PriorityStatus
from psg_desktop.domain.project_ratings import ProjectRating
from psg_desktop.domain.project_reports import ProjectReport
from psg_desktop.domain.risk_assessments import RiskAssessment
from psg_desktop.store import shelves
from psg_desktop.store.shelves import Shelf

Names = tuple[str, ...]


def _of_action(action: Action) -> Names:
    return (action.officer,)


def _of_assessor(assessment: RiskAssessment) -> Names:
    return (assessment.assessor,)


def _of_proposal(proposal: ClosureProposal) -> Names:
    return (proposal.proposed_by,)


def _of_check(check: HoldCheck) -> Names:
    return (check.asked_by,)


def _of_status(status: PriorityStatus) -> Names:
    return (status.decided_by,)


def _of_objective(objective: Objective) -> Names:
    return tuple(one.agreed_by for one in objective.revisions)


def _of_rating(rating: ProjectRating) -> Names:
    return (rating.rated_by,)


def _of_report(report: ProjectReport) -> Names:
    return (report.reported_by,)


def _of_plan(plan: Plan) -> Names:
    return (plan.agreed_by,)


def _of_priority(priority: PlanPriority) -> Names:
    return (priority.lead_officer, *(one.by for one in priority.judgements))


def _of_plan_action(action: PlanAction) -> Names:
    return (action.officer,)


def _of_recommendation(one: Recommendation) -> Names:
    return (one.owner,)


# Names, or nothing where nobody is named; what else such a record names stands in `identities`.
OFFICIALS: dict[Shelf[Any], Callable[[Any], Names]] = {
    shelves.ACTIONS: _of_action,
    shelves.RISK_ASSESSMENTS: _of_assessor,
    shelves.CLOSURE_PROPOSALS: _of_proposal,
    shelves.HOLD_CHECKS: _of_check,
    shelves.PRIORITY_STATUSES: _of_status,
    shelves.OBJECTIVES: _of_objective,
    shelves.PROJECT_RATINGS: _of_rating,
    shelves.PROJECT_REPORTS: _of_report,
    shelves.PLANS: _of_plan,
    shelves.PLAN_PRIORITIES: _of_priority,
    shelves.PLAN_ACTIONS: _of_plan_action,
    shelves.RECOMMENDATIONS: _of_recommendation,
}

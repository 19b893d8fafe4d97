"""What a line of the first page leads to."""

from dataclasses import dataclass

from psg_desktop.domain.ids import (
    AccessRequestId,
    ActionId,
    CaseId,
    CaseReviewId,
    InterventionId,
    PlanPriorityId,
    ProjectId,
    ReferralId,
)
from psg_desktop.domain.today import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """Go to a case, to one section of its page where one is named."""

    case: CaseId
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """Go to an action in its case."""

    case: CaseId
    action: ActionId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIntervention:
    """Go to an intervention in its case."""

    case: CaseId
    intervention: InterventionId


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHeld:
    """Say whether the closing of a case held."""

    case: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNow:
    """Go through the next reviews, one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Go on with what was being typed."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """Add what a case lacks before the meeting."""

    gap: Gap
    case: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """Go to the next meeting, or to where meetings are planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """Go to a saved view of the caseload."""

    view: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReferral:
    """Go to a referral."""

    referral: ReferralId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProject:
    """Go to a project."""

    project: ProjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCaseReview:
    """Go to an ASB case review."""

    review: CaseReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReferrals:
    """Go to the list of referrals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPriority:
    """Go to a priority of the plan."""

    priority: PlanPriorityId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDeathReviews:
    """Go to the death reviews and their recommendations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRequest:
    """Go to a request about information."""

    request: AccessRequestId


Target = (
    OpenCase
    | OpenAction
    | OpenIntervention
    | OpenReferral
    | OpenReferrals
    | OpenCaseReview
    | Restore
    | Mend
    | PlanMeeting
    | OpenView
    | AskHeld
    | OpenProject
    | OpenPriority
    | OpenDeathReviews
    | OpenRequest
    | ReviewNow
)

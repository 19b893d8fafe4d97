"""What the first page shows: what is due, overdue, missing, quiet and half written."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from psg_desktop.domain.case_review_clocks import ReviewClockLine
from psg_desktop.domain.death_reviews import RecommendationDue
from psg_desktop.domain.ids import AccessRequestId, AgencyId
from psg_desktop.domain.intervention_lists import ClockLine
from psg_desktop.domain.lists import ActionRow, CaseRow
from psg_desktop.domain.plan_lists import PlanActionDue
from psg_desktop.domain.project_files import ProjectWait
from psg_desktop.domain.referral_lists import ReferralRow


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyOverdue:
    """The overdue actions of one agency."""

    agency: AgencyId
    name: str
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text somebody was typing and has not saved.

    Attributes:
        key: Names the form it belongs to, such as "note/<case id>"; never a person.
    """

    key: str
    text: str = field(repr=False)
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDue:
    """An open case whose risk is to be assessed again, and by when."""

    case: CaseRow
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedAsking:
    """A closing that is to be asked about: its case, its day, and since when it asks."""

    case: CaseRow
    closed_on: date
    since: date


class Gap(StrEnum):
    """What is missing before the next meeting."""

    NO_REVIEW_DATE = "no_review_date"
    NO_LEAD = "no_lead"
    NO_RISK = "no_risk"
    NO_OPEN_ACTION = "no_open_action"
    NO_FOCUS_AREA = "no_focus_area"
    PROPOSED_ACTIONS = "proposed_actions"
    NO_MEETING_PLANNED = "no_meeting_planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """Cases that lack one thing before the meeting; a few of them, and how many in all."""

    gap: Gap
    cases: tuple[CaseRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDue:
    """One request that waits for its answer, as the first page lists it."""

    id: AccessRequestId
    reference: str
    person: str = field(repr=False)
    due: date | None
    stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What the first page shows.

    Attributes:
        reviews: Cases whose review is due today or before, the oldest first.
        overdue: Overdue actions by agency, the most first.
        assessments: Open cases whose risk is to be assessed again, the longest due first.
        closed_asking: Closed cases that ask whether it held, the longest waiting first.
        clocks: What waits for somebody about interventions, the earliest first.
        quiet: Open cases without any entry for the partnership's number of days.
        referrals: Undecided referrals: those that wait too long first, then the urgent ones.
        projects: What of any project is late or outstanding.
        plan_actions: Overdue actions of the plan, the longest due first.
        recommendations: Those of death reviews that somebody has to look after.
        case_reviews: Steps of ASB case reviews that wait for somebody, the earliest first.
        requests: Requests about information without an answer, the soonest due first.
        next_meeting: The next PSG meeting, if one is planned.
    """

    day: date
    reviews: tuple[CaseRow, ...]
    reviews_total: int
    overdue: tuple[AgencyOverdue, ...]
    overdue_total: int
    drafts: tuple[Draft, ...]
    gaps: tuple[GapLine, ...]
    quiet: tuple[CaseRow, ...]
    quiet_total: int
    next_meeting: date | None
    open_cases: int
    referrals: tuple[ReferralRow, ...] = ()
    referrals_total: int = 0
    assessments: tuple[AssessmentDue, ...] = ()
    assessments_total: int = 0
    clocks: tuple[ClockLine, ...] = ()
    closed_asking: tuple[ClosedAsking, ...] = ()
    projects: tuple[ProjectWait, ...] = ()
    plan_actions: tuple[PlanActionDue, ...] = ()
    recommendations: tuple[RecommendationDue, ...] = ()
    case_reviews: tuple[ReviewClockLine, ...] = ()
    requests: tuple[RequestDue, ...] = ()

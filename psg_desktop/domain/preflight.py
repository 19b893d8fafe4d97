"""The checks before the papers of a meeting go out: what is wrong, and where."""

from dataclasses import dataclass, field
from enum import StrEnum

from psg_desktop.domain.ids import ActionId, AgencyId, AgendaItemId, CaseId


class Check(StrEnum):
    """What is looked for, in the order it is told."""

    AGENDA_EMPTY = "agenda_empty"
    CHAIR_MISSING = "chair_missing"
    START_MISSING = "start_missing"
    PLACE_MISSING = "place_missing"
    STATEMENT_MISSING = "statement_missing"
    LENGTH_NOT_MATCHING = "length_not_matching"
    DUPLICATE_ITEM = "duplicate_item"
    CLOSED_CASE = "closed_case"
    PAPERS_LATE = "papers_late"
    LAST_MINUTES = "last_minutes"
    NOBODY_INVITED = "nobody_invited"
    AGENCY_NOT_INVITED = "agency_not_invited"
    REFERRAL_LATE = "referral_late"
    REFERRAL_INCOMPLETE = "referral_incomplete"
    NO_RISK = "no_risk"
    NO_REVIEW_DATE = "no_review_date"
    NO_LEAD = "no_lead"
    NO_OPEN_ACTION = "no_open_action"
    NO_FOCUS_AREA = "no_focus_area"
    NO_PROBLEM = "no_problem"
    ACTIONS_UNDECIDED = "actions_undecided"
    ACTION_OVERDUE = "action_overdue"
    ACTION_WITHOUT_UPDATE = "action_without_update"
    CLOSURE_WITHOUT_SUMMARY = "closure_without_summary"
    ESCALATION_WITHOUT_ASK = "escalation_without_ask"
    INTERVENTION_DUE = "intervention_due"
    PROJECT_REPORT_MISSING = "project_report_missing"
    CASE_QUIET = "case_quiet"
    BACKUP_OLD = "backup_old"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing to see to before papers go out, and the record it is about.

    Attributes:
        label: The case's reference or the agency's name, for the line's beginning.
        detail: The case's title or what the action is, for its end.
        number: A figure the sentence names, such as the minutes of all items.
    """

    check: Check
    label: str = ""
    detail: str = field(default="", repr=False)
    number: int = 0
    item: AgendaItemId | None = None
    case: CaseId | None = None
    action: ActionId | None = None
    agency: AgencyId | None = None

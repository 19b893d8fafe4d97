"""What a saved unit of work touched, and the trail it leaves."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from psg_desktop.domain.ids import BatchId, CaseId


class RecordKind(StrEnum):
    """Every kind of record a vault keeps."""

    AGENCY = "agency"
    PERSON = "person"
    PLACE = "place"
    PLACE_TIE = "place_tie"
    PRIORITY_STATUS = "priority_status"
    MERGE = "merge"
    PROJECT = "project"
    OBJECTIVE = "objective"
    REPORTING = "reporting"
    PROJECT_REPORT = "project_report"
    PROJECT_RATING = "project_rating"
    CLAWBACK = "clawback"
    CASE = "case"
    INVOLVEMENT = "involvement"
    CASE_LINK = "case_link"
    ACTION = "action"
    REVIEW = "review"
    NOTE = "note"
    FOCUS_AREA = "focus_area"
    CLOSURE_REASON = "closure_reason"
    REVIEW_INTERVAL = "review_interval"
    PARTNERSHIP = "partnership"
    GROUP_TEXT = "group_text"
    RELEASE = "release"
    RISK_INSTRUMENT = "risk_instrument"
    RISK_ASSESSMENT = "risk_assessment"
    PROBLEM_ANALYSIS = "problem_analysis"
    ACTION_TEMPLATE = "action_template"
    REFERRAL = "referral"
    THRESHOLD_LIMB = "threshold_limb"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    ATTENDANCE = "attendance"
    INTERVENTION_KIND = "intervention_kind"
    INTERVENTION = "intervention"
    DEMAND_MEASURE = "demand_measure"
    DEMAND_TRIGGER = "demand_trigger"
    DEMAND_COUNT = "demand_count"
    RETENTION_RULE = "retention_rule"
    STAY = "stay"
    DISPOSAL = "disposal"
    LEGAL_BASIS = "legal_basis"
    DISCLOSURE = "disclosure"
    ACCESS_REQUEST = "access_request"
    ACCESS_MARK = "access_mark"
    CLOSURE_PROPOSAL = "closure_proposal"
    HOLD_CHECK = "hold_check"
    SUPPORT_CODE = "support_code"
    SUPPORT_OFFER = "support_offer"
    REVIEW_THRESHOLD = "review_threshold"
    REVIEW_TIME = "review_time"
    CASE_REVIEW = "case_review"
    ACTION_SHEET = "action_sheet"
    LEAVE = "leave"
    PLAN = "plan"
    PLAN_PRIORITY = "plan_priority"
    PLAN_ACTION = "plan_action"
    PLAN_MEASURE = "plan_measure"
    PLAN_LINK = "plan_link"
    DEATH_REVIEW = "death_review"
    RECOMMENDATION = "recommendation"
    ATTACHMENT = "attachment"
    DOCUMENT_KIND = "document_kind"
    STATISTICS = "statistics"
    STATISTICS_CORRECTION = "statistics_correction"
    POLICE_MONTH = "police_month"
    WARD_BOUNDARY = "ward_boundary"


class Act(StrEnum):
    """What a worker did, as the audit trail and the undo bar name it."""

    SET_UP = "set_up"
    SAVE_AGENCY = "save_agency"
    SAVE_PERSON = "save_person"
    SAVE_PLACE = "save_place"
    SAVE_PROJECT = "save_project"
    AGREE_OBJECTIVE = "agree_objective"
    REVISE_OBJECTIVE = "revise_objective"
    REMOVE_OBJECTIVE = "remove_objective"
    SAVE_FUNDING = "save_funding"
    SAVE_MILESTONE = "save_milestone"
    MOVE_MILESTONE = "move_milestone"
    SET_REPORTING = "set_reporting"
    RECEIVE_REPORT = "receive_report"
    RECEIVE_FINAL_REPORT = "receive_final_report"
    RATE_PROJECT = "rate_project"
    SAVE_CLAWBACK = "save_clawback"
    MERGE_RECORDS = "merge_records"
    TIE_TO_PLACE = "tie_to_place"
    END_PLACE_TIE = "end_place_tie"
    SET_PREMISES = "set_premises"
    SET_PRIORITY = "set_priority"
    OPEN_CASE = "open_case"
    AMEND_CASE = "amend_case"
    MOVE_CASE = "move_case"
    HOLD_CASE = "hold_case"
    HAND_OVER_CASE = "hand_over_case"
    ESCALATE_CASE = "escalate_case"
    RESUME_CASE = "resume_case"
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    INVOLVE = "involve"
    LINK_CASES = "link_cases"
    UNLINK_CASES = "unlink_cases"
    ADD_ACTION = "add_action"
    AMEND_ACTION = "amend_action"
    MOVE_ACTION = "move_action"
    RECORD_REVIEW = "record_review"
    ASSESS_RISK = "assess_risk"
    SAVE_RISK_INSTRUMENT = "save_risk_instrument"
    ADD_NOTE = "add_note"
    AMEND_NOTE = "amend_note"
    IMPORT_RECORDS = "import_records"
    SAVE_SETTINGS = "save_settings"
    ACCEPT_TEXT = "accept_text"
    RELEASE_PACK = "release_pack"
    SAVE_ANALYSIS = "save_analysis"
    ASSESS_RESULT = "assess_result"
    RECEIVE_REFERRAL = "receive_referral"
    AMEND_REFERRAL = "amend_referral"
    RETURN_REFERRAL = "return_referral"
    COMPLETE_REFERRAL = "complete_referral"
    DECIDE_REFERRAL = "decide_referral"
    ANSWER_REFERRER = "answer_referrer"
    PLAN_MEETING = "plan_meeting"
    CHANGE_MEETING = "change_meeting"
    CANCEL_MEETING = "cancel_meeting"
    SEND_PAPERS = "send_papers"
    CHANGE_AGENDA = "change_agenda"
    SAVE_ATTENDANCE = "save_attendance"
    READ_STATEMENT = "read_statement"
    SETTLE_ITEM = "settle_item"
    END_MEETING = "end_meeting"
    APPROVE_MINUTES = "approve_minutes"
    REGISTER_INTERVENTION = "register_intervention"
    AMEND_INTERVENTION = "amend_intervention"
    SERVE_INTERVENTION = "serve_intervention"
    REVIEW_INTERVENTION = "review_intervention"
    RECORD_BREACH = "record_breach"
    ANSWER_BREACH = "answer_breach"
    LODGE_APPEAL = "lodge_appeal"
    DECIDE_APPEAL = "decide_appeal"
    END_INTERVENTION = "end_intervention"
    WITHDRAW_INTERVENTION = "withdraw_intervention"
    RENEW_INTERVENTION = "renew_intervention"
    PROPOSE_CLOSURE = "propose_closure"
    OBJECT_TO_CLOSURE = "object_to_closure"
    WITHDRAW_CLOSURE = "withdraw_closure"
    ANSWER_HOLD = "answer_hold"
    OFFER_SUPPORT = "offer_support"
    AMEND_SUPPORT = "amend_support"
    ANSWER_SUPPORT = "answer_support"
    RECORD_ATTEMPT = "record_attempt"
    RECEIVE_APPLICATION = "receive_application"
    AMEND_APPLICATION = "amend_application"
    ACKNOWLEDGE_APPLICATION = "acknowledge_application"
    DECIDE_THRESHOLD = "decide_threshold"
    ASK_INFORMATION = "ask_information"
    SAVE_PANEL = "save_panel"
    RECOMMEND = "recommend"
    TELL_OUTCOME = "tell_outcome"
    APPEAL_REVIEW = "appeal_review"
    DECIDE_REVIEW_APPEAL = "decide_review_appeal"
    CLOSE_CASE_REVIEW = "close_case_review"
    REOPEN_CASE_REVIEW = "reopen_case_review"
    MAKE_ACTION_SHEETS = "make_action_sheets"
    TAKE_REPLY = "take_reply"
    SPREAD_REVIEWS = "spread_reviews"
    SAVE_LEAVE = "save_leave"
    SAVE_RETENTION_RULE = "save_retention_rule"
    KEEP_RECORD = "keep_record"
    LIFT_STAY = "lift_stay"
    DISPOSE = "dispose"
    SET_BASIS = "set_basis"
    DISCLOSE = "disclose"
    RECEIVE_REQUEST = "receive_request"
    CHANGE_REQUEST = "change_request"
    MARK_COPY = "mark_copy"
    ANSWER_REQUEST = "answer_request"
    COUNT_DEMAND = "count_demand"
    BEGIN_PLAN = "begin_plan"
    SAVE_PLAN = "save_plan"
    SAVE_PRIORITY = "save_priority"
    JUDGE_PRIORITY = "judge_priority"
    SAVE_PLAN_ACTION = "save_plan_action"
    SAVE_MEASURE = "save_measure"
    LINK_TO_PLAN = "link_to_plan"
    REMOVE_FROM_PLAN = "remove_from_plan"
    SAVE_DEATH_REVIEW = "save_death_review"
    SAVE_RECOMMENDATION = "save_recommendation"
    REMOVE_FROM_REVIEW = "remove_from_review"
    ATTACH = "attach"
    AMEND_ATTACHMENT = "amend_attachment"
    REMOVE_ATTACHMENT = "remove_attachment"
    COPY_OUT = "copy_out"
    PUBLISH_STATISTICS = "publish_statistics"
    WITHDRAW_STATISTICS = "withdraw_statistics"
    CORRECT_STATISTICS = "correct_statistics"
    BRING_IN_POLICE_FIGURES = "bring_in_police_figures"
    BRING_IN_WARDS = "bring_in_wards"
    REMOVE_WARDS = "remove_wards"
    UNDO = "undo"


# What undo never takes back: it has left the office, or nothing of it is left.
LASTING: Final = frozenset(
    {
        Act.SET_UP,
        Act.RELEASE_PACK,
        Act.MAKE_ACTION_SHEETS,
        Act.DISPOSE,
        Act.ANSWER_REQUEST,
        Act.COPY_OUT,
        Act.PUBLISH_STATISTICS,
        Act.WITHDRAW_STATISTICS,
        Act.CORRECT_STATISTICS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """One record that was created, changed or removed."""

    kind: RecordKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one unit of work did; windows listen for it."""

    batch: BatchId
    act: Act
    touched: frozenset[Touched] = frozenset()

    def concern(self, *kinds: RecordKind) -> bool:
        """Say whether a record of one of these kinds was touched."""
        return any(one.kind in kinds for one in self.touched)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one record, from what to what, in plain form (text, numbers, lists)."""

    name: str
    before: object = field(repr=False)
    after: object = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One record touched by one unit of work.

    Attributes:
        sequence: 1, 2, 3 ... over the whole vault.
        who: The public label of the key slot that was opened.
        created: Whether the record was new; `removed`: whether it was taken away.
    """

    sequence: int
    at: datetime
    who: str = field(repr=False)
    batch: BatchId
    act: Act
    kind: RecordKind
    record: UUID
    case: CaseId | None
    created: bool
    removed: bool
    changes: tuple[FieldChange, ...]

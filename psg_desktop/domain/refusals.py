"""How the domain says no: every problem at once, each beside its field."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """What is wrong with one field; the sentence for each is in `psg_desktop.words`."""

    NAME_MISSING = "name_missing"
    TITLE_MISSING = "title_missing"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    LINE_TOO_LONG = "line_too_long"
    SUBJECT_MISSING = "subject_missing"
    SUBJECT_OF_OTHER_KIND = "subject_of_other_kind"
    REFERENCE_MISSING = "reference_missing"
    POSTCODE_UNKNOWN_SHAPE = "postcode_unknown_shape"
    ADDRESS_MISSING = "address_missing"
    ENDS_BEFORE_START = "ends_before_start"
    DATE_IN_FUTURE = "date_in_future"
    MEETING_TO_COME = "meeting_to_come"
    DATE_IN_PAST = "date_in_past"
    BORN_TOO_LONG_AGO = "born_too_long_ago"
    OWNER_MISSING = "owner_missing"
    OFFICER_MISSING = "officer_missing"
    DUE_MISSING = "due_missing"
    OUTCOME_MISSING = "outcome_missing"
    REASON_MISSING = "reason_missing"
    REASON_NOT_ON_LIST = "reason_not_on_list"
    SUMMARY_MISSING = "summary_missing"
    GROUP_MISSING = "group_missing"
    ASK_MISSING = "ask_missing"
    ANSWER_MISSING = "answer_missing"
    DECISION_MISSING = "decision_missing"
    DATE_MISSING = "date_missing"
    MOVE_NOT_POSSIBLE = "move_not_possible"
    CASE_IS_CLOSED = "case_is_closed"
    BEFORE_CASE_OPENED = "before_case_opened"
    AMOUNT_NOT_MONEY = "amount_not_money"
    INTERVAL_NOT_POSITIVE = "interval_not_positive"
    SAME_CASE = "same_case"
    ALREADY_THERE = "already_there"
    STILL_IN_USE = "still_in_use"
    NOT_FOUND = "not_found"
    CHANGED_MEANWHILE = "changed_meanwhile"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDECIDED_PASSAGES = "undecided_passages"
    UNDECIDED_ROWS = "undecided_rows"
    IDENTITY_FOUND = "identity_found"
    NOTHING_CHOSEN = "nothing_chosen"
    ASSESSOR_MISSING = "assessor_missing"
    ANSWER_NOT_CHOSEN = "answer_not_chosen"
    SCORE_NOT_SUM = "score_not_sum"
    VERSION_IN_USE = "version_in_use"
    QUESTIONS_MISSING = "questions_missing"
    ANSWERS_TOO_FEW = "answers_too_few"
    POINTS_OUT_OF_RANGE = "points_out_of_range"
    POINTS_MISSING = "points_missing"
    BANDS_NOT_FROM_ZERO = "bands_not_from_zero"
    BAND_NOT_HIGHER = "band_not_higher"
    BAND_OUT_OF_REACH = "band_out_of_reach"
    STATEMENT_MISSING = "statement_missing"
    NOT_A_COUNT = "not_a_count"
    BEFORE_RECEIVED = "before_received"
    LIMB_UNANSWERED = "limb_unanswered"
    RESULT_MISSING = "result_missing"
    SIDE_MISSING = "side_missing"
    NOT_YET_OPENED = "not_yet_opened"
    LENGTH_NOT_POSSIBLE = "length_not_possible"
    EVIDENCE_MISSING = "evidence_missing"
    BEFORE_IT_STARTED = "before_it_started"
    AFTER_IT_ENDED = "after_it_ended"
    NOT_THE_LAW_THEN = "not_the_law_then"
    TOO_YOUNG = "too_young"
    LAW_OVERLAPS = "law_overlaps"
    DISPOSED_OF = "disposed_of"
    NOT_DUE = "not_due"
    KEPT_BY_A_STAY = "kept_by_a_stay"
    NOT_CONFIRMED = "not_confirmed"
    TOLD_MISSING = "told_missing"
    ATTEMPTS_MISSING = "attempts_missing"
    OBJECTION_STANDS = "objection_stands"
    BEFORE_PROPOSED = "before_proposed"
    LEAVE_TOO_LONG = "leave_too_long"
    SAME_RECORD = "same_record"
    PART_OF_ITSELF = "part_of_itself"
    ROLE_MISSING = "role_missing"
    BEFORE_OFFERED = "before_offered"
    ABOVE_THE_LAW = "above_the_law"
    MET_BY_LAW = "met_by_law"
    NO_PART_MET = "no_part_met"
    BEFORE_APPLICATION = "before_application"
    ALREADY_DECIDED = "already_decided"
    THRESHOLD_NOT_MET = "threshold_not_met"
    PANEL_NOT_HELD = "panel_not_held"
    NOTHING_TO_APPEAL = "nothing_to_appeal"
    APPEAL_WAITS = "appeal_waits"
    OUTCOME_NOT_TOLD = "outcome_not_told"
    REVIEW_IS_CLOSED = "review_is_closed"
    IDENTITY_HOW_MISSING = "identity_how_missing"
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    EXTENDED_TOO_LATE = "extended_too_late"
    EXEMPTION_MISSING = "exemption_missing"
    ASKED_FOR_BY_REQUEST = "asked_for_by_request"
    LEAD_MISSING = "lead_missing"
    PERIOD_MISSING = "period_missing"
    SOURCE_MISSING = "source_missing"
    UNIT_MISSING = "unit_missing"
    RECOMMENDATION_MISSING = "recommendation_missing"
    ADDRESSEE_MISSING = "addressee_missing"
    PROOF_MISSING = "proof_missing"
    BEFORE_MADE = "before_made"
    BEFORE_SENT = "before_sent"
    MAY_NAME_SOMEBODY = "may_name_somebody"
    BEFORE_REQUEST = "before_request"
    NOT_A_QUARTER = "not_a_quarter"
    QUARTER_TWICE = "quarter_twice"
    QUARTER_NOT_BEGUN = "quarter_not_begun"
    NOT_A_NUMBER = "not_a_number"
    BEFORE_AGREED = "before_agreed"
    RAG_UNEXPLAINED = "rag_unexplained"
    MORE_THAN_AGREED = "more_than_agreed"
    REPORTED_ALREADY = "reported_already"
    REPORTED_AGAINST = "reported_against"
    DOCUMENT_TITLE_MISSING = "document_title_missing"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    VAULT_FULL_OF_DOCUMENTS = "vault_full_of_documents"
    SAME_DOCUMENT = "same_document"
    CONTENTS_GONE = "contents_gone"
    MEASURE_UNKNOWN = "measure_unknown"
    PERIOD_NOT_OVER = "period_not_over"
    PERIOD_TOO_LONG_AGO = "period_too_long_ago"
    PERIOD_UNREADABLE = "period_unreadable"
    PUBLISHED_MEANWHILE = "published_meanwhile"
    ALREADY_WITHDRAWN = "already_withdrawn"
    CORRECTION_MISSING = "correction_missing"
    CORRECTION_NUMBER = "correction_number"
    BREAKDOWN_NOT_POSSIBLE = "breakdown_not_possible"
    BREAKDOWN_TWICE = "breakdown_twice"
    TOO_MANY_BREAKDOWNS = "too_many_breakdowns"
    BREAKDOWN_WITHOUT_TABLE = "breakdown_without_table"
    WARDS_NEED_A_YEAR = "wards_need_a_year"
    OUTLINE_BROKEN = "outline_broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """One problem and the name of the field it belongs to ("" for the whole record)."""

    field: str
    problem: Problem


class Refused(Exception):
    """The domain refuses a value or a move, naming every problem by field.

    Its text names fields and kinds of problem only, never what was typed.
    """

    def __init__(self, *problems: FieldProblem) -> None:
        super().__init__(", ".join(f"{p.field or 'record'}: {p.problem.value}" for p in problems))
        self.problems = problems


def refuse(field: str, problem: Problem) -> Refused:
    """Give the refusal of one field, to be raised."""
    return Refused(FieldProblem(field=field, problem=problem))


class Findings:
    """Gathers the problems of one record and refuses once, with all of them."""

    __slots__ = ("_problems",)

    def __init__(self) -> None:
        self._problems: tuple[FieldProblem, ...] = ()

    def when(self, wrong: bool, field: str, problem: Problem) -> None:  # noqa: FBT001 - reads as prose
        """Note *problem* of *field* when something is *wrong* with it."""
        if wrong:
            self._problems += (FieldProblem(field=field, problem=problem),)

    def settle(self) -> None:
        """Refuse if anything was noted.

        Raises:
            Refused: With every problem noted.
        """
        if self._problems:
            raise Refused(*self._problems)

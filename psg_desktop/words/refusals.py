"""The sentence beside a field that says what is wrong and what to do."""

from collections.abc import Iterable

from psg_desktop.domain.attachments import FILE_LIMIT, MEGABYTE, VAULT_LIMIT
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from psg_desktop.words.field_refusals import BY_FIELD

_SENTENCES = {
    Problem.NOT_A_QUARTER: "Choose a quarter from the list.",
    Problem.QUARTER_TWICE: "A quarter stands here twice. Put its money into one row.",
    Problem.QUARTER_NOT_BEGUN: "The quarter had not begun on this day. Choose a later one.",
    Problem.NOT_A_NUMBER: "Enter a number, such as 42 or 12.5.",
    Problem.BEFORE_AGREED: "This date is before the one it follows. Choose a later one.",
    Problem.RAG_UNEXPLAINED: "Red and amber need the reason in words.",
    Problem.MORE_THAN_AGREED: "This is more than the amount to be paid back.",
    Problem.REPORTED_ALREADY: "There is a report on this quarter already. Change that one.",
    Problem.REPORTED_AGAINST: (
        "Something was reported on or changed about this objective, so it stays as first agreed."
    ),
    Problem.NAME_MISSING: "Enter a name.",
    Problem.TITLE_MISSING: "Enter a working title.",
    Problem.TEXT_MISSING: "Enter the text.",
    Problem.TEXT_TOO_LONG: f"Shorten this to {TEXT_LIMIT:,} characters or fewer.",
    Problem.LINE_TOO_LONG: f"Shorten this to {LINE_LIMIT:,} characters or fewer.",
    Problem.SUBJECT_MISSING: "Choose who or what the case is about.",
    Problem.SUBJECT_OF_OTHER_KIND: "Choose a subject of the same kind as the case.",
    Problem.REFERENCE_MISSING: "Enter a reference.",
    Problem.POSTCODE_UNKNOWN_SHAPE: "Check the postcode. A full one looks like CB7 4EE.",
    Problem.ADDRESS_MISSING: "Enter the address, or choose “No fixed address”.",
    Problem.ENDS_BEFORE_START: "Choose a date that is not before the start.",
    Problem.MEETING_TO_COME: "The day of this meeting is still to come. What you typed is kept; "
    "end the meeting on its day, or change its date first.",
    Problem.DATE_IN_FUTURE: "This date is in the future. Choose today or an earlier date.",
    Problem.DATE_IN_PAST: "This date is in the past. Choose a date from today on.",
    Problem.BORN_TOO_LONG_AGO: "Check the year of birth. It is too long ago.",
    Problem.OWNER_MISSING: "Choose the agency that owns the action.",
    Problem.OFFICER_MISSING: "Enter the name of the officer who will do it.",
    Problem.DUE_MISSING: "Enter the date it is due, such as +2w or 3 dec.",
    Problem.OUTCOME_MISSING: "Say what came of it.",
    Problem.REASON_MISSING: "Give the reason.",
    Problem.REASON_NOT_ON_LIST: "Choose a reason from the list.",
    Problem.SUMMARY_MISSING: "Write a closing summary.",
    Problem.GROUP_MISSING: "Name the group.",
    Problem.ASK_MISSING: "Say what the group is asked to do.",
    Problem.ANSWER_MISSING: "Enter the answer that was given.",
    Problem.DECISION_MISSING: "Enter what was decided.",
    Problem.DATE_MISSING: "Enter the date.",
    Problem.MOVE_NOT_POSSIBLE: "This is not possible from the state it is in now.",
    Problem.CASE_IS_CLOSED: "The case is closed. Reopen it first.",
    Problem.BEFORE_CASE_OPENED: "This date is before the case was opened. Choose a later one.",
    Problem.AMOUNT_NOT_MONEY: "Enter an amount in pounds and pence, such as 1,250.00.",
    Problem.INTERVAL_NOT_POSITIVE: "Enter a number of days, 1 or more.",
    Problem.SAME_CASE: "Choose another case. A case cannot be linked with itself.",
    Problem.ALREADY_THERE: "This is already there.",
    Problem.STILL_IN_USE: "This is still in use, so it stays. Take it out of use there first.",
    Problem.NOT_FOUND: "This is no longer there. Go back to the list and choose again.",
    Problem.CHANGED_MEANWHILE: (
        "This was changed in the meantime, so nothing was saved. Open it again to see the change."
    ),
    Problem.NOTHING_TO_UNDO: "There is nothing to undo.",
    Problem.UNDECIDED_ROWS: "Decide on every marked row first; nothing was imported.",
    Problem.UNDECIDED_PASSAGES: "Decide on every marked passage first.",
    Problem.MEASURE_UNKNOWN: "There is no such measure. Choose one of the list.",
    Problem.PERIOD_TOO_LONG_AGO: (
        "This period is more than ten years past. Choose one of the last ten years."
    ),
    Problem.PERIOD_NOT_OVER: (
        "This period is not over. Choose one whose last day has passed, so that its numbers stand."
    ),
    Problem.PERIOD_UNREADABLE: (
        "This is not a period. Write a quarter as 2026Q3, a financial year as 2025-26, or twelve "
        "months up to a quarter as 2026Q3-12m."
    ),
    Problem.PUBLISHED_MEANWHILE: (
        "Something was published since this was planned. Plan it again, so that both are safe "
        "together."
    ),
    Problem.ALREADY_WITHDRAWN: "This release was withdrawn already.",
    Problem.CORRECTION_MISSING: "Say what was wrong, and what is right.",
    Problem.CORRECTION_NUMBER: "Take out the numbers, and say in words what was wrong.",
    Problem.BREAKDOWN_NOT_POSSIBLE: (
        "This measure is not broken down that way. Choose another breakdown, or another measure."
    ),
    Problem.BREAKDOWN_TWICE: "Two breakdowns divide the same thing. Take one of them out.",
    Problem.TOO_MANY_BREAKDOWNS: "Choose three breakdowns at most.",
    Problem.BREAKDOWN_WITHOUT_TABLE: "Say with --table what is to be broken down.",
    Problem.WARDS_NEED_A_YEAR: (
        "Single wards are counted over a financial year only. Choose a year, or groups of wards."
    ),
    Problem.OUTLINE_BROKEN: "The outline of this ward is no area that closes.",
    Problem.IDENTITY_FOUND: "This still names somebody. Change the marked words.",
    Problem.NOTHING_CHOSEN: "Choose one.",
    Problem.ASSESSOR_MISSING: "Enter the name of the person who assessed the risk.",
    Problem.ANSWER_NOT_CHOSEN: "Choose an answer.",
    Problem.SCORE_NOT_SUM: "The points do not add up to the score. Assess the risk again.",
    Problem.VERSION_IN_USE: (
        "Cases were assessed with this version, so it stays as it is. Make a new version."
    ),
    Problem.QUESTIONS_MISSING: "Add at least one question.",
    Problem.ANSWERS_TOO_FEW: "Give every question two answers or more.",
    Problem.POINTS_OUT_OF_RANGE: "Give each answer from 0 to 99 points.",
    Problem.POINTS_MISSING: "End every answer with its points, such as “Every day = 5”.",
    Problem.BANDS_NOT_FROM_ZERO: "The lowest band begins at a score of 0.",
    Problem.BAND_NOT_HIGHER: "Enter a higher score than where the band before begins.",
    Problem.BAND_OUT_OF_REACH: "No answers add up to this score. Enter a lower one.",
    Problem.STATEMENT_MISSING: "Say what the problem is: who or what is harmed, where and when.",
    Problem.NOT_YET_OPENED: "The case was not on file yet on that day. Choose a later one.",
    Problem.SIDE_MISSING: "Choose what each response is aimed at.",
    Problem.RESULT_MISSING: "Choose what has become of it.",
    Problem.NOT_A_COUNT: "Enter a whole number, 0 or more.",
    Problem.BEFORE_RECEIVED: "This date is before the referral was received. Choose a later one.",
    Problem.LIMB_UNANSWERED: "Answer each part of the threshold test.",
    Problem.LENGTH_NOT_POSSIBLE: "Enter a number that is possible here.",
    Problem.EVIDENCE_MISSING: "Say what happened and how it is known.",
    Problem.BEFORE_IT_STARTED: "This date is before it was served or began. Choose a later one.",
    Problem.AFTER_IT_ENDED: "It no longer ran on this day. Choose an earlier date.",
    Problem.NOT_THE_LAW_THEN: (
        "This power is not in force on that day. Choose another, or set its date in Settings."
    ),
    Problem.TOO_YOUNG: "The person is too young for this. Choose another intervention.",
    Problem.LAW_OVERLAPS: (
        "Another row of this power covers these days. End that one the day before."
    ),
    Problem.TOLD_MISSING: "Say who was told and when, or why nobody was.",
    Problem.ATTEMPTS_MISSING: (
        "No attempt at contact is on record. Record each: when, how and with what result."
    ),
    Problem.OBJECTION_STANDS: (
        "An agency has objected. Name the meeting that agrees, or withdraw the proposal."
    ),
    Problem.LEAVE_TOO_LONG: "Leave may last a year at most. Check the years.",
    Problem.BEFORE_PROPOSED: "Choose a day that is not before the proposal.",
    Problem.SAME_RECORD: "This is the same record. Choose another one.",
    Problem.PART_OF_ITSELF: "This place lies within the other one already. Choose another.",
    Problem.BEFORE_OFFERED: "This lies before the offer or its last answer. Check the dates.",
    Problem.ABOVE_THE_LAW: "The law allows no more than three complaints. Enter 3 or fewer.",
    Problem.MET_BY_LAW: (
        "Enough qualifying complaints of anti-social behaviour meet the threshold by law. Answer "
        "yes, or check the answers above."
    ),
    Problem.NO_PART_MET: (
        "The threshold cannot be met when the behaviour or every other part is answered with no. "
        "Check the answers above."
    ),
    Problem.BEFORE_APPLICATION: "This lies before the application was received.",
    Problem.ALREADY_DECIDED: (
        "The threshold is decided already. Correct that decision, or record an appeal first."
    ),
    Problem.THRESHOLD_NOT_MET: "Decide first that the threshold is met.",
    Problem.PANEL_NOT_HELD: "Record first that a panel was held.",
    Problem.NOTHING_TO_APPEAL: "There is no decision or review yet to appeal against.",
    Problem.APPEAL_WAITS: "An appeal waits for its result. Record the result first.",
    Problem.OUTCOME_NOT_TOLD: (
        "The applicant was not told yet. Record the decision or the outcome and who was told, or "
        "say that the application was withdrawn."
    ),
    Problem.REVIEW_IS_CLOSED: "This case review is closed. Reopen it first.",
    Problem.ROLE_MISSING: "Choose what the person is to the place.",
    Problem.LEAD_MISSING: "Choose the agency that leads.",
    Problem.PERIOD_MISSING: "Say what it counts over, such as “April to June 2026”.",
    Problem.SOURCE_MISSING: "Say where the figure comes from.",
    Problem.UNIT_MISSING: "Say what is counted, such as “reports” or “% of residents”.",
    Problem.RECOMMENDATION_MISSING: "Write the recommendation.",
    Problem.ADDRESSEE_MISSING: "Choose the agency it is addressed to.",
    Problem.PROOF_MISSING: "Say what shows that it was done.",
    Problem.BEFORE_MADE: "This date is before the recommendation was made. Choose a later one.",
    Problem.BEFORE_SENT: "This date is before it was sent. Choose a later one.",
    Problem.MAY_NAME_SOMEBODY: (
        "Some words may point to somebody. Change them, or say below that they do not."
    ),
    Problem.DOCUMENT_TITLE_MISSING: "Enter a title that says what the document is.",
    Problem.FILE_EMPTY: "The file is empty. Choose the one that holds the document.",
    Problem.FILE_TOO_LARGE: (
        f"The file is larger than {FILE_LIMIT // MEGABYTE} MB. Save it smaller, such as a scan in "
        "fewer colours, or add the pages that matter."
    ),
    Problem.VAULT_FULL_OF_DOCUMENTS: (
        f"The documents of this vault would take more than {VAULT_LIMIT // MEGABYTE // 1024} GB. "
        "Remove documents that are no longer needed, then add this one."
    ),
    Problem.SAME_DOCUMENT: "This very file is here already.",
    Problem.CONTENTS_GONE: (
        "The document was removed too long ago: what it held is wiped. Add the file again."
    ),
    Problem.DISPOSED_OF: (
        "Records of this change were disposed of since, so it cannot be taken back."
    ),
    Problem.NOT_DUE: "This is not due for disposal. Look at the list again.",
    Problem.KEPT_BY_A_STAY: "A hold keeps this. Lift the hold first.",
    Problem.NOT_CONFIRMED: "Type it exactly as it is shown above.",
    Problem.BEFORE_REQUEST: "This date is before the request came in. Choose a later one.",
    Problem.IDENTITY_HOW_MISSING: "Say by what the identity was confirmed.",
    Problem.IDENTITY_NOT_CONFIRMED: "Confirm the identity of whoever asked first.",
    Problem.EXTENDED_TOO_LATE: (
        "The first month was over on that day, so the time can no longer be extended."
    ),
    Problem.EXEMPTION_MISSING: "Choose why it is kept from the person.",
    Problem.ASKED_FOR_BY_REQUEST: (
        "Somebody it names has asked for a copy of what is held, and the answer is still owed. "
        "Answer the request first."
    ),
}


def sentence(refused: FieldProblem) -> str:
    """Give the sentence to show above the field."""
    # What follows a stroke tells several fields of one sort apart, such as "narrative/2".
    own = BY_FIELD.get((refused.field.partition("/")[0], refused.problem))
    return own or _SENTENCES[refused.problem]


def sentences(refused: Iterable[FieldProblem]) -> tuple[str, ...]:
    """Give one sentence for each problem, each sentence once, for a summary."""
    return tuple(dict.fromkeys(sentence(problem) for problem in refused))

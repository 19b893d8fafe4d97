"""What a check before papers go out says, and the words of the step that mends it."""

from psg_desktop.domain.meetings import Meeting
from psg_desktop.domain.preflight import Check, CheckLine

_SENTENCES = {
    Check.AGENDA_EMPTY: "Nothing is on the agenda.",
    Check.CHAIR_MISSING: "Nobody is named as the chair.",
    Check.START_MISSING: "The meeting has no time to start.",
    Check.PLACE_MISSING: "The meeting has no place.",
    Check.STATEMENT_MISSING: "There is no confidentiality statement to read out.",
    Check.DUPLICATE_ITEM: "This is on the agenda twice.",
    Check.CLOSED_CASE: "This case is closed.",
    Check.PAPERS_LATE: "The last day for papers has passed.",
    Check.LAST_MINUTES: "Its minutes are not approved yet.",
    Check.NOBODY_INVITED: "Nobody is asked to the meeting.",
    Check.REFERRAL_LATE: "It came after referrals had closed.",
    Check.REFERRAL_INCOMPLETE: "This referral is still incomplete.",
    Check.NO_RISK: "The case has no risk level.",
    Check.NO_REVIEW_DATE: "The case has no review date.",
    Check.NO_LEAD: "The case has no lead agency.",
    Check.NO_OPEN_ACTION: "The case has no open action.",
    Check.NO_FOCUS_AREA: "The case has no focus area.",
    Check.NO_PROBLEM: "It is not said what the problem is.",
    Check.ACTIONS_UNDECIDED: "Actions are proposed, not agreed.",
    Check.ACTION_OVERDUE: "This action is overdue.",
    Check.ACTION_WITHOUT_UPDATE: "Not heard of since the last meeting.",
    Check.CLOSURE_WITHOUT_SUMMARY: "The closing has no summary yet.",
    Check.ESCALATION_WITHOUT_ASK: "It does not say what is asked.",
    Check.INTERVENTION_DUE: "An intervention has a date to see to.",
    Check.PROJECT_REPORT_MISSING: "The last quarter's report is not in.",
    Check.CASE_QUIET: "Nothing was written for a while.",
    Check.BACKUP_OLD: "No checked backup for seven days.",
}
_STEPS = {
    Check.AGENDA_EMPTY: "Propose the agenda",
    Check.CHAIR_MISSING: "Name the chair",
    Check.START_MISSING: "Set the time",
    Check.PLACE_MISSING: "Set the place",
    Check.STATEMENT_MISSING: "Write the statement",
    Check.LENGTH_NOT_MATCHING: "Share the minutes out",
    Check.DUPLICATE_ITEM: "Take this one off",
    Check.CLOSED_CASE: "Take it off",
    Check.PAPERS_LATE: "Mark the papers as sent",
    Check.LAST_MINUTES: "Open that meeting",
    Check.NOBODY_INVITED: "Ask the usual people",
    Check.AGENCY_NOT_INVITED: "Ask somebody of theirs",
    Check.REFERRAL_LATE: "Open the referral",
    Check.REFERRAL_INCOMPLETE: "Open the referral",
    Check.NO_RISK: "Set the risk level",
    Check.NO_REVIEW_DATE: "Set the review date",
    Check.NO_LEAD: "Choose the lead agency",
    Check.NO_OPEN_ACTION: "Add an action",
    Check.NO_FOCUS_AREA: "Choose the focus areas",
    Check.NO_PROBLEM: "Write the problem",
    Check.ACTIONS_UNDECIDED: "Agree the actions",
    Check.ACTION_OVERDUE: "Open the action",
    Check.ACTION_WITHOUT_UPDATE: "Open the action",
    Check.CLOSURE_WITHOUT_SUMMARY: "Write the summary",
    Check.ESCALATION_WITHOUT_ASK: "Write what is asked",
    Check.INTERVENTION_DUE: "Open the interventions",
    Check.PROJECT_REPORT_MISSING: "Open the project",
    Check.CASE_QUIET: "Open the case",
    Check.BACKUP_OLD: "Back up now",
}


def sentence(line: CheckLine, meeting: Meeting) -> str:
    """Say what is wrong, with its figures."""
    if line.check is Check.LENGTH_NOT_MATCHING:
        return f"The items take {line.number} of {meeting.length} minutes."
    if line.check is Check.AGENCY_NOT_INVITED:
        actions = "1 open action" if line.number == 1 else f"{line.number} open actions"
        return f"Nobody of it is asked; {actions}."
    return _SENTENCES[line.check]


def step(check: Check) -> str:
    """Give the words of what mends it."""
    return _STEPS[check]

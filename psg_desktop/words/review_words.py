"""The words of support and of ASB case reviews: states, steps, parts of the test, fields."""

from enum import StrEnum

from psg_desktop.domain.case_review_applications import ApplicantKind, ApplicationRoute
from psg_desktop.domain.case_review_clocks import ReviewClock
from psg_desktop.domain.case_review_counting import Qualifying
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    RecommendationAnswer,
    ReviewAppealResult,
    VictimPart,
)
from psg_desktop.domain.case_review_lists import ReviewColumn, ReviewView
from psg_desktop.domain.case_review_numbers import PublishedNumber, YearKind
from psg_desktop.domain.case_review_rules import CountedFrom, ReviewStep
from psg_desktop.domain.case_review_thresholds import ReviewLimb
from psg_desktop.domain.case_reviews import ReviewState
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.support import ContactResult, ContactWay, SupportPurpose, SupportState

REVIEW_KINDS: tuple[type[StrEnum], ...] = (
    AppealAgainst, ApplicantKind, ApplicationRoute, ContactResult, ContactWay, CountedFrom,
    PublishedNumber, Qualifying, RecommendationAnswer, ReviewAppealResult, ReviewClock, ReviewLimb,
    ReviewColumn, ReviewState, ReviewStep, ReviewView, SupportPurpose, SupportState, VictimPart,
    YearKind,
)  # fmt: skip

REVIEW_WORDS: dict[type[StrEnum], dict[str, str]] = {
    ApplicantKind: {
        ApplicantKind.VICTIM: "The victim",
        ApplicantKind.ON_BEHALF: "Somebody on the victim's behalf",
        ApplicantKind.OTHER_PERSON: "Another person, a group or a business",
    },
    ApplicationRoute: {
        ApplicationRoute.EMAIL: "E-mail",
        ApplicationRoute.THROUGH_AGENCY: "Through another agency, such as 101",
    },
    ReviewLimb: {
        ReviewLimb.BEHAVIOUR: "Anti-social behaviour",
        ReviewLimb.COMPLAINTS: "Enough qualifying complaints",
        ReviewLimb.HARM: "Harm or potential harm",
        ReviewLimb.RESPONSE: "Response not adequate",
    },
    VictimPart: {
        VictimPart.ATTENDED: "Invited, and attended",
        VictimPart.REPRESENTED: "Invited, and represented by somebody",
        VictimPart.WROTE: "Invited, and wrote or was heard beforehand",
        VictimPart.INVITED_ONLY: "Invited, has not taken part",
    },
    RecommendationAnswer: {RecommendationAnswer.ACCEPTED_IN_PART: "Accepted in part"},
    AppealAgainst: {
        AppealAgainst.THRESHOLD: "The decision on the threshold",
        AppealAgainst.REVIEW: "How the review was carried out",
    },
    ReviewState: {
        ReviewState.NOT_MET: "Threshold not met",
        ReviewState.MET: "Threshold met, panel to be held",
        ReviewState.HELD: "Panel held, outcome to be told",
        ReviewState.TOLD: "Outcome told",
        ReviewState.APPEALED: "Appeal waits",
        ReviewState.DECIDE_AGAIN: "To be decided again",
    },
    ReviewView: {
        ReviewView.LATE: "Late",
        ReviewView.FINISHED: "Closed or withdrawn",
        ReviewView.ALL: "All case reviews",
    },
    ReviewStep: {
        ReviewStep.ACKNOWLEDGE: "Acknowledge the application",
        ReviewStep.DECIDE: "Decide on the threshold and tell the applicant",
        ReviewStep.HOLD: "Hold the panel",
        ReviewStep.TELL: "Tell the applicant the outcome",
        ReviewStep.DECIDE_APPEAL: "Decide an appeal",
    },
    ReviewClock: {
        ReviewClock.DECIDE: "Decide, and tell",
        ReviewClock.HOLD: "Hold the panel",
        ReviewClock.TELL: "Tell the outcome",
        ReviewClock.ANSWER: "Answer recommendation",
        ReviewClock.CARRY_OUT: "Carry out a recommendation",
        ReviewClock.DECIDE_APPEAL: "Decide the appeal",
    },
    CountedFrom: {
        CountedFrom.RECEIVED: "The day the application was received",
        CountedFrom.STEP_BEFORE: "The step before",
    },
    Qualifying: {
        Qualifying.COUNTS: "Qualifies",
        Qualifying.NO_DAY: "Does not qualify: no day of the behaviour",
        Qualifying.REPORTED_LATE: "Does not qualify: reported too late",
        Qualifying.TOO_LONG_AGO: "Does not qualify: reported too long ago",
        Qualifying.AFTER_APPLICATION: "Does not qualify: reported after the application",
    },
    PublishedNumber: {
        PublishedNumber.APPLICATIONS: "Applications made",
        PublishedNumber.NOT_MET: "Times the threshold was not met",
        PublishedNumber.CARRIED_OUT: "Reviews carried out",
        PublishedNumber.WITH_RECOMMENDATIONS: "Reviews that resulted in recommendations",
    },
    YearKind: {
        YearKind.FINANCIAL: "Year from 1 April",
        YearKind.CALENDAR: "Year from 1 January",
    },
    SupportState: {SupportState.OFFERED: "No answer yet"},
    ContactWay: {
        ContactWay.EMAIL: "E-mail",
        ContactWay.STREET: "Met in the street",
        ContactWay.THROUGH_AGENCY: "Through another agency",
    },
    ContactResult: {
        ContactResult.SPOKE: "Spoke with them",
        ContactResult.REFUSED: "Would not speak",
        ContactResult.WRONG_DETAILS: "Wrong number or address",
    },
    SupportPurpose: {
        SupportPurpose.TYPE: "Type of support",
        SupportPurpose.REASON: "Reason why it was not taken up",
    },
}

REVIEW_FIELDS: dict[tuple[RecordKind, str], type[StrEnum]] = {
    (RecordKind.CASE_REVIEW, "applicant"): ApplicantKind,
    (RecordKind.CASE_REVIEW, "route"): ApplicationRoute,
    (RecordKind.CASE_REVIEW, "limb"): ReviewLimb,
    (RecordKind.CASE_REVIEW, "victim"): VictimPart,
    (RecordKind.CASE_REVIEW, "answer"): RecommendationAnswer,
    (RecordKind.CASE_REVIEW, "against"): AppealAgainst,
    (RecordKind.CASE_REVIEW, "result"): ReviewAppealResult,
    (RecordKind.REVIEW_TIME, "step"): ReviewStep,
    (RecordKind.REVIEW_TIME, "counted_from"): CountedFrom,
    (RecordKind.SUPPORT_OFFER, "state"): SupportState,
    (RecordKind.SUPPORT_OFFER, "how"): ContactWay,
    (RecordKind.SUPPORT_OFFER, "result"): ContactResult,
    (RecordKind.SUPPORT_CODE, "purpose"): SupportPurpose,
}

REVIEW_FIELD_NAMES: dict[str, str] = {
    "support": "Type of support",
    "offered_on": "Offered on",
    "attempts": "Attempts at contact",
    "answers": "What became of it",
    "remark": "Remark",
    "purpose": "List",
    "applicant": "Applicant",
    "relation": "What they are to the victim",
    "victim": "Victim",
    "behaviour": "What happens",
    "incidents": "Incidents reported",
    "reporter": "Reported by",
    "reported_on": "Reported on",
    "acknowledged_how": "Acknowledged how",
    "decisions": "Decision on the threshold",
    "findings": "Findings",
    "met": "Met",
    "needed": "Qualifying complaints needed",
    "counted": "Qualifying complaints",
    "requests": "Information asked for",
    "panels": "Panel",
    "members": "Agencies of the panel",
    "attended": "Attended",
    "held": "Held",
    "chair_from": "Where the chair comes from",
    "independent": "Independent chair",
    "representative": "Who came for the victim",
    "why_not": "Why the victim was not invited",
    "recommendations": "Recommendations",
    "addressee": "Addressee",
    "answer_by": "Answer due",
    "answer_text": "What the addressee said",
    "done_on": "Done on",
    "says": "What the letter says",
    "against": "Appeal against",
    "grounds": "Grounds",
    "decider": "Who decides the appeal",
    "decided_on": "Decided on",
    "closed_because": "Why it was closed",
    "consent_on": "Consent given on",
    "complaints": "Complaints that meet the threshold",
    "report_months": "Reported within so many months",
    "people": "Or reports by so many people",
    "step": "Step",
    "counted_from": "Counted from",
}

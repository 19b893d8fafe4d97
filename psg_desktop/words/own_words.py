"""The words of states, kinds, moves and views whose code, with spaces, would not do."""

from enum import StrEnum

from psg_desktop.domain.access_marks import Exemption, MarkHow
from psg_desktop.domain.addresses import AddressKind
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.agendas import ItemKind
from psg_desktop.domain.alike import Likeness
from psg_desktop.domain.attachments import FileSort
from psg_desktop.domain.cases import CaseMove
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.closing import HoldResult, ProposalState
from psg_desktop.domain.death_reviews import DeathReviewKind, RecommendationStanding, ReviewStage
from psg_desktop.domain.information import Basis, Gateway
from psg_desktop.domain.intervention_clocks import Clock
from psg_desktop.domain.intervention_facts import AppealOutcome, Appellant, InterventionState
from psg_desktop.domain.intervention_facts import (
    Standing as InterventionStanding,
)
from psg_desktop.domain.intervention_kinds import Aim, Family
from psg_desktop.domain.intervention_lists import RegisterColumn, RegisterView
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.lists import ActionView, CaseView
from psg_desktop.domain.meetings import MeetingGroup, Presence
from psg_desktop.domain.notes import NoteBasis
from psg_desktop.domain.orders import CaseColumn
from psg_desktop.domain.people import IdentifierKind
from psg_desktop.domain.place_ties import TieRole
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.plan_measures import Better, Course
from psg_desktop.domain.problem_analyses import ProblemResult, Side
from psg_desktop.domain.project_files import ProjectClock
from psg_desktop.domain.referral_lists import ReferralView
from psg_desktop.domain.referrals import (
    Awareness,
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Urgency,
)
from psg_desktop.domain.releases import ReleaseKind
from psg_desktop.domain.retention import RetentionTrigger
from psg_desktop.domain.subject_access import Regime, RequestKind
from psg_desktop.domain.today import Gap
from psg_desktop.words.acts import ACTS

# Only where the code of a value, with spaces and a capital, is not what a person would say. Kept
# by type: values of two kinds with the same code are equal.
OWN_WORDS: dict[type[StrEnum], dict[str, str]] = {
    Act: ACTS,
    TieRole: {TieRole.EMPLOYEE: "Works there", TieRole.REGULAR: "Goes there often"},
    Aim: {Aim.EITHER: "Person or place"},
    Appellant: {
        Appellant.RECIPIENT: "Whoever it was given to",
        Appellant.ISSUER: "The agency that issued it",
    },
    AppealOutcome: {
        AppealOutcome.DISMISSED: "Dismissed: it stands",
        AppealOutcome.VARIED: "Varied: it stands as changed",
        AppealOutcome.QUASHED: "Allowed: it is quashed",
        AppealOutcome.ABANDONED: "Abandoned: it stands",
    },
    Clock: {
        Clock.BREACH: "Breach not answered",
        Clock.REVIEW: "Review due",
        Clock.EXPIRY: "Expiring",
        Clock.APPEAL_PENDING: "Appeal not decided",
        Clock.APPEAL_OPEN: "Appeal can be lodged",
    },
    Family: {
        Family.WARNING: "Voluntary or warning",
        Family.ORDER: "Order by a court",
        Family.AREA_POWER: "Power over an area",
    },
    InterventionStanding: {InterventionStanding.QUASHED: "Quashed on appeal"},
    InterventionState: {InterventionState.QUASHED: "Quashed on appeal"},
    RegisterColumn: {
        RegisterColumn.NAME: "Intervention",
        RegisterColumn.TARGET: "For",
    },
    RegisterView: {
        RegisterView.LIVE: "In force",
        RegisterView.EXPIRING: "Expiring within 28 days",
        RegisterView.OVER: "Expired or ended",
        RegisterView.ALL: "All interventions",
    },
    AddressKind: {AddressKind.PLACE_NOT_ADDRESS: "A place, not an address"},
    AgencyKind: {
        AgencyKind.DISTRICT_COUNCIL: "District or unitary council",
        AgencyKind.HEALTH: "Health",
        AgencyKind.DRUG_AND_ALCOHOL: "Drug and alcohol service",
        AgencyKind.PARISH_OR_TOWN: "Parish or town council",
    },
    CaseColumn: {
        CaseColumn.LEAD: "Lead agency",
        CaseColumn.REVIEW: "Next review",
    },
    CaseMove: {
        CaseMove.START_PLAN: "Start the plan",
        CaseMove.BACK_TO_ASSESSMENT: "Go back to assessment",
        CaseMove.STEP_DOWN: "Step down to monitoring",
        CaseMove.STEP_UP: "Step up to active plan",
        CaseMove.HOLD: "Put on hold",
        CaseMove.HAND_OVER: "Hand over to another group",
        CaseMove.RESUME: "Take up again",
        CaseMove.CLOSE: "Close the case",
        CaseMove.REOPEN: "Reopen the case",
    },
    CaseView: {
        CaseView.OPEN: "Open cases",
        CaseView.ALL: "All cases",
        CaseView.QUIET: "Quiet 30 days",
        # Counted in cases; the first page counts the actions themselves.
        CaseView.OVERDUE_ACTIONS: "With late actions",
    },
    ActionView: {
        ActionView.OPEN: "Open actions",
        ActionView.ALL: "All actions",
    },
    Gap: {
        Gap.NO_LEAD: "No lead agency",
        Gap.NO_RISK: "No risk level",
        Gap.PROPOSED_ACTIONS: "Actions proposed but not agreed",
    },
    IdentifierKind: {
        IdentifierKind.NHS_NUMBER: "NHS number",
        IdentifierKind.NATIONAL_INSURANCE: "National Insurance number",
        IdentifierKind.PNC: "PNC number",
        IdentifierKind.CRO: "CRO number",
        IdentifierKind.DRIVING_LICENCE: "Driving licence number",
        IdentifierKind.PASSPORT: "Passport number",
        IdentifierKind.VEHICLE: "Vehicle registration",
    },
    ItemKind: {
        ItemKind.APOLOGIES: "Apologies and confidentiality",
        ItemKind.LAST_MINUTES: "Minutes of the last meeting",
        ItemKind.MATTERS_ARISING: "Matters arising and actions",
        ItemKind.OTHER_BUSINESS: "Any other business",
        ItemKind.NEXT_DATE: "Date of the next meeting",
    },
    MeetingGroup: {
        MeetingGroup.PSG: "PSG",
        MeetingGroup.DELIVERY_GROUP: "Delivery Group",
        MeetingGroup.CSP_BOARD: "CSP board",
    },
    Presence: {Presence.APOLOGY: "Sent apologies", Presence.ABSENT: "Not there"},
    NoteBasis: {NoteBasis.JUDGEMENT: "Professional judgement"},
    PlaceKind: {
        PlaceKind.BLOCK: "Block of flats",
        PlaceKind.PARK: "Park or open space",
        PlaceKind.STATION: "Station or stop",
        PlaceKind.RURAL: "Rural land",
        PlaceKind.WATERSIDE: "River, lake or waterside",
    },
    HoldResult: {HoldResult.NOT_ASKED: "Not to be asked"},
    ProposalState: {ProposalState.OPEN: "Proposed", ProposalState.OBJECTED: "Objected to"},
    ProblemResult: {ProblemResult.NOT_KNOWN: "Cannot be said"},
    Side: {
        Side.VICTIM: "Victim or target",
        Side.GUARDIAN: "Guardian of the victim or target",
        Side.HANDLER: "Handler of the offender",
        Side.PLACE_MANAGER: "Manager of the place",
    },
    RecordKind: {
        RecordKind.INVOLVEMENT: "Role in a case",
        RecordKind.CASE_LINK: "Link between cases",
        RecordKind.GROUP_TEXT: "Text for the group",
        RecordKind.RETENTION_RULE: "Time of keeping",
        RecordKind.STAY: "Hold on a record",
        RecordKind.OBJECTIVE: "Objective of a project",
        RecordKind.REPORTING: "Reports asked of a project",
        RecordKind.PROJECT_REPORT: "Quarterly report of a project",
        RecordKind.PROJECT_RATING: "Rating of a project",
        RecordKind.CLOSURE_PROPOSAL: "Proposal to close",
        RecordKind.HOLD_CHECK: "Question whether it held",
        RecordKind.PLAN: "Plan of a year",
        RecordKind.PLAN_PRIORITY: "Priority of the plan",
        RecordKind.PLAN_ACTION: "Action of the plan",
        RecordKind.PLAN_MEASURE: "Measure of the plan",
        RecordKind.PLAN_LINK: "Link with the plan",
        RecordKind.ACCESS_REQUEST: "Request about information",
        RecordKind.ACCESS_MARK: "Decision on a passage of a copy",
        RecordKind.ATTACHMENT: "Document",
        RecordKind.DOCUMENT_KIND: "Kind of document",
        RecordKind.STATISTICS: "Release of statistics",
        RecordKind.POLICE_MONTH: "Police figures of a month",
        RecordKind.WARD_BOUNDARY: "Ward",
    },
    FileSort: {
        FileSort.PDF: "PDF",
        FileSort.OTHER_PICTURE: "Picture of a kind not shown here",
        FileSort.DRAWING: "Drawing (SVG)",
        FileSort.WEB_PAGE: "Web page",
        FileSort.OFFICE: "Office document",
        FileSort.MESSAGE: "E-mail message",
        FileSort.RECORDING: "Sound or film",
        FileSort.OTHER: "Not recognised",
    },
    RequestKind: {
        RequestKind.ACCESS: "A copy of what is held",
        RequestKind.RECTIFICATION: "Putting something right",
    },
    Regime: {
        Regime.GENERAL: "General (UK GDPR)",
        Regime.LAW_ENFORCEMENT: "Law enforcement (Data Protection Act 2018, part 3)",
    },
    MarkHow: {MarkHow.HELD_BACK: "Held back", MarkHow.LOOKED_AT: "Looked at, stays as proposed"},
    Exemption: {
        Exemption.THIRD_PARTY: "About somebody else as well (schedule 2, paragraph 16)",
        Exemption.CRIME: "Would prejudice crime prevention (schedule 2, paragraph 2)",
        Exemption.LEGAL_PRIVILEGE: "Legal professional privilege (schedule 2, paragraph 19)",
        Exemption.HARM_HEALTH: "Serious harm, health record (schedule 3, part 2)",
        Exemption.HARM_SOCIAL_WORK: "Serious harm, social work record (schedule 3, part 3)",
        Exemption.HARM_EDUCATION: "Serious harm, education record (schedule 3, part 4)",
        Exemption.CHILD_ABUSE: "Child abuse data (schedule 3, part 5)",
        Exemption.BARRED_BY_LAW: "Barred by another law (schedule 4)",
        Exemption.LAW_ENFORCEMENT: "Law enforcement processing (section 45(4))",
        Exemption.NOT_ABOUT_THEM: "Not about this person",
    },
    Basis: {Basis.CONSENT: "Consent, given explicitly"},
    Gateway: {
        Gateway.SECTION_115: "Crime and Disorder Act 1998, section 115",
        Gateway.SECTION_17A: "Crime and Disorder Act 1998, section 17A",
        Gateway.SUBJECT_ACCESS: "The person's own right of access",
    },
    ProjectClock: {
        ProjectClock.REPORT_LATE: "Quarterly report late",
        ProjectClock.CLAWBACK_OUTSTANDING: "Clawback not yet recovered",
    },
    RetentionTrigger: {
        RetentionTrigger.CASE_CLOSED: "Closing of a case",
        RetentionTrigger.REFERRAL_NOT_ACCEPTED: "Referral that opened no case",
        RetentionTrigger.LAST_INVOLVED: "Last change to somebody in no case",
        RetentionTrigger.CASE_REVIEW_CLOSED: "Closing of an ASB case review",
    },
    Likeness: {
        Likeness.SAME_ALIAS: "Known by the same name",
        Likeness.SAME_BIRTH: "Same date of birth",
        Likeness.NEAR_BIRTH: "Day and month of birth the other way round",
        Likeness.SAME_EMAIL: "Same e-mail address",
    },
    Awareness: {
        Awareness.AGREES: "Told, and agrees",
        Awareness.OBJECTS: "Told, and does not agree",
        Awareness.TOLD: "Told; no answer known",
    },
    ReferralOutcome: {
        ReferralOutcome.ACCEPTED_NEW: "Accepted: opens a case",
        ReferralOutcome.ACCEPTED_JOINED: "Accepted: joins a case",
        ReferralOutcome.BELOW_THRESHOLD: "Not accepted: below the threshold",
        ReferralOutcome.SINGLE_AGENCY: "Not accepted: one agency to manage",
        ReferralOutcome.REDIRECTED: "Redirected to another forum",
        ReferralOutcome.DUPLICATE: "Duplicate: joined to a case",
    },
    ReferralView: {
        ReferralView.WAITING: "Waiting for a decision",
        ReferralView.ALL: "All referrals",
    },
    ReferralRoute: {ReferralRoute.EMAIL: "E-mail", ReferralRoute.FORM: "Referral form"},
    ReferralState: {ReferralState.INCOMPLETE: "Incomplete, returned"},
    Urgency: {
        Urgency.BEFORE_MEETING: "Before the next meeting",
        Urgency.NEXT_MEETING: "At the next meeting",
    },
    ReleaseKind: {ReleaseKind.DELIVERY_GROUP_PACK: "Delivery Group pack"},
    RoleKind: {
        RoleKind.HOUSEHOLD: "Household member",
        RoleKind.FAMILY: "Family member",
        RoleKind.HOME: "Home address",
    },
    Standing: {
        Standing.CO_OPERATING_BODY: "Co-operating body",
        Standing.INVITED: "Invited to take part",
    },
    DeathReviewKind: {
        DeathReviewKind.RELATED_DEATH: "Domestic Abuse Related Death Review",
        DeathReviewKind.HOMICIDE: "Domestic Homicide Review",
    },
    ReviewStage: {
        ReviewStage.PANEL_HELD: "First panel held",
        ReviewStage.REPORTED: "Reported to the board",
        ReviewStage.WITH_HOME_OFFICE: "With the Home Office",
        ReviewStage.SENT_BACK: "Sent back for changes",
    },
    RecommendationStanding: {
        RecommendationStanding.NOT_SENT: "Not sent yet",
        RecommendationStanding.MILESTONE_LATE: "A milestone is late",
        RecommendationStanding.WAITING: "Sent, waiting for an answer",
    },
    Better: {Better.LOWER: "It falls", Better.HIGHER: "It rises"},
    Course: {
        Course.SAME: "No change",
        Course.NO_BASELINE: "No baseline",
        Course.NOT_READ: "No reading yet",
    },
}

"""The names of states, kinds, moves and views, as a person reads them."""

from enum import StrEnum
from typing import TypeVar

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressKind
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.agendas import ItemKind, ItemState
from psg_desktop.domain.alike import Likeness
from psg_desktop.domain.cases import CaseKind, CaseMove, CaseState, RiskLevel
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.closing import HoldResult, ProposalState
from psg_desktop.domain.information import Basis, Gateway
from psg_desktop.domain.intervention_clocks import Caution, Clock
from psg_desktop.domain.intervention_facts import (
    AppealOutcome,
    Appellant,
    InterventionState,
    TargetKind,
)
from psg_desktop.domain.intervention_facts import (
    Standing as InterventionStanding,
)
from psg_desktop.domain.intervention_kinds import Aim, Family, LengthUnit
from psg_desktop.domain.intervention_lists import RegisterColumn, RegisterView
from psg_desktop.domain.involvements import PartyKind, RoleKind
from psg_desktop.domain.lists import ActionView, CaseView, FoundKind
from psg_desktop.domain.meetings import MeetingGroup, MeetingState, Presence
from psg_desktop.domain.notes import NoteBasis
from psg_desktop.domain.orders import CaseColumn
from psg_desktop.domain.partnership import AreaLevel
from psg_desktop.domain.people import IdentifierKind
from psg_desktop.domain.place_ties import TieRole
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.problem_analyses import ProblemResult, Side
from psg_desktop.domain.referral_lists import ReferralColumn, ReferralView
from psg_desktop.domain.referrals import (
    Awareness,
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Urgency,
)
from psg_desktop.domain.releases import ReleaseKind
from psg_desktop.domain.retention import DueKind, RetentionTrigger, StayKind
from psg_desktop.domain.today import Gap
from psg_desktop.words.acts import ACTS

Kind = TypeVar("Kind", bound=StrEnum)

# Every kind of word that is shown; the tests go through them.
NAMED: tuple[type[StrEnum], ...] = (
    Act, ActionState, ActionView, AddressKind, AgencyKind, Aim, AppealOutcome, Appellant,
    AreaLevel, Awareness, Basis, CaseColumn, CaseKind, CaseMove, CaseState, CaseView, Caution,
    Clock, DueKind, Family, FoundKind, Gap, Gateway, HoldResult, IdentifierKind,
    InterventionStanding, InterventionState, ItemKind, ItemState, LengthUnit, Likeness,
    MeetingGroup, MeetingState, NoteBasis, PartyKind, PlaceKind, Presence, PriorityStage,
    ProblemResult, ProposalState, RecordKind, ReferralColumn, ReferralOutcome, ReferralRoute,
    ReferralState, ReferralView, RegisterColumn, RegisterView, ReleaseKind, RetentionTrigger,
    RiskLevel, RoleKind, Side, Standing, StayKind, TargetKind, TieRole, Urgency,
)  # fmt: skip

# Only where the code of a value, with spaces and a capital, is not what a person would say. Kept
# by type: values of two kinds with the same code are equal.
_OWN_WORDS: dict[type[StrEnum], dict[str, str]] = {
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
        RecordKind.CLOSURE_PROPOSAL: "Proposal to close",
        RecordKind.HOLD_CHECK: "Question whether it held",
    },
    Basis: {Basis.CONSENT: "Consent, given explicitly"},
    Gateway: {
        Gateway.SECTION_115: "Crime and Disorder Act 1998, section 115",
        Gateway.SECTION_17A: "Crime and Disorder Act 1998, section 17A",
    },
    RetentionTrigger: {
        RetentionTrigger.CASE_CLOSED: "Closing of a case",
        RetentionTrigger.REFERRAL_NOT_ACCEPTED: "Referral that opened no case",
        RetentionTrigger.LAST_INVOLVED: "Last change to somebody in no case",
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
}


def name(value: StrEnum) -> str:
    """Give the name of a state, kind, move or view, in sentence case."""
    own = _OWN_WORDS.get(type(value), {}).get(value)
    return own or value.value.replace("_", " ").capitalize()


def risk(level: RiskLevel | None) -> str:
    """Give the name of a risk level; no level is not a low one."""
    return "Not assessed" if level is None else name(level)


def choices(kind: type[Kind]) -> tuple[tuple[Kind, str], ...]:
    """Give every value of a kind with its name, in the order of the kind, for a list to pick."""
    return tuple((value, name(value)) for value in kind)

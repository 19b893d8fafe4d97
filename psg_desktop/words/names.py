"""The names of states, kinds, moves and views, as a person reads them."""

from enum import StrEnum
from typing import TypeVar

from psg_desktop.domain.access_marks import Exemption, MarkHow
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressKind
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.agendas import ItemKind, ItemState
from psg_desktop.domain.alike import Likeness
from psg_desktop.domain.attachments import FileSort
from psg_desktop.domain.cases import CaseKind, CaseMove, CaseState, RiskLevel
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.closing import HoldResult, ProposalState
from psg_desktop.domain.death_reviews import DeathReviewKind, RecommendationStanding, ReviewStage
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
from psg_desktop.domain.plan_measures import Better, Course, MeasureScope
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.police_review import Change
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.problem_analyses import ProblemResult, Side
from psg_desktop.domain.project_files import ProjectClock
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.rag import Rag
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
from psg_desktop.domain.subject_access import Regime, RequestKind, RequestState
from psg_desktop.domain.today import Gap
from psg_desktop.words.own_words import OWN_WORDS
from psg_desktop.words.review_words import REVIEW_KINDS, REVIEW_WORDS

Kind = TypeVar("Kind", bound=StrEnum)

# Every kind of word that is shown; the tests go through them.
NAMED: tuple[type[StrEnum], ...] = (
    Act, ActionState, ActionView, AddressKind, AgencyKind, Aim, AppealOutcome, Appellant,
    AreaLevel, Aspect, Awareness, Basis, CaseColumn, CaseKind, CaseMove, CaseState, CaseView,
    Caution, Change,
    Clock, DueKind, Family, FileSort, FoundKind, Gap, Gateway, HoldResult, IdentifierKind,
    InterventionStanding, InterventionState, ItemKind, ItemState, LengthUnit, Likeness,
    MeetingGroup, MeetingState, NoteBasis, PartyKind, PlaceKind, PoliceFigure, Presence,
    PriorityStage,
    ProblemResult, ProjectClock, ProposalState, Rag, RecordKind, ReferralColumn, ReferralOutcome,
    ReferralRoute,
    ReferralState, ReferralView, RegisterColumn, RegisterView, ReleaseKind, RetentionTrigger,
    Exemption, MarkHow, Regime, RequestKind, RequestState,
    RiskLevel, RoleKind, Side, Standing, StayKind, TargetKind, TieRole, Urgency,
    Better, Course, DeathReviewKind, MeasureScope, RecommendationStanding, ReviewStage,
    *REVIEW_KINDS,
)  # fmt: skip


def name(value: StrEnum) -> str:
    """Give the name of a state, kind, move or view, in sentence case."""
    kind = type(value)
    own = (OWN_WORDS.get(kind) or REVIEW_WORDS.get(kind, {})).get(value)
    return own or value.value.replace("_", " ").capitalize()


def risk(level: RiskLevel | None) -> str:
    """Give the name of a risk level; no level is not a low one."""
    return "Not assessed" if level is None else name(level)


def choices(kind: type[Kind]) -> tuple[tuple[Kind, str], ...]:
    """Give every value of a kind with its name, in the order of the kind, for a list to pick."""
    return tuple((value, name(value)) for value in kind)

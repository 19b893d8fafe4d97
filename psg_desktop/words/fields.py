"""The fields of records and what stands in them, as the history of changes words them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.access_marks import Exemption, MarkHow
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressKind
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.agendas import ItemKind, ItemState
from psg_desktop.domain.attachments import FileSort
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.closing import HoldResult, ProposalState
from psg_desktop.domain.death_reviews import DeathReviewKind, ReviewStage
from psg_desktop.domain.information import Basis, Gateway
from psg_desktop.domain.intervention_facts import (
    AppealOutcome,
    Appellant,
    InterventionState,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import Aim, Family, LengthUnit
from psg_desktop.domain.involvements import PartyKind, RoleKind
from psg_desktop.domain.meetings import MeetingGroup, MeetingState, Presence
from psg_desktop.domain.notes import NoteBasis
from psg_desktop.domain.partnership import AreaLevel
from psg_desktop.domain.people import IdentifierKind
from psg_desktop.domain.place_ties import TieRole
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.plan_measures import Better, MeasureScope
from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.problem_analyses import ProblemResult, Side
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.referrals import (
    Awareness,
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Urgency,
)
from psg_desktop.domain.retention import DueKind, RetentionTrigger, StayKind
from psg_desktop.domain.subject_access import Regime, RequestKind, RequestState
from psg_desktop.words import dates, money, names, quarters
from psg_desktop.words.field_names import FIELD_NAMES
from psg_desktop.words.review_words import REVIEW_FIELD_NAMES, REVIEW_FIELDS

# Names that stand for a record, a focus area or a closure reason, by identifier or code.
Names = Mapping[str, str]
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(\+00:00|Z)")
# What is missing says so in the words of its field; everything else is "none".
_NONE = {"risk": "not assessed", "final_risk": "not assessed", "until": "no end"}

_ENUMS: dict[str, type[StrEnum]] = {
    "risk": RiskLevel,
    "trigger": RetentionTrigger,
    "sort": FileSort,
    "gateway": Gateway,
    "case_kind": CaseKind,
    "final_risk": RiskLevel,
    "resume_to": CaseState,
    "role": RoleKind,
    "party_kind": PartyKind,
    "basis": NoteBasis,
    "standing": Standing,
    "area_level": AreaLevel,
    "presence": Presence,
    "side": Side,
    "owner_kind": AgencyKind,
    "band": RiskLevel,
    "override": RiskLevel,
    "level": RiskLevel,
    "kinds": CaseKind,
    "result": ProblemResult,
    "route": ReferralRoute,
    "urgency": Urgency,
    "awareness": Awareness,
    "aim": Aim,
    "family": Family,
    "target_kind": TargetKind,
    "unit": LengthUnit,
    "aspect": Aspect,
    "rag": Rag,
    "regime": Regime,
    "how": MarkHow,
    "exemption": Exemption,
}
_ENUMS_OF_KIND: dict[tuple[RecordKind, str], type[StrEnum]] = {
    (RecordKind.CASE, "state"): CaseState,
    (RecordKind.CASE, "kind"): CaseKind,
    (RecordKind.ACTION, "state"): ActionState,
    (RecordKind.AGENCY, "kind"): AgencyKind,
    (RecordKind.MEETING, "group"): MeetingGroup,
    (RecordKind.MEETING, "state"): MeetingState,
    (RecordKind.AGENDA_ITEM, "kind"): ItemKind,
    (RecordKind.AGENDA_ITEM, "state"): ItemState,
    (RecordKind.PLACE, "kind"): PlaceKind,
    (RecordKind.REFERRAL, "kind"): CaseKind,
    (RecordKind.REFERRAL, "state"): ReferralState,
    (RecordKind.REFERRAL, "outcome"): ReferralOutcome,
    (RecordKind.PERSON, "addresses"): AddressKind,
    (RecordKind.PERSON, "identifiers"): IdentifierKind,
    (RecordKind.INTERVENTION, "state"): InterventionState,
    (RecordKind.INTERVENTION, "by"): Appellant,
    (RecordKind.INTERVENTION, "outcome"): AppealOutcome,
    (RecordKind.PLACE_TIE, "role"): TieRole,
    (RecordKind.PRIORITY_STATUS, "stage"): PriorityStage,
    (RecordKind.MERGE, "kind"): PartyKind,
    (RecordKind.STAY, "kind"): StayKind,
    (RecordKind.LEGAL_BASIS, "basis"): Basis,
    (RecordKind.STAY, "about"): DueKind,
    (RecordKind.DISPOSAL, "about"): DueKind,
    (RecordKind.CLOSURE_PROPOSAL, "state"): ProposalState,
    (RecordKind.HOLD_CHECK, "result"): HoldResult,
    (RecordKind.ACCESS_REQUEST, "kind"): RequestKind,
    (RecordKind.ACCESS_REQUEST, "state"): RequestState,
    (RecordKind.DEATH_REVIEW, "kind"): DeathReviewKind,
    (RecordKind.DEATH_REVIEW, "stage"): ReviewStage,
    (RecordKind.PLAN_MEASURE, "scope"): MeasureScope,
    (RecordKind.PLAN_MEASURE, "better"): Better,
    (RecordKind.POLICE_MONTH, "kind"): PoliceFigure,
    **REVIEW_FIELDS,
}
# Days that stand for the month or the quarter they begin.
_SPANS: dict[str, Callable[[date], str]] = {
    "month": dates.month_year,
    "quarter": quarters.quarter,
    "first_quarter": quarters.quarter,
}
_MONEY = frozenset({"pence", "planned", "actual", "recovered"})
# Codes that mean something only in the lists of the partnership.
_CODES = frozenset({"focus_areas", "measure", "reason", "document_kind", "support", "ward"})


def field_name(name: str) -> str:
    """Give what a field of a record is called, such as "Lead agency"."""
    own = FIELD_NAMES.get(name) or REVIEW_FIELD_NAMES.get(name)
    return own or name.replace("_", " ").capitalize()


def words(kind: RecordKind, name: str, plain: object, known: Names) -> str:
    """Give what stands in a field, from its plain form, in words."""
    if plain is None or plain in ("", [], {}):
        return _NONE.get(name, "none")
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(plain, Mapping):
        return _record(kind, name, plain, known)
    if isinstance(plain, list | tuple):
        joint = "; " if any(isinstance(one, Mapping) for one in plain) else ", "
        return joint.join(words(kind, name, one, known) for one in plain)
    if isinstance(plain, int) and name in _MONEY:
        return money.pounds(plain)
    return _text(kind, name, str(plain), known)


def _record(kind: RecordKind, outer: str, plain: Mapping[str, Any], known: Names) -> str:
    parts = []
    for name, part in plain.items():
        if part in (None, "", [], False):
            continue
        own = _ENUMS_OF_KIND.get((kind, outer)) if name == "kind" else None
        said = _member(own, part) if own else words(kind, name, part, known)
        parts.append(f"{field_name(name).casefold()} {said}")
    return ", ".join(parts)


def _text(kind: RecordKind, name: str, plain: str, known: Names) -> str:
    members = _ENUMS_OF_KIND.get((kind, name)) or _ENUMS.get(name)
    if members is not None:
        return _member(members, plain)
    if name in _CODES:
        for way in (f"{kind}.{name}.{plain}", f"{name}.{plain}", plain):
            if way in known:
                return known[way]
    if name in _SPANS and _DAY.fullmatch(plain):
        return _SPANS[name](date.fromisoformat(plain))
    if _ID.fullmatch(plain):
        return known.get(plain, "a record that is no longer named")
    return _dated(plain)


def _dated(plain: str) -> str:
    try:
        if _DAY.fullmatch(plain):
            return dates.grid(date.fromisoformat(plain))
        if _MOMENT.fullmatch(plain):
            return dates.moment_words(datetime.fromisoformat(plain))
    except ValueError:
        return plain
    return plain


def _member(members: type[StrEnum], code: str) -> str:
    try:
        return names.name(members(code))
    except ValueError:
        return code


def by_text(known: Mapping[UUID, str]) -> dict[str, str]:
    """Give names by the text form of their identifiers, as the plain form of records has them."""
    return {str(key): name for key, name in known.items()}

"""The fields of records and what stands in them, as the history of changes words them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressKind
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.agendas import ItemKind, ItemState
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.closing import HoldResult, ProposalState
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
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.problem_analyses import ProblemResult, Side
from psg_desktop.domain.referrals import (
    Awareness,
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Urgency,
)
from psg_desktop.domain.retention import DueKind, RetentionTrigger, StayKind
from psg_desktop.words import dates, money, names

# Names that stand for a record, a focus area or a closure reason, by identifier or code.
Names = Mapping[str, str]
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(\+00:00|Z)")
# What is missing says so in the words of its field; everything else is "none".
_NONE = {"risk": "not assessed", "final_risk": "not assessed", "until": "no end"}

_OWN_WORDS = {
    "born": "Date of birth",
    "full_name": "Full name",
    "what": "What is to be done",
    "officer": "Named officer",
    "owner": "Owner agency",
    "due": "Due date",
    "ended": "Finished on",
    "agreed_on": "Agreed on",
    "replaced_by": "Replaced by",
    "review_due": "Next review",
    "next_due": "Next review",
    "review_every": "Days between reviews",
    "resume_to": "State to go back to",
    "hold": "On hold",
    "problem": "The problem",
    "blocked": "What stands in the way",
    "lead_agency": "Lead agency",
    "referred_by": "Referred by",
    "risk": "Risk level",
    "risk_reason": "Reason for the risk level",
    "closures": "Closing",
    "escalations": "Escalation",
    "external_leads": "External lead",
    "psg_role": "What the PSG does",
    "told": "Who was told",
    "since": "From",
    "until": "Until",
    "party": "Who or what",
    "party_kind": "Person or place",
    "nature": "How they belong together",
    "band": "Level by the score",
    "override": "Level by professional judgement",
    "override_reason": "Reason for the judgement",
    "assessor": "Assessed by",
    "made_on": "Assessed on",
    "due_again": "Assess again by",
    "trigger": "Counted from",
    "case_kind": "For cases about",
    "lifted_on": "Lifted on",
    "gateway": "Under",
    "recipient": "Told to",
    "told_by": "Told by",
    "consent_by": "Consent given by",
    "consent_how": "How consent was given",
    "instrument_name": "Instrument",
    "instrument_version": "Version of the instrument",
    "highest": "Of at most",
    "begins": "From a score of",
    "kinds": "For cases about",
    "basis": "How it is known",
    "source": "Source agency",
    "happened_on": "Day it happened",
    "happened_at": "Time it happened",
    "pence": "Amount",
    "uprn": "UPRN",
    "subject": "Subject",
    "on": "On",
    "to": "Asked of",
    "ask": "What is asked",
    "other": "Other case",
    "owner_kind": "Usually done by",
    "focus_area": "Focus area",
    "length": "Length in minutes",
    "papers_days": "Papers go out, working days before",
    "referral_days": "Referrals close, working days before",
    "cancelled_because": "Why it was cancelled",
    "statement_by": "Statement read by",
    "statement_at": "Statement read at",
    "approved_on": "Minutes approved on",
    "position": "Place on the agenda",
    "pinned": "Keeps its minutes",
    "statement": "Problem statement",
    "tried": "What was tried first",
    "awareness": "Whether the person knows",
    "awareness_reason": "What the person said, or why not told",
    "asks": "What is asked of the group",
    "referrer": "Who referred",
    "returned": "Returned to the referrer",
    "missing": "What is missing",
    "chase_on": "To be chased on",
    "limb": "Part of the test",
    "earlier": "Earlier referral",
    "route": "How it came",
    "told_on": "Told on",
    "sent_on": "Sent on",
    "acknowledged_on": "Acknowledged on",
    "children": "Children at the address",
    "assess_on": "Result to be assessed on",
    "assessed_on": "Result assessed on",
    "count_after": "Count afterwards",
    "finding": "What the result rests on",
    "differently": "What would be done differently",
    "served_on": "Served on",
    "aliases": "Also known as",
    "part_of": "Part of",
    "stage": "Priority stage",
    "evidence": "Evidence",
    "decided_by": "Decided by",
    "kept": "Merged into",
    "expires": "Last day",
    "target": "For",
    "end_reason": "Why it ended",
    "reported_to": "Reported to",
    "lodged": "Lodged on",
    "renews": "Follows",
    "aim": "Given to",
    "usual": "Usual length",
    "after": "Comes after",
    "at_least": "Met by so many",
    "months": "Months in a row",
    "count": "How many",
    "settled_on": "Settled on",
    "settled_by": "Settled by",
    "asked_by": "Asked by",
    "answered_on": "Answered on",
}
_ENUMS: dict[str, type[StrEnum]] = {
    "risk": RiskLevel,
    "trigger": RetentionTrigger,
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
}
# Codes that mean something only in the lists of the partnership.
_CODES = frozenset({"focus_areas", "measure", "reason"})


def field_name(name: str) -> str:
    """Give what a field of a record is called, such as "Lead agency"."""
    return _OWN_WORDS.get(name) or name.replace("_", " ").capitalize()


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
    if isinstance(plain, int) and name == "pence":
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
    if name in _CODES and plain in known:
        return known[plain]
    if name == "month" and _DAY.fullmatch(plain):
        return dates.month_year(date.fromisoformat(plain))
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

"""Referrals of the sample: one that waits too long, one of today, and some with their answers."""

from datetime import timedelta
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring import referrals
from psg_desktop.casework.referring.referrals import Joining
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import ReferralId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.referrals import (
    Awareness,
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralRoute,
    Urgency,
)

_CHASE = timedelta(days=7)
_DISPUTES = CaseFilter(
    kinds=frozenset({CaseKind.PERSON}), focus_areas=frozenset({"neighbour_dispute"})
)


def tell(office: Office) -> None:
    """Receive the referrals of the last weeks and decide some of them."""
    _received(office, 24, **_LATE)
    _received(office, 0, **_TODAY)
    incomplete = _received(office, 6, **_INCOMPLETE)
    referrals.send_back(
        office,
        incomplete.id,
        "Which flat it is, and what the landlord has tried so far.",
        office.today() + _CHASE,
    )
    below = _received(office, 15, **_BELOW)
    referrals.decide(
        office, below.id, _decision(office, ReferralOutcome.BELOW_THRESHOLD, met=False)
    )
    _join(office)


def _join(office: Office) -> None:
    found = lists.cases(office, _DISPUTES, CaseOrder(), _ONE)
    if not found.rows:
        return
    case = lists.case_page(office, found.rows[0].id).case
    joined = _received(
        office,
        9,
        kind=CaseKind.PERSON,
        subject=case.subject,
        problem="Neighbours report the same shouting again, now in the mornings too.",
        route=ReferralRoute.EMAIL,
        referrer="Ottilie Sedgewarden",
    )
    decision = _decision(office, ReferralOutcome.DUPLICATE, met=True)
    joining = Joining(case=case.id, role=RoleKind.SUBJECT)
    referrals.join(office, joined.id, decision, joining)


def _received(office: Office, days_ago: int, **told: Any) -> Referral:
    referral = Referral(
        id=ReferralId(office.new_id()),
        reference=referrals.next_reference(office),
        received_on=office.today() - timedelta(days=days_ago),
        **told,
    )
    referrals.receive(office, referral)
    return referral


def _decision(office: Office, outcome: ReferralOutcome, *, met: bool) -> ReferralDecision:
    today = office.today()
    limbs = tuple(
        LimbAnswer(limb=one.code, met=met, reason="") for one in referrals.limbs(office, today)
    )
    reason = "One agency can manage this." if not met else "It is worked on in this case already."
    return ReferralDecision(
        outcome=outcome,
        limbs=limbs,
        reason=reason,
        decided_by="Coordinator and chair",
        on=today,
        told="Explained by telephone, with the reason.",
        told_on=today,
    )


_ONE = slice(0, 1)
_LATE: dict[str, Any] = {
    "kind": CaseKind.PLACE,
    "name": "Tollgate underpass",
    "address": "Underpass at Tollgate Way",
    "problem": "Groups gather after dark; lights are broken again, and people take the road.",
    "tried": "Lights mended twice; a patrol on Fridays.",
    "route": ReferralRoute.FORM,
    "referrer": "Benedikt Larkspur",
    "urgency": Urgency.NEXT_MEETING,
}
_TODAY: dict[str, Any] = {
    "kind": CaseKind.PERSON,
    "name": "Perpetua Thornquill",
    "address": "4 Withy Court",
    "phones": ("07700 900144",),
    "problem": "Calls to the police most nights about people who are not there; afraid to go out.",
    "urgency": Urgency.BEFORE_MEETING,
    "risk_reason": "Has stopped eating regularly, says her sister.",
    "tried": "Two visits by the neighbourhood team; the doctor was told.",
    "awareness": Awareness.AGREES,
    "referrer": "Maurus Fennimore",
    "contact": "01632 960 118",
}
_INCOMPLETE: dict[str, Any] = {
    "kind": CaseKind.PERSON,
    "name": "Somebody at Withy Court",
    "postcode": "",
    "problem": "Loud arguments through the wall, several nights a week.",
    "route": ReferralRoute.EMAIL,
    "referrer": "Ottilie Sedgewarden",
}
_BELOW: dict[str, Any] = {
    "kind": CaseKind.PERSON,
    "name": "Anselm Quarrie",
    "problem": "A bonfire on Sunday that filled the street with smoke.",
    "tried": "Nothing yet.",
    "referrer": "Benedikt Larkspur",
}

"""Referrals: somebody asks the group to take on a person, place or project, and gets an answer.

A referral holds what was told, in few mandatory fields: who or where, and what the problem is.
States and moves follow the design's domain notes, section b.2; each move gives a new referral, and
where it came from is kept by the audit trail.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.addresses import bad_postcode
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId, CaseId, ReferralId
from psg_desktop.domain.referral_facts import (
    ACCEPTING,
    JOINING,
    UNTESTED,
    Awareness,
    LimbAnswer,
    ReferralDecision,
    ReferralOutcome,
    ReferralRoute,
    ReferralState,
    Returned,
    Urgency,
)
from psg_desktop.domain.refusals import Findings, Problem, refuse

__all__ = [
    "ACCEPTING",
    "JOINING",
    "UNTESTED",
    "Awareness",
    "LimbAnswer",
    "Referral",
    "ReferralDecision",
    "ReferralOutcome",
    "ReferralRoute",
    "ReferralState",
    "Returned",
    "Urgency",
]

_LINES = ("reference", "name", "address", "referrer", "contact")
_TEXTS = ("problem", "tried", "risk_reason", "awareness_reason", "asks", "children")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """Somebody's request that the group takes something on.

    Attributes:
        reference: Such as "R-2026-014".
        subject: The record on file that it is about, where one was chosen or made; what was told
            of them stays in `name` to `children`.
        children: Children at the address, as told.
        tried: Initial enquiries and early intervention by the referrer.
        awareness: Whether the person knows; `awareness_reason` what they said, or why not told.
        asks: What the referrer wants of the group.
        earlier: The referral of the same person, place or project before this one.
        case: The case it opened or joined.

    Raises:
        Refused: It says neither who nor where, the problem is missing, a text is too long, the
            postcode has no such shape, or state and facts disagree.
    """

    id: ReferralId
    reference: str
    received_on: date
    kind: CaseKind
    route: ReferralRoute = ReferralRoute.TELEPHONE
    subject: UUID | None = None
    name: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    children: str = field(default="", repr=False)
    problem: str = field(repr=False)
    tried: str = field(default="", repr=False)
    urgency: Urgency | None = None
    risk_reason: str = field(default="", repr=False)
    awareness: Awareness | None = None
    awareness_reason: str = field(default="", repr=False)
    asks: str = field(default="", repr=False)
    referred_by: AgencyId | None = None
    referrer: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    earlier: ReferralId | None = None
    state: ReferralState = ReferralState.RECEIVED
    returned: Returned | None = None
    decision: ReferralDecision | None = None
    case: CaseId | None = None

    def __post_init__(self) -> None:
        """Refuse a referral nobody could act on, and one whose state and facts disagree."""
        found = Findings()
        found.when(not self.reference.strip(), "reference", Problem.REFERENCE_MISSING)
        nobody = self.subject is None and not (self.name + self.address + self.postcode).strip()
        found.when(nobody, "name", Problem.SUBJECT_MISSING)
        found.when(not self.problem.strip(), "problem", Problem.TEXT_MISSING)
        found.when(bad_postcode(self.postcode), "postcode", Problem.POSTCODE_UNKNOWN_SHAPE)
        found.when(self.earlier == self.id, "earlier", Problem.ALREADY_THERE)
        _check_lengths(self, found)
        _check_state(self, found)
        found.settle()

    @property
    def decided(self) -> bool:
        """Whether it has its answer."""
        return self.state is ReferralState.DECIDED

    def days_waiting(self, today: date) -> int:
        """Give the days since it was received, up to its decision."""
        end = self.decision.on if self.decision else today
        return max((end - self.received_on).days, 0)

    def send_back(self, returned: Returned) -> "Referral":
        """Return it to the referrer, who has left something out.

        Raises:
            Refused: It is decided, or came in after the day it was returned.
        """
        self._undecided()
        if returned.on < self.received_on:
            raise refuse("on", Problem.BEFORE_RECEIVED)
        return replace(self, state=ReferralState.INCOMPLETE, returned=returned)

    def complete(self) -> "Referral":
        """Say that what was missing has come.

        Raises:
            Refused: Nothing was missing.
        """
        if self.state is not ReferralState.INCOMPLETE:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        return replace(self, state=ReferralState.RECEIVED, returned=None)

    def decide(self, decision: ReferralDecision, case: CaseId | None = None) -> "Referral":
        """Give it its answer; *case* is the one it opens or joins.

        Raises:
            Refused: It is decided already, the decision lies before it came in, or a case is
                missing where the outcome needs one.
        """
        self._undecided()
        return replace(
            self, state=ReferralState.DECIDED, returned=None, decision=decision, case=case
        )

    def answer(self, told: str, told_on: date | None, acknowledged_on: date | None) -> "Referral":
        """Note what the referrer was told, and when another forum acknowledged it.

        Raises:
            Refused: It is not decided.
        """
        if self.decision is None:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        answered = replace(
            self.decision, told=told, told_on=told_on, acknowledged_on=acknowledged_on
        )
        return replace(self, decision=answered)

    def _undecided(self) -> None:
        if self.decided:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)


def _check_lengths(referral: Referral, found: Findings) -> None:
    for name in _LINES:
        found.when(len(getattr(referral, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
    for name in ("aliases", "phones"):
        longest = max(map(len, getattr(referral, name)), default=0)
        found.when(longest > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
    for name in _TEXTS:
        found.when(len(getattr(referral, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)


def _check_state(referral: Referral, found: Findings) -> None:
    decision, state = referral.decision, referral.state
    lacking = (state is ReferralState.INCOMPLETE) != (referral.returned is not None)
    found.when(lacking, "returned", Problem.TEXT_MISSING)
    open_ended = (state is ReferralState.DECIDED) != (decision is not None)
    found.when(open_ended, "decision", Problem.DECISION_MISSING)
    if decision is None:
        found.when(referral.case is not None, "case", Problem.DECISION_MISSING)
        return
    found.when(decision.on < referral.received_on, "on", Problem.BEFORE_RECEIVED)
    told = decision.told_on
    found.when(told is not None and told < decision.on, "told_on", Problem.ENDS_BEFORE_START)
    placed = decision.outcome in ACCEPTING | JOINING
    found.when(placed != (referral.case is not None), "case", Problem.NOTHING_CHOSEN)

"""Rows of the referrals list, and how it is narrowed; the narrowing itself happens in the store."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.orders import Order
from psg_desktop.domain.referrals import ReferralOutcome, ReferralState, Urgency


class ReferralView(StrEnum):
    """The ways the referrals list starts out."""

    WAITING = "waiting"
    INCOMPLETE = "incomplete"
    DECIDED_THIS_QUARTER = "decided_this_quarter"
    ALL = "all"


class ReferralColumn(StrEnum):
    """What the referrals can be ordered by."""

    REFERENCE = "reference"
    RECEIVED = "received"
    KIND = "kind"
    NAME = "name"
    URGENCY = "urgency"
    REFERRED_BY = "referred_by"
    STATE = "state"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralOrder(Order[ReferralColumn]):
    """What the referrals are ordered by: those that wait longest first, unless asked otherwise."""

    column: ReferralColumn = ReferralColumn.RECEIVED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFilter:
    """What narrows the referrals list; empty parts do not narrow.

    Attributes:
        words: Looked for in references, names, addresses, numbers and what was told; each word
            must be found.
    """

    view: ReferralView = ReferralView.WAITING
    words: str = field(default="", repr=False)
    kinds: frozenset[CaseKind] = frozenset()
    states: frozenset[ReferralState] = frozenset()
    urgencies: frozenset[Urgency | None] = frozenset()
    outcomes: frozenset[ReferralOutcome | None] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRow:
    """One line of the referrals list.

    Attributes:
        name: Who or where, as told; of the record on file where nothing was told.
        days: Days since it was received, up to its decision.
        late: Whether it waits longer than the partnership allows itself.
        chase_on: When the referrer is to be chased, while it is incomplete.
        case: The case it opened or joined, with its reference.
    """

    id: ReferralId
    reference: str
    received_on: date
    kind: CaseKind
    name: str = field(repr=False)
    problem: str = field(repr=False)
    urgency: Urgency | None
    referred_by: str
    state: ReferralState
    outcome: ReferralOutcome | None
    days: int
    late: bool
    chase_on: date | None
    case: CaseId | None
    case_reference: str

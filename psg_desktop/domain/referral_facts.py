"""What a referral must know to stand where it stands: its route, its gaps, its answer.

The states, the outcomes and the two-part threshold test follow the design's domain notes,
section b.2.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem


class ReferralState(StrEnum):
    """Where a referral stands."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    DECIDED = "decided"


class ReferralRoute(StrEnum):
    """How a referral came."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    FORM = "form"
    MEETING = "meeting"


class Urgency(StrEnum):
    """How long a referral can wait."""

    TODAY = "today"
    BEFORE_MEETING = "before_meeting"
    NEXT_MEETING = "next_meeting"


class Awareness(StrEnum):
    """Whether the person knows that they were referred, and what they said."""

    AGREES = "agrees"
    OBJECTS = "objects"
    TOLD = "told"
    NOT_TOLD = "not_told"


class ReferralOutcome(StrEnum):
    """What a referral was decided to lead to."""

    ACCEPTED_NEW = "accepted_new"
    ACCEPTED_JOINED = "accepted_joined"
    BELOW_THRESHOLD = "below_threshold"
    SINGLE_AGENCY = "single_agency"
    REDIRECTED = "redirected"
    DUPLICATE = "duplicate"
    ADVICE_ONLY = "advice_only"
    WITHDRAWN = "withdrawn"


JOINING = frozenset({ReferralOutcome.ACCEPTED_JOINED, ReferralOutcome.DUPLICATE})
ACCEPTING = frozenset({ReferralOutcome.ACCEPTED_NEW, ReferralOutcome.ACCEPTED_JOINED})
# Nothing is left to be tested where the referrer took it back, or a case is worked on already.
UNTESTED = frozenset({ReferralOutcome.WITHDRAWN, ReferralOutcome.DUPLICATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What the referrer was asked for, when, and when to chase it.

    Raises:
        Refused: Nothing is said to be missing, or the day to chase it lies before it was asked for.
    """

    missing: str = field(repr=False)
    on: date
    chase_on: date

    def __post_init__(self) -> None:
        """Refuse a return that asks for nothing."""
        found = Findings()
        found.when(not self.missing.strip(), "missing", Problem.TEXT_MISSING)
        found.when(len(self.missing) > text.TEXT_LIMIT, "missing", Problem.TEXT_TOO_LONG)
        found.when(self.chase_on < self.on, "chase_on", Problem.ENDS_BEFORE_START)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbAnswer:
    """One limb of the threshold test, by its code, and whether it is met.

    Raises:
        Refused: The reason is too long.
    """

    limb: str
    met: bool
    reason: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a reason that is too long."""
        found = Findings()
        found.when(len(self.reason) > text.TEXT_LIMIT, "limbs", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDecision:
    """What was decided about a referral, by whom and why, and what the referrer was told.

    Attributes:
        decided_by: Who decided: a person or a meeting.
        forum: Where it was redirected to; `sent_on` and `acknowledged_on` belong to that.
        told: What the referrer was told.

    Raises:
        Refused: Reason or decider is missing, a redirection names no forum, a text is too long,
            or a later step lies before the decision.
    """

    outcome: ReferralOutcome
    limbs: tuple[LimbAnswer, ...] = ()
    reason: str = field(repr=False)
    decided_by: str = field(repr=False)
    on: date
    forum: str = ""
    sent_on: date | None = None
    acknowledged_on: date | None = None
    told: str = field(default="", repr=False)
    told_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a decision nobody could account for."""
        found = Findings()
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(not self.decided_by.strip(), "decided_by", Problem.NAME_MISSING)
        redirected = self.outcome is ReferralOutcome.REDIRECTED
        found.when(redirected and not self.forum.strip(), "forum", Problem.GROUP_MISSING)
        for name in ("decided_by", "forum"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("reason", "told"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        sent = self.sent_on or self.on
        early = self.acknowledged_on is not None and self.acknowledged_on < sent
        found.when(early, "acknowledged_on", Problem.ENDS_BEFORE_START)
        found.when(
            bool(self.told.strip()) and self.told_on is None, "told_on", Problem.DATE_MISSING
        )
        found.settle()

    @property
    def accepted(self) -> bool:
        """Whether the group takes it on."""
        return self.outcome in ACCEPTING

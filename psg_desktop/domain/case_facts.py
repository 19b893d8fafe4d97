"""What a case must know to stand where it stands: holds, leads, escalations and closures."""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.case_states import RiskLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why a case rests and when it is taken up again."""

    reason: str = field(repr=False)
    since: date
    restart_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLead:
    """The group that manages the case, and what the PSG does to support it.

    Their minutes are not stored, only that they lead.

    Attributes:
        level: How the group manages it, such as "MAPPA level 2".
        next_meeting: When the group meets about it next.
    """

    group: str
    reference: str = field(default="", repr=False)
    lead_professional: str = field(default="", repr=False)
    psg_role: str = ""
    since: date
    until: date | None = None
    level: str = ""
    next_meeting: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """What was asked of a higher group, and its answer."""

    to: str
    ask: str = field(repr=False)
    on: date
    answer: str = field(default="", repr=False)
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Why a case was closed, in words an ombudsman would accept.

    Attributes:
        reason: The code of a closure reason that was on the list on the day.
        told: Who was told, and when.
        final_demand: How often there were calls or reports at the end, in words.
        attempts: The attempts at contact, where the reason asks for them.
        review_after: When to ask whether it held.
        reopened_on: Set when the case was opened again.
    """

    reason: str
    summary: str = field(repr=False)
    on: date
    final_risk: RiskLevel | None = None
    told: str = field(default="", repr=False)
    receiving_group: str = ""
    review_after: date | None = None
    reopened_on: date | None = None
    reopened_because: str = field(default="", repr=False)
    final_demand: str = field(default="", repr=False)
    attempts: str = field(default="", repr=False)
